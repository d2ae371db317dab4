"""Pages on small screens, enlarged and at rest: nothing is cut, nothing is too small to hit, nothing jumps."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.audit.conftest import Note
from tests.audit.kinds import Kind
from tests.audit.sites import Site
from tests.effort import AUDIT

# A narrow phone; and a screen of 1280 pixels on which everything is shown twice as large.
SCREENS: dict[str, dict[str, Any]] = {
    "320 px": {"viewport": {"width": 320, "height": 640}},
    "zoom 200%": {"viewport": {"width": 640, "height": 480}, "device_scale_factor": 2},
}
# Elements that stick out of the screen and cannot be scrolled to within a part of the page, and those that cut their
# own words. What is meant for screen readers alone is a pixel wide or far away to the left.
CUT = """() => {
  const wide = document.documentElement.clientWidth + 1, found = [];
  const scrolls = element => {
    let part = element.parentElement;
    while (part && !/auto|scroll/.test(getComputedStyle(part).overflowX)) part = part.parentElement;
    return part && part !== document.body && part.getBoundingClientRect().right <= wide;
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    const name = `${element.localName}.${element.getAttribute("class") || ""}`;
    if (box.width < 2 || box.right < 0) continue;
    const out = box.right > wide || box.left < -1;
    if (out && !scrolls(element)) found.push(`${name} from ${box.left} to ${box.right}`);
    const hides = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (hides && style.display !== "inline" && !(element instanceof SVGElement)) found.push(`${name} cuts its words`);
  }
  return found;
}"""
# Links and controls smaller than 24 by 24 pixels; a link in running text may be as high as its line (WCAG 2.5.8).
SMALL = """() => {
  const inline = element => {
    if (getComputedStyle(element).display !== "inline") return false;
    const block = element.closest("p, li, h1, h2, h3, td, dd, figcaption, div").cloneNode(true);
    block.querySelectorAll("a").forEach(link => link.remove());
    return /\\p{L}/u.test(block.textContent);
  };
  const found = [];
  for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || inline(element)) continue;
    const box = element.getBoundingClientRect();
    const words = element.textContent.trim().slice(0, 20), size = `${box.width.toFixed()} x ${box.height.toFixed()}`;
    if (box.right > 0 && (box.width < 24 || box.height < 24))
      found.push(`${element.closest("[class]").className} ${element.localName} “${words}” ${size}`);
  }
  return found;
}"""
WATCH = """
window.shifted = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifted += entry.value; })
  .observe({ type: "layout-shift", buffered: true });
"""
TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
ROLL = f"""async () => {{
  await document.fonts.ready;
  for (let y = 0; y < document.body.scrollHeight && y < 20000; y += innerHeight) {{
    scrollTo(0, y);
    await {TWO_FRAMES};
  }}
  return window.shifted;
}}"""
MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
  const style = getComputedStyle(element);
  return style.scrollBehavior === "smooth" || [style.transitionDuration, style.animationDuration]
    .some(list => list.split(",").some(time => parseFloat(time) > 0.01));
}).map(element => element.localName).concat(document.getAnimations().map(one => `running ${one.id}`))"""


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_cut(browser: Browser, site: Site, kind: Kind, names: list[str], screen: str, note: Note) -> None:
    """Nothing sticks out sideways or is cut off, and the page itself does not scroll sideways."""
    context = browser.new_context(**SCREENS[screen])
    page = context.new_page()
    found = {}
    for name in names:
        page.goto(site.where(name))
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        cut = page.evaluate(CUT)
        note(f"pixels too wide, {screen}", site.name, f"{kind.name}: {name}", too_wide, "0")
        if too_wide or cut:
            found[name] = (too_wide, cut[:10])
    context.close()
    assert found == {}


def test_every_target_is_large_enough(browser: Browser, site: Site, kind: Kind, names: list[str], note: Note) -> None:
    """On a phone whatever is tapped is at least 24 pixels wide and high."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    found = {}
    for name in names:
        page.goto(site.where(name))
        small = page.evaluate(SMALL)
        note("targets below 24 px", site.name, f"{kind.name}: {name}", len(small), "0")
        if small:
            found[name] = small[:10]
    context.close()
    assert found == {}


@pytest.mark.parametrize("width", [390, 1280] if AUDIT else [390])
def test_nothing_jumps(browser: Browser, site: Site, kind: Kind, names: list[str], width: int, note: Note) -> None:
    """No layout shift while a page is loaded and read to its end."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    context.add_init_script(WATCH)
    page = context.new_page()
    shifts = {}
    for name in names:
        page.goto(site.where(name))
        shifts[name] = page.evaluate(ROLL)
        note(f"layout shift, {width} px", site.name, f"{kind.name}: {name}", shifts[name], "0")
    context.close()
    assert {name: shift for name, shift in shifts.items() if shift} == {}


def test_nothing_moves_for_who_asks_for_that(browser: Browser, site: Site, kind: Kind, names: list[str]) -> None:
    """With reduced motion there is no animation, transition or smooth scrolling."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for name in names:
        page.goto(site.where(name))
        assert page.evaluate(MOVING) == [], name
    context.close()
