"""How a brief words an event, without what two briefs may word differently about the same event.

Words that date the event, articles and most punctuation are left out. A person stands under one name, a number in
figures. Everything else is kept in its order: "not", "for" and "against", who did what to whom.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from newsbrief.model.brief import Brief, BriefEvent
from newsbrief.rules.retelling import Retelling, retelling

TOKEN = re.compile(r"(?<![\w–-])[-−]?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*|[^\W\d_]+|\S")
# Marks that change the meaning; other punctuation does not.
MEANINGFUL_MARKS = "%‰&#?"
# Stands before the number of a person in the brief's list: "@0".
PERSON = "@"
# A shorter part of a name is too often another word.
SHORTEST_NAME = 3
# A longer name or role is a mistake and is not looked for.
LONGEST_NAME = 12
# No sentence has more circumstances after commas.
MOST_HEADS = 12


class Wording(Struct, frozen=True):
    """`words` in order, people as "@" and their number in the brief's list.

    `times`: words of the date that say more than the date, such as "night". `heads`: numbers of words after which only
    a circumstance follows.
    """

    words: tuple[str, ...]
    times: frozenset[str] = frozenset()
    heads: tuple[int, ...] = ()


class Cast(Struct, frozen=True):
    """The people of one brief. `names` maps the words of a name, or its first or last word alone, to "@0".

    `roles` gives the words of each person's role. `begins` gives, for the first word of each of `names`, the numbers of
    words of these names, longest first.
    """

    names: Mapping[tuple[str, ...], str]
    roles: Mapping[str, tuple[tuple[str, ...], ...]]
    begins: Mapping[str, tuple[int, ...]]
    language: Retelling


def cast_of(brief: Brief) -> Cast:
    """Return the people of a brief as its events may name them."""
    lang = brief.lang or "en"
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    roles: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for number, person in enumerate(brief.people):
        parts, known = tuple(_tokens(person.name)), f"{PERSON}{number}"
        for form in {parts, *((part,) for part in (*parts[:1], *parts[-1:]) if len(part) >= SHORTEST_NAME)}:
            found[form].add(known)
        roles[known].append(_role(person.role, lang))
    # A name that two people of the brief share tells nobody apart.
    names = {form: next(iter(people)) for form, people in found.items() if _is_short(form) and len(people) == 1}
    short = {name: tuple(filter(_is_short, those)) for name, those in roles.items()}
    return Cast(names, short, _begins(names), retelling(lang))


# The briefs of a place name its mayor again and again.
@lru_cache(maxsize=1 << 12)
def _role(words: str, lang: str) -> tuple[str, ...]:
    return tuple(_plain(_tokens(words), retelling(lang)))


def _begins(names: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = defaultdict(set)
    for form in names:
        lengths[form[0]].add(len(form))
    return {word: tuple(sorted(those, reverse=True)) for word, those in lengths.items()}


def _is_short(words: tuple[str, ...]) -> bool:
    return 0 < len(words) <= LONGEST_NAME


def wording(event: BriefEvent, cast: Cast) -> Wording:
    """Return the wording of an event. Linear in the length of its text."""
    # In a language without a list of such words, no word of the date may differ.
    when = event.when if cast.language.times else ""
    tokens = _tokens(_without(event.text or event.label, when))
    words = _without_roles(_plain(_with_people(tokens, cast), cast.language), cast)
    heads: list[int] = []
    kept: list[str] = []
    for before, word in pairwise(["", *words]):
        if word == ",":
            continue
        if before == "," and word in cast.language.tails:
            heads.append(len(kept))
        kept.append(word)
    times = cast.language.times.intersection(word.casefold() for word in _tokens(when))
    return Wording(tuple(kept), times, tuple(heads[:MOST_HEADS]))


def _without(text: str, when: str) -> str:
    before, found, after = text.partition(when) if when else (text, "", "")
    return f"{before} {after}" if found else text


def _tokens(text: str) -> list[str]:
    found = TOKEN.findall(text if text.isascii() else unicodedata.normalize("NFC", text))
    return [word for word in found if len(word) > 1 or word == "," or _counts(word)]


def _counts(sign: str) -> bool:
    return sign.isalnum() or sign in MEANINGFUL_MARKS or unicodedata.category(sign)[0] in "SM"


def _with_people(tokens: list[str], cast: Cast) -> list[str]:
    out, place = [], 0
    while place < len(tokens):
        for length in cast.begins.get(tokens[place], ()):
            name = cast.names.get(tuple(tokens[place : place + length]))
            if name:
                out.append(name)
                place += length
                break
        else:
            out.append(tokens[place])
            place += 1
    return out


def _plain(tokens: Iterable[str], language: Retelling) -> list[str]:
    """Return lower case and figures, without fillers, honorifics and words between two numbers."""
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
        if len(out) > 1 and out[-1] in joins and _is_number(word) and _is_number(out[-2]):
            out.pop()
        out.append(word)
    return out


def _figures(word: str, thousands: str) -> str:
    return re.sub(rf"(?<=\d){re.escape(thousands)}(?=\d{{3}}(?:\D|$))", "", word)


def _is_number(word: str) -> bool:
    return word[-1].isdecimal() and word[0] != PERSON


def _without_roles(words: list[str], cast: Cast) -> list[str]:
    """Leave out a person's own role where it stands apart: before the name at a beginning, or between commas."""
    out: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        place += 1
        for role in cast.roles.get(word, ()):
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
