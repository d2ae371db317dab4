"""Pages on paper."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.audit.kinds import Kind
from tests.audit.sites import Site

# The width between the margins of A4.
PAPER = {"width": 700, "height": 1000}
# Blocks of words in the page's main part that are not ways to somewhere else: headings, paragraphs, entries of lists.
WORDS = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, blockquote, li, dd, figcaption, time)")]
  .filter(block => block.checkVisibility({ visibilityProperty: true }) && block.getBoundingClientRect().height > 1
    && !block.closest("nav, button, [class*=actions], [class*=exports], [class*=skip]")
    && !block.querySelector(":scope > nav"))
  .map(block => block.textContent.replace(/\\s+/g, " ").trim()).filter(Boolean)"""
CUT = """() => [...document.querySelectorAll("main *")].filter(element => {
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  if (box.width < 2 || element instanceof SVGElement) return false;
  const hides = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1
    || style.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1;
  const cut = box.right > innerWidth + 1 || hides && style.display !== "inline";
  return cut && element.checkVisibility({ visibilityProperty: true });
}).map(element => `${element.localName}.${element.className}`)"""
STUCK = """() => [...document.querySelectorAll("*")]
  .filter(element => /fixed|sticky/.test(getComputedStyle(element).position))
  .filter(element => element.checkVisibility({ visibilityProperty: true }))
  .map(element => element.outerHTML.slice(0, 60))"""


def test_paper_has_all_words_and_no_navigation(browser: Browser, site: Site, kind: Kind, names: list[str]) -> None:
    """What stands in the main part is there and fits, nothing sticks to a place; menus and controls are not printed."""
    context = browser.new_context(viewport=PAPER, color_scheme="dark")  # type: ignore[arg-type]
    page = context.new_page()
    for name in names:
        page.goto(site.where(name))
        page.emulate_media(media="screen")
        words = page.evaluate(WORDS)
        page.emulate_media(media="print")
        printed = page.evaluate(WORDS)
        assert words, name
        assert [one for one in words if one not in printed][:10] == [], name
        assert page.evaluate(CUT)[:10] == [], name
        assert page.evaluate(STUCK) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"], name
        assert page.get_by_role("navigation", name="Main").count() == 0, name
        assert page.locator("button:visible, input:visible, select:visible").count() == 0, name
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    context.close()
