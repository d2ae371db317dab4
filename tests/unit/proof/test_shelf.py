"""The list of proofs, and which page of the site is whose."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from newsbrief.proof import Room, Shelf

BRIEF = (
    "---\ntitle: {title}\ndate: {date}\nstatus: {status}\n---\nHob Merrin, the mayor, came on 3 May. Mr Merrin left.\n"
)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    briefs = tmp_path / "content" / "briefs"
    briefs.mkdir(parents=True)
    for name, date, status in (
        ("old", "2029-01-01", "review"),
        ("new", "2029-05-04", "published"),
        ("newest", "2029-05-05", "published"),
        ("draft", "2028-01-01", "draft"),
    ):
        (briefs / f"{name}.md").write_text(BRIEF.format(title=name.title(), date=date, status=status), "utf-8")
    (briefs / "broken.md").write_text("no front matter", "utf-8")
    return Shelf(Room(tmp_path / "content", dt.date(2029, 6, 1)), "{date:%Y}/{date:%m}/{date:%d}/{slug}/")


def test_what_waits_for_a_person_comes_first(shelf: Shelf) -> None:
    """What cannot be read, drafts, what is in review, then the rest, the newest first."""
    assert [row.path for row in shelf.rows(60)] == ["broken", "draft", "old", "newest", "new"]


def test_counts_take_no_longer_than_allowed_and_are_kept(shelf: Shelf) -> None:
    """Without time nothing is counted; once counted it stays so until the file is another."""
    assert {row.loose for row in shelf.rows(0)} == {None}
    assert {row.path: (row.unsure, row.loose) for row in shelf.rows(60)}["new"] == (0, 2)
    assert {row.path: row.loose for row in shelf.rows(0)}["new"] == 2
    file = shelf.room.briefs / "new.md"
    file.write_text(file.read_text("utf-8").replace("3 May", "foot"), "utf-8")
    os.utime(file, (1, 1))
    assert {row.path: row.loose for row in shelf.rows(0)}["new"] is None
    assert {row.path: row.loose for row in shelf.rows(60)}["new"] == 1


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/2029/05/04/new/", "new"),
        ("/2029/05/04/new/index.html", "new"),
        ("/2029/05/05/new/", ""),
        ("/topics/new/", ""),
        ("/", ""),
        ("", ""),
    ],
)
def test_page_of_a_brief(shelf: Shelf, url: str, path: str) -> None:
    """An address is a brief's only as a whole."""
    assert shelf.at(url) == path


def test_pattern_that_cannot_be_told(shelf: Shelf) -> None:
    """An address that needs what only Pelican knows is nobody's."""
    other = Shelf(shelf.room, "{category}/{slug}.html")
    assert other.at("/town/new.html") == other.url("new") == ""


def test_draft_has_no_page(shelf: Shelf) -> None:
    """A link to it would lead nowhere."""
    assert shelf.url("draft") == ""
    assert shelf.url("old") == "2029/01/01/old/"
