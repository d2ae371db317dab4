"""Time expressions with TIMEX3 types and values (ISO-TimeML), resolved against the publication date and the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from newsbrief.extract.dates.context import YEAR, Clock, Found, read_day
from newsbrief.extract.dates.meanings import MEANINGS
from newsbrief.extract.dates.scan import Hit, hits
from newsbrief.extract.dates.tense import looks_ahead
from newsbrief.model.mentions import Sentence, Timex
from newsbrief.rules import Rules
from newsbrief.rules.shape import Calendar

# A text tells of years long past if it dates so many months or days in them, if most of its years are such, and if it
# hardly counts from its own day. An obituary names years, but hardly a day, and counts from its own.
FEWEST = 2
MOST = 0.6
COUNTED_FROM_PUBLICATION = frozenset({"days", "weekday", "weekday-of-week", "unit", "ago", "ahead", "weekend"})


def find(text: str, sentences: Sequence[Sentence], date: str, rules: Rules) -> tuple[Timex, ...]:
    """Every expression in order, none overlapping another; `value` is "" where no value can be told.

    `date` is ISO 8601; without a full day in it only absolute dates resolve.
    """
    found: list[Timex] = []
    seen = hits(text, sentences, rules.calendar)
    clock = _first_clock(seen, read_day(date))
    sentence, paragraph = -1, -1
    for hit in seen:
        if hit.sentence.start != sentence:
            clock = replace(clock, here="")
        if hit.sentence.paragraph != paragraph and not clock.narrative:
            clock = replace(clock, year="")
        sentence, paragraph = hit.sentence.start, hit.sentence.paragraph
        timex = _timex(text, hit, clock, rules)
        found.append(timex)
        clock = _moved_on(text, clock, hit, timex, rules.calendar)
    return tuple(found)


def _first_clock(seen: Sequence[Hit], published: dt.date | None) -> Clock:
    """How the text tells time: news counts from its publication, a history from the years it names."""
    if published is None:
        return Clock(published)
    dated = [hit for hit in seen if "year" in hit.parts]
    past = [hit for hit in dated if int(hit.parts["year"]) < published.year - 1]
    near = sum(hit.rule.means in COUNTED_FROM_PUBLICATION for hit in seen)
    precise = sum("month" in hit.parts for hit in past)
    narrative = precise >= FEWEST and len(past) >= MOST * len(dated) and near * 4 <= len(past)
    return Clock(published, narrative, year=dated[0].parts["year"] if narrative else "")


def _timex(text: str, hit: Hit, clock: Clock, rules: Rules) -> Timex:
    ahead = not clock.narrative and looks_ahead(text, hit, rules.calendar.tense)
    found = Found(hit.parts, hit.rule.shift, hit.rule.value)
    kind, value = MEANINGS[hit.rule.means](found, replace(clock, ahead=ahead), rules.calendar)
    return Timex(hit.start, hit.end, text[hit.start : hit.end], kind, value)


def _moved_on(text: str, clock: Clock, hit: Hit, timex: Timex, calendar: Calendar) -> Clock:
    """What the next expression is resolved against."""
    value = timex.value
    if timex.type not in {"DATE", "TIME"} or not YEAR.match(value):
        return clock
    day = value[:10] if read_day(value) else clock.day
    year = clock.year
    if hit.rule.means in COUNTED_FROM_PUBLICATION:
        year = year if clock.narrative else ""
    elif not _is_aside(text, hit, calendar) and ("year" in hit.parts or clock.narrative):
        year = value[:4]
    here = value[:10] if read_day(value) else clock.here
    return replace(clock, anchor=value, day=day, here=here, year=year, last=value)


def _is_aside(text: str, hit: Hit, calendar: Calendar) -> bool:
    """“the 1978 treaty”, “until 1991”, “since 2012”: a year that is only mentioned moves the story nowhere."""
    if hit.rule.means == "year":
        bounds = hit.before in calendar.tense.deadlines or hit.before in calendar.telling.states
        return bounds or looks_ahead(text, hit, calendar.tense)
    return hit.rule.means in {"year-of-name", "year-after-name"}
