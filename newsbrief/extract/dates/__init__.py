"""Time expressions with TIMEX3 types and values (ISO-TimeML), resolved against the publication date and the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from newsbrief.extract.dates.context import YEAR, Clock, Found, read_day
from newsbrief.extract.dates.meanings import MEANINGS, lengths
from newsbrief.extract.dates.scan import Hit, hits
from newsbrief.extract.dates.tense import looks_ahead, surely_ahead
from newsbrief.model.mentions import Sentence, Timex
from newsbrief.rules import Rules
from newsbrief.rules.shape import Calendar, Tense

# A text tells of years long past if it dates so many months or days in them, if most of its years are such, and if it
# hardly counts from its own day. An obituary names years, but hardly a day, and counts from its own.
FEWEST = 2
MOST = 0.6
# How far back the comma before “, cast in 1974,” is looked for.
REACH = 60
MARKS = '“”"«»„'
COUNTED_FROM_PUBLICATION = frozenset(
    {"days", "weekday", "weekday-of-week", "unit", "ago", "ahead", "weekend", "further-weekday"}
)


def find(text: str, sentences: Sequence[Sentence], date: str, rules: Rules) -> tuple[Timex, ...]:
    """Every expression in order, none overlapping another; `value` is "" where no value can be told.

    `date` is ISO 8601; without a full day in it only absolute dates resolve.
    """
    found: list[Timex] = []
    seen = hits(text, sentences, rules.calendar)
    clock = _first_clock(seen, read_day(date))
    history = clock.narrative
    of_the_day = frozenset(hit.sentence.paragraph for hit in seen if _counts_from_publication(hit))
    last: Hit | None = None
    for hit in seen:
        paragraph = hit.sentence.paragraph
        if last is None or paragraph != last.sentence.paragraph:
            clock = _at_paragraph(clock, history and paragraph not in of_the_day)
        elif not clock.narrative and any(mark in text[last.end : hit.start] for mark in MARKS):
            # Whoever is quoted begins anew.
            clock = clock._replace(year="")
        if last is None or hit.sentence.start != last.sentence.start:
            clock = clock._replace(here="")
        timex = _timex(text, hit, clock, rules)
        found.append(timex)
        clock, last = _moved_on(text, clock, hit, timex, rules.calendar), hit
    return tuple(found)


def _counts_from_publication(hit: Hit) -> bool:
    return hit.rule.means in COUNTED_FROM_PUBLICATION or "which" in hit.parts


def _at_paragraph(clock: Clock, history: bool) -> Clock:
    """A paragraph of news inside a history counts from publication; the history goes on where it stood."""
    if not history:
        return clock._replace(narrative=False, year="")
    return clock if clock.narrative else clock._replace(narrative=True, year=clock.told)


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
    tense = rules.calendar.tense
    if clock.narrative and surely_ahead(text, hit, tense):
        clock = clock._replace(narrative=False, year="")
    # A length is as long in any tense.
    ahead = not clock.narrative and hit.rule.means not in lengths.MEANINGS and looks_ahead(text, hit, tense)
    found = Found(hit.parts, hit.rule.shift, hit.rule.value)
    kind, value = MEANINGS[hit.rule.means](found, clock._replace(ahead=ahead), rules.calendar)
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
    told = hit.parts.get("year", clock.told)
    return clock._replace(anchor=value, day=day, here=here, year=year, told=told, last=value)


def _is_aside(text: str, hit: Hit, calendar: Calendar) -> bool:
    """“the 1978 treaty”, “until 1991”, “since 2012”: a year that is only mentioned moves the story nowhere."""
    if _leans_on_noun(text, hit, calendar.tense):
        return True
    if hit.rule.means == "year":
        bounds = hit.before in calendar.tense.deadlines or hit.before in calendar.telling.states
        return bounds or looks_ahead(text, hit, calendar.tense)
    return hit.rule.means in {"year-of-name", "year-after-name"}


def _leans_on_noun(text: str, hit: Hit, tense: Tense) -> bool:
    """“a bronze, cast in 1974, was stolen”: what stands between commas behind a participle."""
    if text[hit.end : hit.end + 1] != ",":
        return False
    words = text[max(hit.sentence.start, hit.start - REACH) : hit.start].rpartition(", ")
    first = words[2].split(" ", 1)[0].lower() if words[1] else ""
    return bool(first) and (first in tense.past or first.endswith(tense.past_endings))
