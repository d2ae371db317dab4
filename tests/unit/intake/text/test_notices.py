"""What stands around an article is told from it, and what a page turn parted is whole again."""

from __future__ import annotations

import pytest

from newsbrief import rules
from newsbrief.intake import text
from newsbrief.model.article import Article

ONE = "The boats came back to the harbour late on a quiet evening, and nobody had come to see them land, she said."
TWO = "The fare is three crowns a head and rises in May, as it has done in every year since the bridge was closed."


def read(*parts: str) -> Article:
    return text.read("\n\n".join(["Harbour reopens", *parts]) + "\n", rules.load())


BEHIND = [
    ("an end mark and what follows", ["-30-", "Reach the desk at 555-0163.", TWO]),
    ("notes to editors", ["ENDS", "Notes to editors:", "1. The trust was founded in 1881.", TWO]),
    ("a contact", ["Media contact: Osla Brandt, 00555 010 442"]),
    ("a copyright", ["Copyright 2029 Ellery Wire. All rights reserved. This material may not be published."]),
    ("a signed address", ["((osla.brandt@newsroom.example; +00 555 0142))"]),
    ("stars at the end", ["* * *"]),
]  # fmt: skip


@pytest.mark.parametrize("behind", [row[1] for row in BEHIND], ids=[row[0] for row in BEHIND])
def test_what_follows(behind: list[str]) -> None:
    """Nothing that follows an article is a paragraph of it."""
    assert read(ONE, TWO, *behind).paragraphs == (ONE, TWO)


@pytest.mark.parametrize(
    "behind",
    [
        ["###", "Media contact:\nAnn Flack\nann@corp.example\n+44 7700 900123"],
        ["ENDS", "Notes to editors:\n1. Call Ann on +44 7700 900123."],
        ["-30-", "Ann Flack (mobile) 07700 900123"],
        ["###", "About Corp", "Corp makes bridges. Tel. 020 7946 0000"],
        ["###", "Desk: press [at] corp [dot] example"],
    ],
)
def test_contacts_of_short_releases(behind: list[str]) -> None:
    """However short a text is, an end mark with a way to reach the sender below ends it."""
    short = ("The bridge opens on Monday, the company said.", "It has three lanes.", "“It is good,” she said.")
    assert read(*short, *behind).paragraphs == short


@pytest.mark.parametrize("mark", ["* * *", "###"])
def test_a_mark_above_or_within_a_text(mark: str) -> None:
    """A mark ends nothing where no sentence stands before it, or where text goes on below it."""
    assert TWO in read(mark, "Desk: 020 7946 0000", ONE, TWO).paragraphs
    assert read(ONE, mark, ONE, TWO, TWO).paragraphs[-1] == TWO


def test_a_mark_between_sections_ends_nothing() -> None:
    """Stars in the middle part sections; the text goes on."""
    assert read(ONE, "* * *", TWO, ONE, TWO).paragraphs[-2:] == (ONE, TWO)


@pytest.mark.parametrize(
    "turn", [["-more-"], ["(MORE)", "FERRY 2-2-2"], ["CONTINUED ON PAGE A7", "FERRY", "FROM A1"], ["Page 1 of 2"]]
)
def test_page_turns(turn: list[str]) -> None:
    """A paragraph that a page turn parted is one paragraph."""
    begun, rest = TWO[:50], TWO[50:]
    assert read(ONE, begun.strip(), *turn, rest.strip()).paragraphs == (ONE, TWO)


def test_notes_are_told() -> None:
    """Notes to editors leave the text and are handed on, and so is an embargo."""
    article = read("Eds: Adds vote in paragraph 3.", "EMBARGOED UNTIL 00:01 THURSDAY 3 MAY 2029", ONE, TWO)
    assert article.paragraphs == (ONE, TWO)
    assert article.notes == ("Eds: Adds vote in paragraph 3.",)
    assert article.embargo == "00:01 THURSDAY 3 MAY 2029"


@pytest.mark.parametrize(
    "sentence",
    [
        "Editors of the Echo refused to say who had written it.",
        "The embargo on mussels was lifted at noon.",
        "End of the line for the tram, she thought.",
        "“Share it with whoever you like,” he said.",
    ],
)
def test_sentences_stay(sentence: str) -> None:
    """A sentence that begins like a notice is text."""
    assert sentence in read(ONE, sentence, TWO).paragraphs


def test_about_the_writer() -> None:
    """What the last paragraph tells of whoever the credits name is no article."""
    article = read("By Osla Brandt", ONE, TWO, "Osla Brandt is a reporter for the Ellery Beat.")
    assert article.paragraphs == ("By Osla Brandt", ONE, TWO)
