"""Roles: the article's words beside a name that say what the person is."""

from __future__ import annotations

import re

from msgspec import Struct

from newsbrief.extract.names.pieces import Piece
from newsbrief.model.mentions import Sentence
from newsbrief.rules import Rules

BEFORE = 90
AFTER = 110
LONGEST_ARTICLE = 8
# What ends a quote, before the words that say whose it is.
CLOSING = frozenset("”’\"'»“")
WORD = re.compile(r"[^\s,;:.“”„»«\"()—]+(?:\.(?=[^\s]))?")
APPOSED_BEFORE = re.compile(r"((?:[^\s,;:.“”„»«\"()—–]{1,24} ){0,9}[^\s,;:.“”„»«\"()—–]{1,24}), $")
APPOSED_AFTER = re.compile(
    r"(?:, \d{1,3})?, ((?:(?:[^\s,;:.“”„»«\"()—–]|(?<=\d)[,.:](?=\d)){1,24} ){0,11}"
    r"(?:[^\s,;:.“”„»«\"()—–]|(?<=\d)[,.:](?=\d)){1,24})(?=[,.;:)—–]|\s[—–]|$)"
)


class Place(Struct, frozen=True):
    """Where in the text a role's words stand."""

    start: int
    end: int


def written(text: str, piece: Piece, sentence: Sentence, rules: Rules) -> str:
    """The words of the role next to a name in its sentence, "" if there is none."""
    place = beside(text, piece, sentence.start, sentence.end, rules)
    return text[place.start : place.end] if place else ""


def beside(text: str, piece: Piece, floor: int, ceiling: int, rules: Rules) -> Place | None:
    """The role written next to a name, looked for inside its sentence (`floor` to `ceiling`); None if there is none."""
    if piece.title and not _is_form(piece, rules):
        return _title(text, piece, floor, rules)
    before = max(floor, piece.start - BEFORE)
    words = text[before : piece.start].split() if text[piece.start - 1 : piece.start] == " " else []
    if words and not piece.title and words[-1].lower() in rules.people.titles:
        return Place(_small_words(text, piece.start, floor, rules), piece.start - 1)
    first = piece.title[0].start if piece.title else _before_honorific(text, piece.start, rules)
    article = text[max(0, first - LONGEST_ARTICLE) : first].split(" ")[-2:-1]
    first -= len(article[0]) + 1 if article and article[0] in rules.words.articles else 0
    apposed = (
        _apposed_after(text, piece.end, ceiling, rules)
        or _apposed_before(text, first, floor, rules)
        or _trade(text, piece.end, ceiling, rules)
    )
    return apposed or (_title(text, piece, floor, rules) if piece.title else None)


def _title(text: str, piece: Piece, floor: int, rules: Rules) -> Place:
    start = _small_words(text, piece.title[0].start, floor, rules, modifiers_only=True)
    return Place(start, piece.title[-1].end + (text[piece.title[-1].end : piece.title[-1].end + 1] == "."))


def _is_form(piece: Piece, rules: Rules) -> bool:
    """Whether a title is a mere form of address: what stands in apposition says more."""
    return len(piece.title) == 1 and piece.title[0].text.lower() in rules.people.forms


def _before_honorific(text: str, start: int, rules: Rules) -> int:
    """Where "Sir Edmund Lacey" begins."""
    words = text[max(0, start - 12) : start].split(" ")
    bare = words[-2].rstrip(".").lower() if len(words) > 1 and not words[-1] else ""
    return start - len(words[-2]) - 1 if bare in rules.people.honorifics else start


def _trade(text: str, end: int, ceiling: int, rules: Rules) -> Place | None:
    """“Runa Holm, 58, who has farmed mussels for years”: the clause that tells what somebody does."""
    match = rules.people.trade.match(text, end, min(ceiling, end + AFTER))
    if match is None or any(word in rules.speech.plain for word in match[1].split()):
        return None
    return Place(match.start(1), match.end(1))


def _small_words(text: str, end: int, floor: int, rules: Rules, *, modifiers_only: bool = False) -> int:
    """Go left from `end` over the words of a role: modifiers, demonyms, names; stop at a word that ends a phrase."""
    start = end
    for match in reversed(list(WORD.finditer(text, max(floor, end - BEFORE), end))):
        word, lower = match[0], match[0].lower()
        if text[match.end() : start].strip() or _stops(word, lower, rules):
            break
        fits = lower in rules.people.titles or lower in rules.people.before_titles
        if not fits and not _names_something(word, rules) and (modifiers_only or not word.islower()):
            break
        if not fits and word.islower() and (modifiers_only or not _inside_noun(text, match.start(), floor, rules)):
            break
        start = match.start()
        if len(text[start:end].split()) > 7:
            break
    return start


def _inside_noun(text: str, start: int, floor: int, rules: Rules) -> bool:
    """Whether a small word of no known kind belongs to the role.

    It does right after an article: "the software engineer"; and where the role begins its clause, or follows a word of
    speech: "“…,” harbour master Osla Brandt said". Elsewhere it may as well be a verb: "they paid owner Osla Brandt".
    """
    previous = text[max(floor, start - 24) : start].split()
    if previous and previous[-1].lower() in rules.words.determiners:
        return True
    return not rules.words.nouns_large and _leads_clause(text, start, floor, rules)


