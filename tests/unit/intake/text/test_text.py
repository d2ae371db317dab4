"""Plain text and Markdown drafts."""

from __future__ import annotations

import pytest

from newsbrief import rules
from newsbrief.intake import markdown, text
from newsbrief.model.article import Article


def read(words: str) -> Article:
    return text.read(words, rules.load())


def test_lines_and_wrapping() -> None:
    """Wrapped lines join into one paragraph, which knows the line it begins on."""
    article = read(
        "Harbour reopens\n\nThe boats came back to the harbour late on a\nquiet evening.\n\n\nNobody had come.\n"
    )
    assert article.paragraphs == ("The boats came back to the harbour late on a quiet evening.", "Nobody had come.")
    assert article.lines == (3, 7)


def test_one_paragraph_a_line() -> None:
    """Without empty lines each line is a paragraph and the first is the headline."""
    article = read("Harbour reopens\nThe boats came back.\nNobody had come.")
    assert article.paragraphs == ("The boats came back.", "Nobody had come.")


def test_credit_lines_stay_apart() -> None:
    """Short lines of one block are not joined."""
    article = read("Harbour reopens\n\nBy Osla Brandt\nSource: EW\n\nThe boats came back.")
    assert article.paragraphs[:2] == ("By Osla Brandt", "Source: EW")


def test_white_space_is_made_plain() -> None:
    """Tabs and runs of spaces become one space; the article's own characters stay."""
    article = read("Harbour  reopens\n\nThe\tboats  “came” back.")
    assert (article.headline, article.paragraphs) == ("Harbour reopens", ("The boats “came” back.",))


def test_signs_that_nobody_sees_are_no_paragraph() -> None:
    """What only reorders text, or is not seen at all, is neither words nor a paragraph."""
    article = read("Harbour \u202ereopens\u202c\n\n\u202a\n\nThe boats\u2066 came\u00ad back.\n\n\ufeff\u200b")
    assert (article.headline, article.paragraphs) == ("Harbour reopens", ("The boats came back.",))


def test_a_reference_to_a_line_end_ends_no_line() -> None:
    """The numbers of lines are the file's, whatever character references stand for."""
    article = read("Harbour reopens\n\n&#10;&#13;&#10;\n\nThe boats&#10;came back.")
    assert (article.paragraphs, article.lines) == (("The boats came back.",), (5,))


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("A **bold** and _soft_ [word](http://x.example/a_b) here", "A bold and soft word here"),
        ("![alt](pic.png) left", "left"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
    ],
)
def test_marks_are_taken_off(marked: str, plain: str) -> None:
    """Markdown's marks go, the words stay."""
    assert markdown.plain(marked) == plain


def test_front_matter() -> None:
    """Simple front matter gives headline, date, authors, language and source."""
    article = markdown.read(
        "---\ntitle: “Open”: a harbour\ndate: 2023-09-21\nauthors: [Osla Brandt, Bela Korvin]\nlang: en\n"
        "source: EW\n---\n\nThe boats came back.\n\n## Later\n\n- Nobody had come.",
        rules.load(),
    )
    assert article.headline == "“Open”: a harbour"
    assert (article.date, article.authors, article.lang, article.source) == (
        "2023-09-21",
        ("Osla Brandt", "Bela Korvin"),
        "en",
        ("EW",),
    )
    assert article.paragraphs == ("The boats came back.", "Later", "Nobody had come.")
    assert article.lines == (9, 11, 13)


def test_comments_of_a_draft_are_for_the_desk() -> None:
    """What is commented out is no text, and is told as one line, whatever signs are in it."""
    article = markdown.read("# Late\n\nThe boats came.\n\n<!-- a remark\x01\nover lines -->\n\n<!-- -->", rules.load())
    assert (article.paragraphs, article.notes) == (("The boats came.",), ("a remark over lines",))


def test_marks_of_a_draft_that_are_words_stay() -> None:
    """Only a pair of quotation marks goes round a field's value; a comment's beginning in a field begins none."""
    article = markdown.read(
        '---\ntitle: On and "off"\nauthor: "Osla Brandt"\n---\n\nThe boats came back.', rules.load()
    )
    assert (article.headline, article.authors) == ('On and "off"', ("Osla Brandt",))
    article = markdown.read(
        "---\ntitle: Say <!-- here\n---\n\nThe boats came back.\n\nNobody --> had come.", rules.load()
    )
    assert (article.headline, len(article.paragraphs)) == ("Say <!-- here", 2)


SENTENCE = "The boats came back to the harbour in the morning, and nobody had come to the quay to see them."


@pytest.mark.parametrize(
    "line", ["**Bold** words stood there", "*/ ended it", '{"@type": "Person"} stood there', "see https://a@b.example/"]
)
def test_line_of_signs_is_text(line: str) -> None:
    """A star before other signs makes no list, an "@" in code or in an address of the web makes no contact."""
    assert read(f"Harbour reopens\n\n{SENTENCE}\n\n{line}\n\n{SENTENCE}").paragraphs == (SENTENCE, line, SENTENCE)
