"""What an answer makes of a brief. Every function takes one and gives the one that is wanted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from newsbrief import document
from newsbrief.desk.compose import part
from newsbrief.document.fingerprint import last_numbers
from newsbrief.model.brief import Brief, BriefEvent, BriefQuote, RawRecord, Review
from newsbrief.model.mentions import QuoteSpan
from newsbrief.model.refusal import RefusedError


def with_speaker(brief: Brief, quote_id: str, speaker: str) -> Brief:
    """The quote is somebody else's."""
    quotes = tuple(replace(one, speaker=speaker) if one.id == quote_id else one for one in brief.quotes)
    return replace(brief, quotes=quotes)


def with_date(brief: Brief, event_id: str, date: str) -> Brief:
    """The event was then. Raises RefusedError for what is no EDTF date."""
    wrong = document.edtf_fault(date)
    if wrong is not None:
        raise RefusedError((0, f"“{date}” {wrong}"))
    events = tuple(replace(one, date=date) if one.id == event_id else one for one in brief.events)
    return replace(brief, events=events)


def without(brief: Brief, fact_id: str) -> Brief:
    """It is no quote, or no event; what is claimed in the quote goes with it. Its id is never given out again.

    Raises RefusedError where a note is about it.
    """
    events = tuple(one for one in brief.events if fact_id not in (one.id, one.claim))
    gone = {fact_id, *(one.id for one in brief.events if one not in events)}
    noted = next((note for note in brief.notes if note.about in gone), None)
    if noted is not None:
        raise RefusedError((0, f"a note is about {noted.about}; change the note first"))
    quotes = tuple(one for one in brief.quotes if one.id != fact_id)
    return _counted(replace(brief, quotes=quotes, events=events), last_numbers(brief))


def with_passage(brief: Brief, spans: Sequence[QuoteSpan], speaker: str) -> tuple[Brief, str]:
    """A quoted passage becomes a quote, its marks left out; and its id."""
    return with_quote(brief, tuple(words for span in spans if (words := part(span))), speaker)


def with_quote(brief: Brief, parts: tuple[str, ...], speaker: str) -> tuple[Brief, str]:
    """A new quote of words that stand in the body, at its place among the others; and its id."""
    text = document.plain(brief.body)
    found = document.locate(text, parts)
    if not parts or isinstance(found, int):
        raise RefusedError((0, "these words do not stand in the body"))
    new = BriefQuote(f"q{last_numbers(brief)['q'] + 1}", parts, speaker)
    before = sum(1 for one in brief.quotes if _starts(text, one.text) < found[0][0])
    made = replace(brief, quotes=(*brief.quotes[:before], new, *brief.quotes[before:]))
    return _counted(made, last_numbers(made)), new.id


def _starts(text: str, parts: Sequence[str]) -> int:
    found = document.locate(text, parts)
    return -1 if isinstance(found, int) else found[0][0]


def with_event(brief: Brief, words: str, when: str, date: str) -> tuple[Brief, str]:
    """A new event that words of the body tell of, after the others; and its id. Raises RefusedError for a bad date."""
    new = BriefEvent(f"e{last_numbers(brief)['e'] + 1}", "", when, words)
    made = with_date(replace(brief, events=(*brief.events, new)), new.id, date)
    return _counted(made, last_numbers(made)), new.id


def with_answer(brief: Brief, event_id: str, name: str, *, same: bool) -> Brief:
    """The event is the one of another brief, or is not."""

    def told(event: BriefEvent) -> BriefEvent:
        return replace(event, same=(*event.same, name)) if same else replace(event, apart=(*event.apart, name))

    events = tuple(told(one) if one.id == event_id else one for one in brief.events)
    return replace(brief, events=events)


def with_silence(brief: Brief, code: str, about: str, reason: str) -> Brief:
    """A finding is none here, and why."""
    name = f"{code} {about}".strip()
    return replace(brief, silence={**brief.silence, name: reason})


def approved(brief: Brief, by: str, on: dt.date) -> Brief:
    """Read, and published if it was not yet. Raises RefusedError for one that was taken back."""
    if brief.status in ("retracted", "withdrawn"):
        raise RefusedError((0, f"is {brief.status}; change its status by hand if you mean it"))
    raw = replace(brief.raw, unread=()) if brief.raw else None
    return replace(brief, status="published", reviewed=Review(by, on), raw=raw)


def _counted(brief: Brief, used: dict[str, int]) -> Brief:
    """The brief, remembering the highest numbers of its ids where its other lines do not."""
    known = last_numbers(brief) if brief.raw is None else {kind: int(brief.raw.last.get(kind, "0")) for kind in used}
    if all(known[kind] >= number for kind, number in used.items()):
        return brief
    raw = brief.raw or RawRecord("")
    return replace(brief, raw=replace(raw, last={kind: str(number) for kind, number in used.items() if number}))


def with_story(brief: Brief, name: str) -> Brief:
    """The brief is of that story."""
    return replace(brief, story=name)


def with_rights(brief: Brief, rights: str) -> Brief:
    """So much of the article may be published: one of model.brief.RIGHTS."""
    return replace(brief, rights=rights)
