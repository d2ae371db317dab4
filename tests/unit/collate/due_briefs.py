"""Random briefs whose dates all lie in a few days, so that much comes due between two instants of them."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.collate import Edition
from newsbrief.model.brief import NOTE_KINDS, STATUSES, Brief, BriefEvent, Moment, Note
from newsbrief.model.entry import Entry

# Days on which these places' clocks do something odd at midnight: none; turned back over it, so that the day before
# comes again; turned forward over it, so that there is no midnight; a whole day left out.
PLACES = (
    ("Asia/Seoul", dt.date(2029, 5, 4)),
    ("America/St_Johns", dt.date(2006, 10, 29)),
    ("America/Sao_Paulo", dt.date(2018, 11, 4)),
    ("Pacific/Apia", dt.date(2011, 12, 30)),
)
DAYS = 6
SECOND = dt.timedelta(seconds=1)


class Shelf(NamedTuple):
    """Briefs, and a build of them."""

    entries: tuple[Entry, ...]
    edition: Edition


@st.composite
def shelves(draw: st.DrawFn) -> Shelf:
    """Up to three briefs and an instant, all of the same days."""
    name, middle = draw(st.sampled_from(PLACES))
    days = st.integers(-DAYS, DAYS).map(lambda number: middle + dt.timedelta(days=number))
    briefs = draw(st.lists(_briefs(days), min_size=1, max_size=3))
    entries = tuple(Entry(f"briefs/b{number}.md", one, one.body) for number, one in enumerate(briefs))
    now = dt.datetime.combine(draw(days), draw(st.times()), dt.UTC)
    return Shelf(entries, Edition(now, ZoneInfo(name), publish=draw(st.booleans())))


def _briefs(days: st.SearchStrategy[dt.date]) -> st.SearchStrategy[Brief]:
    zones = st.none() | st.sampled_from([-11, 0, 13]).map(lambda hours: dt.timezone(dt.timedelta(hours=hours)))
    moments = st.builds(Moment, days) | st.builds(Moment, days, st.times(), zones)
    maybe = st.none() | moments
    notes = st.builds(Note, st.sampled_from(NOTE_KINDS), st.just("It was Friday."), st.none() | days)
    return st.builds(
        Brief,
        title=st.just("Ferry returns"),
        date=moments,
        status=st.sampled_from([*STATUSES, "published", "published"]),
        body=st.just("The council will vote."),
        rights=st.sampled_from(["", "", "excerpt"]),
        story=st.sampled_from(["", "Ferry"]),
        tags=st.just(("Ferry",)),
        modified=maybe,
        embargo=maybe,
        events=st.lists(_events(days), max_size=3).map(_numbered),
        notes=st.lists(notes, max_size=2).map(tuple),
    )


def _events(days: st.SearchStrategy[dt.date]) -> st.SearchStrategy[BriefEvent]:
    """`same` brings events of several briefs together."""
    day = days.map(str)
    ranges = st.tuples(days, days).map(lambda both: f"{min(both)}/{max(both)}")
    choices = st.tuples(day, day).map(lambda both: f"[{both[0]},{both[1]}]")
    dates = day | day.map(lambda one: f"{one}~") | days.map(lambda one: f"{one:%Y-%m}") | ranges | choices
    some = st.sampled_from(["", "", "They voted."])
    same = st.sampled_from([(), ("b0#e1",), ("b1#e1",)])
    return st.builds(BriefEvent, st.just("e"), dates, text=st.just("It votes."), label=some, outcome=some, same=same)


def _numbered(events: list[BriefEvent]) -> tuple[BriefEvent, ...]:
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(events, 1))


def moments_until(shelf: Shelf, change: dt.datetime | None, part: float) -> tuple[dt.datetime, ...]:
    """Some instant before the next change, and the last one; of a site that never changes, one years later."""
    now = shelf.edition.now
    last = change - dt.datetime.resolution if change else now + dt.timedelta(days=3_000)
    return now + (last - now) * part, last
