"""The words that hand a quote to its speaker: after it, before it, or in the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsbrief.extract.speakers.phrases import Page, Subject, left, right
from newsbrief.rules import Rules

START = re.compile(r"[\s,—–-]*")
WINDOW = 320
# How sure each way of finding a speaker is.
AFTER, BEFORE, NAMED, AROUND, FIRST = 0.95, 0.93, 0.85, 0.7, 0.5


@dataclass(frozen=True, slots=True)
class Room:
    """The reporter's words around one quote, inside its sentence: `floor` to `start`, and `end` to `ceiling`.

    `direct`: the quote stands alone.
    """

    floor: int
    start: int
    end: int
    ceiling: int
    direct: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A speaker found: who, the cue's word, and how sure."""

    subject: Subject
    word: str
    sure: float


def find(on: Page, room: Room, rules: Rules) -> Cue | None:
    """The best cue in the quote's own sentence."""
    leads_in = on.text[room.floor : room.start].rstrip()[-1:] in {":", ","} if room.start > room.floor else False
    ways = (_before, _after) if leads_in or not room.direct else (_after, _before)
    for way in ways:
        cue = way(on, room, rules)
        if cue is not None:
            return cue
    return _first(on, room, rules)


def _after(on: Page, room: Room, rules: Rules) -> Cue | None:
    ceiling = min(room.ceiling, room.end + WINDOW)
    begins = START.match(on.text, room.end, ceiling)
    start = begins.end() if begins else room.end
    source = rules.speech.source.search(on.text, start, ceiling)
    verbs = [match for match in rules.speech.verb.finditer(on.text, start, ceiling) if _plain(match, rules)]
    if source and (not verbs or source.start() < verbs[0].start()):
        subject = right(on, source.end(), ceiling, rules)
        return Cue(subject, source[0].lower(), AFTER) if subject else None
    for match in verbs[:3]:
        word = match[0].lower()
        if match.start() == start and (subject := right(on, match.end(), ceiling, rules)):
            return Cue(subject, word, AFTER)
        if word in rules.speech.participles:
            continue
        if subject := left(on, room.end, match.start(), rules):
            return Cue(subject, word, AFTER if room.direct else NAMED)
    return None


def _plain(match: re.Match[str], rules: Rules) -> bool:
    return match[0].lower() in rules.speech.plain


def _before(on: Page, room: Room, rules: Rules) -> Cue | None:
    floor = max(room.floor, room.start - WINDOW)
    sources = list(rules.speech.source.finditer(on.text, floor, room.start))
    verbs = list(rules.speech.verb.finditer(on.text, floor, room.start))
    for match in _by_nearness(verbs, rules):
        word = match[0].lower()
        subject = None if word in rules.speech.participles else left(on, floor, match.start(), rules)
        if subject is None and match.start() == floor and word not in rules.speech.participles:
            subject = right(on, match.end(), room.start, rules)
        if subject is None and word in rules.speech.participles:
            subject = first_subject(on, floor, match.start(), rules)
        if subject is not None:
            sure = BEFORE if word in rules.speech.plain else NAMED
            return Cue(subject, word, sure if room.start - match.end() < 80 else AROUND)
    if sources:
        subject = right(on, sources[-1].end(), room.start, rules)
        return Cue(subject, sources[-1][0].lower(), NAMED) if subject else None
    return None


def _by_nearness(verbs: list[re.Match[str]], rules: Rules) -> Iterator[re.Match[str]]:
    """The nearest first."""
    yield from reversed(verbs[-4:])


def _first(on: Page, room: Room, rules: Rules) -> Cue | None:
    """No cue: a fragment is mostly the words of whoever its sentence is about."""
    if room.direct:
        return None
    subject = first_subject(on, room.floor, room.start, rules)
    return Cue(subject, "", FIRST) if subject else None


def first_subject(on: Page, floor: int, ceiling: int, rules: Rules) -> Subject | None:
    """The first person or pronoun of a span."""
    for match in re.finditer(r"[^\W\d_]+", on.text[floor:ceiling]):
        if match[0].lower() in rules.people.subject_pronouns and rules.people.pronouns[match[0].lower()] != "x":
            pronoun = Subject(floor + match.start(), floor + match.end())
            break
    else:
        pronoun = None
    for index in on.within(floor, ceiling):
        name = on.names[index]
        if name.kind == "person" and on.text[name.end : name.end + 2] not in {"’s", "'s"}:
            return Subject(name.start, name.end, index) if pronoun is None or name.start < pronoun.start else pronoun
    return pronoun
