"""Overlapping marks as stretches that do not overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsbrief.proof.segments import paragraphs
from newsbrief.proof.sheet import KINDS, Mark

TEXT = "He said no.\n\nShe went on Friday, he said.\n\nEnd"
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
MARKS = st.lists(
    st.builds(
        lambda span, key, kind: Mark(min(span), max(span), key, kind),
        SPANS,
        st.sampled_from("abc"),
        st.sampled_from(KINDS),
    )
)


@given(MARKS)
def test_no_word_is_lost_and_each_stands_under_its_marks(marks: list[Mark]) -> None:
    """The stretches of each paragraph are its words, and every character has just the marks that cover it."""
    made = paragraphs(TEXT, marks)
    assert ["".join(one.text for one in paragraph.segments) for paragraph in made] == TEXT.split("\n\n")
    start = 0
    for paragraph in made:
        at = start
        for one in paragraph.segments:
            for offset in range(at, at + len(one.text)):
                covering = [mark for mark in marks if mark.start <= offset < mark.end]
                assert sorted(map(repr, covering)) == sorted(map(repr, one.marks))
            at += len(one.text)
        start = at + 2


def test_narrowest_mark_comes_first() -> None:
    """A date in an event leads to the date; the event, which began before it, does not begin again behind it."""
    event, date = Mark(13, 40, "e1", "event"), Mark(22, 31, "d", "date")
    words = {one.text: one for one in paragraphs(TEXT, [event, date])[1].segments}
    assert [mark.key for mark in words["on Friday"].marks] == ["d", "e1"]
    assert words["She went "].opens == words["She went "].marks == (event,)
    assert words["on Friday"].first == ("d",)
    assert words[", he said"].opens == ()
    assert words[", he said"].closes == (event,)


def test_lines_are_those_of_the_paragraphs() -> None:
    """Each paragraph is asked for by its first offset."""
    assert [one.line for one in paragraphs(TEXT, [], lambda at: at + 100)] == [100, 113, 143]
