"""The lists of all topics, sections, authors, places and organisations."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.site.index.letters import order
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, planned

FULL: dict[str, Any] = {
    "tags": ("Ferry",),
    "category": "Town",
    "authors": ("Ida Fenn",),
    "places": ("Skell",),
    "organisations": ("Port Trust",),
}
TWO = [entry("briefs/a.md", **FULL), entry("briefs/b.md", **FULL)]


def test_every_kind_of_list_has_its_own() -> None:
    """Each entry counts its briefs."""
    pages = models("list_index", *TWO)
    found = {
        url: [(link.text, link.url, link.count) for group in page.groups for link in group.links]
        for url, page in pages.items()
    }
    assert found == {
        "topics/": [("Ferry", "topics/ferry/", 2)],
        "sections/": [("Town", "sections/town/", 2)],
        "authors/": [("Ida Fenn", "authors/ida-fenn/", 2)],
        "places/": [("Skell", "places/skell/", 2)],
        "organisations/": [("Port Trust", "organisations/port-trust/", 2)],
    }


def test_list_without_entries_has_no_page() -> None:
    """A place needs two briefs to have a page."""
    assert list(planned("list_index", entry(tags=("Ferry",), places=("Skell",)))) == ["topics/"]


@pytest.mark.parametrize(("without", "url"), [("tags", "topics/"), ("places", "places/"), ("authors", "authors/")])
def test_theme_without_the_template_has_no_page(without: str, url: str) -> None:
    """The others are there all the same."""
    urls = set(planned("list_index", *TWO, site={"without": (without,)}))
    assert (url in urls, len(urls)) == (False, 4)


def test_long_list_has_letters_and_the_most_used_first() -> None:
    """In alphabetical order either way; a short list has no letters."""
    names = [f"{'ABÄ'[number % 3]} {number:03d}" for number in range(300)]
    briefs = [entry(f"briefs/{n}.md", title=str(n), tags=tuple(names[n:])) for n in (0, 290)]
    page = models("list_index", *briefs)["topics/"]
    assert [(group.title, len(group.links)) for group in page.groups] == [("A", 200), ("B", 100)]
    assert [link.text for link in page.most] == [*sorted(names[290:], key=order), names[0], names[2]]
    short = models("list_index", entry(tags=("B", "A")))["topics/"]
    assert [(group.title, [link.text for link in group.links]) for group in short.groups] == [("", ["A", "B"])]
    assert short.most == ()
