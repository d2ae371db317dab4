// theme.js: light or dark, as the reader chose; the system's wish while they chose nothing. It runs before the page is
// drawn, so that no page flashes, and shows the button that does nothing without it.
{
  const root = document.documentElement;
  const KEY = "nb-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const choose = (theme) => { root.dataset.theme = root.style.colorScheme = theme; };
  const dark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  if (["light", "dark"].includes(stored())) choose(stored());
  root.classList.add("nb-js");
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("body > header button");
    if (!button) return;
    const show = () => button.setAttribute("aria-pressed", dark());
    show();
    button.hidden = false;
    system.addEventListener("change", show);
    button.addEventListener("click", () => {
      const chosen = dark() ? "light" : "dark";
      choose(chosen);
      // Whoever chooses what the system wishes for follows the system again.
      const same = chosen === (system.matches ? "dark" : "light");
      try { same ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, chosen); } catch { /* it holds for this page */ }
      show();
    });
  });
}
