"""Random newsrooms of a few briefs that share names, topics, days and words, and late changes to them."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.build import plain
from newsbrief.collate import Edition
from newsbrief.model.brief import Brief, BriefEvent, BriefPerson, BriefQuote, Moment, Note
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.plate import Gist, Plate, gist

NAMES = ("Tove Lind", "Tove  Lind", "Captain Lind", "Ann Bo", "Harbour Board", "Rolf Mo")
THINGS = ("Quay Street", "quay street", "Harbour Board", "Galeford")
WORDS = (
    "We shall walk again on Friday",
    "We shall walk again on Friday with all of you",
    "Nobody asked us",
    "The boats stay where they are until spring",
)
TEXTS = (
    "The council voted nine to two on the old tide gauge near the north mole",
    "Tove Lind opened the morning ferry",
    "It rains",
)
EDITION = Edition(dt.datetime(2029, 5, 6, tzinfo=dt.UTC), dt.UTC, parts=frozenset({"search"}), front_briefs=3)


FIELDS = ("title", "date", "status", "summary", "tags", "people", "quotes", "events", "places", "story")


class Changed(NamedTuple):
    """A newsroom before and after a late change, by the path of each brief, and for whom it is built."""

    before: dict[str, Entry]
    after: dict[str, Entry]
    edition: Edition


def some(values: tuple[str, ...], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of these, each once."""
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


DAYS = st.integers(1, 5).map(lambda day: dt.date(2029, 5, day))
# From the older of these nobody looks back as far, or ahead.
OLD_DAYS = st.sampled_from([dt.date(2028, 12, 31), dt.date(2028, 8, 1)])
MOMENTS = st.builds(Moment, DAYS | OLD_DAYS, st.none() | st.just(dt.time(9)))
PEOPLE = st.lists(
    st.builds(BriefPerson, st.sampled_from(NAMES), st.sampled_from(["", "clerk", "mayor"])),
    max_size=2,
    unique_by=lambda person: person.name,
).map(tuple)
QUOTES = st.lists(
    st.builds(
        BriefQuote,
        st.just("q"),
        st.sampled_from(WORDS).map(lambda words: (words,)),
        st.sampled_from(["", *NAMES]),
        lead=st.booleans(),
    ),
    max_size=2,
)
DATES = st.sampled_from(["2029-05-03", "2029-05-20", "2029-05-05/2029-05-07", "2029", "2028-01-01"])
EVENTS = st.lists(
    st.builds(
        BriefEvent,
        st.just("e"),
        DATES,
        text=st.sampled_from(TEXTS),
        claim=st.sampled_from(["", "", "q1"]),
        same=st.sampled_from([(), (), (), ("b0#e1",)]),
    ),
    max_size=2,
)
BRIEFS = st.builds(
    Brief,
    title=st.sampled_from(["Ferry returns", "Parade", "Rain"]),
    date=MOMENTS,
    status=st.sampled_from(["published", "published", "published", "review", "retracted", "withdrawn"]),
    summary=st.sampled_from(["", "In short."]),
    authors=some(("Ann Bo", "The Wire"), 1),
    source=some(("The Wire",), 1),
    tags=some(("Ferry", "ferry", "Parade")),
    story=st.sampled_from(["", "", "Ferry row", "ferry row"]),
    category=st.sampled_from(["", "Town", "town"]),
    people=PEOPLE,
    organisations=some(THINGS),
    places=some(THINGS),
    aliases=st.sampled_from([(), (), (), ("old/",)]),
    notes=st.sampled_from([(), (), (), (Note("correction", "We erred.", dt.date(2029, 5, 5)),)]),
    quotes=QUOTES.map(lambda quotes: tuple(replace(one, id=f"q{n}") for n, one in enumerate(quotes, 1))),
    events=EVENTS.map(lambda events: tuple(replace(one, id=f"e{n}") for n, one in enumerate(events, 1))),
)
RULES = st.sampled_from(
    [(), (PersonRule("Tove Lind", ("Tove  Lind", "Captain Lind")),), (PersonRule("Rolf Mo", page="yes"),)]
)


# What these share is little more than words, so that most changes to them are late ones.
QUIET = st.builds(
    Brief,
    title=st.sampled_from(["Ferry returns", "Ferry leaves", "Parade returns", "Parade of boats", "Rain", "Boats"]),
    date=MOMENTS,
    status=st.sampled_from(["published", "published", "published", "review", "retracted", "withdrawn"]),
    summary=st.sampled_from(["", "The ferry returns.", "Boats leave in rain.", "Many people saw it."]),
    tags=some(("Ferry", "ferry", "Parade", "Boats")),
    story=st.sampled_from(["", "", "", "Ferry row", "ferry row", "Parade"]),
    events=st.sampled_from([(), (), (BriefEvent("e1", "2029-05-20", "", "It rains"),)]),
)


@st.composite
def newsrooms(draw: st.DrawFn, briefs: st.SearchStrategy[Brief] = BRIEFS, least: int = 1) -> Changed:
    """Up to nine briefs, of which one or two come, go or are edited."""
    entries = [entry(number, one) for number, one in enumerate(draw(st.lists(briefs, min_size=least, max_size=9)))]
    before = {one.path: one for one in entries}
    after = dict(before)
    for number in draw(st.lists(st.integers(0, len(entries)), min_size=1, max_size=2, unique=True)):
        path = f"briefs/b{number}.md"
        if path in after and draw(st.integers(0, 3)) == 0:
            del after[path]
        else:
            after[path] = entry(number, _edited(draw, before[path].brief, briefs) if path in before else draw(briefs))
    return Changed(before, after, replace(EDITION, people=draw(RULES)))


def _edited(draw: st.DrawFn, brief: Brief, briefs: st.SearchStrategy[Brief]) -> Brief:
    """With some fields of another brief's."""
    other = draw(briefs)
    names = draw(st.lists(st.sampled_from(FIELDS)))
    return replace(brief, **{name: getattr(other, name) for name in names})


def entry(number: int, brief: Brief) -> Entry:
    """A brief on its shelf."""
    return Entry(f"briefs/b{number}.md", brief, brief.body)


def gist_of(plate: Plate) -> Gist:
    """As a build reads it of a plate that it kept."""
    return plain.read(plain.told(gist(plate)), Gist)
