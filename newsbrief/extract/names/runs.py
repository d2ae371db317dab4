"""Runs of words written large: the raw stuff of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.model.mentions import Sentence, Timex
from newsbrief.rules import Rules

# Every large letter of the scripts that have any.
CAPITALS = "".join(sign for code in range(0x2C00) if (sign := chr(code)).isupper())
WORD = r"(?:(?:[^\W\d_]\.){2,8}|[^\W_]+(?:[-'’&.][^\W_]+)*)"
# A word that begins so; the pattern begins with its first sign, as then most of a text is passed over at once.
LARGE = re.compile(
    rf"[{CAPITALS}](?<![^\W_].)(?<![^\W_][-'’&.].)(?:\.(?:[^\W\d_]\.){{1,7}}|[^\W_]*(?:[-'’&.][^\W_]+)*)"
)
SMALL = re.compile(WORD)
NO_CAPITAL = rf"(?![{CAPITALS}])"
EDGES = "\"“”„»«‘’'().,;:!?—–-"
# A name goes on over at most two small words: "Bank of the Isles".
LONGEST_GAP = 16
POSSESSIVE = re.compile(r"['’][sS]?$")
OPENS_SPEECH = re.compile(r"[\"“„«»‘‚(\[:—–-]\s?$")
LONGEST = 9


class Word(NamedTuple):
    """One word without a possessive ending; `possessive` says that it carried one."""

    start: int
    end: int
    text: str
    possessive: bool = False

    @property
    def large(self) -> bool:
        """Whether it is written with a capital letter; a lone "I" may be an initial but begins and ends no name."""
        return self.text[:1].isupper()


class Run(NamedTuple):
    """Words of one sentence that may belong to one name; `opens`: the first stands where any word is written large."""

    words: tuple[Word, ...]
    opens: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words[-1].end

    def text(self, text: str) -> str:
        """The words as the text writes them."""
        return text[self.start : self.end]


def find(text: str, sentences: Sequence[Sentence], dates: Sequence[Timex], rules: Rules) -> tuple[Run, ...]:
    """Every run in order; words of a time expression belong to none."""
    dated = {place for timex in dates for place in range(timex.start, timex.end)}
    small = frozenset(word.strip(EDGES) for word in set(text.split()))
    return tuple(
        trimmed
        for sentence in sentences
        for run in _runs(text, sentence, dated, rules)
        if (trimmed := _without_opener(run, small, rules)) is not None
    )


def _word(text: str, match: re.Match[str]) -> Word:
    written = match[0]
    start, end = match.span()
    if "’" in written or "'" in written:
        bare = POSSESSIVE.sub("", written)
        if bare != written:
            return Word(start, start + len(bare), bare, possessive=True)
    # "workers’ rights": the mark stands outside of the word.
    return Word(start, end, written, written[-1] == "s" and text[end : end + 2] in {"’ ", "' "})


def _runs(text: str, sentence: Sentence, dated: set[int], rules: Rules) -> Iterator[Run]:
    run: list[Word] = []
    for match in LARGE.finditer(text, sentence.start, sentence.end):
        if match.start() in dated:
            continue
        word = _word(text, match)
        between = _between(text, run, word, rules) if run and len(run) < LONGEST else None
        if between is not None:
            run.extend((*between, word))
            continue
        if run:
            yield Run(tuple(run), _opens(text, run[0], sentence))
        run = [word]
    if run:
        yield Run(tuple(run), _opens(text, run[0], sentence))


def _between(text: str, run: Sequence[Word], word: Word, rules: Rules) -> tuple[Word, ...] | None:
    """The small words that join a word to the run, mostly none; None if it does not belong there."""
    last = run[-1]
    # Mostly one space is all that parts them.
    if word.start - last.end == 1 and not last.possessive and text[last.end] == " ":
        return ()
    if _touch(text, last, word, rules):
        return ()
    if last.possessive or word.start - last.end > LONGEST_GAP:
        return None
    joins: list[Word] = []
    for match in SMALL.finditer(text, last.end, word.start):
        small = _word(text, match)
        if not _touch(text, joins[-1] if joins else last, small, rules) or not _may_join(small, run, joins, rules):
            return None
        joins.append(small)
    return tuple(joins) if joins and _touch(text, joins[-1], word, rules) else None


def _touch(text: str, last: Word, word: Word, rules: Rules) -> bool:
    """Whether two words stand side by side in one name."""
    if last.possessive:
        return False
    gap = text[last.end : word.start]
    if gap in {" ", "\u00a0", " & ", "\n"}:
        return True
    short = last.text.lower() in rules.words.name_openers or last.text.lower() in rules.people.honorifics
    return gap in {". ", ".\u00a0"} and (short or (len(last.text) == 1 and last.large))


def _may_join(word: Word, run: Sequence[Word], pending: Sequence[Word], rules: Rules) -> bool:
    """A small word inside a name: "van der", or "of" after a head that takes it, and an article after that."""
    if len(pending) >= 2 or word.possessive:
        return False
    if word.text in rules.people.particles:
        if rules.words.nouns_large and run[-1].text.lower() not in rules.people.given:
            # “Boote von Fischern”: the small word is a preposition.
            return False
        return run[-1].text not in rules.organisations.heads
    if pending:
        return pending[-1].text in rules.organisations.joins and word.text in rules.words.articles
    return word.text in rules.organisations.joins and any(one.text in rules.organisations.joining for one in run[-2:])


def _opens(text: str, word: Word, sentence: Sentence) -> bool:
    return word.start == sentence.start or bool(OPENS_SPEECH.search(text[max(0, word.start - 2) : word.start]))


def _without_opener(run: Run, small: frozenset[str], rules: Rules) -> Run | None:
    """Drop words that are large only because a sentence begins there; None if nothing is left."""
    words = run.words
    while words and run.opens and _is_opener(words, small if words is run.words else frozenset(), rules):
        words = words[1:]
    # An article inside a run ("in The Ellery Times") belongs to the sentence.
    if words and words[0].text.lower() in rules.words.articles and not _place_begins(words, rules):
        words = words[1:]
    while words and words[-1].text.lower() in rules.people.pronouns:
        words = words[:-1]
    return Run(words, run.opens and words[0] is run.words[0]) if words else None


def _is_opener(words: Sequence[Word], small: frozenset[str], rules: Rules) -> bool:
    first = words[0].text
    if first.isupper() and len(first) > 1:
        return False
    if _place_begins(words, rules):
        return False
    lower = first.lower()
    if lower in rules.words.function:
        return True
    known = (
        lower in rules.people.given
        or lower in rules.people.titles
        or lower in rules.people.honorifics
        or first in rules.places.names
        or first in rules.places.demonyms
        or lower in rules.people.before_titles
    )
    if known:
        return False
    # "Closing Ellerby": a participle before one word is no given name.
    participle = len(words) == 2 and lower.endswith(rules.people.opener_endings)
    if lower in small or participle:
        return True
    # Where every noun is large, one before a full name is more than an opening: “Deichgraf Jonas Holmer”.
    return not rules.words.nouns_large and len(words) > 2 and words[1].text.lower() in rules.people.given


def _place_begins(words: Sequence[Word], rules: Rules) -> bool:
    """“The Hague”, "New York": words that often open a sentence may begin a place's name."""
    return len(words) > 1 and f"{words[0].text} {words[1].text}" in rules.places.names
