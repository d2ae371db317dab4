"""What pages weigh, in bytes as they lie on the disk, before any compression; and what they ask for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.audit.conftest import Note
from tests.audit.kinds import NAMED, Kind
from tests.audit.sites import Site
from tests.site.reading import arrival

# HTML and CSS together, in kB of 1000 bytes.
HEAVIEST = {"brief": 16.0, "front page": 30.0}
# The page, its style and its script; browsers ask for the icon besides. The search has a script and an index more.
REQUESTS = {"brief": 3, "search": 5}
OTHERS = 4
# Scrolls down, where something may be loaded late, and waits until it would have been asked for.
AT_THE_END = """() => new Promise(done => {
  scrollTo(0, document.body.scrollHeight);
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
})"""


def kilobytes(site: Site, name: str) -> float:
    """A page and its styles."""
    styles = [attributes["href"] for tag, attributes in site.pages[name].tags if attributes.get("rel") == "stylesheet"]
    assert styles, name
    return (len(site.files[name]) + sum(len(site.files[arrival(name, one, site.prefix)]) for one in styles)) / 1000


@pytest.mark.parametrize("which", ["typical", "heaviest"])
@pytest.mark.parametrize("kind_name", HEAVIEST)
def test_page_is_light(site: Site, kind_name: str, which: str, note: Note) -> None:
    """A brief without a photo and the front page, with their style."""
    names = [name for name in site.of(NAMED[kind_name]) if b"<img" not in site.files[name]]
    name = names[-1] if which == "heaviest" else names[len(names) // 2]
    weight, wanted = kilobytes(site, name), HEAVIEST[kind_name]
    note("kB of HTML and CSS", site.name, f"{which} {kind_name}", weight, f"at most {wanted:g}")
    assert weight <= wanted, name


def test_page_asks_for_little_and_nobody_else(
    browser: Browser, site: Site, kind: Kind, names: list[str], note: Note
) -> None:
    """At most three requests on a brief, a few on others, and on no page one to another host."""
    most = REQUESTS.get(kind.name, OTHERS)
    for name in names:
        page = browser.new_page()
        requests: list[str] = []
        page.on("request", lambda request, seen=requests: seen.append(request.url))  # type: ignore[misc]
        page.goto(site.where(name))
        page.evaluate(AT_THE_END)
        page.close()
        asked = [request for request in requests if "favicon" not in request]
        note("requests", site.name, f"{kind.name}: {name}", len(asked), f"at most {most}")
        note("kB of HTML and CSS", site.name, f"{kind.name}: {name}", kilobytes(site, name))
        assert [request for request in asked if not request.startswith(site.address)] == []
        assert len(asked) <= most, asked
