"""Files of the content folder that are copied, and those that are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image

from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry
from newsbrief.site.pages import static_file
from newsbrief.site.render.site import OwnPage
from tests.pictures import SECRET, drawn, jpeg
from tests.unit.briefs import entry
from tests.unit.site.pages.content_site import index_of, put, site, written

CONTENT: dict[str, bytes | str] = {
    "images/a.csv": "x",
    "images/b c.csv": "x",
    "images/港.csv": "x",
    "images/notes.md": "x",
    "images/.hidden/x.csv": "x",
    "briefs/nets.csv": "x",
    "raw/a.csv": "x",
}
ALL = {"images/a.csv", "images/b c.csv", "images/港.csv"}


def found(content: Path, *entries: Entry, **fields: Any) -> tuple[set[str], list[str]]:
    """What is copied, and what is said of the rest."""
    made = site(content, fields=fields)
    index, _ = index_of(entries, made)
    pages = list(static_file.plan(index, made))
    return {page.url for page in pages}, [str(one) for one in static_file.refusals(index, made, pages)]


def brief(body: str = "", photo: str = "", **fields: Any) -> Entry:
    made = entry(body=body, **fields)
    return replace(made, brief=replace(made.brief, photo=Photo(file=photo) if photo else None))


LINK = "![A crane]({static}/images/a.csv)"


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        ([], ALL),
        ([brief(LINK)], ALL),
        ([brief(LINK, status="draft")], ALL - {"images/a.csv"}),
        ([brief(LINK, status="retracted")], ALL - {"images/a.csv"}),
        ([brief(LINK, status="draft"), replace(brief(LINK), path="briefs/b.md")], ALL),
        ([brief(photo="images/a.csv")], ALL - {"images/a.csv"}),
        ([brief("[Nets]({static}nets.csv)")], ALL | {"briefs/nets.csv"}),
        ([brief("[Nets]({static}nets.csv)", status="draft")], ALL),
        ([brief("[Raw]({static}/raw/a.csv) [Up]({static}/../secret.csv)")], ALL),
    ],
)
def test_files_of_shown_texts_and_of_no_text_are_copied(tmp_path: Path, entries: list[Entry], wanted: set[str]) -> None:
    """Photos are shown by their briefs alone; what only hidden texts name would give these away."""
    put(tmp_path, CONTENT)
    assert found(tmp_path, *entries) == (wanted, [])


def test_a_page_that_people_wrote_shows_a_file_and_a_draft_of_one_hides_it(tmp_path: Path) -> None:
    """So does a file that cannot be read."""
    put(tmp_path, {**CONTENT, "pages/about.md": "See (/images/a.csv)."})
    assert found(tmp_path)[0] == ALL - {"images/a.csv"}
    assert found(tmp_path, own_pages={"pages/about.md": OwnPage("See (/images/a.csv).", {})})[0] == ALL
    assert found(tmp_path, unread=("images/b c.csv)",))[0] == {"images/港.csv"}


def test_what_is_not_copied_is_named(tmp_path: Path) -> None:
    """A kind that browsers run, a second spelling of a name, a broken picture, and a folder that leads elsewhere."""
    content = tmp_path / "content"
    files: dict[str, bytes | str] = dict.fromkeys(("images/a.html", "images/A.csv", "images/quay.jpg"), "x")
    put(content, CONTENT | files)
    put(tmp_path / "away", {"b/c.csv": "x", "d.csv": "x"})
    (content / "images" / "away").symlink_to(tmp_path / "away")
    made = site(content)
    # A build lists files behind links, too.
    made = replace(made, files={**made.files, "images/away/b/c.csv": "1", "images/away/d.csv": "2"})
    index, _ = index_of([], made)
    pages = list(static_file.plan(index, made))
    said = [str(one).partition(": is not copied: ") for one in static_file.refusals(index, made, pages)]
    assert {page.url for page in pages} == (ALL - {"images/a.csv"}) | {"images/A.csv"}
    assert [(file, reason.split()[0]) for file, _, reason in said] == [
        ("content/images/a.csv", "its"),
        ("content/images/a.html", "browsers"),
        ("content/images/quay.jpg", "is"),
        ("content/images/away", "it"),
    ]


def test_a_picture_loses_what_is_private(tmp_path: Path) -> None:
    """Place, names and serial numbers go, and the pixels stay. Any other file keeps its bytes."""
    put(tmp_path, {"images/quay.jpg": jpeg(drawn(60, 40)), "images/a.csv": "1,2"})
    made = site(tmp_path)
    index, views = index_of([], made)
    files = written(static_file, list(static_file.plan(index, made)), views, made)
    assert files["images/a.csv"] == b"1,2"
    assert SECRET.encode() not in files["images/quay.jpg"]
    (tmp_path / "copy.jpg").write_bytes(files["images/quay.jpg"])
    assert Image.open(tmp_path / "copy.jpg").size == (60, 40)


def test_a_file_is_looked_into_once(tmp_path: Path) -> None:
    """What is found out about bytes is remembered, also for a file that got another name."""
    put(tmp_path, {"images/quay.jpg": jpeg(drawn(60, 40)), "images/a.csv": "1,2"})
    first = site(tmp_path)
    list(static_file.plan(index_of([], first)[0], first))
    (tmp_path / "images" / "quay.jpg").rename(tmp_path / "images" / "boat.jpg")
    memo = dict(first.memo)
    again = site(tmp_path, fields={"memo": memo})
    list(static_file.plan(index_of([], again)[0], again))
    assert memo == first.memo
