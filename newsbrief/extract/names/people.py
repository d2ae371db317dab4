"""Who is a person, and which mentions mean the same one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from newsbrief.extract.names.pieces import Piece
from newsbrief.extract.names.runs import NO_CAPITAL
from newsbrief.model.mentions import Sentence
from newsbrief.rules import Rules

NEXT = re.compile(rf",? {NO_CAPITAL}([^\W\d_]{{2,16}})(?: {NO_CAPITAL}([^\W\d_]{{2,16}}))?")
SURE = 2
# The next turn of the same speaker in an interview is no farther.
TURN = 3000
# What speaks against a person weighs more than any one thing that speaks for it.
NEVER = -6


class Sight(NamedTuple):
    """A piece with what its surroundings say: the role beside it, how far they mark a person, whether an article leads.

    The role is looked for beside names of several words only. `beside`: only "and" parts it from the name before.
    """

    piece: Piece
    name: str
    sentence: Sentence
    role: str
    evidence: int
    article: bool
    beside: bool = False


def evidence(text: str, piece: Piece, role: str, rules: Rules) -> int:
    """How strongly one mention looks like a person's; `SURE` or more is enough."""
    tokens = piece.tokens
    if piece.kind == "person":
        return SURE
    after = text[piece.end : piece.end + 48]
    before = text[max(0, piece.start - 24) : piece.start].lower().replace(",", " ").split()
    if before and before[-1] in rules.words.articles:
        before.pop()
    led = before[-1] if before else ""
    if rules.people.which.match(after) or led in rules.people.things:
        return NEVER
    score = _acts(text, piece, after, led, rules)
    if len(tokens) == 1:
        return score
    known = rules.people.given.get(tokens[0].lower()) is not None
    initial = len(tokens) > 2 and any(len(token.rstrip(".")) == 1 for token in tokens[1:-1])
    score += SURE * (bool(role) + known + initial)
    if rules.people.age.match(after) or rules.people.who.match(after) or (piece.opens and _labels(text, piece, after)):
        score += SURE
    foreign = not known and tokens[0] in rules.places.names
    return score - (led in rules.places.before) - SURE * foreign


def _acts(text: str, piece: Piece, after: str, led: str, rules: Rules) -> int:
    """What the name does or has done to it: speech and what only people do weigh most."""
    following = NEXT.match(after)
    verbs = rules.speech.plain
    # "a spokesman for Northgate Water said": what stands behind a preposition does nothing.
    inside = (
        led in rules.words.prepositions and led not in rules.speech.agents and not _leads_participle(following, rules)
    )
    for word in following.groups() if following and not inside else ():
        if word in verbs or word in rules.people.human or (word and rules.speech.source_behind.fullmatch(word)):
            return SURE
        if word not in rules.speech.between:
            break
    calls = rules.speech.order.verb_second and led in rules.speech.naming
    if calls or led in verbs or led in rules.people.by_before or _source_leads(text, piece.start, rules):
        return SURE
    if rules.people.owned.match(after):
        return SURE
    follows = following[1] if following and not inside else ""
    return int(follows.endswith(rules.people.act_endings) or follows in rules.people.acts)


def _labels(text: str, piece: Piece, after: str) -> bool:
    """“OSLA BRANDT: “It is safe.””, or a label that comes back: the turns of an interview."""
    if not after.startswith(":"):
        return False
    label = text[piece.start : piece.end] + ":"
    again = (
        text.find(label, piece.end, piece.end + TURN) >= 0
        or text.find(label, max(0, piece.start - TURN), piece.start) >= 0
    )
    return again or after[1:].lstrip()[:1] in {"“", '"', "‘"}


def _leads_participle(following: re.Match[str] | None, rules: Rules) -> bool:
    """“with Osla Brandt saying”."""
    return following is not None and following[1] in rules.speech.participles


def _source_leads(text: str, start: int, rules: Rules) -> bool:
    """“according to Brandt”, "succeeded by Brandt"."""
    words = text[max(0, start - 24) : start].lower().rstrip()
    if words.endswith(rules.speech.sources):
        return True
    parts = words.split()
    return len(parts) > 1 and parts[-1] in rules.speech.agents and parts[-2] in rules.people.by_before


