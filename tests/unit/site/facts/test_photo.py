"""Whether a photo is shown, and in which files."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry, Picture
from newsbrief.model.views import PhotoView
from newsbrief.site.facts import photo
from tests.unit.briefs import brief

URL = "2029/05/04/quay/"
QUAY = Photo("Osla Brandt", "© Tidings", "The quay.", "A quay", "images/quay.jpg")


def entry(width: int = 2000, height: int = 1000, named: Photo = QUAY, **picture: str) -> Entry:
    found = Picture("images/quay.jpg", "ab", width, height, **picture)
    return Entry("briefs/2029-05-04-quay.md", brief(photo=named), picture=found)


def view(one: Entry) -> PhotoView:
    found = photo.view(one, URL)
    assert found
    return found


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (4000, (480, 800, 1200, 1600)),
        (1600, (480, 800, 1200, 1600)),
        (1300, (480, 800, 1300)),
        (1000, (480, 800, 1000)),
        (850, (480, 850)),
        (500, (500,)),
        (1, (1,)),
    ],
)
def test_no_size_is_larger_than_the_picture(width: int, widths: tuple[int, ...]) -> None:
    """No two widths are nearly the same."""
    found = view(entry(width, width))
    assert tuple(size.width for size in found.webp) == tuple(size.width for size in found.jpeg) == widths


def test_sizes_have_the_shape_of_the_picture() -> None:
    """To the pixel."""
    found = view(entry(2000, 1001))
    assert [(size.width, size.height) for size in found.jpeg] == [(480, 240), (800, 400), (1200, 601), (1600, 801)]
    assert (found.plain.width, found.large.width, {size.kind for size in found.webp}) == (800, 1200, {"image/webp"})


@pytest.mark.parametrize(
    ("named", "file", "shown"),
    [
        (Photo("A", "B", file="x"), {"credit": "C", "rights": "D"}, ("A", "B")),
        (Photo(file="x"), {"credit": "C", "rights": "D"}, ("C", "D")),
        (Photo("A", file="x"), {"credit": "C", "rights": "D"}, ("A", "D")),
        (Photo(rights="B", file="x"), {"credit": "C"}, ("C", "B")),
        (Photo("A", file="x"), {}, None),
        (Photo(rights="B", file="x"), {}, None),
        (Photo("A", file="x"), {"credit": "C"}, None),
    ],
)
def test_photo_needs_credit_and_rights(named: Photo, file: dict[str, Any], shown: tuple[str, str] | None) -> None:
    """The brief's words count before the file's."""
    found = photo.view(entry(named=named, **file), URL)
    assert (found and (found.credit, found.rights)) == shown


def test_brief_without_a_picture_has_no_photo() -> None:
    """A credit alone shows none."""
    assert photo.view(Entry("a.md", brief(photo=QUAY)), URL) is None


def test_names_of_files_change_with_what_is_in_them() -> None:
    """Browsers may cache a file for ever: another credit, right or program gives another name, a caption does not."""
    different = (
        entry(),
        entry(named=Photo("Another", "© Tidings", file="x")),
        entry(named=Photo("Osla Brandt", "Another", file="x")),
        entry(made_by="another"),
    )
    stems = {photo.stem_of(view(one)) for one in different}
    assert len(stems) == 4
    assert all(stem.startswith("photos/quay-") for stem in stems)
    assert photo.stem_of(view(entry(named=Photo("Osla Brandt", "© Tidings", "Another", "Another", "x")))) in stems


@pytest.mark.parametrize(
    ("named", "path"), [("images/quay.jpg", "images/quay.jpg"), ("quay.jpg", "briefs/quay.jpg"), ("", "")]
)
def test_file_name_without_a_folder_is_in_the_brief_s_folder(named: str, path: str) -> None:
    """A name with a folder counts from the content folder."""
    assert photo.path_of(entry(named=Photo("A", "B", file=named))) == path


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("images/quay.jpg", True),
        ("images/die Mole, früh.jpg", True),
        ("images/항구.jpg", True),
        ("images/..jpg", False),
        ("images/../x.jpg", False),
        ("../x.jpg", False),
        ("/x.jpg", False),
        ("./x.jpg", False),
        ("images//x.jpg", False),
        ("images/x.jpg\n", False),
        ("C:/x.jpg", False),
        ("a" * 301, False),
        ("", False),
    ],
)
def test_path_stays_below_the_content_folder(path: str, plain: bool) -> None:
    """Any disk and server can have it."""
    assert photo.is_plain(path) == plain
