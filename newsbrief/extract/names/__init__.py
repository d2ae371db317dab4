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
# A headline is told by its first words.
HEADLINE = 160
OPENING = 80


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
    # A single word's surroundings count only where it may be the last of a full name.
    surnames = {piece.words[-1].text for piece in cut if piece.may_be_person and len(piece.words) > 1}
    headlines: dict[int, bool] = {}
    last = -1
    for piece in cut:
        number = bisect_right(starts, piece.start) - 1
        sentence = sentences[number]
        beside = 0 <= last < piece.start and rules.people.beside.fullmatch(text, last, piece.start) is not None
        last = piece.end
        weight, role, article = 0, "", False
        several = len(piece.words) > 1
        if piece.may_be_person and (several or piece.words[0].text in surnames):
            if number not in headlines:
                headlines[number] = not rules.words.nouns_large and _is_headline(text, sentence)
            role = roles.written(text, piece, sentence, rules) if several else ""
            before = text[max(0, piece.start - 6) : piece.start].lower().split()
            article = bool(before) and before[-1] in rules.words.articles
            # In a headline every word is large: what stands side by side there is no name.
            if piece.kind == "person" or not headlines[number]:
                weight = people.evidence(text, piece, role, rules)
        yield Sight(piece, piece.name(text), sentence, role, weight, article, beside)


def _is_headline(text: str, sentence: Sentence) -> bool:
    # Nearly every sentence is told by its first words.
    first = text[sentence.start : sentence.start + OPENING].split()[1:7]
    if sum(word[0].isupper() for word in first) < 2:
        return False
    words = [word for word in text[sentence.start : sentence.start + HEADLINE].split() if word[0].isalpha()]
    if sum(word[0].isupper() for word in words[1:5]) < 2:
        return False
    long = [word for word in words if len(word) > 3]
    large = sum(word[0].isupper() for word in long)
    return len(words) > 5 and large > 0.8 * len(long) and large > 3


def _named(text: str, sights: Sequence[Sight], known: Family, rules: Rules) -> Iterator[tuple[Sight, str, str]]:
    """Each mention with its kind and full name."""
    recent: list[str] = []
    fullest = _fullest(sights)
    for sight in sights:
        piece = sight.piece
        name = sight.name
        person = people.linked(name, known, recent, piece.honorific, rules) if piece.kind in {"", "person"} else ""
        if person and not (piece.opens and len(piece.words) == 1 and name.lower() in rules.words.function):
            recent = [*recent[-MEMORY:], person]
            yield sight, "person", person
        elif owner := _owner(sight, known, recent, rules):
            yield owner
        elif piece.kind == "person" and len(piece.words) == 1:
            yield sight, "person", name
        elif piece.kind in {"place", "organisation"}:
            yield sight, piece.kind, fullest[piece.kind, name]
        elif piece.kind == "" and _stands_in(text, piece, rules):
            yield sight, "place", name


def _owner(sight: Sight, known: Family, recent: Sequence[str], rules: Rules) -> tuple[Sight, str, str] | None:
    """“Hellwegs Haus”: the known person or place whose name carries an ending; the mention ends before it."""
    if not rules.people.attached:
        return None
    for words in (sight.piece.words, sight.piece.words[:1]):
        ending = next((ending for ending in rules.people.attached if words[-1].text.endswith(ending)), "")
        if not ending or sight.piece.kind not in {"", "person"}:
            continue
        bare = words[-1]._replace(end=words[-1].end - len(ending), text=words[-1].text.removesuffix(ending))
        piece = sight.piece._replace(words=(*words[:-1], bare))
        name = " ".join(piece.tokens)
        person = people.linked(name, known, recent, piece.honorific, rules)
        if person or name in rules.places.names:
            return sight._replace(name=name, piece=piece), "person" if person else "place", person or name
    return None


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
    if len(piece.words) > 2 or piece.opens:
        return False
    before = text[max(0, piece.start - 14) : piece.start].split()
    after = text[piece.end : piece.end + 1]
    if not before or before[-1] not in rules.places.before or any(map(str.isdigit, "".join(piece.tokens))):
        return False
    # Where any noun is large, the name's ending says what elsewhere the end of the clause does.
    told = rules.places.endings
    return piece.tokens[-1].endswith(told) if told else after in {",", ".", ";", ":", ""}


def _roles(text: str, cut: Sequence[Piece], named: Sequence[tuple[Sight, str, str]], rules: Rules) -> Mapping[str, str]:
    """Each person's role: the first of two words or more beside the name, else an office that fits, else a title."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for sight, kind, name in named:
        if kind != "person":
            continue
        role = sight.role if len(sight.piece.words) > 1 else roles.written(text, sight.piece, sight.sentence, rules)
        if role:
            held[name].append(role)
    without = offices.bearers(tuple(offices.find(text, offices.spans(cut, rules), rules)), held, rules)
    return {name: _best(said, without.get(name, ""), rules) for name, said in held.items()}


def _best(said: Sequence[str], office: str, rules: Rules) -> str:
    """The first noun phrase of two words or more, else an office that only this person fits, else a bare title."""
    nouns = [role for role in said if role.split()[0] not in rules.speech.who]
    return next((role for role in nouns if " " in role), office or (nouns or said)[0])
