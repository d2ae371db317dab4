"""Pictures among the paragraphs: who made them, what they show, and what the article claims about them."""

from __future__ import annotations

import pytest

from newsbrief import extract, rules
from newsbrief.intake import text
from newsbrief.model.article import Photo

BODY = "The boats came back to the harbour late on a quiet evening, and nobody had come to see them land."
CASES = [
    ("labelled", "Photo: EW (Fair Use)", Photo("EW", "Fair Use")),
    ("by", "Photo by Osla Brandt", Photo("Osla Brandt")),
    ("image credit", "Image credit: Osla Brandt / Ellery Wire", Photo("Osla Brandt / Ellery Wire")),
    (
        "an agency's",
        "Boats lie in the harbour of Port Ellery at dawn. (EW Photo/Osla Brandt, File)",
        Photo("EW Photo/Osla Brandt, File", caption="Boats lie in the harbour of Port Ellery at dawn."),
    ),
    (
        "caption above its credit",
        "Boats lie in the harbour at dawn.\nPhoto: Osla Brandt",
        Photo("Osla Brandt", caption="Boats lie in the harbour at dawn."),
    ),
    (
        "file photo",
        "FILE PHOTO: Boats lie in the harbour of Port Ellery, March 2, 2027. EW/Osla Brandt",
        Photo("EW/Osla Brandt", caption="Boats lie in the harbour of Port Ellery, March 2, 2027."),
    ),
    ("through an agency", "Osla Brandt / EW via Getty Images", Photo("Osla Brandt / EW via Getty Images")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "photo"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
@pytest.mark.parametrize("place", ["top", "middle", "end"])
def test_read(place: str, line: str, photo: Photo) -> None:
    """Wherever it stands, the picture is read and leaves the text."""
    parts = {"top": [line, BODY, BODY], "middle": [BODY, line, BODY], "end": [BODY, BODY, line]}[place]
    article = text.read("Harbour reopens\n\n" + "\n\n".join(parts) + "\n", rules.load())
    reading = extract.reading(article, rules.load())
    assert reading.photo == photo
    assert reading.text == f"{BODY}\n\n{BODY}"


def test_caption_of_signs_alone() -> None:
    """A caption has no white space at its ends, whatever its label is followed by."""
    article = text.read("Harbour reopens\n\nCaption:\x01! ! ! ! ! !\x01\n\nThe boats came back.\n", rules.load())
    assert article.photo == Photo(caption="! ! ! ! ! !")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_first_line_is_no_caption(gap: str) -> None:
    """A credit right below the headline leaves it where it is."""
    raw = f"Council keeps the ferry until spring{gap}Photo: Osla Brandt\n\n{BODY}\n"
    article = text.read(raw, rules.load())
    assert article.headline == "Council keeps the ferry until spring"
    assert article.photo == Photo("Osla Brandt")


@pytest.mark.parametrize("headline", ["Morning ferry stays until spring", "All schools to close on Friday"])
def test_a_headline_is_no_greeting(headline: str) -> None:
    """Though it begins like one."""
    assert text.read(f"{headline}\n\n{BODY}\n", rules.load()).headline == headline
