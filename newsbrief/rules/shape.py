"""The shapes that the rule files are read into: plain data and compiled patterns, frozen."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from newsbrief.rules.vocabulary import Credits, Organisations, People, Places, Speech, Words


class Expression(Struct, frozen=True):
    """One way to write time: `means` names what to do with it, `shift` counts units from the publication date.

    `after` holds what must stand right before it and `apart` what must not: words, marks, "^" for the beginning.
    `value` is taken as it stands.
    """

    name: str
    means: str
    pattern: re.Pattern[str]
    shift: int = 0
    value: str = ""
    after: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()


class Holiday(Struct, frozen=True):
    """A day of the year: a fixed `day`, or the `nth` weekday of a month (-1 the last), or days from Easter Sunday."""

    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None


class Tense(Struct, frozen=True):
    """Words around a date that tell whether it lies ahead; the nearest decides.

    `intents` look ahead where `infinitive` follows, or where one of `deadlines` stands right before the date.
    A form with one of `past_endings` is past unless a word of `neutral` stands before it. Right after one of `since`
    nothing looks ahead. `own_clause`: the words between the date's own commas decide before all others.
    """

    future: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    neutral: frozenset[str]
    sure: frozenset[str]
    perfect: frozenset[str]
    undone: frozenset[str]
    aims: frozenset[str]
    until: frozenset[str]
    since: frozenset[str]
    deadlines: frozenset[str]
    intents: frozenset[str]
    infinitive: frozenset[str]
    own_clause: bool


class Telling(Struct, frozen=True):
    """Words that say whether a date tells of a happening.

    After one of `states` it only bounds a state; one of `compared` or `conditions` no further back than a few words
    makes it a measure or a case. After one of `between` a word of `and_words` joins the ends of a range. A clause may
    begin after one of `coordinators`, and one that holds a word of `leaning` leans on the clause before.
    """

    states: frozenset[str]
    compared: frozenset[str]
    begun: frozenset[str]
    bounds: frozenset[str]
    origins: frozenset[str]
    topics: frozenset[str]
    measured: frozenset[str]
    lasting: frozenset[str]
    denied: frozenset[str]
    denied_before: frozenset[str]
    ended: frozenset[str]
    present: frozenset[str]
    moved: frozenset[str]
    unreal: frozenset[str]
    being: frozenset[str]
    reached: frozenset[str]
    indefinite: frozenset[str]
    conditions: frozenset[str]
    between: frozenset[str]
    and_words: frozenset[str]
    coordinators: frozenset[str]
    leaning: frozenset[str]
    naming: frozenset[str]
    owning: frozenset[str]
    subordinators: frozenset[str]


class Calendar(Struct, frozen=True):
    """Words of the calendar, lower-cased, and every time expression.

    `starts` maps the first and the second word of a place in the text (`firsts.FIGURE` for figures, `firsts.ANY` for
    any other second word) to the expressions that can begin so, in the order in which they are tried. `short` holds
    the short forms of months and weekdays. `thousands` and `point` are the marks inside figures. `nouns_large`: any
    noun has a capital letter, so that none tells a name.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    units: Mapping[str, str]
    plural: str
    clock: Mapping[str, str]
    numbers: Mapping[str, float]
    thousands: str
    point: str
    decades: Mapping[str, int]
    ordinals: Mapping[str, int]
    holidays: Mapping[str, Holiday]
    frequencies: Mapping[str, str]
    short: frozenset[str]
    doubtful: frozenset[str]
    weak: frozenset[str]
    leads: frozenset[str]
    steps: Mapping[str, int]
    joins: frozenset[str]
    ranges: frozenset[str]
    afternoon: frozenset[str]
    tense: Tense
    telling: Telling
    zones: Mapping[str, str]
    starts: Mapping[str, Mapping[str, tuple[Expression, ...]]]
    nouns_large: bool


class Rules(Struct, frozen=True):
    """All rules of one language."""

    lang: str
    calendar: Calendar
    speech: Speech
    people: People
    places: Places
    organisations: Organisations
    words: Words
    credits: Credits
