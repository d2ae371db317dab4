// Loads the page again when the site was built after it was served; one that nobody sees waits until somebody does.
(() => {
  "use strict";
  const served = document.currentScript.dataset.builds;
  let old = false;

  function look() {
    if (old && !document.hidden) location.reload();
  }

  document.addEventListener("visibilitychange", look);
  import("/.newsbrief/follow.js").then(({follow}) => follow("/.newsbrief/changes", count => {
    old = count !== served;
    look();
  }));
})();
