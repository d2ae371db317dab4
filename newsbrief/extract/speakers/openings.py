"""What a sentence or clause is about: its first phrase."""

from __future__ import annotations

from newsbrief.extract.speakers.phrases import (
    MARKS,
    PAUSES,
    WINDOW,
    WORD,
    Page,
    Subject,
    Words,
    apposed,
    begins,
    is_between,
)
from newsbrief.rules import Rules


def first_subject(on: Page, floor: int, ceiling: int, rules: Rules) -> Subject | None:
    """What a clause is about: its first phrase past adverbials, else the first person or pronoun in it."""
    words = list(WORD.finditer(on.text, floor, min(ceiling, floor + 4 * WINDOW)))
    place = _past_adverbials(words, rules)
    if place < len(words):
        if words[place][0].lower() in rules.people.subject_pronouns:
            return Subject(words[place].start(), words[place].end())
        leading = _leading(on, words[place:], rules)
        if leading is not None:
            return leading
    return _first_person(on, floor, ceiling, rules)


def _past_adverbials(words: Words, rules: Rules) -> int:
    """Where the subject may begin: after "But", "On Monday,", "Asked why,"."""
    place = _past_dateline(words)
    while place < len(words):
        word = words[place][0]
        lower = word.lower()
        if word in PAUSES or word in MARKS or lower in rules.speech.joining or _is_adverb(lower, place, rules):
            place += 1
        elif lower in rules.words.prepositions or lower in rules.words.breaks or lower.endswith(rules.speech.openers):
            comma = next((at for at in range(place, len(words)) if words[at][0] in PAUSES), len(words))
            place = comma + 1
        else:
            return place
    return place


def _is_adverb(lower: str, place: int, rules: Rules) -> bool:
    return place < 2 and lower.endswith(rules.speech.adverb_endings)


def _past_dateline(words: Words) -> int:
    """“PORT ELLERY, Maine — The governor …”: the sentence begins after the dash."""
    if not words or not words[0][0].isupper() or len(words[0][0]) < 3:
        return 0
    dashes = (place + 1 for place, word in enumerate(words[:10]) if word[0] in {"—", "–", "--", "-"})
    return next(dashes, 0)


def _leading(on: Page, words: Words, rules: Rules) -> Subject | None:
    """The name or description that begins here: a name behind its title, "the commission", "his office"."""
    if not begins(words[0][0], rules):
        return None
    end = 0
    for place, word in enumerate(words[:12]):
        lower = word[0].lower()
        name = on.starting(word.start())
        if name >= 0 and on.names[name].kind != "place" and not on.leans(name):
            return on.subject(name)
        if lower in rules.words.determiners and place:
            break
        stops = lower in rules.words.breaks or lower in rules.words.prepositions or lower in rules.words.function
        stops = stops and lower not in rules.words.determiners and lower not in rules.people.before_titles
        if place and (word[0] in PAUSES or word[0] in MARKS or stops):
            break
        if place and (lower in rules.speech.plain or lower in rules.speech.naming or is_between(word[0], rules)):
            break
        if (
            place
            and word[0].islower()
            and (lower.endswith(rules.people.act_endings) or (place > 1 and words[place - 1][0][0].isupper()))
        ):
            break
        end = word.end()
    named = apposed(on, end, rules)
    if named >= 0:
        return Subject(words[0].start(), on.names[named].end, named)
    return Subject(words[0].start(), end) if end > words[0].end() or words[0][0][0].isupper() else None


def _first_person(on: Page, floor: int, ceiling: int, rules: Rules) -> Subject | None:
    """The first person or pronoun of a span; of a very long one, of its end."""
    floor = max(floor, ceiling - 4 * WINDOW)
    person = next((index for index in on.within(floor, ceiling) if on.is_person(index) and not on.leans(index)), -1)
    stop = on.names[person].start if person >= 0 else ceiling
    for word in WORD.finditer(on.text, floor, stop):
        if rules.people.pronouns.get(word[0].lower(), "x") != "x" and word[0].lower() in rules.people.subject_pronouns:
            return Subject(word.start(), word.end())
    return on.subject(person) if person >= 0 else None