def persons(sights: Sequence[Sight], rules: Rules) -> tuple[str, ...]:
    """Full names of the people, in order of appearance; every name has two words or more."""
    score: Counter[str] = Counter()
    single: defaultdict[str, int] = defaultdict(int)
    order: dict[str, tuple[str, ...]] = {}
    for sight in sights:
        tokens, kind = sight.piece.tokens, sight.piece.kind
        if len(tokens) == 1 and kind in {"", "person"}:
            single[tokens[0]] = max(single[tokens[0]], sight.evidence, 1)
        if len(tokens) < 2 or kind not in {"", "person"} or not _name_like(tokens, kind, rules):
            continue
        order.setdefault(sight.name, tokens)
        score[sight.name] += sight.evidence - (SURE if sight.article and kind != "person" else 0)
    for name, tokens in order.items():
        score[name] += max(single.get(tokens[-1], 0), int(tokens[0] in single))
    sure = {name for name in order if score[name] >= SURE}
    # "Osla Brandt and Signe Gale": who stands beside a person is one.
    for first, second in pairwise(sight for sight in sights if sight.name in order):
        if second.beside and {first.name, second.name} & sure and score[first.name] >= 0 and score[second.name] >= 0:
            sure |= {first.name, second.name}
    return tuple(name for name in order if name in sure)


def _name_like(tokens: Sequence[str], kind: str, rules: Rules) -> bool:
    """Whether words may be a person's name at all, whatever stands around them."""
    bare = [token for token in tokens if token not in rules.people.particles]
    first, last = tokens[0], tokens[-1]
    if len(bare) > 4 or any(sign.isdigit() for sign in "".join(tokens)):
        return False
    if any(token.lower() in rules.words.function and len(token) > 1 for token in tokens if token[0].isupper()):
        return False
    if first in rules.organisations.joins or (first in rules.places.demonyms and kind == "person"):
        return False
    if kind == "person" or first.lower() in rules.people.given:
        return True
    if first.lower() in rules.organisations.adjectives or last in rules.organisations.heads:
        return False
    demonyms = rules.places.demonyms
    nations = any(token in demonyms or token.removesuffix("s") in demonyms for token in tokens)
    return not nations and last.lower() not in rules.people.titles


class Family(Struct, frozen=True):
    """Full names by each of their words, to link shorter mentions to them."""

    full: dict[str, str]
    by_last: dict[str, frozenset[str]]
    by_first: dict[str, frozenset[str]]


def family(names: Iterable[str], rules: Rules) -> Family:
    """Join spellings of one name (with and without a middle initial) and index the words."""
    full: dict[str, str] = {}
    ends: dict[tuple[str, str], str] = {}
    tails: dict[str, str] = {}
    for name in sorted(names, key=len, reverse=True):
        tokens = _core(name, rules)
        full[name] = tails.get(" ".join(tokens)) or ends.setdefault((tokens[0], tokens[-1]), name)
        for place in range(1, len(tokens) - 1):
            tails.setdefault(" ".join(tokens[place:]), full[name])
    by_last: defaultdict[str, list[str]] = defaultdict(list)
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(full.values()):
        tokens = _core(name, rules)
        by_last[tokens[-1]].append(name)
        by_first[tokens[0]].append(name)
        for middle in range(1, len(tokens) - 1):
            by_last[" ".join(tokens[middle:])].append(name)
    return Family(full, {k: frozenset(v) for k, v in by_last.items()}, {k: frozenset(v) for k, v in by_first.items()})


def _core(name: str, rules: Rules) -> list[str]:
    tokens = [token for token in name.split() if token.lower().rstrip(".") not in rules.people.suffixes]
    return tokens if len(tokens) > 1 else name.split()


def linked(name: str, people: Family, recent: Sequence[str], honorific: str, rules: Rules) -> str:
    """The full name that a mention means, "" if none or if two are equally near.

    A surname wins over a given name; of several bearers the one whom "Mr" or "Mrs" fits, or who was named last, is
    meant.
    """
    if name in people.full:
        return people.full[name]
    candidates = people.by_last.get(name) or people.by_first.get(name) or frozenset()
    gender = rules.people.honorifics.get(honorific, "x")
    if gender != "x" and len(candidates) > 1:
        given = {one: rules.people.given.get(one.split()[0].lower(), "x") for one in candidates}
        candidates = frozenset(one for one in candidates if given[one] == gender) or frozenset(
            one for one in candidates if given[one] == "x"
        )
    if len(candidates) <= 1:
        return next(iter(candidates), "")
    return next((one for one in reversed(recent) if one in candidates), "")
