"""The noun phrase left or right of a speech verb: who says it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from newsbrief.model.mentions import Name
from newsbrief.rules import Rules

WORD = re.compile(r"[^\s,;:()“”\"—–]+|[,;:()“”\"—–]")
SPACE = re.compile(r"\s*")
MARKS = '“”"()—–;:'
WINDOW = 260
LONGEST = 14


@dataclass(frozen=True, slots=True)
class Subject:
    """A mention that may be a speaker. `name`: the index of the name it is, -1 for a pronoun or a description."""

    start: int
    end: int
    name: int = -1


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its names, to look up which name ends or starts where."""

    text: str
    names: Sequence[Name]
    starts: Sequence[int]
    ends: Sequence[int]

    def ending(self, end: int) -> int:
        """The index of the name that ends here, -1 if none does."""
        place = bisect_left(self.ends, end)
        return place if place < len(self.ends) and self.ends[place] == end else -1

    def within(self, start: int, end: int) -> range:
        """The indices of the names that start in a span."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def before(self, place: int) -> int:
        """The index of the last name that starts before a place, -1 if none does."""
        return bisect_right(self.starts, place - 1) - 1


def page(text: str, names: Sequence[Name]) -> Page:
    """Index a text's names."""
    return Page(text, names, [name.start for name in names], [name.end for name in names])


def left(on: Page, floor: int, verb: int, rules: Rules) -> Subject | None:
    """The phrase that ends at a verb, past adverbs, auxiliaries and what is set off by commas."""
    floor = max(floor, verb - WINDOW)
    words = list(WORD.finditer(on.text, floor, verb))
    while words and _is_between(words[-1][0], rules):
        words.pop()
    if not words:
        return None
    if words[-1][0] == ",":
        return _before_insertion(on, words, rules)
    return _ending(on, words, rules)


def _is_between(word: str, rules: Rules) -> bool:
    lower = word.lower()
    return lower in rules.speech.between or (word.islower() and lower.endswith(rules.speech.adverb_endings))


def _before_insertion(on: Page, words: list[re.Match[str]], rules: Rules) -> Subject | None:
    """ "Osla Brandt, the mayor of Ellery, said": the phrase before the comma that a person stands at, else the nearest."""
    commas = [place for place, word in enumerate(words[:-1]) if word[0] == ","]
    for place in reversed(commas):
        name = on.ending(_bare_end(words[place - 1])) if place else -1
        if name >= 0 and on.names[name].kind == "person":
            return Subject(on.names[name].start, on.names[name].end, name)
    for place in reversed(commas):
        subject = _ending(on, words[:place], rules) if place else None
        if subject is not None:
            return subject
    return _ending(on, words[:-1], rules) if not commas else None


def _bare_end(word: re.Match[str]) -> int:
    """Where a word ends without a possessive or a full stop that a name does not count."""
    return word.end()


def _ending(on: Page, words: list[re.Match[str]], rules: Rules) -> Subject | None:
    last = words[-1]
    name = on.ending(last.end())
    if name < 0 and last[0].endswith("."):
        name = on.ending(last.end() - 1)
    if name >= 0 and on.names[name].kind != "place":
        return Subject(on.names[name].start, on.names[name].end, name)
    if last[0].lower() in rules.people.subject_pronouns:
        return Subject(last.start(), last.end())
    return _described(on, words, rules)


def _described(on: Page, words: list[re.Match[str]], rules: Rules) -> Subject | None:
    """A description such as "a spokesman for the group", or words written large that no kind is known for."""
    start = len(words)
    for place in range(len(words) - 1, max(-1, len(words) - LONGEST), -1):
        word = words[place][0]
        lower = word.lower()
        if word in MARKS or word == ",":
            break
        if lower in rules.words.determiners:
            start = place
            if not place or words[place - 1][0].lower() not in rules.organisations.joins:
                break
        elif lower in rules.words.breaks or lower in rules.people.subject_pronouns:
            break
        else:
            start = place
    chosen = words[start:]
    while (
        chosen and chosen[0][0].islower() and chosen[0][0].lower() not in rules.words.determiners | rules.people.titles
    ):
        chosen = chosen[1:]
    while chosen and chosen[0][0].lower() in rules.words.function - rules.words.determiners:
        chosen = chosen[1:]
    if not chosen or chosen[-1][0].lower() in rules.words.function:
        return None
    return Subject(chosen[0].start(), chosen[-1].end())


def right(on: Page, verb: int, ceiling: int, rules: Rules) -> Subject | None:
    """The phrase that begins after a verb ("said Osla Brandt, the mayor"); None if none does."""
    ceiling = min(ceiling, verb + WINDOW)
    words: list[re.Match[str]] = []
    for match in WORD.finditer(on.text, verb, ceiling):
        if match[0] in MARKS or match[0] == "," or len(words) >= LONGEST:
            break
        words.append(match)
        if (
            match[0].endswith(".")
            and match[0].rstrip(".").lower() not in rules.words.abbreviations
            and len(match[0]) > 2
        ):
            break
    if not words:
        return None
    first = words[0][0]
    if first.lower().rstrip(".") in rules.people.subject_pronouns:
        return Subject(words[0].start(), words[0].start() + len(first.rstrip(".")))
    return _beginning(on, words, rules)


def _beginning(on: Page, words: list[re.Match[str]], rules: Rules) -> Subject | None:
    first = words[0][0].lower()
    roleish = first in rules.people.titles or first in rules.people.before_titles or first in rules.words.determiners
    if not (words[0][0][0].isupper() or roleish):
        return None
    for index in on.within(words[0].start(), words[-1].end()):
        name = on.names[index]
        lead = on.text[words[0].start() : name.start].lower().split()
        if name.kind == "person" and not any(word in rules.words.breaks - {"at"} for word in lead[1:]):
            return Subject(name.start, name.end, index)
    kept = [words[0]]
    for word in words[1:]:
        if (
            word[0].lower() in rules.words.breaks
            or _is_between(word[0], rules)
            or word[0].lower() in rules.words.relatives
        ):
            break
        kept.append(word)
    end = kept[-1].start() + len(kept[-1][0].rstrip("."))
    name_index = on.ending(end)
    return Subject(
        kept[0].start(), end, name_index if name_index >= 0 and on.starts[name_index] == kept[0].start() else -1
    )
