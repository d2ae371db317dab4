"""Quotes found in the body."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.document import anchor, folding, locate, nearest
from tests.effort import examples

BODY = "“We won’t keep it open,” said Ada.\n\n“The old cranes,” Bo said, “are\tcafe\u0301 3.5 of it. We won’t.”"


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (["We won't keep it open"], ["We won’t keep it open"]),
        (["The old cranes", "are cafés"], 1),
        (["The  old\ncranes", "are caf\u00e9 3.5 of it"], ["The old cranes", "are\tcafe\u0301 3.5 of it"]),
        (["We won’t", "We won’t"], ["We won’t", "We won’t"]),
        (["We won’t", "We won’t", "We won’t"], 2),
        (["are", "The old cranes"], 1),
        (["old cran"], 0),
        (["We won"], 0),
        (["t keep"], 0),
        (["3"], 0),
        (["5 of it"], 0),
        (["we won’t"], 0),
        (["caf\u00e9"], ["cafe\u0301"]),
        (["cafe"], 0),
        ([" "], 0),
        ([], []),
    ],
)
def test_parts_are_found_word_for_word(parts: list[str], found: list[str] | int) -> None:
    """Only white space, the shape of quotation marks and the composition of letters may differ, never a word."""
    spans = locate(BODY, parts)
    assert (spans if isinstance(spans, int) else [BODY[start:end] for start, end in spans]) == found


def test_a_whole_word_is_found_after_parts_of_words() -> None:
    """A place inside a word is passed over, and the first whole one after it counts, part after part."""
    body = "scar car cars car, oscar car"
    assert locate(body, ["car", "car", "car"]) == ((5, 8), (14, 17), (25, 28))


@given(st.text("ab \n\t\xa0\u3000", max_size=12))
@settings(max_examples=examples(1000), deadline=None, derandomize=True)
def test_gaps_are_found_the_quick_way(text: str) -> None:
    """Wherever white space is anything but one space between two words, in two ways."""
    assert list(folding._gaps(text)) == [match.span() for match in folding.GAP.finditer(text)]


@given(st.text("ab \n’", max_size=12))
@settings(max_examples=examples(1000), deadline=None, derandomize=True)
def test_lines_of_words_are_folded_the_quick_way(text: str) -> None:
    """A text that has nothing but them: the same words, and the same way back from each sign."""
    if not folding._lines_alone(text):
        return
    quick, slow = folding._of_lines(text, None), folding._of_anything(text, None)
    assert quick.text == slow.text
    assert [quick.back(at) for at in range(len(quick.text))] == [slow.back(at) for at in range(len(slow.text))]


@given(st.text("ab1 \"'.,\u0301\u0e01é“\u4e00", min_size=1, max_size=8), st.integers(0, 8))
@settings(max_examples=examples(1000), deadline=None, derandomize=True)
def test_most_cuts_are_told_without_the_pattern(text: str, at: int) -> None:
    """What the signs beside a place tell at once is what the pattern says."""
    assert anchor._cuts(text, min(at, len(text))) == bool(anchor._within().match(text, min(at, len(text))))


@given(st.text("ab c\n\t\u2003'.\u0301\u1100\u1161\u11a8é 5“", max_size=30), st.data())
@settings(max_examples=examples(500), deadline=None, derandomize=True)
def test_any_run_of_whole_words_is_found(body: str, data: st.DataObject) -> None:
    """What stands between two white spaces is found, with offsets that give it back."""
    words = body.split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    part = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    spans = locate(body, [part])
    assert not isinstance(spans, int)
    assert body[spans[0][0] : spans[0][1]].split() == part.split()


@given(
    st.text("ab1 \n\t.,'’“\"\u0301é", max_size=20),
    st.lists(st.tuples(st.integers(0, 19), st.integers(1, 6)), max_size=2),
)
@settings(max_examples=examples(2000), deadline=None, derandomize=True)
def test_what_stands_as_it_is_written_stands_in_the_folded_text(body: str, cuts: list[tuple[int, int]]) -> None:
    """The quick way finds only what the slow one finds, there or further on; in a text of one kind of blank, there."""
    parts = [body[start : start + length] for start, length in cuts]
    quick, slow = anchor._verbatim(body, parts), anchor._alike(body, parts)
    if quick is None:
        return
    assert not isinstance(slow, int)
    assert all(first <= found for first, found in zip(slow, quick, strict=True))
    if not set(body) & set("\n\t’“\u0301"):
        assert quick == slow


def test_words_as_they_are_written_are_preferred() -> None:
    """Where they stand once in other marks and once in their own, the latter are meant."""
    assert locate("it’s over\n\nit's over", ["it's over"]) == ((11, 20),)


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("ab " * 300_000, ["ab " * 100_000 + "a"]),
        ("xa a " * 60_000, ["a"] * 60_000),
        ("a" + "\u0301\u0316" * 200_000, ["b"]),
        ("\u1161" * 300_000, ["b"]),
        ("a'" * 300_000, ["a'" * 1000 + "a"]),
    ],
    ids=["periodic", "many parts", "marks", "jamo", "apostrophes"],
)
def test_hostile_texts_take_linear_time(body: str, parts: list[str]) -> None:
    """No text of a megabyte takes more than a few seconds."""
    begin = time.perf_counter()
    locate(body, parts)
    nearest(body, parts[0])
    assert time.perf_counter() - begin < 8
