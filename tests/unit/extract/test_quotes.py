"""Marked segments, their groups and kinds."""

from __future__ import annotations

import pytest

from newsbrief.extract.quotes.marks import pairs
from tests.unit.extract.article import mentions


def segments(text: str) -> list[tuple[str, int, str]]:
    return [(one.text, one.group, one.kind) for one in mentions(text).quotes]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “it is open” twice.", ["“it is open”"]),
        ('He said "it is open" twice.', ['"it is open"']),
        ("He said „it is open“ twice.", ["„it is open“"]),
        ("He said «it is open» twice.", ["«it is open»"]),
        ("He said ‘it is open’ twice.", ["‘it is open’"]),
        ("He said 'it is open,' twice.", ["'it is open,'"]),
        ("“He said ‘open’ to me,” she said.", ["“He said ‘open’ to me,”"]),
        ("“He said “open” to me,” she said.", ["“He said “open” to me,”"]),
        ("The workers’ hall and the Weirs’ boat.", []),
        ("He’s 6'2\" tall and doesn't care.", []),
        ("“It is open.", ["“It is open."]),
        ("“Lost. He said “it is open” twice.", ["“it is open”"]),
        ("Stray” mark.", []),
        ("He said ''it is open,'' twice.", ["''it is open,''"]),
        ("He said ``it is open'' twice.", ["``it is open''"]),
        ("He said ”it is open“ twice.", ["”it is open“"]),
        ('He said,"It is open," twice.', ['"It is open,"']),
        ("'''' is nothing.", []),
    ],
)
def test_marks(text: str, wanted: list[str]) -> None:
    """Any kind of marks is read; the outermost count; apostrophes and inches are none."""
    assert [text[one.start : one.end] for one in pairs(text, 0, len(text))] == wanted


def test_quote_of_two_paragraphs() -> None:
    """A quote over two paragraphs closes once and is one group of two segments."""
    found = segments("“The roof is safe.\n\n“The walls are next,” Angela Weir said.")
    assert [(text[:9], group) for text, group, _ in found] == [("“The roof", 0), ("“The wall", 0)]


def test_second_paragraph_without_its_mark() -> None:
    """A second paragraph that only closes belongs to the quote left open before it."""
    found = segments("“The roof is safe.\n\nThe walls are next,” Angela Weir said.")
    assert [group for _, group, _ in found] == [0, 0]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("“The roof is safe,” he said. “The walls are next.”", [0, 0]),
        ("“The roof,” he said, “is safe again now.”", [0, 0]),
        ("“The roof is safe,” said Mr. Weir. “The walls are next.”", [0, 0]),
        ("“The roof is safe,” he said. “The walls are next,” she said.", [0, 1]),
        ("“The roof is safe,” he said. It rained. “The walls are next.”", [0, 1]),
        ("He called it “a gift” and “a wonder” at once.", [0, 1]),
        ("“The roof is safe.” Later Mr. Weir said, “The walls are next.”", [0, 1]),
    ],
)
def test_broken_quotes(text: str, groups: list[int]) -> None:
    """Only a cue between two segments makes them one quote."""
    assert [group for _, group, _ in segments(text)] == groups


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The roof is safe,” he said.", "direct"),
        ("He said: “The roof is safe.”", "direct"),
        ("He called the roof “a gift to the town.”", "mixed"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    """What could stand alone is direct; a fragment of the reporter's sentence is mixed."""
    assert segments(text)[0][2] == kind


@pytest.mark.parametrize(
    "text",
    [
        "They saw “Harbour Lights Tonight” in the hall.",
        "Weir: ‘The Roof Will Never Be Safe Again.’",
        "Peter “the Hammer” Osk came.",
        "They carried a banner reading “save our roof from the rain”.",
    ],
)
def test_marked_words_that_nobody_speaks(text: str) -> None:
    """A work's title, a headline, a nickname and a slogan are no quotes."""
    assert segments(text) == []


def test_turns_of_an_interview() -> None:
    """Paragraphs that begin with a speaker's name and a colon are speech without marks, if speakers come back."""
    text = (
        "Ellery Echo: Is it safe?\n\nOsla Brandt: It is.\n\nEllery Echo: And dry?\n\nOsla Brandt: Not yet. Wait a week."
    )
    assert [words for words, _, _ in segments(text)] == ["Is it safe?", "It is.", "And dry?", "Not yet. Wait a week."]
    assert segments("Note: It is safe.\n\nOsla Brandt: It is.\n\nIt rained.") == []
