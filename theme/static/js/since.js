// since.js: marks what a story has that it had not when this reader last read it. What was read is kept in the reader's
// own storage and leaves it nowhere. Without JavaScript, or on the first visit, nothing is marked.
document.addEventListener("DOMContentLoaded", () => {
  const story = document.querySelector(".nb-story");
  if (!story) return;
  const path = (link) => new URL(link.href).pathname;
  const briefs = [...story.querySelectorAll(".nb-briefs a")].map(path);
  const key = `nb-story:${location.pathname}`;
  let read = null;
  try {
    read = JSON.parse(localStorage.getItem(key));
    localStorage.setItem(key, JSON.stringify(briefs));
  } catch { /* no storage: every visit is the first */ }
  if (!Array.isArray(read)) return;
  const fresh = new Set(briefs.filter((brief) => !read.includes(brief)));
  const since = story.querySelector(".nb-since");
  const { none, one, many, new: word } = since.dataset;
  since.textContent = [none, one][fresh.size] ?? many.replace("{n}", fresh.size);
  for (const entry of story.querySelectorAll(".nb-timeline > li, .nb-quote, .nb-headlines > li")) {
    if (![...entry.querySelectorAll("a")].some((link) => fresh.has(path(link)))) continue;
    const mark = document.createElement("span");
    mark.className = "nb-mark";
    mark.textContent = word;
    entry.classList.add("nb-new");
    entry.prepend(mark);
  }
});
