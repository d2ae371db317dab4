"""How a brief words an event, without what two tellings of one event may differ in.

Left out are the words that date it, articles and marks; a person stands under one name, a number in figures. Everything
else is kept, in its order: "not", "for" and "against", who did it to whom.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from newsbrief.collate.people import People
from newsbrief.model.brief import BriefEvent
from newsbrief.model.entry import Entry
from newsbrief.rules.retelling import Retelling, retelling

TOKEN = re.compile(r"(?<![\w–-])[-−]?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*|[^\W\d_]+|\S")
# Marks that change what is told; other punctuation does not.
TELLING_MARKS = "%‰&#?"
PERSON = "@"
# A single name shorter than this is too often something else.
SHORTEST_NAME = 3
# A longer name or role is a mistake, and is not looked for.
LONGEST_NAME = 12
# No sentence has more circumstances after commas.
MOST_HEADS = 12


class Wording(Struct, frozen=True):
    """`words` in order, a person's as "@name"; `times` what the date's words say beyond the date, such as "night".

    `heads`: after how many of the words only a circumstance follows.
    """

    words: tuple[str, ...]
    times: frozenset[str] = frozenset()
    heads: tuple[int, ...] = ()


class Cast(Struct, frozen=True):
    """Who a brief names: `names` maps the words of a name, or its first or last alone, to "@name"; `roles` by "@name".

    `begins` has, for the first word of each of `names`, how many words these have, most first. `known` are all names of
    the brief, of people, organisations and places: what briefs about one thing share.
    """

    names: Mapping[tuple[str, ...], str]
    roles: Mapping[str, tuple[tuple[str, ...], ...]]
    begins: Mapping[str, tuple[int, ...]]
    known: frozenset[str]
    language: Retelling


def cast(entry: Entry, people: People) -> Cast:
    """Read once for each brief."""
    brief = entry.brief
    language = retelling(brief.lang or "en")
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    roles: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for person in brief.people:
        parts, known = tuple(_tokens(person.name)), PERSON + people.name(person.name, entry)
        for form in {parts, *((part,) for part in (*parts[:1], *parts[-1:]) if len(part) >= SHORTEST_NAME)}:
            found[form].add(known)
        roles[known].append(_role(person.role, brief.lang or "en"))
    # A name that two people of the brief share says nothing.
    names = {form: next(iter(those)) for form, those in found.items() if _short(form) and len(those) == 1}
    things = (*brief.organisations, *brief.places)
    known_names = frozenset((*names.values(), *(thing.casefold() for thing in things)))
    short = {name: tuple(filter(_short, those)) for name, those in roles.items()}
    return Cast(names, short, _begins(names), known_names, language)


# The briefs of a place name its mayor again and again.
@lru_cache(maxsize=1 << 12)
def _role(words: str, lang: str) -> tuple[str, ...]:
    return tuple(_plain(_tokens(words), retelling(lang)))


def _begins(names: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = defaultdict(set)
    for form in names:
        lengths[form[0]].add(len(form))
    return {word: tuple(sorted(those, reverse=True)) for word, those in lengths.items()}


def _short(words: tuple[str, ...]) -> bool:
    return 0 < len(words) <= LONGEST_NAME


def wording(event: BriefEvent, of: Cast) -> Wording:
    """Linear in the length of the text."""
    # Without a list of what makes another time, no word of the date may differ.
    when = event.when if of.language.times else ""
    tokens = _tokens(_without(event.text or event.label, when))
    words = _without_roles(_plain(_with_people(tokens, of), of.language), of)
    heads: list[int] = []
    kept: list[str] = []
    for before, word in pairwise(["", *words]):
        if word == ",":
            continue
        if before == "," and word in of.language.tails:
            heads.append(len(kept))
        kept.append(word)
    times = of.language.times.intersection(word.casefold() for word in _tokens(when))
    return Wording(tuple(kept), times, tuple(heads[:MOST_HEADS]))


def _without(text: str, when: str) -> str:
    before, found, after = text.partition(when) if when else (text, "", "")
    return f"{before} {after}" if found else text


def _tokens(text: str) -> list[str]:
    found = TOKEN.findall(unicodedata.normalize("NFC", text))
    return [word for word in found if len(word) > 1 or word == "," or _counts(word)]


def _counts(sign: str) -> bool:
    return sign.isalnum() or sign in TELLING_MARKS or unicodedata.category(sign)[0] in "SM"


def _with_people(tokens: list[str], of: Cast) -> list[str]:
    out, place = [], 0
    while place < len(tokens):
        for length in of.begins.get(tokens[place], ()):
            name = of.names.get(tuple(tokens[place : place + length]))
            if name:
                out.append(name)
                place += length
                break
        else:
            out.append(tokens[place])
            place += 1
    return out


def _plain(tokens: Iterable[str], language: Retelling) -> list[str]:
    """Lower case, figures, no fillers, no honorifics, no words between two numbers."""
    out: list[str] = []
    numbers, fillers, joins, thousands = language.numbers, language.fillers, language.joins, language.thousands
    for token in tokens:
        word = token
        if token[0] != PERSON:
            word = token.casefold()
            word = numbers.get(word) or (_figures(word, thousands) if thousands and thousands in word else word)
            if word in fillers:
                continue
        elif out and out[-1] in language.honorifics:
            out.pop()
        if len(out) > 1 and out[-1] in joins and _number(word) and _number(out[-2]):
            out.pop()
        out.append(word)
    return out


def _figures(word: str, thousands: str) -> str:
    return re.sub(rf"(?<=\d){re.escape(thousands)}(?=\d{{3}}(?:\D|$))", "", word)


def _number(word: str) -> bool:
    return word[-1].isdecimal()


def _without_roles(words: list[str], of: Cast) -> list[str]:
    """Without a person's own role where it stands apart: before the name at a beginning, after it between commas."""
    out: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        place += 1
        for role in of.roles.get(word, ()):
            enclosed = out[-1:] == [","] and words[place : place + 1] == [","]
            start = len(out) - len(role) - enclosed
            if start >= 0 and tuple(out[start : start + len(role)]) == role and out[start - 1 : start] in ([], [","]):
                del out[start:]
                place += enclosed
            after = words[place : place + len(role) + 2]
            if after[:1] == [","] and tuple(after[1 : 1 + len(role)]) == role and after[1 + len(role) :] in ([","], []):
                place += len(after)
        out.append(word)
    return out
