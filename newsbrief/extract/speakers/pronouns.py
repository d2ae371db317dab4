"""The person behind "he" or "she"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsbrief.extract.speakers.cast import Cast
from newsbrief.model.mentions import Name
from newsbrief.rules import Rules

FOLLOWING = re.compile(r" ([^\W\d_]+)")
LEADING = re.compile(r"([^\W\d_]+) (?:[A-Z][a-z]{1,3}\. )?$")
OPENING = re.compile(r"([^\W\d_]+)(?: ([^\W\d_]+))?")
SENTENCES_BACK = 6
# How much of a sentence is looked at.
REACH = 1500


def nearest(cast: Cast, place: int, gender: str, spoke: Sequence[tuple[int, str]], rules: Rules) -> tuple[str, float]:
    """The nearest compatible subject: of this sentence, then whoever spoke or was named first in each one before."""
    here = cast.sentence(place)
    paragraph = cast.sentences[here].paragraph
    for back in range(min(SENTENCES_BACK, here) + 1):
        sentence = cast.sentences[here - back]
        end = place if not back else sentence.end
        distance = 1.0 - 0.04 * back - 0.03 * max(0, paragraph - sentence.paragraph - 1)
        speaker = _spoke_in(spoke, sentence.start, end)
        if speaker and _fits(cast, speaker, gender):
            return speaker, 0.95 * distance
        named = _named(cast, max(sentence.start, end - REACH), end)
        if back and _goes_on(cast, sentence.start, named, gender, rules):
            continue
        fitting = [name for name in named if _fits(cast, name.name, gender)]
        if fitting:
            choice = _choice(cast, fitting, gender, rules)
            alone = len({name.name for name in fitting}) == 1
            return choice.name, (0.9 if alone else 0.8) * distance
    return "", 0.5


def _goes_on(cast: Cast, start: int, named: Sequence[Name], gender: str, rules: Rules) -> bool:
    """Whether a sentence's own subject is such a pronoun: who is named after it is not meant."""
    words = OPENING.match(cast.page.text, start)
    if words is None:
        return False
    number = 2 if words[2] and words[1].lower() in rules.speech.coordinating else 1
    word = words[number].lower()
    if rules.people.pronouns.get(word) != gender:
        return False
    return word in rules.people.subject_pronouns and not any(name.start < words.end(number) for name in named)


def _named(cast: Cast, start: int, end: int) -> list[Name]:
    """The people whom the reporter names between two places."""
    names = [cast.page.names[number] for number in cast.page.within(start, end)]
    return [name for name in names if name.kind == "person" and not cast.spoken(name.start)]


def _choice(cast: Cast, fitting: Sequence[Name], gender: str, rules: Rules) -> Name:
    """Who speaks in the sentence, else its first subject, unless only another's gender is known."""
    for name in fitting:
        if _speaks(cast, name, rules):
            return name
    known = [name for name in fitting if cast.genders.get(name.name) == gender]
    subject = next((name for name in fitting if not _leans(cast, name)), fitting[0])
    return subject if subject in known or not known else known[0]


def _speaks(cast: Cast, name: Name, rules: Rules) -> bool:
    """Whether a speech verb stands right beside the name: "Brandt said", "said Brandt"."""
    after = FOLLOWING.match(cast.page.text, name.end)
    before = LEADING.search(cast.page.text[max(0, name.start - 24) : name.start])
    verbs = rules.speech.plain - rules.speech.transitive
    return (after is not None and after[1] in rules.speech.plain) or (before is not None and before[1] in verbs)


def _leans(cast: Cast, name: Name) -> bool:
    """A possessive is seldom the subject."""
    return cast.page.text.startswith(cast.page.owning, name.end)


def _fits(cast: Cast, name: str, gender: str) -> bool:
    return cast.genders.get(name, gender) == gender


def _spoke_in(spoke: Sequence[tuple[int, str]], start: int, end: int) -> str:
    """Who spoke last between two places."""
    place = bisect_left(spoke, (end, "")) - 1
    return spoke[place][1] if place >= 0 and spoke[place][0] >= start else ""
