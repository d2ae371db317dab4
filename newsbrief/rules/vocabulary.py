"""The shapes of the rule files about speech, names, words and credit lines."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct


class Lexicon(Struct, frozen=True):
    """Words, and endings that make a longer word one of them: "Hafenmeister" is a "…meister"."""

    words: frozenset[str]
    endings: tuple[str, ...] = ()

    def __contains__(self, word: object) -> bool:
        """Whether the word is one of them."""
        return word in self.words or (bool(self.endings) and isinstance(word, str) and word.endswith(self.endings))


class Order(Struct, frozen=True):
    """Where a clause has its verb and its subject.

    `verb_second`: the subject follows the verb wherever anything else begins the clause. After one of `opens` the verb
    comes last and the subject first; `helpers` are the verbs that take the second place from the one that speaks;
    `oblique` words begin no subject.
    """

    verb_second: bool
    opens: frozenset[str]
    helpers: frozenset[str]
    oblique: frozenset[str]


class Speech(Struct, frozen=True):
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
    before_infinitive: frozenset[str]
    singular_endings: tuple[str, ...]
    who: frozenset[str]
    joining: frozenset[str]
    leading: frozenset[str]
    transitive: frozenset[str]
    auxiliaries: frozenset[str]
    leads: tuple[str, ...]
    infinitive: frozenset[str]
    openers: tuple[str, ...]
    order: Order
    agents: frozenset[str]
    coordinating: frozenset[str]
    written: re.Pattern[str]
    agent: re.Pattern[str]
    verb: re.Pattern[str]
    source: re.Pattern[str]
    source_behind: re.Pattern[str]


class Ages(Struct, frozen=True):
    """Patterns with {age} in the place of a figure: after a name, and as a name's stand-in ("the 62-year-old")."""

    beside: str
    alone: str


class People(Struct, frozen=True):
    """Offices, honorifics, particles, pronouns and given names; genders are "m", "f" and "x" (unknown).

    What a name carries when it owns something: `possessive`, the first signs after the name ("’s"), and `attached`,
    letters that look like the name's own ("Hellwegs"). Who is mentioned right before one of `owning` is no subject.
    """

    titles: Lexicon
    plurals: tuple[str, ...]
    before_titles: frozenset[str]
    honorifics: Mapping[str, str]
    role_forms: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    pronouns: Mapping[str, str]
    subject_pronouns: frozenset[str]
    gendered: Mapping[str, str]
    gendered_endings: Mapping[str, str]
    given: Mapping[str, str]
    human: frozenset[str]
    acts: frozenset[str]
    act_endings: tuple[str, ...]
    opener_endings: tuple[str, ...]
    origin_endings: tuple[str, ...]
    by_before: frozenset[str]
    owned: re.Pattern[str]
    possessive: tuple[str, ...]
    owning: tuple[str, ...]
    attached: tuple[str, ...]
    things: Lexicon
    forms: frozenset[str]
    short: Mapping[str, str]
    role_verbs: frozenset[str]
    trade: re.Pattern[str]
    who: re.Pattern[str]
    which: re.Pattern[str]
    beside: re.Pattern[str]
    age: re.Pattern[str]
    aged: Ages


class Places(Struct, frozen=True):
    """Facts of geography. `names` maps a name to its country ("" for none), `demonyms` a demonym to its country.

    Where `endings` are given, a name that nothing but its preposition marks is a place only with one of them.
    """

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    before: frozenset[str]
    heads: frozenset[str]
    first: frozenset[str]
    directions: frozenset[str]
    endings: tuple[str, ...]


class Organisations(Struct, frozen=True):
    """What marks a name as an organisation's; `joining` heads may take one of `joins` and a further name.

    `head_first`: a head may also lead its name ("Universität Ellerhaven").
    """

    heads: Lexicon
    head_first: bool
    joins: frozenset[str]
    joining: frozenset[str]
    known: frozenset[str]
    never: frozenset[str]
    adjectives: frozenset[str]


class Words(Struct, frozen=True):
    """Small closed lists of a language."""

    abbreviations: frozenset[str]
    weak_abbreviations: frozenset[str]
    function: frozenset[str]
    breaks: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    happening_nouns: frozenset[str]
    happening_endings: tuple[str, ...]
    happening_before: frozenset[str]
    articles: frozenset[str]
    nouns_large: bool
    ordinal_stop: bool
    speech_happens: bool
    name_openers: frozenset[str]
    relatives: frozenset[str]
    links: frozenset[str]
    prepositions: frozenset[str]


class CreditLine(Struct, frozen=True):
    """One form of a credit line; groups of `pattern`: who, rights, caption."""

    kind: str
    pattern: re.Pattern[str]


class Credits(Struct, frozen=True):
    """How an article names its makers. `agencies` maps every form of an agency's name to its full name.

    `agency_ends`, in small letters, end the names of agencies that are not listed.
    """

    lines: tuple[CreditLine, ...]
    datelines: tuple[re.Pattern[str], ...]
    endings: tuple[re.Pattern[str], ...]
    agencies: Mapping[str, str]
    agency_ends: tuple[str, ...]
    naming: tuple[re.Pattern[str], ...]
    staff: frozenset[str]
    joins: re.Pattern[str]
    tails: tuple[re.Pattern[str], ...]
    roles: frozenset[str]
