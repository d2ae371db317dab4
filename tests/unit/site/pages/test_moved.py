"""Old addresses of briefs."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.model.entry import Entry
from newsbrief.site.build.plan import Page
from newsbrief.site.pages import moved
from newsbrief.site.render.site import OwnPage
from tests.unit.briefs import entry
from tests.unit.site.pages.content_site import index_of, site

PAGES = [Page(url, "front") for url in ("", "timeline/", "2029/05/04/ferry/", "404.html")]
ABOUT = {"pages/about.md": OwnPage("", {"save_as": "about/index.html"})}


def found(content: Path, *entries: Entry) -> tuple[list[str], list[str]]:
    """The addresses of the pages, and the reasons of what is refused."""
    made = site(content, fields={"own_pages": ABOUT})
    index, _ = index_of(entries, made)
    pages = list(moved.plan_last(index, made, PAGES))
    assert {page.values for page in pages} <= {("2029/05/04/ferry/",)}
    return [page.url for page in pages], [one.reason for one in moved.refusals(index, made, [*PAGES, *pages])]


@pytest.mark.parametrize(
    ("alias", "url"),
    [
        ("2029/05/03/ferry/", "2029/05/03/ferry/"),
        ("/old/ferry", "old/ferry/"),
        ("old/ferry.html", "old/ferry.html"),
        ("ferry.php", "ferry.php/"),
        ("v1.2/ferry/", "v1.2/ferry/"),
        ("fähre/", "fähre/"),
    ],
)
def test_a_page_stands_at_each_old_address(tmp_path: Path, alias: str, url: str) -> None:
    """A folder, or the file that was there."""
    assert found(tmp_path, entry(aliases=(alias,))) == ([url], [])


@pytest.mark.parametrize(
    ("alias", "reason"),
    [
        ("timeline/", "is taken by a page of the site"),
        ("Timeline", "is taken by a page of the site"),
        ("index.html", "is taken by a page of the site"),
        ("about/index.html", "is taken by a page of the site"),
        ("404.html", "is taken by a page of the site"),
        ("2029/05/04/ferry/", "is taken by a page of the site"),
        ("feeds/all/", "lies in a folder that the site fills itself"),
        ("THEME/x", "lies in a folder that the site fills itself"),
        ("images/quay", "lies in a folder that the site fills itself"),
        ("timeline/events.ics", "cannot be a page"),
        ("timeline/events.json/x/", "cannot be a page"),
        ("robots.txt", "cannot be a page"),
        ("x.html/y/", "cannot be a page"),
        ("a/con/", "cannot be a page"),
        (".git/config/", "cannot be a page"),
        ("old./", "cannot be a page"),
    ],
)
def test_no_page_is_overwritten_and_no_file_hidden(tmp_path: Path, alias: str, reason: str) -> None:
    """The refusal names the address and says what to do."""
    pages, (said,) = found(tmp_path, entry(aliases=(alias,)))
    assert pages == []
    assert f"/{alias} {reason}" in said
    assert said.endswith("out of `aliases`")


def test_of_two_briefs_with_one_old_address_the_first_has_it(tmp_path: Path) -> None:
    """The first by its path, whichever is newer; the other one is refused with the line of its aliases."""
    one = entry("briefs/2029-05-04-ferry.md", aliases=("old/",))
    two = entry("briefs/b.md", aliases=("Old",), lines={"aliases": 7})
    pages, (said,) = found(tmp_path, two, one)
    assert pages == ["old/"]
    assert "taken by briefs/2029-05-04-ferry.md" in said
