"""Whatever the text, the extractors answer, and in time proportional to its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.extract.article import mentions

PIECES = [
    *"“”\"'‘’«»„,.?\n:;()—🙂\u0000\u2028",
    *("said", "he", "Weir", "Angela", "President", "Mr.", "\n\n", "Korean", "leader", "2023", "May", "on", "Monday"),
    *("of", "the", "who", "told", "U.N.", "Council", "University", "安全", "שלום", "I", "according", "to", "calling"),
]


@settings(derandomize=True, deadline=None, max_examples=250)
@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)))
def test_offsets(text: str) -> None:
    """Every mention stands where it says, inside the text, in order; every attribution belongs to a quote."""
    found = mentions(text)
    for members in (found.dates, found.names, found.quotes, found.undated):
        place = 0
        for one in members:
            assert text[one.start : one.end] == one.text
            assert place <= one.start < one.end
            place = one.end
    for event in found.events:
        assert text[event.start : event.end] == event.text
    groups = {quote.group for quote in found.quotes}
    for one in found.attributions:
        assert one.group in groups
        assert text[one.start : one.end] == one.speaker
        assert 0 <= one.confidence <= 1


HOSTILE = {
    "marks": '"',
    "curly marks": "“",
    "single marks": "‘a ",
    "one sentence": "Angela Weir said “the roof leaks badly” and ",
    "capitals": "Korean President Kim ",
    "commas": "a, ",
    "verbs": "said ",
    "short forms": "U.S. ",
    "stops": ".",
    "months": "May ",
    "joins": "University of ",
    "offices": "President Kim. The president said “it is all good news”. ",
    "hyphens": "a-",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_linear(piece: str) -> None:
    """Four times the text takes at most about four times as long."""
    spent = []
    for size in (8_000, 32_000):
        text = piece * (size // len(piece))
        begun = time.process_time()
        mentions(text)
        spent.append(time.process_time() - begun)
    # A generous bound: growth by the square would be sixteenfold.
    assert spent[1] < 9 * spent[0] + 0.05
