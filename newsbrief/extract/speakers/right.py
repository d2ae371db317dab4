"""The phrase after a speech verb or a source phrase: who says it."""

from __future__ import annotations

import re

from newsbrief.extract.speakers.phrases import MARKS, PAUSES, WORD, Page, Subject, Words, apposed, begins, is_between
from newsbrief.rules import Rules

WINDOW = 260
LONGEST = 16


def right(on: Page, verb: int, ceiling: int, rules: Rules) -> Subject | None:
    """The phrase that begins after a verb ("said Osla Brandt, the mayor"); None if none does."""
    words = _words(on, verb, min(ceiling, verb + WINDOW), rules)
    if not words:
        return None
    first = words[0][0]
    lower = first.lower().rstrip(".")
    if lower in rules.people.subject_pronouns:
        return Subject(words[0].start(), words[0].start() + len(lower)) if lower not in rules.speech.who else None
    if lower in rules.words.prepositions:
        return None
    subject = _person(on, words, rules) or (_description(on, words, rules) if begins(first, rules) else None)
    if subject is not None and subject.name < 0:
        # "said the bureau's director, Osla Brandt": the name set beside the office says more.
        named = apposed(on, subject.end, rules)
        if named >= 0:
            return Subject(subject.start, on.names[named].end, named)
    return subject


def _words(on: Page, verb: int, ceiling: int, rules: Rules) -> Words:
    words: list[re.Match[str]] = []
    for match in WORD.finditer(on.text, verb, ceiling):
        if match[0] in MARKS or match[0] in PAUSES or len(words) >= LONGEST:
            break
        words.append(match)
        bare = match[0].rstrip(".").lower()
        short = bare in rules.words.abbreviations or bare in rules.people.honorifics or len(match[0]) <= 2
        if match[0].endswith(".") and not short:
            break
    return words


def _person(on: Page, words: Words, rules: Rules) -> Subject | None:
    """The last person of the phrase: "Clinton ally Peter Osk" is Osk, "Brandt’s lawyer" is not Brandt."""
    found = -1
    place = words[0].start()
    articled = words[0][0].lower() in rules.words.determiners
    for index in on.within(place, words[-1].end()):
        name = on.names[index]
        lead = on.text[place : name.start].split()
        if lead and place == words[0].start() and lead[0].lower() in rules.words.articles:
            lead = lead[2:] if is_between(lead[1] if len(lead) > 1 else "", rules) else lead
        if any(_parts_off(word, rules, articled=articled or found >= 0) for word in lead):
            break
        if found >= 0 and not any(word.lower() in rules.people.titles or word.islower() for word in lead):
            break
        place = name.end
        if name.kind == "person" and not on.leans(index):
            found = index
        elif on.leans(index):
            found = -1
            place = name.end + 2
    if found < 0:
        return None
    lead = on.text[words[0].start() : on.names[found].start].lower().split()
    titled = any(word.rstrip(".") in rules.people.titles for word in lead)
    return Subject(words[0].start() if titled else on.names[found].start, on.names[found].end, found)


def _parts_off(word: str, rules: Rules, *, articled: bool) -> bool:
    """Whether a word before a name leads away from it; offices without an article may hold "of"."""
    lower = word.lower()
    if lower in rules.words.prepositions:
        return articled or lower not in rules.organisations.joins
    return lower in rules.words.breaks or lower in rules.words.relatives or is_between(word, rules)


def _ends_noun(before: str, word: str, rules: Rules) -> bool:
    """Where every noun is large, a small word behind one is part of the phrase only if it leads to another noun."""
    if not rules.words.nouns_large or not before[0].isupper() or not word.islower():
        return False
    return word not in rules.words.links


def _description(on: Page, words: Words, rules: Rules) -> Subject | None:
    kept = [words[0]]
    for word in words[1:]:
        lower = word[0].lower()
        # "the then mayor": what stands right after an article belongs to its noun.
        inside = is_between(word[0], rules) and kept[-1][0].lower() in rules.words.articles
        stops = lower in rules.words.breaks or lower in rules.words.relatives or is_between(word[0], rules)
        if (stops and not inside and lower not in rules.words.prepositions) or _ends_noun(kept[-1][0], word[0], rules):
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1][0].lower() in rules.words.function:
        kept.pop()
    if len(kept) == 1 and kept[0][0].lower() in rules.words.articles:
        return None
    end = kept[-1].start() + len(kept[-1][0].rstrip("."))
    index = on.starting(kept[0].start())
    if index >= 0 and on.names[index].kind != "place" and not on.leans(index):
        return on.subject(index)
    return Subject(kept[0].start(), end)
