"""A page to look names up on, the mentions that may be speakers, and the words of a phrase."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from newsbrief.model.mentions import Name
from newsbrief.rules import Rules

WORD = re.compile(r"[^\s,;:()“”„»«\"—–]+|[,;:()“”„»«\"—–]")
MARKS = frozenset('“”„»«"();:')
# What sets an insertion off: "Brandt, the mayor, said", "Brandt – the mayor – said".
PAUSES = frozenset({",", "—", "–", "-", "--"})
# Phrases reach no further than this.
WINDOW = 420

Words = Sequence[re.Match[str]]


class Subject(Struct, frozen=True):
    """A mention that may be a speaker. `name`: the index of the name it is, -1 for a pronoun or a description."""

    start: int
    end: int
    name: int = -1


class Page(Struct, frozen=True):
    """A text with its names, to look up which name ends or starts where."""

    text: str
    names: Sequence[Name]
    starts: Sequence[int]
    ends: Sequence[int]
    owning: tuple[str, ...]

    def ending(self, word: re.Match[str]) -> int:
        """The index of the name that ends with this word or before its full stop, -1 if none does."""
        for end in (word.end(), word.end() - 1 if word[0].endswith(".") else -1):
            place = bisect_left(self.ends, end)
            if place < len(self.ends) and self.ends[place] == end:
                return place
        return -1

    def starting(self, start: int) -> int:
        """The index of the name that starts here, -1 if none does."""
        place = bisect_left(self.starts, start)
        return place if place < len(self.starts) and self.starts[place] == start else -1

    def within(self, start: int, end: int) -> range:
        """The indices of the names that start in a span."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def before(self, place: int) -> int:
        """The index of the last name that starts before a place, -1 if none does."""
        return bisect_right(self.starts, place - 1) - 1

    def is_person(self, index: int) -> bool:
        """Whether there is a name with this index, and it is a person's."""
        return index >= 0 and self.names[index].kind == "person"

    def leans(self, index: int) -> bool:
        """Whether a name carries a possessive ending: seldom a subject."""
        return self.text.startswith(self.owning, self.names[index].end)

    def subject(self, index: int) -> Subject:
        """A name as a subject."""
        return Subject(self.names[index].start, self.names[index].end, index)


SMALL, LARGE = r"[^\W\d_A-ZÀ-ÖØ-Þ]", r"[^\W\d_a-zß-öø-ÿ]"
APPOSED = re.compile(rf", ((?:{SMALL}[\w-]* ){{0,4}})(?:({LARGE}[\w-]{{1,30}})\.? )?")


def apposed(on: Page, end: int, rules: Rules) -> int:
    """The index of the person set beside a description: ", Osla Brandt", ", the conductor Osla Brandt"; -1 for none."""
    match = APPOSED.match(on.text, end)
    if match is None:
        return -1
    lead = match[1].lower().split()
    fits = all(
        word in rules.words.articles or word in rules.people.titles or word in rules.people.before_titles
        for word in lead
    )
    titled = match[2] and (match[2].lower() in rules.people.honorifics or match[2].lower() in rules.people.titles)
    index = on.starting(match.end() if titled else match.end(1))
    return index if fits and on.is_person(index) else -1


def page(text: str, names: Sequence[Name], rules: Rules) -> Page:
    """Index a text's names."""
    starts, ends = [name.start for name in names], [name.end for name in names]
    return Page(text, names, starts, ends, rules.people.owning)


def begins(word: str, rules: Rules) -> bool:
    """Whether a word may begin the phrase of a speaker."""
    lower = word.lower()
    if lower in rules.words.determiners or lower in rules.people.titles or lower in rules.people.before_titles:
        return True
    if lower in rules.words.function:
        return False
    return word[0].isupper() or any(
        lower.endswith(plural) and lower.removesuffix(plural) in rules.people.titles for plural in rules.people.plurals
    )


def is_between(word: str, rules: Rules) -> bool:
    """Whether a word may stand between a subject and its verb: "has repeatedly said"."""
    lower = word.lower()
    adverb = word.islower() and lower.endswith(rules.speech.adverb_endings) and lower not in rules.people.titles
    return adverb or lower in rules.speech.between
