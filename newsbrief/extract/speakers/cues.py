"""The words that hand a quote to its speaker: after it, before it, or in the sentence around it."""

from __future__ import annotations

import re

from msgspec import Struct

from newsbrief.extract.speakers.left import left
from newsbrief.extract.speakers.openings import first_subject
from newsbrief.extract.speakers.phrases import WINDOW, Page, Subject
from newsbrief.extract.speakers.right import right
from newsbrief.extract.speakers.second import after_quote, second
from newsbrief.rules import Rules

START = re.compile(r"[\s,—–\-'’‘”“»«\"]*")
NEXT = re.compile(r" ([a-z]{2,7})\b")
WORDY = re.compile(r"[^\W_]")
# A verb within so many characters of a quote is close to it.
NEAR = 80
REACH = 1000
# How sure each way of finding a speaker is.
AFTER, SET_OFF, BEFORE, NAMED, AROUND, LATER, FIRST = 0.95, 0.9, 0.93, 0.85, 0.7, 0.62, 0.5
SPOKEN_END = ",?!—–"


class Room(Struct, frozen=True):
    """The reporter's words around one quote, inside its sentence: `floor` to `start`, and `end` to `ceiling`.

    `direct`: the quote stands alone. `opens`: its sentence begins at `floor`, no other quote stands between.
    """

    floor: int
    start: int
    end: int
    ceiling: int
    direct: bool
    opens: bool = True


class Cue(Struct, frozen=True):
    """A speaker found: who, the cue's word, and how sure."""

    subject: Subject
    word: str
    sure: float


def find(on: Page, room: Room, rules: Rules) -> Cue | None:
    """The best cue in the quote's own sentence; words that lead into the quote win over those after it."""
    lead = on.text[max(room.floor, room.start - 12) : room.start].rstrip()
    leads_in = lead[-1:] in {":", ","} or lead.endswith(rules.speech.leads)
    after, before = _after(on, room, rules), _before(on, room, rules)
    if leads_in and before is not None and before.sure >= BEFORE:
        return before
    found = [cue for cue in ((before, after) if leads_in or not room.direct else (after, before)) if cue is not None]
    return max(found, key=lambda cue: cue.sure, default=None) or _first(on, room, leads_in, rules)


def _after(on: Page, room: Room, rules: Rules) -> Cue | None:
    ceiling = min(room.ceiling, room.end + WINDOW)
    begins = START.match(on.text, room.end, ceiling)
    start = begins.end() if begins else room.end
    if rules.speech.order.verb_second:
        found = after_quote(on, (room.floor, room.start, start, ceiling), rules)
        return None if found is None else Cue(found.subject, found.word, AFTER if found.beside else LATER)
    source = rules.speech.source.search(on.text, start, ceiling)
    verbs = [match for match in rules.speech.verb.finditer(on.text, start, ceiling) if match[0] in rules.speech.plain]
    if source and (not verbs or source.start() < verbs[0].start()):
        subject = right(on, source.end(), ceiling, rules)
        return Cue(subject, source[0].lower(), AFTER) if subject else None
    for match in verbs[:3]:
        if match[0] in rules.speech.participles:
            continue
        first = match.start() == start
        subject = _inverted(on, match, room.end, ceiling, rules, first=first) or left(
            on, room.end, match.start(), rules
        )
        if subject is not None:
            return Cue(subject, match[0], _sure_after(on, room, min(subject.start, match.start()), start))
    return None


def _sure_after(on: Page, room: Room, place: int, start: int) -> float:
    """How sure a clause after the quote is, which begins at `place`: beside the quote, set off by a comma, or not."""
    if not WORDY.search(on.text, start, place):
        return AFTER
    spoken_to = on.text[max(room.start, room.end - 3) : room.end].rstrip("\"”’'»«“")[-1:]
    if room.direct and spoken_to in SPOKEN_END:
        return SET_OFF
    return SET_OFF if on.text[start:place].rstrip()[-1:] in {",", "—", "–"} else LATER


def _inverted(on: Page, match: re.Match[str], floor: int, ceiling: int, rules: Rules, *, first: bool) -> Subject | None:
    """“…,” said Brandt: the verb comes first in its clause, and a name or a description follows."""
    if first:
        subject = right(on, match.end(), ceiling, rules)
        return None if subject is not None and _acts(on, subject.end, rules) else subject
    before = on.text[max(floor, match.start() - 4) : match.start()].rstrip()
    if before[-1:] not in {",", "—", "–"} or match[0] in rules.speech.transitive or match[0] in rules.speech.naming:
        return None
    subject = right(on, match.end(), ceiling, rules)
    if subject is None or not on.is_person(subject.name) or on.text[subject.end : subject.end + 1] not in {",", "."}:
        return None
    apart = left(on, floor, match.start(), rules)
    return None if apart is not None and on.is_person(apart.name) else subject


