// A mark lights up its partners, a click shows the lines to edit, n and p go from doubt to doubt,
// and the page follows the file.
(() => {
  "use strict";
  let chosen = [];
  const page = () => document.querySelector("main");
  const keysOf = mark => mark.dataset.keys.split(" ");
  const marksOf = (key, within = document) => [...within.querySelectorAll(`[data-keys~="${CSS.escape(key)}"]`)];

  function light(keys) {
    for (const mark of document.querySelectorAll(".lit")) mark.classList.remove("lit");
    for (const key of keys) for (const mark of marksOf(key)) mark.classList.add("lit");
  }

  function show(keys) {
    chosen = keys;
    const place = document.getElementById("chosen");
    if (!place) return;
    place.replaceChildren();
    for (const key of keys) {
      const fact = document.getElementById(`i-${key}`);
      if (!fact) continue;
      const copy = fact.cloneNode(true);
      copy.removeAttribute("id");
      place.append(copy);
    }
    place.hidden = !place.childElementCount;
    if (!place.hidden) {
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = "Close";
      close.dataset.close = "";
      place.prepend(close);
      place.scrollTop = 0;
      place.parentElement.scrollTop = 0;
    }
    light(keys.slice(0, 1));
  }

  function bring(element) {
    const box = element.getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight * (innerWidth < 1120 ? 0.5 : 1)) element.scrollIntoView({block: "center"});
  }

  function choose(mark, keys = keysOf(mark)) {
    show(keys);
    const side = mark.closest("section");
    const other = document.getElementById(side.id === "raw" ? "brief" : "raw");
    const partner = other && innerWidth >= 768 && marksOf(keys[0], other)[0];
    if (!partner) return bring(mark);
    const apart = () => partner.getBoundingClientRect().top - mark.getBoundingClientRect().top;
    if (getComputedStyle(other).overflowY === "auto") {
      other.scrollTop += apart();
      side.scrollTop -= apart(); // what is left where the other text is at its end
    } else if (innerWidth >= 1120) bring(partner);
  }

  // What stands out, in the order of the text: first what is unsure, then what has no entry. Each once, as [key, mark].
  function stops() {
    const found = new Map();
    for (const kind of [".doubt", ".loose"])
      for (const side of ["brief", "raw"])
        for (const mark of document.querySelectorAll(`#${side} [data-keys]`))
          for (const key of keysOf(mark))
            if (!found.has(key) && document.getElementById(`i-${key}`)?.matches(kind)) found.set(key, mark);
    return [...found];
  }

  function step(by) {
    const all = stops();
    if (!all.length) return;
    const now = all.findIndex(([key]) => key === chosen[0]);
    const [key, mark] = all[now < 0 ? (by > 0 ? 0 : all.length - 1) : (now + by + all.length) % all.length];
    mark.focus({preventScroll: true});
    bring(mark);
    choose(mark, [key, ...keysOf(mark).filter(one => one !== key)]);
  }

  async function copy(button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Copied";
  }

  function ready() {
    for (const one of document.querySelectorAll("button[data-copy], .keys")) one.hidden = false;
    if (page().dataset.waiting !== undefined) setTimeout(again, 300);
  }

  // Where the keyboard was before the page was made anew.
  function wayTo(element) {
    const side = element.closest?.("section")?.id;
    if (element.dataset?.keys && side) return `#${side} [data-keys="${CSS.escape(element.dataset.keys)}"]`;
    return element.localName === "a" ? `a[href="${CSS.escape(element.getAttribute("href"))}"]` : "";
  }

  async function again() {
    let fresh;
    try {
      const answer = await fetch(location.pathname, {cache: "no-store"});
      fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return void setTimeout(again, 1000); // the server has gone, or is starting again
    }
    const scrolled = [...document.querySelectorAll(".columns > section")].map(one => [one.id, one.scrollTop]);
    const open = [...document.querySelectorAll("details")].map(one => one.open);
    const focused = wayTo(document.activeElement);
    document.title = fresh.title;
    page().replaceWith(document.adoptNode(fresh.querySelector("main")));
    const details = [...document.querySelectorAll("details")];
    if (details.length === open.length) details.forEach((one, number) => { one.open = open[number]; });
    ready();
    show(chosen);
    for (const [id, top] of scrolled) if (document.getElementById(id)) document.getElementById(id).scrollTop = top;
    if (focused) document.querySelector(focused)?.focus({preventScroll: true});
  }

  document.addEventListener("mouseover", event => {
    const mark = event.target.closest?.("[data-keys]");
    light(mark ? keysOf(mark).slice(0, 1) : chosen.slice(0, 1));
  });
  document.addEventListener("focusin", event => {
    const mark = event.target.closest?.("[data-keys]");
    if (mark) light(keysOf(mark).slice(0, 1));
  });
  document.addEventListener("click", event => {
    const target = event.target.closest("[data-keys], button");
    if (!target) return;
    if (target.dataset.keys) {
      event.preventDefault();
      choose(target);
    } else if (target.dataset.copy) copy(target);
    else if (target.dataset.close !== undefined) show([]);
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") show([]);
  });

  // A page that nobody sees is made anew when somebody does.
  let saves = page().dataset.saves;
  async function look() {
    if (document.hidden || saves === page().dataset.saves) return;
    await again();
    document.querySelector(".told").textContent = `Read again at ${new Date().toLocaleTimeString()}`;
  }
  document.addEventListener("visibilitychange", look);

  ready();
  import("/.newsbrief/follow.js").then(({follow}) => follow("/.newsbrief/saves", count => {
    saves = count;
    look();
  }));
})();
