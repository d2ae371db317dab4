"""What pages weigh, in bytes as they lie on the disk, before any compression; and what they ask for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.audit.conftest import Note
from tests.audit.kinds import NAMED, Kind
from tests.audit.sites import Site
from tests.site.reading import arrival

# HTML in kB of 1000 bytes, and the style, which a reader loads once for all pages.
HEAVIEST = {"brief": 12.5, "front page": 15.0}
STYLE = 16.0
# All that a phone loads for a brief with a photo, the picture included, in kB.
WITH_PHOTO = 120.0
PHOTO = b'<figure class="nb-photo">'
# The page, its style and its script; browsers ask for the icon besides. A photo is one more, the search has a script
# and an index more.
REQUESTS = {"brief": 3, "search": 5}
OTHERS = 4
# Scrolls down, where something may be loaded late, and waits until it would have been asked for.
AT_THE_END = """() => new Promise(done => {
  scrollTo(0, document.body.scrollHeight);
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
})"""


def kilobytes(site: Site, name: str) -> tuple[float, float]:
    """A page, and its style."""
    found = [attributes["href"] for tag, attributes in site.pages[name].tags if attributes.get("rel") == "stylesheet"]
    (style,) = found
    return len(site.files[name]) / 1000, len(site.files[arrival(name, style, site.prefix)]) / 1000


@pytest.mark.parametrize("which", ["typical", "heaviest"])
@pytest.mark.parametrize("kind_name", HEAVIEST)
def test_page_is_light(site: Site, kind_name: str, which: str, note: Note) -> None:
    """A brief without a photo and the front page; and their style."""
    names = [name for name in site.of(NAMED[kind_name]) if b"<img" not in site.files[name]]
    name = names[-1] if which == "heaviest" else names[len(names) // 2]
    (weight, style), wanted = kilobytes(site, name), HEAVIEST[kind_name]
    note("kB of HTML", site.name, f"{which} {kind_name}", weight, f"at most {wanted:g}")
    note("kB of CSS", site.name, f"{which} {kind_name}", style, f"at most {STYLE:g}")
    assert weight <= wanted, name
    assert style <= STYLE, name


@pytest.mark.parametrize("density", [2, 3])
def test_phone_page_with_a_photo_is_light(browser: Browser, site: Site, density: int, note: Note) -> None:
    """Everything that a phone loads, on each brief that shows a photo."""
    names = [name for name in site.of(NAMED["brief"]) if PHOTO in site.files[name]]
    if not names:
        pytest.skip("no brief of this site shows a photo")
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=density, is_mobile=True)
    for name in names:
        page = context.new_page()
        sizes: list[int] = []
        page.on("requestfinished", lambda one, seen=sizes: seen.append(one.sizes()["responseBodySize"]))  # type: ignore[misc]
        page.goto(site.where(name))
        page.evaluate("() => document.querySelector('.nb-photo img').decode()")
        page.close()
        weight = sum(sizes) / 1000
        note(f"kB in all, at {density} pixels each", site.name, f"brief: {name}", weight, f"at most {WITH_PHOTO:g}")
        assert weight <= WITH_PHOTO, name
    context.close()


def test_page_asks_for_little_and_nobody_else(
    browser: Browser, site: Site, kind: Kind, names: list[str], note: Note
) -> None:
    """At most three requests on a brief, a few on others, and on no page one to another host."""
    for name in names:
        most = REQUESTS.get(kind.name, OTHERS) + (PHOTO in site.files[name])
        page = browser.new_page()
        requests: list[str] = []
        page.on("request", lambda request, seen=requests: seen.append(request.url))  # type: ignore[misc]
        page.goto(site.where(name))
        page.evaluate(AT_THE_END)
        page.close()
        asked = [request for request in requests if "favicon" not in request]
        note("requests", site.name, f"{kind.name}: {name}", len(asked), f"at most {most}")
        note("kB of HTML", site.name, f"{kind.name}: {name}", kilobytes(site, name)[0])
        assert [request for request in asked if not request.startswith(site.address)] == []
        assert len(asked) <= most, asked
