"""The noun phrase left or right of a speech verb: who says it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from newsbrief.model.mentions import Name
from newsbrief.rules import Rules

WORD = re.compile(r"[^\s,;:()“”\"—–]+|[,;:()“”\"—–]")
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


def page(text: str, names: Sequence[Name]) -> Page:
    """Index a text's names."""
    return Page(text, names, [name.start for name in names], [name.end for name in names])


def left(on: Page, floor: int, verb: int, rules: Rules, *, participle: bool = False) -> Subject | None:
    """The phrase that ends at a verb, past adverbs, auxiliaries and what is set off by commas; None for a passive."""
    floor = max(floor, verb - WINDOW)
    words = list(WORD.finditer(on.text, floor, verb))
    helped = False
    while words and _is_between(words[-1][0], rules):
        helped = True
        if words.pop()[0] in rules.speech.passive and not participle:
            return None
    if not words or not (helped or _agrees(on, words[-1][0], verb, rules)):
        return None
    if words[-1][0] == ",":
        return _before_insertion(on, words, rules)
    return _ending(on, words, rules) or _person_before_comma(on, words)


def _agrees(on: Page, last: str, verb: int, rules: Rules) -> bool:
    """A verb's plain form follows a plural: "officials say", but not "a blog post"."""
    match = rules.speech.verb.match(on.text, verb)
    return match is None or match[0] not in rules.speech.bases or last.lower().endswith(rules.speech.plural_endings)


def _is_between(word: str, rules: Rules) -> bool:
    lower = word.lower()
    return lower in rules.speech.between or (word.islower() and lower.endswith(rules.speech.adverb_endings))


def _before_insertion(on: Page, words: list[re.Match[str]], rules: Rules) -> Subject | None:
    """“Osla Brandt, the mayor, said”: the phrase before the comma that a person stands at, else the nearest."""
    person = _person_before_comma(on, words[:-1])
    if person is not None:
        return person
    commas = [place for place, word in enumerate(words[:-1]) if word[0] == ","]
    for place in reversed(commas):
        subject = _ending(on, words[:place], rules) if place else None
        if subject is not None:
            return subject
    return _ending(on, words[:-1], rules) if not commas else None


def _person_before_comma(on: Page, words: list[re.Match[str]]) -> Subject | None:
    """The last person who stands right before a comma."""
    for place in range(len(words) - 1, 0, -1):
        name = on.ending(words[place - 1].end()) if words[place][0] == "," else -1
        if name >= 0 and on.names[name].kind == "person":
            return Subject(on.names[name].start, on.names[name].end, name)
    return None


def _ending(on: Page, words: list[re.Match[str]], rules: Rules) -> Subject | None:
    if not words:
        return None
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
    while chosen and not _begins_phrase(chosen[0][0], rules):
        chosen = chosen[1:]
    if not chosen or chosen[-1][0].lower() in rules.words.function:
        return None
    return Subject(chosen[0].start(), chosen[-1].end())


def _begins_phrase(word: str, rules: Rules) -> bool:
    lower = word.lower()
    if lower in rules.words.determiners:
        return True
    if lower in rules.words.function:
        return False
    return word[0].isupper() or lower in rules.people.titles or lower.removesuffix("s") in rules.people.titles


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
    subject = _beginning(on, words, rules)
    if subject is not None and subject.name < 0:
        # "said the bureau's director, Osla Brandt": the name set beside the office says more.
        named = on.starting(subject.end + 2) if on.text[subject.end : subject.end + 2] == ", " else -1
        if named >= 0 and on.names[named].kind == "person":
            return Subject(on.names[named].start, on.names[named].end, named)
    return subject


def _beginning(on: Page, words: list[re.Match[str]], rules: Rules) -> Subject | None:
    for index in on.within(words[0].start(), words[-1].end()):
        name = on.names[index]
        lead = on.text[words[0].start() : name.start].lower().split()
        if name.kind == "person" and not _breaks_off(lead, rules):
            return Subject(name.start, name.end, index)
    first = words[0][0].lower()
    roleish = first in rules.people.titles or first in rules.people.before_titles or first in rules.words.determiners
    if not (words[0][0][0].isupper() or roleish):
        return None
    kept = [words[0]]
    for word in words[1:]:
        if _ends_description(word[0], rules):
            break
        kept.append(word)
    end = kept[-1].start() + len(kept[-1][0].rstrip("."))
    name_index = on.ending(end)
    return Subject(
        kept[0].start(), end, name_index if name_index >= 0 and on.starts[name_index] == kept[0].start() else -1
    )


def _ends_description(word: str, rules: Rules) -> bool:
    lower = word.lower()
    if lower in rules.words.links:
        return False
    return lower in rules.words.breaks or lower in rules.words.relatives or _is_between(word, rules)


def _breaks_off(lead: Sequence[str], rules: Rules) -> bool:
    """Whether the words between a verb and a name are more than a role."""
    return any(word in rules.words.breaks and word != "at" for word in lead) or lead[:1] in (["in"], ["of"], ["for"])
