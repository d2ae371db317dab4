"""Whatever the text, the extractors answer, and in time proportional to its length."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsbrief.extract import names, quotes, sentences, speakers
from newsbrief.rules import languages, load
from tests.effort import examples
from tests.unit.extract.article import RULES, mentions

# Far above what any of the texts below needs, far below what looking at every pair of words would.
MOST_CALLS = 100

PIECES = [
    *"“”\"'‘’«»„,.?\n:;()—🙂\u0000\u2028",
    *("said", "he", "Weir", "Angela", "President", "Mr.", "\n\n", "Korean", "leader", "2023", "May", "on", "Monday"),
    *("sagte", "hat", "er", "Hellwegs", "Bürgermeisterin", "von", "am", "3.", "September", "zufolge", "so", "wie"),
    *("of", "the", "who", "told", "U.N.", "Council", "University", "安全", "שלום", "I", "according", "to", "calling"),
]


@pytest.mark.parametrize("lang", languages())
@settings(derandomize=True, deadline=None, max_examples=examples(250))
@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)))
@example("\u2028“00")
def test_offsets(lang: str, text: str) -> None:
    """Every mention stands where it says, inside the text, in order; every attribution belongs to a quote."""
    found = mentions(text, lang=lang)
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
    "German speech": "„Es ist gut so“, sagte Osla Brandt am Montag, „und sicher“, ",
    "ordinals": "3. September ",
    "helpers": "Hellweg hat wie er sagte ",
}

# What the readers of speech find hardest.
HARD = {
    **HOSTILE,
    "turns": "Osla Brandt: It is.\n\nPeter Osk: It was.\n\n",
    "labels": "Osla Brandt: ",
    "doubled marks": "``a'' ",
    "names": "Jarl Brackmere and ",
    "clauses": "Osla Brandt, who knows Peter Osk, ",
    "ages": "the 62-year-old said “it is safe now” ",
    "insertions": "“it is safe now,” said the mayor, the mayor, ",
    "brackets": "(a ",
    "dashes": "— ",
}


def calls_of(work: Callable[[], object]) -> int:
    """How many functions, ours and built in, a piece of work calls."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_work_grows_with_the_text_and_not_with_its_square(piece: str, lang: str) -> None:
    """Four times the text takes about four times as many calls; its square would be sixteen times."""
    short, long = (calls_of(partial(mentions, piece * (size // len(piece)), lang=lang)) for size in (8_000, 32_000))
    assert long < 6 * short + 1_000


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("piece", HARD.values(), ids=HARD.keys())
def test_each_word_is_looked_at_a_bounded_number_of_times(piece: str, lang: str) -> None:
    """However long a text without any structure is, reading speech takes no more calls for each character."""
    text = piece * (24_000 // len(piece))

    def read() -> None:
        rules = load(lang)
        parted = sentences.find(text, rules)
        named = names.find(text, parted, (), rules)
        marked = quotes.find(text, parted, rules)
        speakers.find(text, parted, named, marked, rules)

    calls = calls_of(read)
    assert calls < MOST_CALLS * len(text)


@pytest.mark.parametrize("piece", ["“", '"', "said ", "Osla Brandt, ", "``a'' "])
def test_a_megabyte_of_one_thing(piece: str) -> None:
    """A megabyte of the same marks or words, in one sentence, is read to its end."""
    text = piece * (1_000_000 // len(piece))
    parted = sentences.find(text, RULES)
    marked = quotes.find(text, parted, RULES)
    assert parted[-1].end == len(text.rstrip())
    assert all(text[one.start : one.end] == one.text for one in marked)
