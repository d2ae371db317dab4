"""The phrase before a speech verb: who says it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsbrief.extract.speakers.openings import first_subject
from newsbrief.extract.speakers.phrases import MARKS, PAUSES, WINDOW, WORD, Page, Subject, Words, begins, is_between
from newsbrief.rules import Rules

LONGEST = 24


def left(on: Page, floor: int, verb: int, rules: Rules, *, participle: bool = False) -> Subject | None:
    """The subject that ends at a verb, past adverbs, auxiliaries and insertions; None for a passive."""
    words: Words = list(WORD.finditer(on.text, max(floor, verb - WINDOW), verb))
    helped = False
    while words and is_between(words[-1][0], rules):
        helped = True
        word, words = words[-1][0].lower(), words[:-1]
        if word in rules.speech.passive and not participle:
            return None
        if word in rules.speech.infinitive and not (words and words[-1][0].lower() in rules.speech.before_infinitive):
            return None
    words = _without_brackets(words)
    if not words or not (helped or _agrees(on, words[-1][0], verb, rules)):
        return None
    if words[-1][0].lower() in rules.speech.coordinating:
        return first_subject(on, max(floor, verb - WINDOW), verb, rules)
    if words[-1][0] in PAUSES:
        return _before_insertion(on, words[:-1], rules)
    return ending(on, words, rules)


def _without_brackets(words: Words) -> Words:
    """“Rep. Brandt (D-Ellery) said”: what stands in brackets is skipped."""
    if words and words[-1][0] == ")":
        for place in range(len(words) - 2, -1, -1):
            if words[place][0] == "(":
                return words[:place]
    return words


def _agrees(on: Page, last: str, verb: int, rules: Rules) -> bool:
    """A verb's plain form follows a plural: "officials say", but not "a blog post" or "his famous demand"."""
    match = rules.speech.verb.match(on.text, verb)
    if match is None or match[0] not in rules.speech.bases:
        return True
    lower = last.lower()
    singular = lower in rules.words.determiners or lower.endswith(rules.speech.singular_endings)
    return lower.endswith(rules.speech.plural_endings) and (lower in rules.speech.plural_endings or not singular)


def ending(on: Page, words: Words, rules: Rules) -> Subject | None:
    """The phrase that the words end with, as a subject."""
    if not words:
        return None
    last = words[-1]
    if last[0].lower() in rules.people.subject_pronouns:
        return Subject(last.start(), last.end())
    name = on.ending(last)
    if name < 0:
        return _described(on, words, rules)
    if not _after_preposition(on, words, on.names[name].start, rules):
        related = _related(on, words, on.names[name].start, rules)
        if related is not None:
            return related
        if on.names[name].kind == "person":
            return Subject(_office(on, words, on.names[name].start, rules), on.names[name].end, name)
        if on.names[name].kind != "place":
            return on.subject(name)
    described = _described(on, words, rules)
    if described is not None and described.start < on.names[name].start:
        return described
    return on.subject(name) if on.names[name].kind != "place" else described


def _office(on: Page, words: Words, start: int, rules: Rules) -> int:
    """Where the mention begins with the office before the name: "Minister for Fisheries Osla Brandt"."""
    described = _described(on, words, rules)
    if described is None or described.start >= start:
        return start
    lead = on.text[described.start : start].lower().split()
    return described.start if any(word.rstrip(".") in rules.people.titles for word in lead) else start


def _after_preposition(on: Page, words: Words, start: int, rules: Rules) -> bool:
    """“a spokesman for Brandt”: the name is not what the phrase is about."""
    for word in reversed(words):
        if word.start() < start:
            lower = word[0].lower()
            title = lower.rstrip(".") in rules.people.honorifics or lower in rules.people.titles
            if lower not in rules.words.articles and not title:
                return lower in rules.words.prepositions
    return False


