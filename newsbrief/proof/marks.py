"""What is marked in one text, the raw article's or the brief's.

The rules for both are the same, so that the two can be held against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from newsbrief.document import locate, nearest
from newsbrief.model.brief import Brief, BriefEvent, BriefQuote
from newsbrief.model.mentions import Attribution, Mentions, QuoteSpan
from newsbrief.proof.keys import LISTS, Keys
from newsbrief.proof.sheet import Mark

# Fewer words between marks are an expression, not a statement; the desk makes no quote of them.
LEAST_WORDS = 4
# A point in time, not a duration or "now".
WORD = re.compile(r"\w+")
DATED = re.compile(r"\d{3}")
MARKS = "\"“”„‟«»‘’'"
# Between the parts of a quote.
PARTS = " … "
NO_SPEAKER = "nobody is named as the speaker"
Span = tuple[int, int]


class Marked(Struct):
    """`said`: for each quote of the front matter that was found, how the text names its speaker.

    `missing`: the ids whose words, or some of them, are not in this text.
    """

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    said: dict[str, Attribution] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)

    def names(self, spellings: Iterable[str]) -> bool:
        """Whether any word of any of these names stands in the text."""
        words = {word.casefold() for word in WORD.findall(self.text)}
        return any(word.casefold() in words for name in spellings for word in WORD.findall(name))


def marked(text: str, mentions: Mentions, brief: Brief, keys: Keys, body: bool) -> Marked:
    """All marks of one text; `body` is True for the brief's own, whose places are remembered in `keys`."""
    done = Marked(text)
    for quote in brief.quotes:
        _listed_quote(text, quote, done)
    _spoken(mentions, brief, keys, body, done)
    for event in brief.events:
        _event(text, event, done)
    _dates(mentions, keys, body, done)
    _names(text, mentions, keys, body, done)
    return done


def _listed_quote(text: str, quote: BriefQuote, done: Marked) -> None:
    found = locate(text, quote.text)
    spans = nearly(text, quote) if isinstance(found, int) else found
    if isinstance(found, int):
        done.missing.add(quote.id)
    for number, (start, end) in enumerate(spans):
        label = f"{quote.id} {quote.speaker or NO_SPEAKER}" if not number else quote.id
        done.marks.append(Mark(start, end, quote.id, "quote", label))


def nearly(text: str, quote: BriefQuote) -> tuple[Span, ...]:
    """Each part of a quote where it stands, or else the passage that is most like it."""
    return tuple(_one_by_one(text, quote))


def _one_by_one(text: str, quote: BriefQuote) -> Iterator[Span]:
    for part in quote.text:
        found = locate(text, [part])
        near = nearest(text, part) if isinstance(found, int) else ""
        place = text.find(near) if near else -1
        if not isinstance(found, int):
            yield found[0]
        elif place >= 0:
            yield place, place + len(near)


def _spoken(mentions: Mentions, brief: Brief, keys: Keys, body: bool, done: Marked) -> None:
    """The quotes that the text has and the front matter has not; and for all of them, who says so in the text."""
    ours = [(mark.start, mark.end, mark.key) for mark in done.marks]
    groups: dict[int, str] = {}
    for span in mentions.quotes:
        key = next((key for start, end, key in ours if start < span.end and span.start < end), "")
        if key:
            groups.setdefault(span.group, key)
    said = {one.group: one for one in mentions.attributions}
    for span in mentions.quotes:
        if span.group not in groups:
            groups[span.group] = _unlisted(span, mentions.quotes, said.get(span.group), keys, body)
        if "_" in groups[span.group]:
            done.marks.append(Mark(span.start, span.end, groups[span.group], "quote"))
    speakers = {quote.id: quote.speaker for quote in brief.quotes}
    for group, key in groups.items():
        if group in said and said[group].speaker:
            done.said.setdefault(key, said[group])
            _speaker(said[group], key, speakers.get(key, ""), done)


