"""Runs cut into names: titles parted from the people who bear them, places and organisations told by their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsbrief.extract.names.runs import Run, Word
from newsbrief.rules import Rules


class Piece(NamedTuple):
    """A possible name: `kind` is "" where its words alone do not tell. `title` holds the title's words before it."""

    words: tuple[Word, ...]
    kind: str = ""
    title: tuple[Word, ...] = ()
    honorific: str = ""
    opens: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words[-1].end

    @property
    def may_be_person(self) -> bool:
        """Whether its words say nothing else of it."""
        return self.kind in {"", "person"}

    @property
    def tokens(self) -> tuple[str, ...]:
        """Its words."""
        return tuple([word.text for word in self.words])

    def name(self, text: str) -> str:
        """Its words on one line, as the text writes them."""
        return " ".join(text[self.start : self.end].split())


def cut(run: Run, rules: Rules) -> Iterator[Piece]:
    """The names that one run holds, in order."""
    kind = _told_by_words(run.words, rules)
    if kind:
        yield Piece(run.words, kind, opens=run.opens)
        return
    place = _title_end(run.words, rules)
    if place is None:
        yield from _plain(run, rules)
        return
    first, last = place
    bearer = _bearer(run.words[last:], rules)
    title = run.words[first : len(run.words) - len(bearer)] if bearer else run.words[first:]
    before = run.words[:first]
    if before and (kind := _told_by_words(before, rules)):
        yield Piece(before, kind, opens=run.opens)
    if bearer:
        honorific = title[-1].text.lower() if title[-1].text.lower() in rules.people.honorifics else ""
        whole = title if honorific and honorific not in rules.people.role_forms else (*before, *title)
        role = tuple(word for word in whole if not (word is title[-1] and _bare_honorific(honorific, rules)))
        yield Piece(bearer, "person", role, honorific, run.opens and not before and not title)


def _bare_honorific(honorific: str, rules: Rules) -> bool:
    return bool(honorific) and honorific not in rules.people.role_forms


def _told_by_words(words: Sequence[Word], rules: Rules) -> str:
    """The kind of a name, from its words alone: "place", "organisation", "none" (a demonym) or ""."""
    text = " ".join([word.text for word in words])
    lowered = text.lower()
    if lowered in rules.calendar.months or lowered in rules.calendar.weekdays:
        return "none"
    if text in rules.places.names or (text.isupper() and len(text) > 3 and text.title() in rules.places.names):
        return "place"
    if text in rules.places.demonyms:
        return "none"
    if text in rules.organisations.known:
        return "organisation"
    first, last = words[0].text, words[-1].text
    if len(words) > 1:
        if rules.organisations.head_first and first in rules.organisations.heads:
            return "organisation"
        if any(word.text in rules.organisations.heads for word in (words[-1], *_before_join(words, rules))):
            return "organisation"
        if last in rules.places.heads or first in rules.places.first:
            return "place"
        if len(words) == 2 and first in rules.places.directions and last in rules.places.names:
            return "place"
    short = text.replace(".", "").replace("-", "")
    capitals = len(words) == 1 and 2 <= len(short) <= 6 and short.isupper() and short.isalnum()
    if capitals and not short.isdigit() and text not in rules.organisations.never:
        return "organisation"
    return ""


def _before_join(words: Sequence[Word], rules: Rules) -> Iterator[Word]:
    """The heads that "of" follows: "Ministry" in "Ministry of Fisheries"."""
    for word, following in pairwise(words):
        if following.text in rules.organisations.joins:
            yield word


def _title_end(words: Sequence[Word], rules: Rules) -> tuple[int, int] | None:
    """Where the last title with a name after it begins and ends, in words; None if there is none."""
    for place in range(len(words) - 2, -1, -1):
        word = words[place].text.lower()
        titled = word in rules.people.honorifics or word in rules.people.titles
        if titled or _is_common(words, place, rules):
            rest = words[place + 1 :]
            headed = rest[-1].text in rules.organisations.heads or rest[-1].text in rules.places.heads
            if headed and word not in rules.people.honorifics:
                return None
            return _title_start(words, place, rules), place + 1
    return None


