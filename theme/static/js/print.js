// print.js: paper says where its page stands.
(() => {
  const line = document.createElement("p");
  line.className = "nb-meta";
  addEventListener("beforeprint", () => {
    line.textContent = location.origin + location.pathname;
    if (location.protocol !== "file:") document.querySelector("main")?.append(line);
  });
  addEventListener("afterprint", () => line.remove());
})();
