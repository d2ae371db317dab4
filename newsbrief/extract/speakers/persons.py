"""The person whom a mention means: a surname's full name, the man behind "he", the bearer of an office."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsbrief.extract.speakers.phrases import Page, Subject
from newsbrief.model.mentions import Name, Sentence
from newsbrief.rules import Rules

HONORIFIC = re.compile(r"([A-Za-z]{2,9})\.? $")
SENTENCES_BACK = 6
MENTIONS_BACK = 30
# How much of a sentence is looked at.
REACH = 1500


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part: every name the reporter writes, genders by full name, and where others speak."""

    page: Page
    sentences: Sequence[Sentence]
    starts: Sequence[int]
    genders: Mapping[str, str]
    speech_starts: Sequence[int]
    speech_ends: Sequence[int]

    def spoken(self, place: int) -> bool:
        """Whether a place lies inside marks."""
        index = bisect_right(self.speech_starts, place) - 1
        return index >= 0 and place < self.speech_ends[index]

    def sentence(self, place: int) -> int:
        """The index of the sentence at a place."""
        return max(0, bisect_right(self.starts, place) - 1)


def genders(text: str, names: Sequence[Name], rules: Rules) -> Mapping[str, str]:
    """“m” or "f" for each person of whom an honorific, a role or the given name tells it."""
    told: dict[str, str] = {}
    for name in names:
        if name.kind != "person":
            continue
        match = HONORIFIC.search(text[max(0, name.start - 11) : name.start])
        by_form = rules.people.honorifics.get(match[1].lower(), "x") if match else "x"
        by_role = next(
            (rules.people.gendered[word] for word in name.role.lower().split() if word in rules.people.gendered), "x"
        )
        if by_form != "x":
            told[name.name] = by_form
        elif by_role != "x":
            told.setdefault(name.name, by_role)
    for name in names:
        gender = rules.people.given.get(name.name.split()[0].lower(), "x") if name.kind == "person" else "x"
        if gender != "x":
            told.setdefault(name.name, gender)
    return told


def meant(cast: Cast, subject: Subject, spoke: Sequence[tuple[int, str]], rules: Rules) -> tuple[str, float]:
    """(full name or "", a factor for the confidence). `spoke`: (place, name) of those who spoke so far, in order."""
    if subject.name >= 0:
        name = cast.page.names[subject.name]
        return (name.name, 1.0) if name.kind == "person" else ("", 1.0)
    words = cast.page.text[subject.start : subject.end]
    gender = rules.people.pronouns.get(words.lower())
    if gender is None:
        return _described(cast, subject, words, rules)
    if words.lower() in rules.words.relatives:
        return _antecedent(cast, subject), 0.95
    return ("", 0.5) if gender == "x" else _pronoun(cast, subject.start, gender, spoke)


def _antecedent(cast: Cast, subject: Subject) -> str:
    index = cast.page.before(subject.start)
    if index < 0:
        return ""
    name = cast.page.names[index]
    return name.name if name.kind == "person" and subject.start - name.end < 4 else ""


def _described(cast: Cast, subject: Subject, words: str, rules: Rules) -> tuple[str, float]:
    """A description: the person named inside it at its end, or the one whose role ends like it."""
    inside = [cast.page.names[index] for index in cast.page.within(subject.start, subject.end)]
    if inside and inside[-1].kind == "person" and inside[-1].end == subject.end:
        return inside[-1].name, 0.9
    title = next((word for word in words.lower().split() if word in rules.people.titles), "")
    if not title or words.lower().split()[0] in {"a", "an"}:
        return "", 0.8
    held = {name.name for name in _back(cast, subject.start, MENTIONS_BACK) if title in name.role.lower().split()}
    exact = {name.name for name in _back(cast, subject.start, MENTIONS_BACK) if name.role and name.role in words}
    found = exact if len(exact) == 1 else held
    return (next(iter(found)), 0.85) if len(found) == 1 else ("", 0.8)


def _back(cast: Cast, place: int, count: int) -> Iterator[Name]:
    """People named before a place by the reporter, the latest first."""
    index = cast.page.before(place)
    while index >= 0 and count:
        name = cast.page.names[index]
        if name.kind == "person" and not cast.spoken(name.start):
            yield name
        index, count = index - 1, count - 1


def _pronoun(cast: Cast, place: int, gender: str, spoke: Sequence[tuple[int, str]]) -> tuple[str, float]:
    """The nearest compatible subject: of this sentence, then whoever spoke or was named first in each one before."""
    here = cast.sentence(place)
    paragraph = cast.sentences[here].paragraph
    for back in range(SENTENCES_BACK + 1):
        index = here - back
        if index < 0:
            break
        sentence = cast.sentences[index]
        end = place if not back else sentence.end
        distance = 1.0 - 0.04 * back - 0.03 * max(0, paragraph - sentence.paragraph - 1)
        speaker = _spoke_in(spoke, sentence.start, end)
        if speaker and _fits(cast, speaker, gender):
            return speaker, 0.95 * distance
        named = [
            cast.page.names[number]
            for number in cast.page.within(max(sentence.start, end - REACH), end)
            if cast.page.names[number].kind == "person" and not cast.spoken(cast.page.names[number].start)
        ]
        fitting = [name for name in named if _fits(cast, name.name, gender)]
        if fitting:
            known = [name for name in fitting if cast.genders.get(name.name) == gender]
            subject = next((name for name in fitting if not _leans(cast, name)), fitting[0])
            choice = subject if subject in known or not known else known[0]
            return choice.name, (0.9 if len({name.name for name in fitting}) == 1 else 0.8) * distance
    return "", 0.5


def _leans(cast: Cast, name: Name) -> bool:
    """A possessive is seldom the subject."""
    return cast.page.text[name.end : name.end + 2] in {"’s", "'s"}


def _fits(cast: Cast, name: str, gender: str) -> bool:
    return cast.genders.get(name, gender) == gender


def _spoke_in(spoke: Sequence[tuple[int, str]], start: int, end: int) -> str:
    """Who spoke last between two places."""
    place = bisect_left(spoke, (end, "")) - 1
    return spoke[place][1] if place >= 0 and spoke[place][0] >= start else ""