def _leads_clause(text: str, start: int, floor: int, rules: Rules) -> bool:
    """Whether the small word that starts here, with at most one before it, begins a clause or follows a word of speech.

    Behind a quote no participle begins a clause: "“…,” housing officer Osla Brandt said"; behind a comma one may.
    """
    before = text[max(floor, start - BEFORE) : start]
    noun = WORD.match(text, start)
    for _ in range(2):
        if noun is None or before[-1:] != " " or not _noun_like(noun[0], rules):
            return False
        mark, previous = before[-2:-1], before.split()[-1:]
        if mark in CLOSING:
            return True
        participle = noun[0].endswith(rules.people.opener_endings)
        if participle or mark == ",":
            return not participle
        if not previous or previous[0] in rules.speech.plain or previous[0] in rules.speech.agents:
            return bool(previous)
        before, noun = before[: -len(previous[0]) - 1], WORD.fullmatch(previous[0])
    return False


def _noun_like(word: str, rules: Rules) -> bool:
    """Whether a small word may be a noun before another: no verb, adverb or word of time that is known."""
    verbs = word in rules.calendar.tense.past or word.endswith(rules.calendar.tense.past_endings)
    acts = word in rules.people.role_verbs or word in rules.people.human or word in rules.people.acts
    when = word in rules.calendar.units or word in rules.calendar.parts
    adverb = word in rules.speech.between or word.endswith(rules.speech.adverb_endings)
    return word.islower() and not (verbs or acts or when or adverb or _stops(word, word, rules))


def _stops(word: str, lower: str, rules: Rules) -> bool:
    return (
        lower in rules.words.breaks
        or lower in rules.words.determiners
        or (lower in rules.words.function and lower not in rules.people.before_titles)
        or lower in rules.speech.plain
        or lower in rules.speech.naming
    )


def _names_something(word: str, rules: Rules) -> bool:
    return word[0].isupper() and (not rules.words.nouns_large or word in rules.places.demonyms)


def _apposed_after(text: str, end: int, ceiling: int, rules: Rules) -> Place | None:
    """“Osla Brandt, the mayor of Port Ellery,” gives "mayor of Port Ellery"."""
    match = APPOSED_AFTER.match(text, end, min(ceiling, end + AFTER))
    if match is None:
        return None
    words = match[1].split()
    skip = len(words[0]) + 1 if words[0].lower() in rules.words.determiners else 0
    head = _head_place(words, rules)
    if head is None or (skip and len(words) == 1) or any(word in rules.speech.plain for word in words):
        return None
    kept = _before_relative(words, rules)
    if head >= len(kept) or kept[-1].lower() in rules.people.honorifics:
        return None
    return Place(match.start(1) + skip, match.start(1) + len(" ".join(kept)))


def _before_relative(words: list[str], rules: Rules) -> list[str]:
    """A role ends where a clause about its bearer begins: "a trader who left"."""
    ends = (place for place, word in enumerate(words) if word.lower() in rules.words.relatives)
    return words[: next(ends, len(words))]


def _apposed_before(text: str, start: int, floor: int, rules: Rules) -> Place | None:
    """“The mayor of Port Ellery, Osla Brandt,” gives "mayor of Port Ellery"."""
    if text[max(floor, start - 2) : start] != ", ":
        return None
    begin = max(floor, start - AFTER)
    match = APPOSED_BEFORE.search(text[begin:start])
    if match is None:
        return None
    words = match[1].split()
    for place in range(len(words)):
        phrase = words[place:]
        first = phrase[0].lower()
        if any(word in rules.calendar.tense.past for word in phrase):
            # “The mayor resigned, Osla Brandt said”: a clause, no apposition.
            continue
        if first in rules.words.determiners and len(phrase) > 1 and _head_place(phrase, rules) is not None:
            return Place(begin + match.start(1) + len(" ".join(words[: place + 1])) + 1, begin + match.end(1))
        owns = phrase[0][0].isupper() and phrase[0].endswith((*rules.people.possessive, *rules.people.attached))
        if owns and _head_place(phrase, rules) is not None:
            origin = place - 1 if place and words[place - 1][0].isupper() else place
            lead = len(" ".join(words[:origin])) + (1 if origin else 0)
            return Place(begin + match.start(1) + lead, begin + match.end(1))
    return None


def _head_place(words: list[str], rules: Rules) -> int | None:
    """Where the phrase's head noun stands, if that is a title: before the first preposition, and behind no verb."""
    for place, word in enumerate(words[:8]):
        lower = word.lower()
        if lower in rules.people.role_verbs:
            return None  # “Osla Brandt, 38, becomes acting mayor”: a clause, no apposition
        if lower in rules.people.titles:
            return place
        # "the then mayor": what stands right after an article belongs to its noun.
        then = place == 1 and words[0].lower() in rules.words.articles and lower in rules.speech.between
        modifier = lower in rules.people.before_titles or (not place and lower in rules.words.determiners)
        if not (modifier or then) and (lower in rules.words.function or lower in rules.words.breaks):
            return None
    return None
