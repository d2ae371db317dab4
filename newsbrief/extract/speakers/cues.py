"""The words that hand a quote to its speaker: after it, before it, or in the sentence around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsbrief.extract.speakers.phrases import Page, Subject, left, right
from newsbrief.rules import Rules

START = re.compile(r"[\s,—–-]*")
WINDOW = 320
# A verb within so many characters of a quote is close to it.
NEAR = 40
REACH = 1000
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
    """The best cue in the quote's own sentence; of two equally sure the one that leads to the quote by its mark."""
    leads_in = on.text[room.floor : room.start].rstrip()[-1:] in {":", ","} if room.start > room.floor else False
    after, before = _after(on, room, rules), _before(on, room, rules)
    found = [cue for cue in ((before, after) if leads_in or not room.direct else (after, before)) if cue is not None]
    return max(found, key=lambda cue: cue.sure, default=None) or _first(on, room, leads_in, rules)


def _after(on: Page, room: Room, rules: Rules) -> Cue | None:
    ceiling = min(room.ceiling, room.end + WINDOW)
    begins = START.match(on.text, room.end, ceiling)
    start = begins.end() if begins else room.end
    source = rules.speech.source.search(on.text, start, ceiling)
    verbs = [match for match in rules.speech.verb.finditer(on.text, start, ceiling) if _plain(match, rules)][:3]
    if source and (not verbs or source.start() < verbs[0].start()):
        subject = right(on, source.end(), ceiling, rules)
        return Cue(subject, source[0].lower(), AFTER) if subject else None
    for match in verbs:
        if match[0] in rules.speech.participles:
            continue
        subject = _inverted(on, match, room.end, ceiling, rules) or left(on, room.end, match.start(), rules)
        if subject is not None:
            near = room.direct or match.start() - start < NEAR
            return Cue(subject, match[0], AFTER if near else AROUND)
    return None


def _inverted(on: Page, match: re.Match[str], floor: int, ceiling: int, rules: Rules) -> Subject | None:
    """“…,” said Brandt: the verb comes first in its clause, and a name or a description follows."""
    before = on.text[max(floor, match.start() - 4) : match.start()].rstrip()
    first = not before.strip('"”’»“ ,—–-') and match.start() - floor < 5
    if not first and before[-1:] not in {",", "—", "–"}:
        return None
    subject = right(on, match.end(), ceiling, rules)
    return subject if first or (subject is not None and subject.name >= 0) else None


def _plain(match: re.Match[str], rules: Rules) -> bool:
    return match[0].lower() in rules.speech.plain


def _before(on: Page, room: Room, rules: Rules) -> Cue | None:
    floor = max(room.floor, room.start - WINDOW)
    verbs = list(rules.speech.verb.finditer(on.text, floor, room.start))[-5:]
    for place in range(len(verbs) - 1, -1, -1):
        subject = _subject_of(on, verbs[place], floor, room, rules)
        if subject is not None:
            match, subject = _outermost(on, verbs[: place + 1], subject, floor, room, rules)
            near = room.start - verbs[-1].end() < 2 * NEAR
            sure = BEFORE if match[0] in rules.speech.plain else NAMED
            return Cue(subject, match[0], sure if near else AROUND)
    source = rules.speech.source.search(on.text, floor, room.start)
    subject = right(on, source.end(), room.start, rules) if source else None
    return Cue(subject, source[0].lower(), NAMED) if source and subject else None


def _outermost(
    on: Page, verbs: list[re.Match[str]], subject: Subject, floor: int, room: Room, rules: Rules
) -> tuple[re.Match[str], Subject]:
    """“Brandt said he wants”: the reporter's verb is the outer one."""
    while len(verbs) > 1 and subject.name < 0 and 0 < subject.start - verbs[-2].end() <= len(" that "):
        outer = _subject_of(on, verbs[-2], floor, room, rules)
        if outer is None:
            break
        verbs, subject = verbs[:-1], outer
    return verbs[-1], subject


def _subject_of(on: Page, verb: re.Match[str], floor: int, room: Room, rules: Rules) -> Subject | None:
    """The subject of a verb before a quote; a participle's is the sentence's own."""
    if verb[0] in rules.speech.participles:
        helped = left(on, floor, verb.start(), rules, participle=True) if _is_helped(on, verb, rules) else None
        return helped or first_subject(on, floor, verb.start(), rules)
    inverted = _inverted(on, verb, floor, room.start, rules) if verb.start() > floor else None
    return inverted or left(on, floor, verb.start(), rules)


def _is_helped(on: Page, verb: re.Match[str], rules: Rules) -> bool:
    """“is saying” has its subject before it; "left, saying" leans on the sentence's."""
    before = on.text[max(0, verb.start() - 14) : verb.start()].split()
    return bool(before) and before[-1] in rules.speech.passive


def _first(on: Page, room: Room, leads_in: bool, rules: Rules) -> Cue | None:
    """No cue: a fragment is mostly the words of whoever its sentence is about, and so is what a colon leads to."""
    if room.direct and not leads_in:
        return None
    subject = first_subject(on, room.floor, room.start, rules)
    return Cue(subject, "", AROUND if room.direct else FIRST) if subject else None


def first_subject(on: Page, floor: int, ceiling: int, rules: Rules) -> Subject | None:
    """The first person or pronoun of a span; of a very long one, of its end."""
    floor = max(floor, ceiling - REACH)
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
