"""Whether a photo is shown, and in which files."""

from __future__ import annotations

import datetime as dt

import pytest

from newsbrief.collate import photo
from newsbrief.model.article import Photo
from newsbrief.model.brief import Brief, Moment
from newsbrief.model.entry import Entry, Picture

URL = "2029/05/04/quay/"


def entry(
    width: int = 2000,
    height: int = 1000,
    told: Photo = Photo("Osla Brandt", "© Tidings", "The quay.", "A quay", "images/quay.jpg"),  # noqa: B008
    **picture: str,
) -> Entry:
    brief = Brief("The quay", Moment(dt.date(2029, 5, 4)), photo=told)
    return Entry("briefs/2029-05-04-quay.md", brief, picture=Picture("images/quay.jpg", "ab", width, height, **picture))


@pytest.mark.parametrize(
    ("width", "wanted"),
    [
        (4000, (480, 800, 1200, 1600)),
        (1600, (480, 800, 1200, 1600)),
        (1300, (480, 800, 1300)),
        (1000, (480, 800, 1000)),
        (850, (480, 850)),
        (500, (500,)),
        (300, (300,)),
        (1, (1,)),
    ],
)
def test_no_size_is_larger_than_the_picture(width: int, wanted: tuple[int, ...]) -> None:
    """Or nearly that of another."""
    view = photo.view(entry(width, width), URL)
    assert view
    assert tuple(size.width for size in view.webp) == tuple(size.width for size in view.jpeg) == wanted


def test_sizes_have_the_shape_of_the_picture() -> None:
    """To the pixel, and at least one."""
    view = photo.view(entry(2000, 1001), URL)
    assert view
    assert [(size.width, size.height) for size in view.jpeg] == [(480, 240), (800, 400), (1200, 601), (1600, 801)]
    assert (view.plain.width, view.large.width) == (800, 1200)
    assert {size.kind for size in view.webp} == {"image/webp"}


@pytest.mark.parametrize(
    ("told", "file", "wanted"),
    [
        (Photo("A", "B", file="x"), {}, ("A", "B")),
        (Photo("A", "B", file="x"), {"credit": "C", "rights": "D"}, ("A", "B")),
        (Photo(file="x"), {"credit": "C", "rights": "D"}, ("C", "D")),
        (Photo("A", file="x"), {"credit": "C", "rights": "D"}, ("A", "D")),
        (Photo(rights="B", file="x"), {"credit": "C"}, ("C", "B")),
        (Photo("A", file="x"), {}, None),
        (Photo(rights="B", file="x"), {}, None),
        (Photo("A", file="x"), {"credit": "C"}, None),
    ],
)
def test_photo_needs_credit_and_rights(told: Photo, file: dict[str, str], wanted: tuple[str, str] | None) -> None:
    """The brief's words come first, then the file's; with neither it is not shown."""
    view = photo.view(entry(told=told, **file), URL)
    assert (view and (view.credit, view.rights)) == wanted


def test_without_a_picture_there_is_no_photo() -> None:
    """A credit alone shows none."""
    assert photo.view(Entry("a.md", entry().brief), URL) is None


def test_names_tell_what_is_in_the_files() -> None:
    """Another picture, credit, rights or program makes other names; the caption stands in none."""
    stems = {
        photo.stem_of(view)
        for one in (
            entry(),
            entry(told=Photo("Another", "© Tidings", file="x")),
            entry(told=Photo("Osla Brandt", "Another", file="x")),
            entry(made_by="another"),
        )
        if (view := photo.view(one, URL))
    }
    assert len(stems) == 4
    assert all(stem.startswith("photos/quay-") for stem in stems)
    captioned = photo.view(entry(told=Photo("Osla Brandt", "© Tidings", "Another", "Another", "x")), URL)
    assert captioned
    assert photo.stem_of(captioned) in stems


@pytest.mark.parametrize(
    ("named", "wanted"),
    [
        ("images/quay.jpg", "images/quay.jpg"),
        ("quay.jpg", "briefs/quay.jpg"),
        ("briefs/2029/quay.jpg", "briefs/2029/quay.jpg"),
        ("", ""),
    ],
)
def test_photo_lies_where_it_is_named(named: str, wanted: str) -> None:
    """Below the content folder, or without a folder's name beside the brief."""
    assert photo.path_of(entry(told=Photo("A", "B", file=named))) == wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
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
        ("", False),
    ],
)
def test_paths_lead_down(path: str, wanted: bool) -> None:
    """And nowhere else."""
    assert photo.is_plain(path) == wanted
