"""The facts that the marks stand for: those of the front matter in its order, then what it has not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from newsbrief.model.brief import Brief, BriefEvent, BriefQuote
from newsbrief.model.mentions import Attribution
from newsbrief.proof.keys import KIND_OF, Keys, Listed
from newsbrief.proof.marks import NO_SPEAKER, PARTS, Marked, read_as
from newsbrief.proof.sheet import Doubt, Fact, Mark

Told = tuple[tuple[str, str], ...]
Places = Mapping[tuple[str, str], tuple[int, int]]
# So many words of a fact are enough to know it again in a message.
KNOWN_BY = 8


def facts(
    brief: Brief, places: Places, keys: Keys, body: Marked, raw: Marked | None, line: Callable[[int], int]
) -> list[Fact]:
    """All of them; `line` gives the file's line on which an offset of the body stands."""
    texts = [body, raw] if raw else [body]
    made: list[Fact] = []
    for quote in brief.quotes:
        said = next((one.said[quote.id] for one in texts if quote.id in one.said), None)
        known = not quote.speaker or any(one.names(keys.spellings(quote.speaker)) for one in texts)
        made.append(_quote(quote, said, places.get(("quotes", quote.id), (quote.line, quote.line)), known))
    made += (_event(event, places.get(("events", event.id), (event.line, event.line)), body) for event in brief.events)
    for one in keys.listed:
        lines = places.get((one.field, one.name)) or places.get((one.field, ""), (0, 0))
        made.append(_name(one, lines, texts))
    for found in sorted(keys.found.values(), key=lambda one: (one.at < 0, one.at)):
        where = line(found.at) if found.at >= 0 else 0
        made.append(Fact(found.key, found.kind, found.words, (where, where), found.told, (), found.loose))
    return _with_side(made, body, raw) if raw else made


def _with_side(made: list[Fact], body: Marked, raw: Marked) -> list[Fact]:
    """The same, and told of each that stands in one of the texts only in which that is."""
    in_body, in_raw = ({mark.key for mark in one.marks} for one in (body, raw))
    only = {
        **dict.fromkeys(in_body - in_raw, (("stands in", "the brief only, not in the raw article"),)),
        **dict.fromkeys(in_raw - in_body, (("stands in", "the raw article only, not in the brief"),)),
    }
    return [replace(fact, told=(*fact.told, *only.get(fact.key, ()))) for fact in made]


def _quote(quote: BriefQuote, said: Attribution | None, lines: tuple[int, int], known: bool) -> Fact:
    told: Told = (("speaker", quote.speaker), *(read_as(said) if said else ()))
    told = (*told, ("said", quote.said), ("occasion", quote.occasion), ("differs", quote.differs))
    doubts = () if known else ("no part of the speaker’s name stands in the text",)
    words = PARTS.join(quote.text)
    loose = "" if quote.speaker else NO_SPEAKER
    return Fact(quote.id, "quote", words, lines, _filled(told), doubts, loose)


def _event(event: BriefEvent, lines: tuple[int, int], body: Marked) -> Fact:
    told: Told = (("date", event.date), ("when", event.when), ("claimed in", event.claim))
    told = (*told, ("label", event.label), ("outcome", event.outcome))
    doubts: tuple[str, ...] = ()
    if event.text and event.id in body.missing:
        doubts = ("the words in `text` do not stand in the body word for word",)
    elif event.when and not any(mark.key == event.id and mark.kind == "date" for mark in body.marks):
        doubts = ("the words in `when` do not stand in the body word for word",)
    return Fact(event.id, "event", event.text or event.label, lines, _filled(told), doubts)


def _name(one: Listed, lines: tuple[int, int], texts: list[Marked]) -> Fact:
    nowhere = all(one.key in text.missing for text in texts)
    doubts = ("this name stands nowhere in the text",) if nowhere else ()
    return Fact(one.key, "name", one.name, lines, _filled((("kind", KIND_OF[one.field]), ("role", one.role))), doubts)


def _filled(told: Told) -> Told:
    return tuple((what, words) for what, words in told if words)


def with_doubts(
    known: list[Fact], doubts: list[Doubt], marks: Sequence[Mark], body_line: int
) -> tuple[tuple[Fact, ...], tuple[Doubt, ...]]:
    """Give each doubt to the fact that it is about; what is about none comes back by itself."""
    messages: dict[str, list[str]] = {fact.key: list(fact.doubts) for fact in known}
    left = []
    for doubt in doubts:
        fact = next(_about(doubt, known, marks, body_line), None)
        if fact is None:
            left.append(doubt)
        elif doubt.message not in messages[fact.key]:
            messages[fact.key].append(doubt.message)
    return tuple(replace(fact, doubts=tuple(messages[fact.key])) for fact in known), tuple(left)


def _about(doubt: Doubt, known: list[Fact], marks: Sequence[Mark], body_line: int) -> Iterator[Fact]:
    """The facts that a doubt may mean, the likeliest first: by id, by place, by the lines and words of its message."""
    yield from (fact for fact in known if doubt.about and fact.key == doubt.about)
    if doubt.span:
        start, end = doubt.span
        there = {mark.key for mark in marks if mark.start < end and start < mark.end}
        yield from (fact for fact in known if fact.loose and fact.key in there)
    here = [fact for fact in known if fact.lines[0] <= doubt.line <= fact.lines[1] and doubt.line]
    named = [fact for fact in here if _repeated(fact, doubt.message)]
    yield from named
    if doubt.line < body_line:
        yield from (fact for fact in here if fact.kind in ("quote", "event"))
    else:
        yield from (fact for fact in known if fact.loose and _repeated(fact, doubt.message))


def _repeated(fact: Fact, message: str) -> bool:
    first = " ".join(fact.words.split(PARTS)[0].split()[:KNOWN_BY])
    return bool(first) and first in " ".join(message.split())
