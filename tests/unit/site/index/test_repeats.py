"""Quotes that several briefs have."""

from __future__ import annotations

import pytest

from newsbrief.model.brief import BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.site.index import quotes, repeats
from newsbrief.site.index.repeats import Repeats
from tests.unit.briefs import entry
from tests.unit.site.index.told import related

TIDE = "The tide keeps no calendar and neither does this harbour"


def said(name: str, *texts: str, speaker: str = "Mira Solberg", day: str = "2029-05-04") -> Entry:
    found = tuple(BriefQuote(f"q{number}", (text,), speaker) for number, text in enumerate(texts, 1))
    return entry(f"briefs/{name}.md", date=day, quotes=found)


def found(*entries: Entry) -> Repeats:
    told, people = related(entries)
    briefs = {one.path: one.brief for one in entries}
    return repeats.find(told, quotes.references(told, people), briefs.__getitem__)


FIRST, LATER = "briefs/first.md#q:q1", "briefs/later.md#q:q1"


@pytest.mark.parametrize(
    ("later", "repeats_it", "is_variant"),
    [
        (TIDE, True, False),
        (TIDE.lower().replace("calendar", "calendar,") + "!", True, False),
        ("tide keeps no calendar and", True, False),
        ("keeps no calendar and", False, True),
        ("keeps no calendar", False, False),
        ("The tide keeps no calendar and nor does this old harbour", False, True),
        ("The harbour keeps no calendar and neither do I", False, False),
        ("I do not know", False, False),
    ],
)
def test_later_quote_repeats_or_varies_the_first(later: str, repeats_it: bool, is_variant: bool) -> None:
    """Five words or more of the first are a repetition; nearly the same words are a variant; others are neither."""
    both = found(said("later", later, day="2029-05-09"), said("first", TIDE))
    assert both.sources == ({LATER: FIRST} if repeats_it else {})
    assert both.variants == ({FIRST: (LATER,), LATER: (FIRST,)} if is_variant else {})


@pytest.mark.parametrize(
    "entries",
    [
        (said("first", TIDE), said("other", TIDE, speaker="Ansel Quay")),
        (said("first", TIDE, TIDE),),
        (said("first", TIDE, f"{TIDE} on the coast"),),
    ],
)
def test_other_speakers_and_the_same_brief_do_not_count(entries: tuple[Entry, ...]) -> None:
    """Only quotes of one speaker in different briefs are compared."""
    assert found(*entries) == Repeats({}, {})


def test_first_quote_is_the_source_of_all_later_ones() -> None:
    """The third brief repeats the first, not the second, and nobody is a variant of a repetition."""
    both = found(said("first", TIDE), said("later", TIDE, day="2029-05-09"), said("third", TIDE[4:], day="2029-05-10"))
    assert both == Repeats({LATER: FIRST, "briefs/third.md#q:q1": FIRST}, {})
