// since.js: marks what a story has that it had not when this reader last read it: briefs, and entries and quotes of briefs
// that were there. What was read is kept in the reader's own storage and leaves it nowhere; what this visit is compared
// with stays the same until its tab is closed, whatever is read in between. Without JavaScript, or on the first visit,
// nothing is marked.
document.addEventListener("DOMContentLoaded", () => {
  const story = document.querySelector(".nb-story");
  if (!story) return;
  const place = (link) => { const url = new URL(link.href); return url.pathname + url.hash; };
  const places = (links) => [...new Set([...story.querySelectorAll(links)].map(place))];
  const now = {
    briefs: places(".nb-briefs a"),
    entries: places(".nb-timeline a, .nb-quote a").filter((one) => one.includes("#")),
  };
  const key = `nb-story:${location.pathname}`;
  let read = null;
  try {
    const visit = sessionStorage.getItem(key), last = localStorage.getItem(key);
    read = JSON.parse(visit ?? last);
    if (visit === null) sessionStorage.setItem(key, last ?? JSON.stringify(now));
    localStorage.setItem(key, JSON.stringify(now));
  } catch { /* no storage: every visit is the first */ }
  // Earlier versions remembered the briefs alone.
  if (Array.isArray(read)) read = { briefs: read, entries: now.entries };
  if (!Array.isArray(read?.briefs) || !Array.isArray(read.entries)) return;
  const briefs = new Set(now.briefs.filter((brief) => !read.briefs.includes(brief)));
  const isNew = (one) => briefs.has(one.split("#")[0]) || (one.includes("#") && !read.entries.includes(one));
  const entries = now.entries.filter((one) => isNew(one) && !briefs.has(one.split("#")[0]));
  const since = story.querySelector(".nb-since");
  const words = since.dataset;
  const told = briefs.size ? [briefs.size, words.one, words.many] : [entries.length, words.entry, words.entries];
  since.textContent = told[0] ? told[told[0] === 1 ? 1 : 2].replace("{n}", told[0]) : words.none;
  for (const entry of story.querySelectorAll(".nb-teaser, .nb-timeline > li, .nb-quote, .nb-headlines > li")) {
    if (![...entry.querySelectorAll("a")].some((link) => isNew(place(link)))) continue;
    const mark = document.createElement("span");
    mark.className = "nb-mark";
    mark.textContent = words.new;
    entry.classList.add("nb-new");
    entry.prepend(mark);
  }
});
