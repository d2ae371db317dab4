"""Who says it where the verb stands second in its clause: “Am Montag sagte Hellweg”, “Hellweg hat am Montag gesagt”."""

from __future__ import annotations

import re

from msgspec import Struct

from newsbrief.extract.speakers.left import left
from newsbrief.extract.speakers.phrases import MARKS, PAUSES, WINDOW, WORD, Page, Subject, Words
from newsbrief.extract.speakers.right import right
from newsbrief.rules import Rules


class Spoken(Struct, frozen=True):
    """A speaker found after a quote: who, the cue's word, and whether the cue stands right beside the quote."""

    subject: Subject
    word: str
    beside: bool


class Clause(Struct, frozen=True):
    """The words of a clause before its finite verb, and where that verb begins and ends."""

    words: Words
    start: int
    end: int


def after_quote(on: Page, places: tuple[int, int, int, int], rules: Rules) -> Spoken | None:
    """The speaker in the words after a quote.

    `places`: where the sentence begins, where the quote begins, where the words after it begin, and where they end.
    """
    floor, quote, start, ceiling = places
    words = list(WORD.finditer(on.text, start, ceiling))
    source = rules.speech.source.match(on.text, start, ceiling)
    if source:
        subject = right(on, source.end(), ceiling, rules)
        if subject is not None:
            return Spoken(subject, source[0].lower(), beside=True)
    behind = rules.speech.source_behind.search(on.text, start, ceiling)
    if behind:
        subject = left(on, start, behind.start(), rules)
        return Spoken(subject, behind[0].lower(), beside=True) if subject is not None else None
    verbs = [match for match in rules.speech.verb.finditer(on.text, start, ceiling) if _speaks(match, start, rules)]
    if not words or not verbs:
        return None
    if verbs[0].start() == start:
        subject = _follows(on, start, verbs[0].end(), ceiling, rules) or _bracketed(on, floor, quote, rules)
    else:
        subject = second(on, verbs[0], start, ceiling, rules)
    return None if subject is None else Spoken(subject, verbs[0][0], beside=_is_beside(words, verbs[0], rules))


def second(on: Page, verb: re.Match[str], floor: int, ceiling: int, rules: Rules) -> Subject | None:
    """The subject of a verb: what the clause opens with, or what follows its finite verb."""
    clause = _clause(on, verb, max(floor, verb.start() - WINDOW), rules)
    opener = clause.words[0][0].lower() if clause.words else ""
    if opener in rules.speech.order.opens:
        return right(on, clause.words[0].end(), verb.start(), rules)
    follows = _follows(on, clause.start, clause.end, ceiling, rules)
    if not clause.words:
        # “Hellweg, die Bürgermeisterin, sagte” or “Wenn es regnet, sagte Hellweg”.
        leads = left(on, floor, clause.start, rules)
        ranked = (one for one in (follows, leads) if one is not None and _is_somebody(on, one, rules))
        return next(ranked, follows or leads)
    if not _may_open(clause.words, rules):
        return follows
    leads = left(on, clause.words[0].start(), clause.start, rules)
    if leads is None or (follows is not None and on.is_person(follows.name) and not _is_somebody(on, leads, rules)):
        # “Die Pläne nannte Hellweg”.
        return follows
    return leads


def _speaks(verb: re.Match[str], start: int, rules: Rules) -> bool:
    """A verb that names something hands over only the words that stand right before it: “…“ nannte Hellweg den Plan."""
    return verb[0] in rules.speech.plain or verb.start() == start


def _is_beside(words: Words, verb: re.Match[str], rules: Rules) -> bool:
    opener = words[0][0].lower()
    return words[0].start() == verb.start() or opener in rules.speech.order.opens | rules.speech.order.helpers


def _clause(on: Page, verb: re.Match[str], floor: int, rules: Rules) -> Clause:
    """From the last mark before the verb; a helping verb in it stands in the verb's place."""
    words = list(WORD.finditer(on.text, floor, verb.start()))
    first = max((place for place, word in enumerate(words) if word[0] in PAUSES or word[0] in MARKS), default=-1)
    words = words[first + 1 :]
    while len(words) > 1 and words[0][0].lower() in rules.speech.coordinating:
        words = words[1:]
    if words and words[0][0].lower() not in rules.speech.order.opens:
        for place, word in enumerate(words):
            if word[0].lower() in rules.speech.order.helpers:
                return Clause(words[:place], word.start(), word.end())
    return Clause(words, verb.start(), verb.end())


def _follows(on: Page, start: int, end: int, ceiling: int, rules: Rules) -> Subject | None:
    """The phrase after a verb, if it may be its subject."""
    word = WORD.search(on.text, end, ceiling)
    while word is not None and word[0].lower() in rules.speech.between:
        end = word.end()
        word = WORD.search(on.text, end, ceiling)
    if word is None or word[0].lower() in rules.speech.order.oblique:
        return None
    return right(on, end, ceiling, rules)


def _bracketed(on: Page, floor: int, quote: int, rules: Rules) -> Subject | None:
    """“Hellweg hat den Plan als „Unsinn“ bezeichnet”: the helping verb stands before the quote."""
    for word in WORD.finditer(on.text, floor, quote):
        if word[0].lower() in rules.speech.order.helpers:
            return second(on, word, floor, quote, rules)
    return None


def _may_open(words: Words, rules: Rules) -> bool:
    """Whether a clause's first words may be its subject."""
    first = words[0][0].lower()
    if first in rules.speech.order.oblique or first in rules.words.prepositions:
        return False
    if first in rules.words.determiners:
        return len(words) > 1
    return first in rules.people.subject_pronouns or first not in rules.words.function


def _is_somebody(on: Page, subject: Subject, rules: Rules) -> bool:
    """A person, a pronoun or the bearer of an office."""
    words = on.text[subject.start : subject.end].lower().split()
    office = any(word in rules.people.titles for word in words)
    return on.is_person(subject.name) or office or words[0] in rules.people.subject_pronouns