def _unlisted(span: QuoteSpan, spans: Sequence[QuoteSpan], said: Attribution | None, keys: Keys, body: bool) -> str:
    words = PARTS.join(one.text.strip(MARKS) for one in spans if one.group == span.group)
    short = len(words.split()) < LEAST_WORDS
    told = read_as(said) if said and said.speaker else ()
    found = keys.other("quote", words, "" if short else "not among the brief’s quotes", told)
    if body and found.at < 0:
        found.at = span.start
    return found.key


def read_as(said: Attribution) -> tuple[tuple[str, str], ...]:
    """How the text names the speaker, and what the desk makes of it."""
    named = f"“{said.speaker}”" + (f", by “{said.cue}”" if said.cue else "")
    meant = f"{said.name or 'nobody for sure'} ({round(said.confidence * 100)} % sure)"
    return (("named in the text as", named), ("the desk reads", meant))


def _speaker(said: Attribution, key: str, speaker: str, done: Marked) -> None:
    meant = speaker or said.name
    label = f"= {meant}" if meant and meant != said.speaker else ""
    mark = Mark(said.start, said.end, key, "speaker", label)
    if said.end > said.start and mark not in done.marks:
        done.marks.append(mark)


def _event(text: str, event: BriefEvent, done: Marked) -> None:
    found = locate(text, [event.text]) if event.text else 0
    if isinstance(found, int):
        done.missing.add(event.id)
    else:
        done.marks.append(Mark(*found[0], event.id, "event", f"{event.id} {event.date}"))
    when = _when(text, event, None if isinstance(found, int) else found[0])
    if when:
        done.marks.append(Mark(*when, event.id, "date", f"{event.id} {event.date}" if isinstance(found, int) else ""))


def _when(text: str, event: BriefEvent, told: Span | None) -> Span | None:
    """The words that date it: within its own, else in its paragraph, else the first that read so."""
    if not event.when:
        return None
    rooms = [(0, len(text))]
    if told:
        end = text.find("\n\n", told[1])
        rooms = [told, (text.rfind("\n\n", 0, told[0]) + 1, len(text) if end < 0 else end), *rooms]
    for start, end in rooms:
        found = locate(text[start:end], [event.when])
        if not isinstance(found, int):
            return start + found[0][0], start + found[0][1]
    return None


def _dates(mentions: Mentions, keys: Keys, body: bool, done: Marked) -> None:
    """Expressions that no event stands on; those that are part of an event's `when` are marked already."""
    taken = [(mark.start, mark.end) for mark in done.marks if mark.kind == "date"]
    for timex in sorted((*mentions.dates, *mentions.undated), key=lambda one: one.start):
        placed = not timex.value or DATED.match(timex.value)
        if not placed or any(start < timex.end and timex.start < end for start, end in taken):
            continue
        reads = (("the desk reads", timex.value or "no date"),)
        found = keys.other("date", f"{timex.text} {timex.value}".strip(), "no event stands on it", reads)
        found.words = timex.text
        if body and found.at < 0:
            found.at = timex.start
        done.marks.append(Mark(timex.start, timex.end, found.key, "date", timex.value))


def _names(text: str, mentions: Mentions, keys: Keys, body: bool, done: Marked) -> None:
    seen: set[str] = set()
    for name in mentions.names:
        entry = keys.name(name.name) or keys.name(name.text)
        if entry:
            seen.add(entry.key)
            done.marks.append(Mark(name.start, name.end, entry.key, "name"))
            continue
        found = keys.other(
            "name", name.name, f"not among the brief’s {LISTS.get(name.kind, 'names')}", _role(name.role)
        )
        if body and found.at < 0:
            found.at = name.start
        done.marks.append(Mark(name.start, name.end, found.key, "name"))
    for entry in keys.listed:
        if entry.key not in seen:
            done.marks += _written(text, entry.name, entry.key)
    done.missing |= {entry.key for entry in keys.listed} - {mark.key for mark in done.marks}


def _role(role: str) -> tuple[tuple[str, str], ...]:
    return (("role in the text", role.strip()),) if role.strip() else ()


def _written(text: str, name: str, key: str) -> Iterator[Mark]:
    """A name that the desk reads nowhere, where it is written all the same."""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        yield Mark(found.start(), found.end(), key, "name")
