"""Photos in a real browser: nothing jumps, nothing is cut, and a phone loads no more than it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Route

from tests.barriers import barriers
from tests.newsroom import Newsroom
from tests.pictures import drawn, jpeg, packet
from tests.serving import served
from tests.site.test_leaks import brief

WIDE, HIGH, RIGHT_TO_LEFT, SMALL = (f"2029/05/04/{name}/" for name in ("wide", "high", "rtl", "small"))
PAGES = (WIDE, HIGH, RIGHT_TO_LEFT, SMALL)
# All that a phone loads for a brief with a photo, in bytes: page, style, script and picture.
HEAVIEST = 120_000
WATCH = """
window.shifted = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifted += entry.value; })
  .observe({ type: "layout-shift", buffered: true });
"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
LOADED = "() => document.querySelector('.nb-photo img').decode()"
# The width in CSS pixels at which the photo is shown, and the file that the browser chose.
SHOWN = """() => {
  const photo = document.querySelector(".nb-photo img");
  return [photo.getBoundingClientRect().width, photo.currentSrc];
}"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """Briefs with photos: a wide one full of detail, a high one, one of a page from right to left, a small one."""
    newsroom = Newsroom.open(tmp_path_factory.mktemp("photos") / "site", project)
    detailed = Image.blend(Image.effect_noise((2400, 1600), 60).convert("RGB"), drawn(2400, 1600), 0.5)
    pictures = {"wide": detailed, "high": drawn(1000, 1700), "rtl": drawn(1000, 1700), "small": drawn(300, 200)}
    for name, picture in pictures.items():
        (newsroom.content / "images" / f"{name}.jpg").write_bytes(jpeg(picture, xmp=packet("HNA", "© HNA")))
        caption = "The quay at dawn, with all that lies on it, as the harbour master saw it on that morning in May."
        front = f"status: published\nphoto: {{file: images/{name}.jpg, alt: A quay, caption: '{caption}'}}"
        lang = "\nlang: ar" if name == "rtl" else ""
        newsroom.brief(f"2029-05-04-{name}.md", brief(front + lang, f"The {name} photo"))
    done = newsroom.build("--publish", SITEURL="https://news.example/brief")
    assert done.returncode == 0, done.stderr
    return newsroom


@pytest.fixture(scope="module")
def address(pictured: Newsroom) -> Iterator[str]:
    """Where they are served."""
    with served(pictured.output) as found:
        yield found


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "height"), [(390, 844), (700, 900), (1280, 900)])
def test_nothing_jumps_when_the_photo_comes_late(
    browser: Browser, address: str, path: str, width: int, height: int
) -> None:
    """The picture is held back until the page has been drawn; when it comes, nothing moves."""
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(WATCH)
    page = context.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile("/photos/"), hold)
    page.goto(address + path, wait_until="domcontentloaded")
    page.evaluate(TWO_FRAMES)
    before = page.evaluate(SHOWN)[0]
    assert len(held) == 1
    assert before > 200
    for route in held:
        route.continue_()
    page.evaluate(LOADED)
    page.evaluate(TWO_FRAMES)
    assert page.evaluate("window.shifted") == 0
    assert abs(page.evaluate(SHOWN)[0] - before) < 1
    context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_with_a_photo_has_no_barrier_and_fits(browser: Browser, address: str, path: str, scheme: str) -> None:
    """Axe finds nothing, and on a narrow phone nothing has to be scrolled sideways."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 640})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + path)
    found = barriers(page)
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert found == []
    assert too_wide == 0


@pytest.mark.parametrize("density", [2, 3])
def test_phone_loads_little(browser: Browser, address: str, density: int) -> None:
    """Page, style, script and a photo full of detail are at most 120 kB together; nothing is blocked or missing."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=density, is_mobile=True)
    page = context.new_page()
    sizes: dict[str, int] = {}
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfinished", lambda one: sizes.update({one.url: one.sizes()["responseBodySize"]}))
    page.goto(address + WIDE)
    page.evaluate(LOADED)
    chosen = page.evaluate(SHOWN)[1]
    context.close()
    assert complaints == []
    assert sum(sizes.values()) <= HEAVIEST, sizes
    assert sizes[chosen] > 40_000, "a picture that is no trial"
    assert sum("/photos/" in url for url in sizes) == 1


@pytest.mark.parametrize("density", [1, 2])
@pytest.mark.parametrize("width", [320, 390, 600, 720, 900, 1280, 1920])
def test_browser_chooses_the_size_that_is_shown(browser: Browser, address: str, width: int, density: int) -> None:
    """The sizes that the page names are those of its style: never a blurred picture, never one far too large."""
    context = browser.new_context(viewport={"width": width, "height": 1000}, device_scale_factor=density)
    page = context.new_page()
    page.goto(address + WIDE)
    page.evaluate(LOADED)
    shown, chosen = page.evaluate(SHOWN)
    context.close()
    file = re.search(r"-(\d+)\.webp$", chosen)
    assert file
    fitting = next((size for size in (480, 800, 1200, 1600) if size >= shown * density - 2), 1600)
    assert int(file[1]) == fitting, (shown, chosen)