def _acts(on: Page, place: int, rules: Rules) -> bool:
    """“…,” said the mayor could leave: the phrase after the verb begins what was said."""
    word = NEXT.match(on.text, place)
    return word is not None and word[1] in rules.speech.auxiliaries


def _before(on: Page, room: Room, rules: Rules) -> Cue | None:
    floor = max(room.floor, room.start - WINDOW)
    verbs = list(rules.speech.verb.finditer(on.text, floor, room.start))[-5:]
    for place in range(len(verbs) - 1, -1, -1):
        subject = _subject_of(on, verbs[place], floor, room, rules)
        if subject is not None:
            match, subject = _outermost(on, verbs[: place + 1], subject, floor, room, rules)
            near = room.start - verbs[-1].end() < NEAR
            sure = BEFORE if match[0] in rules.speech.plain else NAMED
            return Cue(subject, match[0], sure if near else AROUND)
    source = rules.speech.source.search(on.text, floor, room.start)
    subject = right(on, source.end(), room.start, rules) if source else None
    if source and subject:
        return Cue(subject, source[0].lower(), NAMED)
    return _named_before(on, floor, room.start, rules)


def _named_before(on: Page, floor: int, ceiling: int, rules: Rules) -> Cue | None:
    """“Hellweg zufolge”: a source phrase that follows its speaker."""
    behind = rules.speech.source_behind.search(on.text, floor, ceiling)
    subject = left(on, floor, behind.start(), rules) if behind else None
    return Cue(subject, behind[0].lower(), NAMED) if behind and subject else None


def _outermost(
    on: Page, verbs: list[re.Match[str]], subject: Subject, floor: int, room: Room, rules: Rules
) -> tuple[re.Match[str], Subject]:
    """“Brandt said he wants”: the reporter's verb is the outer one."""
    while len(verbs) > 1 and subject.name < 0:
        between = on.text[verbs[-2].end() : subject.start]
        beside = len(between) <= len(" that ") and between.replace(" ", "a").isalpha()
        if not beside and on.text[subject.start : subject.end] not in rules.speech.who:
            break
        outer = _subject_of(on, verbs[-2], floor, room, rules) if verbs[-2].end() <= subject.start else None
        if outer is None:
            break
        verbs, subject = verbs[:-1], outer
    return verbs[-1], subject


def _subject_of(on: Page, verb: re.Match[str], floor: int, room: Room, rules: Rules) -> Subject | None:
    """The subject of a verb before a quote; a participle's is the sentence's own."""
    if rules.speech.order.verb_second:
        return second(on, verb, floor, room.start, rules)
    if verb[0] in rules.speech.participles:
        before = on.text[max(floor, verb.start() - 2) : verb.start()].rstrip()
        helped = None if before[-1:] == "," else _doer(on, verb, floor, rules)
        return helped or (first_subject(on, floor, verb.start(), rules) if room.opens else None)
    agent = _agent(on, verb, floor, room, rules)
    if agent is not None:
        return agent
    first = not WORDY.search(on.text, floor, verb.start())
    inverted = _inverted(on, verb, floor, room.start, rules, first=first) if verb.start() > floor else None
    return inverted or left(on, floor, verb.start(), rules)


def subject_of(on: Page, verb: re.Match[str], floor: int, ceiling: int, rules: Rules) -> Subject | None:
    """The subject of a verb in a sentence of its own."""
    if rules.speech.order.verb_second:
        return second(on, verb, floor, ceiling, rules)
    return left(on, floor, verb.start(), rules)


def _doer(on: Page, verb: re.Match[str], floor: int, rules: Rules) -> Subject | None:
    """“Brandt is saying”, "with Brandt saying": who stands right before a participle."""
    subject = left(on, floor, verb.start(), rules, participle=True)
    if subject is None:
        return None
    words = on.text[max(floor, subject.start - 16) : subject.start].lower().split()
    led = bool(words) and words[-1] in rules.speech.leading
    led = led or (len(words) > 1 and words[-1] in rules.words.articles and words[-2] in rules.speech.leading)
    helped = on.text[subject.end : verb.start()].lower().split()
    return subject if led or any(word in rules.speech.passive for word in helped) else None


def _agent(on: Page, verb: re.Match[str], floor: int, room: Room, rules: Rules) -> Subject | None:
    """“was asked by Brandt whether”: a passive's speaker follows "by"."""
    by = rules.speech.agent.match(on.text, verb.end(), room.start)
    helped = on.text[max(floor, verb.start() - 20) : verb.start()].lower().split()
    passive = any(word in rules.speech.passive for word in helped[-2:])
    return right(on, by.end(), room.start, rules) if by and passive else None


def _first(on: Page, room: Room, leads_in: bool, rules: Rules) -> Cue | None:
    """No cue: a fragment is mostly the words of whoever its sentence is about, and so is what a colon leads to."""
    if (room.direct and not leads_in) or not room.opens:
        return None
    floor = max(room.floor, room.start - REACH)
    subject = first_subject(on, floor, room.start, rules)
    return Cue(subject, "", AROUND if room.direct else FIRST) if subject else None
