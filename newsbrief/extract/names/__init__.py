"""Names of people, organisations and places; shorter mentions are linked to the fullest form in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newsbrief.extract.names import offices, people, pieces, roles, runs
from newsbrief.extract.names.people import Family, Sight
from newsbrief.extract.names.pieces import Piece
from newsbrief.model.mentions import Name, Sentence, Timex
from newsbrief.rules import Rules

# How many mentions back a surname that two people bear still means the one named last.
MEMORY = 40


def find(text: str, sentences: Sequence[Sentence], dates: Sequence[Timex], rules: Rules) -> tuple[Name, ...]:
    """Every name whose kind can be told, in order; what is unsure is left out."""
    cut = [piece for run in runs.find(text, sentences, dates, rules) for piece in pieces.cut(run, rules)]
    sights = tuple(_sights(text, sentences, cut, rules))
    known = people.family(people.persons(sights, rules), rules)
    named = tuple(_named(text, sights, known, rules))
    role = _roles(text, cut, named, rules)
    return tuple(
        Name(
            sight.piece.start,
            sight.piece.end,
            text[sight.piece.start : sight.piece.end],
            kind,
            name,
            role.get(name, ""),
        )
        if kind == "person"
        else Name(sight.piece.start, sight.piece.end, text[sight.piece.start : sight.piece.end], kind, name)
        for sight, kind, name in named
    )


def _sights(text: str, sentences: Sequence[Sentence], cut: Sequence[Piece], rules: Rules) -> Iterator[Sight]:
    starts = [sentence.start for sentence in sentences]
    for piece in cut:
        sentence = sentences[bisect_right(starts, piece.start) - 1]
        place = None
        if piece.kind in {"", "person"}:
            place = roles.beside(text, piece, sentence.start, sentence.end, rules)
        role = text[place.start : place.end] if place else ""
        before = text[max(0, piece.start - 6) : piece.start].lower().split()
        article = bool(before) and before[-1] in rules.words.articles
        yield Sight(piece, piece.name(text), role, people.evidence(text, piece, role, rules), article)


def _named(text: str, sights: Sequence[Sight], known: Family, rules: Rules) -> Iterator[tuple[Sight, str, str]]:
    """Each mention with its kind and full name."""
    recent: list[str] = []
    fullest = _fullest(sights)
    for sight in sights:
        piece = sight.piece
        name = sight.name
        person = people.linked(name, known, recent) if piece.kind in {"", "person"} else ""
        if person and not (piece.opens and len(piece.tokens) == 1 and name.lower() in rules.words.function):
            recent = [*recent[-MEMORY:], person]
            yield sight, "person", person
        elif piece.kind == "person":
            yield sight, "person", name
        elif piece.kind in {"place", "organisation"}:
            yield sight, piece.kind, fullest[piece.kind, name]
        elif piece.kind == "" and _stands_in(text, piece, rules):
            yield sight, "place", name


def _fullest(sights: Sequence[Sight]) -> Mapping[tuple[str, str], str]:
    """The fullest form of each name: with its stops, and with words before it ("U.N. Security Council")."""
    names = {(sight.piece.kind, sight.name) for sight in sights if sight.piece.kind in {"place", "organisation"}}
    longest: dict[tuple[str, str], str] = {}
    for kind, name in sorted(names, key=lambda one: (-len(one[1]), one)):
        tokens = name.split()
        longest.setdefault((kind, name.replace(".", "")), name)
        for place in range(1, len(tokens) - 1):
            longest.setdefault((kind, " ".join(tokens[place:]).replace(".", "")), name)
    return {(kind, name): longest[kind, name.replace(".", "")] for kind, name in names}


def _stands_in(text: str, piece: Piece, rules: Rules) -> bool:
    """“in Ellerby,” is a place; "in Ellerby style" is not sure."""
    if len(piece.tokens) > 2 or piece.opens or any(sign.isdigit() for sign in "".join(piece.tokens)):
        return False
    before = text[max(0, piece.start - 14) : piece.start].split()
    after = text[piece.end : piece.end + 1]
    return bool(before) and before[-1] in rules.places.before and after in {",", ".", ";", ":", ""}


def _roles(text: str, cut: Sequence[Piece], named: Sequence[tuple[Sight, str, str]], rules: Rules) -> Mapping[str, str]:
    """Each person's role: the first of two words or more beside the name, else an office that fits, else a title."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for sight, kind, name in named:
        if kind == "person" and sight.role:
            held[name].append(sight.role)
    without = offices.bearers(tuple(offices.find(text, offices.spans(cut, rules), rules)), held, rules)
    return {
        name: next((role for role in said if " " in role), without.get(name, said[0])) for name, said in held.items()
    }
