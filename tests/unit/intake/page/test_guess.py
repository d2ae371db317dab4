"""Pages that declare nothing."""

from __future__ import annotations

from newsbrief.intake import page
from tests.unit.intake.page.saved import TEXT


def test_what_a_page_shows_without_saying_so() -> None:
    """Without metadata, headline, date and author come from where trafilatura sees them."""
    found = page.read(
        "<html><body><h2 class='post-title'>Harbour reopens after the storm</h2>"
        f"<span class='date'>Published on 2019-05-04</span><p class='submitted-by'>Osla Brandt</p>{TEXT}</body></html>"
    )
    assert (found.headline, found.date, found.authors) == (
        "Harbour reopens after the storm",
        "2019-05-04",
        ("Osla Brandt",),
    )


def test_nothing_is_made_up() -> None:
    """A page that shows neither a date nor an author has none, whatever year it ends with."""
    found = page.read(f"<html><body><h1>Harbour reopens after the storm</h1>{TEXT}<p>© 2019</p></body></html>")
    assert (found.date, found.authors, found.photo) == ("", (), None)