def _related(on: Page, words: Words, start: int, rules: Rules) -> Subject | None:
    """“Brandt, who heads Ellery Motors said”: a clause about the subject that no comma ends."""
    for place in range(len(words) - 1, max(0, len(words) - LONGEST), -1):
        word = words[place][0]
        if word in PAUSES or word in MARKS:
            return None
        if word.lower() in rules.speech.who:
            if words[place + 1].start() >= start or place + 1 >= len(words):
                return None
            before = words[: place - 1] if words[place - 1][0] in PAUSES else words[:place]
            return ending(on, before[-LONGEST:], rules) if len(before) < len(words) else None
    return None


def _described(on: Page, words: Words, rules: Rules) -> Subject | None:
    """A description such as "a spokesman for the group", or words written large that no kind is known for."""
    start = len(words)
    for place in range(len(words) - 1, max(-1, len(words) - LONGEST), -1):
        lower = words[place][0].lower()
        if lower in MARKS or lower in PAUSES:
            break
        if place and words[place - 1][0].lower() in rules.words.articles and is_between(lower, rules):
            continue  # "the then mayor"
        if lower in rules.words.determiners:
            start = place
            if not place or words[place - 1][0].lower() not in rules.words.prepositions:
                break
        elif lower in rules.words.prepositions:
            continue
        elif lower in rules.words.breaks or lower in rules.people.subject_pronouns:
            break
        else:
            start = place
    while start < len(words) and not begins(words[start][0], rules):
        start += 1
    related = _related(on, words, words[start].start(), rules) if start < len(words) else None
    if related is not None:
        return related
    if start == len(words) or words[-1][0].lower() in rules.words.function:
        return None
    return Subject(words[start].start(), words[-1].end())


def _before_insertion(on: Page, words: Words, rules: Rules) -> Subject | None:
    """“Osla Brandt, the mayor, said”: the person set off, else the phrase that its clause begins with."""
    parts = _parts(words)
    if not parts:
        return None
    alone, before = _whole_name(on, parts[-1], rules) or _whole_body(on, parts), parts[:-1]
    if not before:
        return alone or ending(on, parts[-1], rules)
    # "Brandt, the editor of the town's paper, Ellery Echo, said": an earlier name that has an apposition is the one.
    for part in reversed(before[:-1] if alone else before):
        whole = _whole_name(on, part, rules)
        if whole is not None:
            return whole
    if alone is not None:
        office = ending(on, before[-1], rules)
        return Subject(office.start if office is not None and office.name < 0 else alone.start, alone.end, alone.name)
    for part in reversed(before):
        name = on.ending(part[-1]) if part else -1
        if on.is_person(name) and not _after_preposition(on, part, on.names[name].start, rules):
            return on.subject(name)
    for part in before:
        if part and begins(part[0][0], rules):
            return ending(on, part, rules)
    return next((found for part in reversed(before) if part and (found := ending(on, part, rules))), None)


def _parts(words: Words) -> list[Words]:
    """The words of the last clause, cut at its commas; what stands in brackets is left out."""
    cuts = [-1, *(place for place, word in enumerate(words) if word[0] in PAUSES or word[0] in MARKS), len(words)]
    hard = max((place for place in cuts[1:-1] if words[place][0] in MARKS - {"(", ")"}), default=-1)
    return [words[first + 1 : last] for first, last in pairwise(cuts) if first >= hard and last > first + 1]


def _whole_body(on: Page, parts: Sequence[Words]) -> Subject | None:
    """“The operator, Ellery Ferries, said”: the body that a description is followed by."""
    name = on.ending(parts[-1][-1]) if len(parts) == 2 else -1
    fits = name >= 0 and on.names[name].kind == "organisation" and on.names[name].start == parts[-1][0].start()
    return on.subject(name) if fits and on.ending(parts[0][-1]) < 0 else None


def _whole_name(on: Page, part: Words, rules: Rules) -> Subject | None:
    """The person whom a part consists of, but for a title and a word that joins: "But Mayor Osla Brandt"."""
    name = on.ending(part[-1]) if part else -1
    if not on.is_person(name):
        return None
    lead = [word[0].lower().rstrip(".") for word in part if word.start() < on.names[name].start]
    fits = all(
        word in rules.people.titles
        or word in rules.words.articles
        or word in rules.people.honorifics
        or word in rules.people.before_titles
        or word in rules.speech.joining
        for word in lead
    )
    return on.subject(name) if fits else None
