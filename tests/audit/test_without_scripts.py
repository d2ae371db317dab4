"""With JavaScript switched off every page says the same and leads to the same places."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser

from tests.audit.kinds import Kind
from tests.audit.sites import Site

# The words of a page by their blocks, links as they are seen, and controls. What stands in a control, or in a part that
# is announced when one was used, is not the page's own words.
READ = """() => {
  const controls = "button, input, select, textarea, form, [role=search], [role=status], [role=combobox], noscript";
  const seen = element => element.checkVisibility({ visibilityProperty: true });
  const words = [...document.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, td, th, blockquote, figcaption, summary")]
    .filter(block => seen(block) && !block.closest(controls)).map(block => {
      const copy = block.cloneNode(true);
      copy.querySelectorAll(controls).forEach(part => part.remove());
      return copy.textContent.replace(/\\s+/g, " ").trim();
    }).filter(Boolean);
  return {
    words,
    links: [...document.querySelectorAll("a[href]")].filter(seen).map(link => link.getAttribute("href")),
    controls: [...document.querySelectorAll("button, input, select, textarea, [onclick]")].filter(seen)
      .filter(part => !part.closest("form[action]")).map(part => part.outerHTML.slice(0, 80)),
  };
}"""


def test_page_is_whole_without_scripts(browser: Browser, site: Site, kind: Kind, names: list[str]) -> None:
    """No word and no link is missing, no control is shown that does nothing, and no link needs a script."""
    for name in names:
        with_scripts, without = (_read(browser, site.where(name), scripts) for scripts in (True, False))
        assert len(" ".join(without["words"])) > 20, name
        assert [one for one in with_scripts["words"] if one not in without["words"]] == [], name
        assert [one for one in with_scripts["links"] if one not in without["links"]] == [], name
        assert [link for link in without["links"] if link in ("", "#") or link.startswith("javascript:")] == [], name
        assert without["controls"] == [], name


def _read(browser: Browser, address: str, scripts: bool) -> dict[str, Any]:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address)
    read: dict[str, Any] = page.evaluate(READ)
    context.close()
    return read
