"""Paragraphs and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.extract import sentences
from tests.effort import examples
from tests.unit.extract.article import RULES


def parted(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences.find(text, RULES)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Dr. Orla Finch left. She ran.", ["Dr. Orla Finch left.", "She ran."]),
        ("J. R. Weir left.", ["J. R. Weir left."]),
        ("It grew 2.5 percent. Good.", ["It grew 2.5 percent.", "Good."]),
        ("“Why?” asked Weir. He left.", ["“Why?” asked Weir.", "He left."]),
        ("“Why?” Weir asked. He left.", ["“Why?” Weir asked.", "He left."]),
        ("“Why?” Mr. Weir asked. He left.", ["“Why?” Mr. Weir asked.", "He left."]),
        ("“I left.” He said so.", ["“I left.”", "He said so."]),
        ("“I left.” It rained.", ["“I left.”", "It rained."]),
        ("He came from the U.S. He left.", ["He came from the U.S.", "He left."]),
        ("Wait… He left!", ["Wait…", "He left!"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    """A stop ends a sentence unless the word before it or the words after it say otherwise."""
    assert parted(text) == wanted


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One.\n\nTwo.", 2),
        ("One.\nTwo.", 2),
        ("A wrapped\nline goes on.", 1),
        ("One.\n \t\n\nTwo.", 2),
        ("“One,” he said:\n“Two.”", 2),
    ],
)
def test_paragraphs(text: str, count: int) -> None:
    """A blank line parts paragraphs; a line break does so only after what ends like a sentence."""
    assert len(sentences.paragraphs(text)) == count


@settings(derandomize=True, deadline=None, max_examples=examples(150))
@given(st.text(alphabet=st.sampled_from("aB.?!\n “”\"' ,U.S"), max_size=200))
def test_sentences_cover_the_text(text: str) -> None:
    """Sentences come in order, never overlap, and leave out nothing but white space."""
    place = 0
    for one in sentences.find(text, RULES):
        assert text[place : one.start].strip() == ""
        assert one.start < one.end
        place = one.end
    assert text[place:].strip() == ""
