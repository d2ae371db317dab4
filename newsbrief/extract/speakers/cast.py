"""Who takes part in an article, and whether a man or a woman."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct

from newsbrief.extract.speakers.phrases import Page
from newsbrief.model.mentions import Name, Sentence
from newsbrief.rules import Rules

HONORIFIC = re.compile(r"([^\W\d_]{2,9})\.? $")
# "her husband, the painter Tomas Holt".
KIN = re.compile(r"([^\W\d_]+), ([^\W\d_]{2,5})(?: [\w-]+){1,2} $")
WORD = re.compile(r"[^\W\d_]{2,7}")
# How far a pronoun may follow a name that it tells the gender of, and how many mentions are asked.
FOLLOWS = 140
ASKED = 6
# A language is told by its first words, if there are not too few of them.
SAMPLE, FEW, LEAST_KNOWN = 3000, 8, 0.15


class Cast(Struct, frozen=True):
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


def is_read(text: str, rules: Rules) -> bool:
    """Whether a text is in a language that the rules know: every language's small words are most of its words."""
    words = [word for word in text[:SAMPLE].split() if word.islower()]
    known = sum(word.strip(",.;:!?“”„»«\"’'") in rules.words.function for word in words)
    return len(words) < FEW or known > LEAST_KNOWN * len(words)


def genders(text: str, names: Sequence[Name], told_of: Sequence[Name], rules: Rules) -> Mapping[str, str]:
    """“m” or "f" for each person of whom an honorific, a role, the given name or a pronoun tells it.

    `told_of` are the names that the reporter writes, not those who speak.
    """
    told: dict[str, str] = {}
    for name in names:
        if name.kind != "person":
            continue
        match = HONORIFIC.search(text[max(0, name.start - 11) : name.start])
        by_form = rules.people.honorifics.get(match[1].lower(), "x") if match else "x"
        by_role = next((found for word in name.role.lower().split() if (found := _of_role(word, rules)) != "x"), "x")
        if by_role == "x" and name.name.split()[0].lower() not in rules.people.given:
            kin = KIN.search(text[max(0, name.start - 40) : name.start])
            by_role = _of_role(kin[1].lower(), rules) if kin and kin[2].lower() in rules.words.articles else "x"
        if by_form != "x":
            told[name.name] = by_form
        elif by_role != "x":
            told.setdefault(name.name, by_role)
    for name in names:
        gender = rules.people.given.get(name.name.split()[0].lower(), "x") if name.kind == "person" else "x"
        if gender != "x":
            told.setdefault(name.name, gender)
    for person, gender in _by_pronouns(text, told_of, told, rules).items():
        told.setdefault(person, gender)
    return told


def _of_role(word: str, rules: Rules) -> str:
    """The gender that a role's word tells, by itself or, if it is a title, by its ending."""
    told = rules.people.gendered.get(word)
    if told or word not in rules.people.titles:
        return told or "x"
    fitting = (ending for ending in rules.people.gendered_endings if word.endswith(ending))
    return rules.people.gendered_endings.get(max(fitting, key=len, default=""), "x")


def _by_pronouns(text: str, names: Sequence[Name], told: Mapping[str, str], rules: Rules) -> Mapping[str, str]:
    """Genders of those of whom nothing else tells it: of the pronouns that follow their names closely."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    people = [name for name in names if name.kind == "person"]
    for name, after in zip_longest(people, people[1:]):
        if name.name in told or votes[name.name].total() >= ASKED:
            continue
        end = min(name.end + FOLLOWS, after.start if after else len(text))
        for word in WORD.finditer(text, name.end, end):
            gender = rules.people.pronouns.get(word[0].lower(), "x")
            if gender != "x":
                votes[name.name][gender] += 1
                break
    return {person: vote.most_common(1)[0][0] for person, vote in votes.items() if len(vote) == 1}
