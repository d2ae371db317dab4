"""The photos of briefs as files."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PIL import Image

from newsbrief.images import shelf
from newsbrief.images.forms import taken_apart
from newsbrief.images.look import told
from newsbrief.images.told import Told
from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry
from newsbrief.site.build.plan import Page
from newsbrief.site.pages import photo
from tests.pictures import SECRET, drawn, jpeg
from tests.unit.briefs import entry
from tests.unit.site.pages.content_site import index_of, put, site, written

OWN = Photo("Osla Brandt", "© Tidings", "The quay.", "A quay", "images/quay.jpg")


def pictured(content: Path, shown: Photo = OWN, **fields: Any) -> Entry:
    picture = shelf.photo(content, shown.file, site(content).files[shown.file], decode=True)
    made = entry(**fields)
    return replace(made, picture=picture, brief=replace(made.brief, photo=shown))


def test_a_photo_has_files_of_several_sizes(tmp_path: Path) -> None:
    """WebP and JPEG in each width, with credit and rights and nothing private in them."""
    put(tmp_path, {"images/quay.jpg": jpeg(drawn(700, 500))})
    made = site(tmp_path)
    index, views = index_of([pictured(tmp_path)], made)
    files = written(photo, list(photo.plan(index, made)), views, made)
    assert sorted(name.rpartition("-")[2] for name in files) == ["480.jpg", "480.webp", "700.jpg", "700.webp"]
    for name, data in files.items():
        assert name.startswith("photos/ferry-")
        assert told(taken_apart(data)) == Told("Osla Brandt", "© Tidings")
        assert SECRET.encode() not in data
        assert f"-{Image.open(io.BytesIO(data)).width}." in name


def test_only_a_photo_that_a_page_shows_has_files(tmp_path: Path) -> None:
    """A photo without credit or rights has none, and neither has a retracted brief's."""
    put(tmp_path, {"images/quay.jpg": jpeg(drawn(70, 50))})
    made = site(tmp_path)
    for one in (pictured(tmp_path, Photo("", "", "", "", OWN.file)), pictured(tmp_path, status="retracted")):
        assert list(photo.plan(index_of([one], made)[0], made)) == []


def test_the_key_changes_with_the_picture(tmp_path: Path) -> None:
    """Other bytes in the same file are another photo."""
    planned: list[Page] = []
    for width in (60, 61):
        put(tmp_path, {"images/quay.jpg": jpeg(drawn(width, 40))})
        made = site(tmp_path)
        planned += photo.plan(index_of([pictured(tmp_path)], made)[0], made)
    assert planned[0].url == planned[1].url
    assert planned[0].values != planned[1].values