def _is_common(words: Sequence[Word], place: int, rules: Rules) -> bool:
    """“Zeitzeuge Karl Obermeyer”: where every noun is large, one before a full name says what its bearer is."""
    word, rest = words[place].text, words[place + 1 :]
    if not rules.words.nouns_large or len(rest) < 2 or rest[0].text.lower() not in rules.people.given:
        return False
    known = word.lower() in rules.people.given or word.lower() in rules.people.things
    return not known and word not in rules.places.names and not words[place].possessive


def _form(word: Word, rules: Rules) -> str:
    return word.text.lower() if word.text.lower() in rules.people.honorifics else ""


def _title_start(words: Sequence[Word], place: int, rules: Rules) -> int:
    """A title takes the modifiers before it: "Former Defence Minister", "Russian President"."""
    while place:
        word = words[place - 1].text
        lower = word.lower()
        # “Prof. Dr.”
        doubled = lower in rules.people.honorifics and _bare_honorific(_form(words[place], rules), rules)
        modifier = lower in rules.people.titles or lower in rules.people.before_titles or doubled
        if modifier or word in rules.places.demonyms:
            place -= 1
        elif place > 1 and f"{words[place - 2].text} {word}" in rules.places.demonyms:
            place -= 2
        else:
            return place
    return place


def _bearer(rest: Sequence[Word], rules: Rules) -> tuple[Word, ...]:
    """The name after a title. After "of" the office goes on: "Secretary of State Jane Roe"."""
    if all(word.text.lower() in rules.people.titles for word in rest):
        return ()
    if rest[0].text not in rules.organisations.joins:
        return tuple(rest)
    for place, word in enumerate(rest):
        if place and word.text.lower() in rules.people.given and place < len(rest) - 1:
            return tuple(rest[place:])
    last = tuple(rest[-2:])
    return last if len(rest) > 3 and not _told_by_words(last, rules) else ()


def _given_place(words: Sequence[Word], rules: Rules) -> int:
    """Where a person's name begins after another name in its run: "Ellery-born Peter Osk"; 0 if nowhere."""
    heads = rules.organisations.heads
    for place in range(1, len(words) - 1):
        before = words[place - 1].text
        if before.endswith(rules.people.origin_endings):
            return place
        apart = (
            before in heads
            or before in rules.places.demonyms
            or before in rules.places.names
            or (len(before) > 3 and before.isupper() and not words[place].text.isupper())
        )
        if apart and words[place].text.lower() in rules.people.given and words[-1].text not in heads:
            return place
    return 0


def _plain(run: Run, rules: Rules) -> Iterator[Piece]:
    """A run without a title: whole if nothing in it is known, else the places at its ends cut off."""
    words = run.words
    lowered = words[-1].text.lower()
    if len(words) == 1 and (lowered in rules.people.titles or lowered in rules.people.honorifics):
        return
    owner = words[0].text.endswith(rules.people.attached) and words[0].text.lower() not in rules.people.given
    if owner and lowered in rules.people.titles:
        # “Hellwegs Anwalt”: the office is another's.
        yield Piece(words[:1], opens=run.opens)
        return
    given = _given_place(words, rules)
    if given:
        yield from _plain(Run(words[:given], run.opens), rules)
        words, run = words[given:], Run(words[given:])
    for size in range(min(3, len(words) - 1), 0, -1):
        head = " ".join([word.text for word in words[:size]])
        if head in rules.places.demonyms:
            rest = Run(words[size:], opens=False)
            kind = _told_by_words(rest.words, rules)
            if kind or lowered in rules.people.titles:
                if kind != "none" and kind:
                    yield Piece(words, "organisation" if kind == "organisation" else kind, opens=run.opens)
                return
    yield Piece(words, opens=run.opens)
