"""The smallest honest words that tell an event: a noun with its date, a clause that stands alone, or the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsbrief.extract.events.dated import Dated
from newsbrief.model.mentions import Sentence
from newsbrief.rules import Rules

WORD = re.compile(r"[^\s,;:()“”„»«\"—–]+|[,;:()“”„»«\"—–]")
LETTERS = re.compile(r"['’]?\w+")
# A date written out may belong to a noun no further back than this.
CLAUSE = 120
LOOK = 12
YEAR = re.compile(r"\d{4}")
LEAD = re.compile(r"(?:^|[\s(])([^\W\d_]{1,10}) $")
# Where a sentence may be cut: a semicolon, or a comma with what follows it.
CUT = re.compile(r"[;,]\s+(?=(\w+))")
# A tail that only says who said so has no more words than this, a clause no fewer than these.
TAIL = 14
FEWEST = 4

Span = tuple[int, int]


def told(text: str, sentence: Sentence, one: Dated, said: Sequence[Span], rules: Rules) -> Span:
    """The span that tells what happened on the date; it never cuts a word, and never a quote."""
    noun = _happening(text, sentence, one, rules)
    if noun:
        return noun
    start, end = sentence.start, _without_source(text, sentence, one, said, rules)
    cuts = [cut for cut in _cuts(text, start, end, said, rules) if not one.start <= cut[0] < one.end]
    first = max((cut for cut in cuts if cut[1] <= one.start), default=None)
    last = min((cut for cut in cuts if cut[0] >= one.end), default=None)
    piece = (first[1] if first else start, last[0] if last else end)
    if (first or last) and _all_stand(
        text, (start, *(cut[1] for cut in cuts)), (*(cut[0] for cut in cuts), end), rules
    ):
        return piece
    return start, end


def _happening(text: str, sentence: Sentence, one: Dated, rules: Rules) -> Span | None:
    """A noun for a happening that carries a date written out: “the annexation of the isle in 1987”."""
    if not YEAR.search(one.text):
        return None
    words = list(WORD.finditer(text, max(sentence.start, one.start - CLAUSE), one.start))
    happening = False
    for place in range(len(words) - 1, 0, -1):
        word = words[place][0].lower()
        if not word[0].isalnum():
            return None
        happening = happening or word in rules.words.happening_nouns or word.endswith(rules.words.happening_endings)
        before = words[place - 1][0].lower()
        if happening and word in rules.words.articles and before in rules.words.happening_before:
            return words[place].start(), one.end
        if word in rules.speech.plain or word in rules.words.relatives:
            return None
    return None


def _without_source(text: str, sentence: Sentence, one: Dated, said: Sequence[Span], rules: Rules) -> int:
    """Where the sentence ends without “, the office said” or “, according to the office”, if the date is before it."""
    for cut in reversed(list(CUT.finditer(text, one.end, sentence.end))):
        tail = text[cut.end() : sentence.end]
        words = [word.lower() for word in LETTERS.findall(tail)]
        if len(words) > TAIL or _in_quote(cut.start(), said):
            break
        sourced = rules.speech.source.match(tail) is not None
        speaking = words if rules.speech.order.verb_second else words[1:]
        speaks = any(word in rules.speech.plain and _is_past(word, rules) for word in speaking)
        leans = _leans(words[0], rules) or any(word[0].isdigit() for word in words)
        if (sourced or speaks) and not leans and words[0] not in rules.speech.participles:
            whole = stands(text, sentence.start, cut.start(), rules) and not _touches(cut.end(), sentence.end, said)
            return cut.start() if whole else sentence.end
        break
    return sentence.end


def _cuts(text: str, start: int, end: int, said: Sequence[Span], rules: Rules) -> Iterator[Span]:
    """Where clauses part: the end of one and the beginning of the next."""
    for cut in CUT.finditer(text, start, end):
        if _in_quote(cut.start(), said):
            continue
        if text[cut.start()] == ";":
            yield cut.start(), cut.end()
        elif cut[1] in rules.calendar.telling.coordinators and text[cut.end(1) : cut.end(1) + 1].isspace():
            yield cut.start(), cut.end(1) + 1


def _all_stand(text: str, starts: Sequence[int], ends: Sequence[int], rules: Rules) -> bool:
    """Whether each clause could stand alone: a list of nouns is not cut, nor what leans on its neighbour."""
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        words = [word.lower() for word in LETTERS.findall(text[start:end])]
        if not stands(text, start, end, rules):
            return False
        if place and any(word in rules.calendar.telling.leaning for word in words):
            return False
        if place and (is_verb(words[0], rules) or text[start:end].lstrip()[:1] in ","):
            return False
    return True


def stands(text: str, start: int, end: int, rules: Rules) -> bool:
    """Whether the words hold a verb and begin no clause that leans on another."""
    words = [word.lower() for word in LETTERS.findall(text[start:end])]
    if len(words) < FEWEST or words[0] in rules.calendar.telling.subordinators:
        return False
    return any(is_verb(word, rules) for word in words[1:])


def _leans(word: str, rules: Rules) -> bool:
    telling = rules.calendar.telling
    return word in rules.words.relatives or word in telling.coordinators or word in telling.subordinators


def _is_past(word: str, rules: Rules) -> bool:
    return word in rules.calendar.tense.past or word.endswith(rules.calendar.tense.past_endings)


def is_verb(word: str, rules: Rules) -> bool:
    """Whether a word, lower-cased, is a verb of the past, the future or speech."""
    return word in rules.calendar.tense.future or word in rules.speech.plain or _is_past(word, rules)


def _in_quote(place: int, said: Sequence[Span]) -> bool:
    return any(start <= place < end for start, end in said)


def _touches(start: int, end: int, said: Sequence[Span]) -> bool:
    return any(first < end and start < last for first, last in said)
