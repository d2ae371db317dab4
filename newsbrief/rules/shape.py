"""The shapes that the rule files are read into: plain data and compiled patterns, frozen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """One way to write time: `means` names what to do with it, `shift` counts units from the publication date."""

    name: str
    means: str
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words of the calendar, lower-cased, and one pattern of every time expression.

    In `search` the group `rule_N` says that `expressions[N]` fits, `span_N` (if set) which part of it is the
    expression; its other groups are called like `month_N`.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    units: Mapping[str, str]
    clock: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    doubtful: frozenset[str]
    future: frozenset[str]
    until: frozenset[str]
    leads: frozenset[str]
    steps: Mapping[str, int]
    articles: frozenset[str]
    expressions: tuple[Expression, ...]
    search: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that hand a quote to its speaker. `participles` are the forms that lean on an earlier subject."""

    plain: frozenset[str]
    naming: frozenset[str]
    participles: frozenset[str]
    bases: frozenset[str]
    plural_endings: tuple[str, ...]
    sources: tuple[str, ...]
    between: frozenset[str]
    adverb_endings: tuple[str, ...]
    passive: frozenset[str]
    verb: re.Pattern[str]
    source: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class People:
    """Offices, honorifics, particles, pronouns and given names; genders are "m", "f" and "x" (unknown)."""

    titles: frozenset[str]
    before_titles: frozenset[str]
    honorifics: Mapping[str, str]
    role_forms: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    pronouns: Mapping[str, str]
    subject_pronouns: frozenset[str]
    gendered: Mapping[str, str]
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """Facts of geography. `names` maps a name to its country ("" for none), `demonyms` a demonym to its country."""

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    before: frozenset[str]
    heads: frozenset[str]
    first: frozenset[str]
    directions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Organisations:
    """What marks a name as an organisation's; `joining` heads may take one of `joins` and a further name."""

    heads: frozenset[str]
    joins: frozenset[str]
    joining: frozenset[str]
    known: frozenset[str]
    never: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Small closed lists of a language."""

    abbreviations: frozenset[str]
    weak_abbreviations: frozenset[str]
    function: frozenset[str]
    breaks: frozenset[str]
    determiners: frozenset[str]
    happening_nouns: frozenset[str]
    happening_endings: tuple[str, ...]
    happening_before: frozenset[str]
    articles: frozenset[str]
    name_openers: frozenset[str]
    relatives: frozenset[str]
    links: frozenset[str]


@dataclass(frozen=True, slots=True)
class CreditLine:
    """One form of a credit line; groups of `pattern`: who, rights, caption."""

    kind: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Credits:
    """How an article names its makers. `agencies` maps every form of an agency's name to its full name."""

    lines: tuple[CreditLine, ...]
    datelines: tuple[re.Pattern[str], ...]
    agencies: Mapping[str, str]
    naming: tuple[re.Pattern[str], ...]
    staff: frozenset[str]
    joins: re.Pattern[str]
    tails: tuple[re.Pattern[str], ...]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of one language."""

    lang: str
    calendar: Calendar
    speech: Speech
    people: People
    places: Places
    organisations: Organisations
    words: Words
    credits: Credits
