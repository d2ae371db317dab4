"""Who is a person, and which mentions mean the same one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsbrief.extract.names.pieces import Piece
from newsbrief.rules import Rules

AGE = re.compile(r", \d{1,3}(?=[,;.)]|$)| \(\d{1,3}\)")
WHO = re.compile(r",? who\b")
NEXT = re.compile(r",? ([a-z]{2,16})(?: ([a-z]{2,16}))?")
LAST = re.compile(r"([a-z]{2,16}) $")
SURE = 2


@dataclass(frozen=True, slots=True)
class Sight:
    """A piece with what its surroundings say: the role beside it, whether that marks a person, and an article."""

    piece: Piece
    name: str
    role: str
    evidence: int
    article: bool


def evidence(text: str, piece: Piece, role: str, rules: Rules) -> int:
    """How strongly one mention looks like a person's; `SURE` or more is enough."""
    tokens = piece.tokens
    if piece.kind == "person":
        return SURE
    score = SURE if role and len(tokens) > 1 else 0
    if len(tokens) > 1 and tokens[0].lower() in rules.people.given:
        score += SURE
    if len(tokens) > 2 and any(len(token.rstrip(".")) == 1 for token in tokens[1:-1]):
        score += SURE
    after = text[piece.end : piece.end + 40]
    if AGE.match(after) or WHO.match(after):
        score += SURE
    if len(tokens) > 1:
        score += _speaks(text, piece, after, rules)
    return score


def _speaks(text: str, piece: Piece, after: str, rules: Rules) -> int:
    following = NEXT.match(after)
    verbs = rules.speech.plain
    if following and (following[1] in verbs or (following[1] in rules.speech.between and following[2] in verbs)):
        return SURE
    before = text[max(0, piece.start - 18) : piece.start]
    previous = LAST.search(before)
    led = previous is not None and previous[1] in verbs
    return SURE if led or before.lower().rstrip().endswith(rules.speech.sources) else 0


def persons(sights: Sequence[Sight], rules: Rules) -> tuple[str, ...]:
    """Full names of the people, in order of appearance; every name has two words or more."""
    score: Counter[str] = Counter()
    single = Counter(sight.piece.tokens[0] for sight in sights if len(sight.piece.tokens) == 1)
    titled = {
        sight.piece.tokens[0] for sight in sights if len(sight.piece.tokens) == 1 and sight.piece.kind == "person"
    }
    order: dict[str, tuple[str, ...]] = {}
    for sight in sights:
        tokens = sight.piece.tokens
        if len(tokens) < 2 or sight.piece.kind not in {"", "person"} or not _name_like(tokens, rules):
            continue
        name = sight.name
        order.setdefault(name, tokens)
        score[name] += sight.evidence - (SURE if sight.article and sight.piece.kind != "person" else 0)
    for name, tokens in order.items():
        score[name] += 1 if single[tokens[-1]] or single[tokens[0]] else 0
        score[name] += SURE if titled & {tokens[0], tokens[-1]} else 0
    return tuple(name for name in order if score[name] >= SURE)


def _name_like(tokens: Sequence[str], rules: Rules) -> bool:
    bare = [token for token in tokens if token not in rules.people.particles]
    text = " ".join(tokens)
    if len(bare) > 5 or any(sign.isdigit() for sign in text):
        return False
    return not any(token in rules.places.demonyms or token in rules.organisations.joins for token in tokens[:1])


@dataclass(frozen=True, slots=True)
class Family:
    """Full names by each of their words, to link shorter mentions to them."""

    full: dict[str, str]
    by_last: dict[str, frozenset[str]]
    by_first: dict[str, frozenset[str]]


def family(names: Iterable[str], rules: Rules) -> Family:
    """Join spellings of one name (with and without a middle initial) and index the words."""
    full: dict[str, str] = {}
    ends: dict[tuple[str, str], str] = {}
    for name in sorted(names, key=len, reverse=True):
        tokens = _core(name, rules)
        full[name] = ends.setdefault((tokens[0], tokens[-1]), name)
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


def linked(name: str, people: Family, recent: Sequence[str]) -> str:
    """The full name that a mention means, "" if none or if two are equally near.

    A surname wins over a given name; of several bearers the one named last is meant.
    """
    if name in people.full:
        return people.full[name]
    candidates = people.by_last.get(name) or people.by_first.get(name) or frozenset()
    if len(candidates) <= 1:
        return next(iter(candidates), "")
    return next((one for one in reversed(recent) if one in candidates), "")
