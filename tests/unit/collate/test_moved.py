"""Old addresses."""

import pytest

from newsbrief import collate
from newsbrief.model.entry import Entry
from tests.unit.briefs import edition, entry

TAKEN = {"", "timeline/", "2029/05/04/ferry/", "about/", "404.html"}
FOLDERS = ("feeds/", "theme/", "images/")


def moved(*entries: Entry) -> tuple[list[str], list[str]]:
    pages, refusals = collate.moved(entries, edition(), TAKEN, FOLDERS)
    assert all(page.target == "2029/05/04/ferry/" for page in pages)
    return [page.url for page in pages], [refusal.reason for refusal in refusals]


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
def test_a_page_stands_at_each_old_address(alias: str, url: str) -> None:
    """A folder, or the file that was there."""
    assert moved(entry(aliases=(alias,))) == ([url], [])


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
def test_no_page_is_overwritten_and_no_file_hidden(alias: str, reason: str) -> None:
    """The refusal names the address and says what to do; the brief itself stays."""
    pages, (told,) = moved(entry(aliases=(alias,)))
    assert pages == []
    assert f"/{alias} {reason}" in told
    assert told.endswith("out of `aliases`")


def test_of_two_briefs_with_one_old_address_the_first_has_it() -> None:
    """By the file's name, whatever the order in which they are read."""
    one, two = entry("briefs/2029-05-04-ferry.md", aliases=("old/",)), entry("briefs/b.md", aliases=("Old",))
    pages, (told,) = moved(two, one)
    assert pages == ["old/"]
    assert "taken by briefs/2029-05-04-ferry.md" in told
