"""Credit lines told from text."""

from __future__ import annotations

import pytest

from newsbrief import extract
from newsbrief.model.article import Article, Photo, Reading
from tests.unit.extract.article import RULES

BODY = ("The harbour is open again.", "The boats came back, the Associated Press reported.")


def read(*paragraphs: str, **known: object) -> Reading:
    return extract.reading(Article("Harbour reopens", paragraphs, **known), RULES)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "photo"),
    [
        ("Photo: EW (Fair Use)", Photo("EW", "Fair Use")),
        ("Photo by Osla Brandt", Photo("Osla Brandt")),
        ("Boats at dawn. (EW Photo/Osla Brandt)", Photo("EW Photo/Osla Brandt", caption="Boats at dawn.")),
    ],
)
def test_photo(line: str, photo: Photo) -> None:
    """A photo's credit, rights and caption are read, and the line leaves the body."""
    found = read(line, *BODY)
    assert found.photo == photo
    assert found.text == "\n\n".join(BODY)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Written by staff", ("Staff",)),
        ("By Osla Brandt and Bela Korvin", ("Osla Brandt", "Bela Korvin")),
        ("By Osla Brandt, staff writer", ("Osla Brandt",)),
        ("Reporting by Osla Brandt in Oslo; Editing by Bela Korvin", ("Osla Brandt",)),
    ],
)
def test_authors(line: str, authors: tuple[str, ...]) -> None:
    """Bylines at either end name the authors."""
    assert read(*BODY, line).authors == authors
    assert read(line, *BODY).text == "\n\n".join(BODY)


@pytest.mark.parametrize(
    "paragraph",
    [
        "By the time the boats came back it was dark.",
        "Photo finishes decided both races in Port Ellery.",
        "By Monday all was well",
    ],
)
def test_text_stays(paragraph: str) -> None:
    """A sentence that begins like a credit line is text."""
    assert paragraph in read(paragraph, *BODY).text


def test_dateline() -> None:
    """A dateline leaves the text; its agency is a source."""
    found = read("PORT ELLERY, Ruritania (AP) — The harbour is open.")
    assert (found.dateline, found.source, found.text) == ("PORT ELLERY, Ruritania", ("AP",), "The harbour is open.")


def test_agency_whose_bracket_stands_apart() -> None:
    """A space before the bracket's end, where a line was broken, is none of the agency's."""
    assert read("PORT ELLERY, May 4 (EW ) — The harbour is open again.").source == ("EW",)


def test_one_agency_in_its_fullest_form() -> None:
    """An agency named short in the dateline and in full in a sentence is one source."""
    assert read("OSLO (AP) — The harbour is open.", *BODY).source == ("Associated Press",)


def test_date_line() -> None:
    """A line that is nothing but a date dates the article."""
    assert read("Thursday, 21 September 2023", *BODY).date == "2023-09-21"


def test_marked_up_facts_win() -> None:
    """What the form marked up is not overruled by a line."""
    found = read("By Osla Brandt", *BODY, authors=("Bela Korvin and Angela Weir",), date="2020-01-01")
    assert found.authors == ("Bela Korvin", "Angela Weir")
    assert found.date == "2020-01-01"


def test_nothing_but_credits_keeps_its_words() -> None:
    """An article is never left without text."""
    assert read("Photo: EW").text == "Photo: EW"
