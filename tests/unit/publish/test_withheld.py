"""Which static files are not for readers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry
from newsbrief.publish.withheld import names_files, withheld
from tests.unit.briefs import entry

FILES = frozenset({"images/a.png", "images/b c.png", "images/sub/d.png", "docs/e.pdf"})


def one(body: str, photo: str = "") -> Entry:
    made = entry("briefs/a.md", body=body)
    return replace(made, brief=replace(made.brief, photo=Photo(file=photo) if photo else None))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Words.", set()),
        ("![x]({static}/images/a.png)", {"images/a.png"}),
        ("![x](|attach|../images/a.png 'title')", {"images/a.png"}),
        ('<img src="/images/b%20c.png">', {"images/b c.png"}),
        ("![x](</images/b c.png>)", {"images/b c.png"}),
        ("![x](https://news.example/brief/images/sub/d.png?x#y)", {"images/sub/d.png"}),
        ("[x](docs/e.pdf), and images/a.png.", {"docs/e.pdf"}),
        ("[x][1]\n\n[1]: /images/a.png", {"images/a.png"}),
        ("images/a.pngx images/none.png images/", set()),
    ],
)
def test_what_only_hidden_briefs_name_is_withheld(body: str, wanted: set[str]) -> None:
    """However Markdown or HTML names it; and it stays where something that is shown names it as well."""
    assert withheld(FILES, [one(body)], [], [], []) == wanted
    assert withheld(FILES, [one(body)], [], ["Words.", body], []) == set()
    assert withheld(FILES, [one(body)], [], [], [body]) == set()


def test_photo_is_no_file_for_readers() -> None:
    """Whoever's photo it is; only its sizes are shown."""
    assert withheld(FILES, [one("", "images/a.png")], [], ["Words."], []) == {"images/a.png"}


def test_brief_that_cannot_be_read_hides_its_pictures(tmp_path: Path) -> None:
    """A broken line in its front matter does not publish them."""
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: [\nphoto: {file: images/a.png, alt: x}\n---\n![x](/images/b%20c.png)\n", "utf-8")
    assert withheld(FILES, [], [file, tmp_path / "gone.md"], [], []) == {"images/a.png", "images/b c.png"}


def test_theme_is_read_only_where_there_is_something_to_decide() -> None:
    """Most sites have no such pictures, and read no template for it."""

    def texts() -> Iterator[str]:
        raise AssertionError("read")
        yield ""

    assert withheld(FILES, [one("Words.")], [], [], texts()) == set()


@pytest.mark.parametrize(
    ("text", "wanted"), [("Words.", False), ("x images/a.png", True), ("x imag%65s/a.png", True), ("images", False)]
)
def test_body_that_may_name_a_file_is_known(text: str, wanted: bool) -> None:
    """Such a body decides about other files, too."""
    assert names_files(text, ["images"]) == wanted
