"""Every page by keyboard alone."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page

from tests.audit.conftest import Note
from tests.audit.kinds import Kind
from tests.audit.sites import Site

# Of a page with more stops the first and the last are tried.
FIRST, LAST = 150, 30
# Remembers all stops in their order, and how each looks without the focus.
STOPS = """() => {
  window.stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter(element => element.tabIndex >= 0 && !element.disabled)
    .filter(element => element.checkVisibility({ visibilityProperty: true }));
  window.plain = window.stops.map(element => getComputedStyle(element).boxShadow);
  return window.stops.length;
}"""
# Begins before a stop: at the one before it, or at the top of a page whose first field takes the focus by itself.
START = """start => {
  if (start > 0) return window.stops[start - 1].focus();
  const top = document.createElement("span");
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
}"""
# Which stop has the focus (-1: something that scrolls, or nothing of the page), and whether one sees that.
FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element), number = window.stops.indexOf(element);
  const boxes = [...element.getClientRects()];
  const at = (box, x) => element.contains(document.elementFromPoint(x, box.y + box.height / 2));
  return {
    number, name: element.outerHTML.slice(0, 120),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
      || style.boxShadow !== window.plain[number],
    seen: boxes.some(box => [box.left + 4, box.left + box.width / 2, box.right - 4].some(x => at(box, x))),
  };
}"""


def test_keyboard_reaches_everything_in_order(
    browser: Browser, site: Site, kind: Kind, names: list[str], note: Note
) -> None:
    """Tab stops at each link and control in the order of the page; whatever has the focus is outlined and in view."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    for name in names:
        page.goto(site.where(name))
        count = page.evaluate(STOPS)
        note("stops of the tab key", site.name, f"{kind.name}: {name}", count)
        passed = _stops(page, 0, min(count, FIRST))
        if count > FIRST + LAST:
            passed += _stops(page, count - LAST, count)
        assert [stop for stop in passed if not stop["outlined"] or not stop["seen"]][:10] == [], name
    context.close()


def _stops(page: Page, start: int, end: int) -> list[dict[str, Any]]:
    """Presses Tab until the last of these stops has the focus; each has to come in its turn."""
    passed: list[dict[str, Any]] = []
    page.evaluate(START, start)
    for wanted in range(start, end):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        while stop["number"] == -1 and stop["name"].startswith("<") and not stop["name"].startswith("<body"):
            page.keyboard.press("Tab")  # a part that scrolls is a stop of the browser's own
            stop = page.evaluate(FOCUSED)
        assert stop["number"] == wanted, stop
        passed.append(stop)
    return passed


def test_first_stop_skips_to_the_content(browser: Browser, site: Site, kind: Kind, names: list[str]) -> None:
    """The first stop can be seen and leads behind the menu: the next stop is in the main part or the footer."""
    context = browser.new_context()
    page = context.new_page()
    for name in names:
        page.goto(site.where(name))
        page.evaluate(STOPS)
        page.evaluate(START, 0)
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)["seen"], name
        assert (page.evaluate("document.activeElement.getAttribute('href')") or "").endswith("#main"), name
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.closest('main') !== null"), name
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main, footer, body') !== null"), name
        assert page.evaluate("document.activeElement.closest('body > header') === null"), name
    context.close()
