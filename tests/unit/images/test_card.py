"""Cards: what is drawn, and that it is the same picture each time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from newsbrief.images.card import HEIGHT, WIDTH, Card, Words, card
from newsbrief.images.colours import Colours
from newsbrief.images.faces import OWN, Face, face_for, faces

SHORT = Words("Ferry returns", "Harbour", "4 May 2029", "The Ellery Tidings")
LONG = "county takes over the morning ferry while the council of Port Ellery keeps its name on the bow, "
LARGEST = 25_000
HANGUL = "한국 대통령, 러시아에 경고"


def made(words: Words, colours: Colours | None = None) -> Card:
    found = card(words, (OWN,), colours or Colours())
    assert found is not None
    return found


def picture(words: Words) -> Image.Image:
    return Image.open(io.BytesIO(made(words).png())).convert("RGB")


def drawn(words: Words, box: tuple[int, int, int, int]) -> bool:
    """Whether anything but paper is in a part of the card."""
    return len(picture(words).crop(box).getcolors() or []) > 1


@pytest.mark.parametrize(
    "words",
    [
        SHORT,
        Words("Ferry"),
        replace(SHORT, headline=LONG * 40),
        replace(SHORT, headline="W" * 5000, kicker="K" * 500, site="S" * 500, date="D" * 500),
        replace(SHORT, headline="\u0301\u200f" + "a\u0301" * 300),
        replace(SHORT, headline="Η ακτοπλοΐα επιστρέφει", kicker="Новости"),
    ],
    ids=["short", "alone", "long", "one word", "accents", "other letters"],
)
def test_card_is_small_and_of_the_asked_size(words: Words) -> None:
    """Whatever stands on it: 1200 by 630 pixels, at most 25 kB, and nothing runs over the margin."""
    data = made(words).png()
    whole = Image.open(io.BytesIO(data))
    assert (whole.format, whole.size, len(data) <= LARGEST) == ("PNG", (WIDTH, HEIGHT), True)
    paper = whole.convert("RGB").getpixel((0, 0))
    for box in ((0, 0, 60, HEIGHT), (WIDTH - 60, 0, WIDTH, HEIGHT), (0, 0, WIDTH, 30), (0, HEIGHT - 30, WIDTH, HEIGHT)):
        assert whole.convert("RGB").crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)]


def test_same_words_are_the_same_bytes() -> None:
    """Drawing twice gives one file, with one name."""
    assert made(SHORT).png() == made(SHORT).png()
    assert made(SHORT).name == made(replace(SHORT, headline=" Ferry\n returns")).name


@pytest.mark.parametrize("field", ["headline", "kicker", "date", "site"])
def test_each_word_is_on_the_card_and_in_its_name(field: str) -> None:
    """Other words are another picture under another name."""
    other = replace(SHORT, **{field: "Something else"})
    assert made(other).name != made(SHORT).name
    assert made(other).png() != made(SHORT).png()


def test_colours_are_the_themes() -> None:
    """The paper and the darkest pixel are those given; another colour is another name."""
    colours = Colours(paper=(250, 240, 230), ink=(10, 20, 30))
    found = Image.open(io.BytesIO(made(SHORT, colours).png())).convert("RGB")
    assert found.getpixel((0, 0)) == (250, 240, 230)
    assert min(found.getcolors() or [], key=lambda one: sum(one[1]))[1] == (10, 20, 30)
    assert made(SHORT, colours).name != made(SHORT).name


def test_kicker_stands_above_and_day_and_site_at_the_foot() -> None:
    """Each has its place, and what is not given leaves its place empty."""
    above, left, right = (0, 60, WIDTH, 112), (0, 520, 600, HEIGHT), (900, 520, WIDTH, HEIGHT)
    assert [drawn(SHORT, box) for box in (above, left, right)] == [True, True, True]
    assert not drawn(replace(SHORT, kicker=""), above)
    assert not drawn(replace(SHORT, date=""), right)


def test_what_no_typeface_has_is_not_drawn() -> None:
    """Signs that a font lacks would be boxes: there is no card for them, in whichever place they stand."""
    assert card(replace(SHORT, headline=HANGUL), (OWN,), Colours()) is None
    assert card(replace(SHORT, kicker="정치"), (OWN,), Colours()) is None
    assert card(Words(""), (OWN,), Colours()) is None


def test_first_typeface_that_has_all_signs_is_taken(tmp_path: Path) -> None:
    """The newsroom's own font comes first; for what it lacks the next is asked."""
    italic = OWN.bold.with_name("SourceSerifPro-It.ttf")
    own = tmp_path / "own.ttf"
    own.write_bytes(italic.read_bytes())
    found = faces(own, "en")
    assert found[:2] == (Face(own, own), OWN)
    assert face_for("Ferry", found) == found[0]
    # The italic cut has no Greek.
    assert face_for("Ακτή", found) == OWN
    assert face_for("Ferry\u200e", found) == found[0]


def test_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    """The newsroom hears of it before anything is drawn."""
    other = tmp_path / "words.ttf"
    other.write_text("words", "utf-8")
    with pytest.raises(OSError, match=r"."):
        faces(other, "en")
