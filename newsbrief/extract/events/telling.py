"""Whether a date tells of something that happened or is due on it, or only names, bounds or measures something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsbrief.extract.events.clauses import LETTERS, is_verb
from newsbrief.extract.events.dated import FULL, Dated
from newsbrief.extract.events.measuring import WORD, measures, supposes
from newsbrief.model.mentions import Sentence
from newsbrief.rules import Rules
from newsbrief.rules.shape import Calendar, Telling

# How far back words are looked at.
LOOK = 80
STOPS = ".!?…:;"
CLOSING = " ”“\"’'»)]"
QUESTION = ("?", "？")
YEAR = re.compile(r"\d{4}")
NOUN = re.compile(r"\s[“„»«\"‘]?([^\W\d_]+)")
DATELINE = re.compile(r",?\s(?:\([^)\n]{1,40}\)\s)?[—–-]{1,2}\s")
# The entry of a list: “2 May: The pier opens”.
ENTRY = re.compile(r"\s?[:–—-]\s\w+\s\w+\s\w+")


def tells(text: str, sentence: Sentence, one: Dated, published: str, rules: Rules) -> bool:
    """Whether something happens on the date, as far as the words around it say. `published` is an ISO day or ""."""
    before = WORD.findall(text[max(sentence.start, one.start - LOOK) : one.start])
    return not (
        _bounds(text, sentence, one, before, published, rules.calendar.telling)
        or measures(before, rules.calendar.telling)
        or supposes(before, rules.calendar.telling)
        or _is_vague(one, before, rules)
        or _tells_nothing(text, sentence, one, rules)
        or _names(text, sentence, one, before, published, rules)
    )


def _bounds(text: str, sentence: Sentence, one: Dated, before: Sequence[str], published: str, telling: Telling) -> bool:
    """“since 2012”, “by 1998”, “as of Friday”, “sales for March”, “a decision about Friday”, “not before May”."""
    lead = before[-1].lower() if before else ""
    past = one.date < published
    return (
        (lead in telling.states and not _begins(text, sentence, one, telling))
        or (lead in telling.reached and past)
        or (lead in telling.origins and past and not one.joined)
        or (lead in telling.topics and len(one.date) == FULL)
        or " ".join(before[-2:]).lower() in telling.bounds
        or (lead in telling.denied_before and any(word.lower() in telling.denied for word in before))
    )


def _is_vague(one: Dated, before: Sequence[str], rules: Rules) -> bool:
    """“a wet Thursday”, “the morning”, and “winter”, which is any winter."""
    weekday = one.text[0].isupper() and one.text.replace(" ", "").isalpha()
    return (
        one.text.lower() in rules.calendar.seasons
        or _is_hour_like(one, rules)
        or (weekday and _is_indefinite(before, rules.calendar))
    )


def _tells_nothing(text: str, sentence: Sentence, one: Dated, rules: Rules) -> bool:
    """A question, a headline, a dateline, a caption."""
    asks = text[sentence.start : sentence.end].rstrip(CLOSING).endswith(QUESTION)
    return (
        asks
        or _is_headline(text, sentence, one)
        or _is_dateline(text, sentence, one)
        or not _has_verb(text, sentence, one, rules)
    )


def _has_verb(text: str, sentence: Sentence, one: Dated, rules: Rules) -> bool:
    """Whether the sentence has a verb; beside “today” and its like the clause needs one of the past or the future."""
    telling = rules.calendar.telling
    present = one.text.lower() in telling.present
    start, end = _clause(text, sentence, one) if present else (sentence.start, sentence.end)
    words = [word.lower() for word in LETTERS.findall(text, start, end)]
    if present and any(word in telling.lasting for word in words):
        return False
    if any(is_verb(word, rules) for word in words):
        return True
    return not present and any(word in telling.being or word.endswith(rules.calendar.plural) for word in words)


def _clause(text: str, sentence: Sentence, one: Dated) -> tuple[int, int]:
    """From the mark before the date to the mark after it."""
    start = max((text.rfind(mark, sentence.start, one.start) for mark in ",;:—"), default=-1)
    ends = [place for mark in ",;:—" if (place := text.find(mark, one.end + 1, sentence.end)) >= 0]
    return max(start, sentence.start), min(ends, default=sentence.end)


def _is_dateline(text: str, sentence: Sentence, one: Dated) -> bool:
    """“ELLERY, May 2 (HNA) — ”."""
    before = text[sentence.start : one.start].split()
    return all(not word[0].islower() for word in before) and bool(DATELINE.match(text, one.end, sentence.end))


def _begins(text: str, sentence: Sentence, one: Dated, telling: Telling) -> bool:
    """“since 3 November, when she sank”: the state began with something that happened."""
    after = NOUN.match(text, one.end + (text[one.end : one.end + 1] == ","), sentence.end)
    return after is not None and after[1].lower() in telling.begun


def _is_indefinite(before: Sequence[str], calendar: Calendar) -> bool:
    """“a Thursday”, “on a wet Thursday”."""
    words = [word.lower() for word in before[-3:]]
    one = words[-1:] and words[-1] in calendar.telling.indefinite
    return bool(one or (len(words) == 3 and words[1] in calendar.telling.indefinite and words[0] in calendar.leads))


def _is_headline(text: str, sentence: Sentence, one: Dated) -> bool:
    """A line of its own that ends in no stop: a headline, “Filed 2 May 2021”; not “2 May: The pier opens”."""
    last = text[sentence.start : sentence.end].rstrip(CLOSING)[-1:]
    listed = one.start == sentence.start and ENTRY.match(text, one.end, sentence.end)
    return last not in STOPS and not listed and not text[sentence.end : sentence.end + 1].strip()


def _is_hour_like(one: Dated, rules: Rules) -> bool:
    """“the morning”: a part of the day without a day."""
    words = [word.lower() for word in WORD.findall(one.text)]
    alone = len(words) == 1 or words[0] in rules.words.articles
    return alone and bool(words) and words[-1] in rules.calendar.parts


def _names(text: str, sentence: Sentence, one: Dated, before: Sequence[str], published: str, rules: Rules) -> bool:
    """“the 2019 election”, “Friday’s vote”, “the class of 2019”, “Expo 2010”: the date belongs to a noun."""
    telling = rules.calendar.telling
    if text[one.end : one.end + LOOK].replace("’", "'").startswith(tuple(telling.owning)):
        return True
    after = NOUN.match(text, one.end, min(sentence.end, one.end + LOOK))
    if "-" in one.text and is_noun(after, rules):
        return True
    if not before or one.joined:
        return False
    word = before[-1]
    article = WORD.match(one.text)
    aimed = word.lower() in telling.origins and one.date > published
    if not aimed and word.lower() in telling.naming and article and article[0].lower() in rules.words.articles:
        return True
    owned = word.lower() in rules.words.articles or word.lower().replace("’", "'") in telling.owning
    if owned and is_noun(after, rules):
        return True
    if not YEAR.fullmatch(one.text):
        return False
    named = word[0].isupper() and word.lower() not in rules.calendar.leads
    return word.lower() in telling.naming or (named and (not rules.words.nouns_large or _is_happening(word, rules)))


def is_noun(after: re.Match[str] | None, rules: Rules) -> bool:
    """Whether the word that `NOUN` found may be one that the date belongs to."""
    if after is None:
        return False
    return after[1][0].isupper() if rules.words.nouns_large else after[1].lower() not in rules.words.function


def _is_happening(word: str, rules: Rules) -> bool:
    """“Regatta 2019”: where every noun is large, only one for something that happens is named by its year."""
    return word.lower() in rules.words.happening_nouns or word.lower().endswith(rules.words.happening_endings)
