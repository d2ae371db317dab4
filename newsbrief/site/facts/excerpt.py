"""What a brief with `rights: excerpt` may publish of its article: headline, summary, short quotes, and nothing else.

The one place that decides about it. What is left out here never reaches a page model or Pelican.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.model.brief import Brief, Note
from newsbrief.model.entry import Entry

# No law names these numbers. They are a house rule: too little to stand in for the article, and easy to check.
SUMMARY_WORDS = 60
QUOTE_WORDS = 50
QUOTES = 3
# Summary and quotes together are at most one part in this many of the article's words.
SHARE = 3
# Where nothing stands between words (Chinese, Japanese, Thai), so many characters count as one.
CHARACTERS = 8
SUMMARY, EXCERPT = "summary", "excerpt"


class Excerpt(Struct, frozen=True):
    """`quotes`: the ids of those published. `left_out`: "summary" or a quote's id, and why it is not published."""

    summary: bool
    quotes: frozenset[str]
    left_out: Mapping[str, str]


def limited(brief: Brief) -> bool:
    """Whether only an excerpt may be published."""
    return brief.rights == EXCERPT


def words_in(text: str) -> int:
    """The length of a text in words."""
    return max(len(text.split()), len(text) // CHARACTERS)


def excerpt(entry: Entry) -> Excerpt:
    """Choose what may be published: the summary first, then the quotes in the brief's order, each whole or not."""
    brief = entry.brief
    room = words_in(entry.text) // SHARE if entry.text else SUMMARY_WORDS + QUOTES * QUOTE_WORDS
    left_out: dict[str, str] = {}
    kept: set[str] = set()
    asked = [(SUMMARY, words_in(brief.summary), SUMMARY_WORDS)] if brief.summary else []
    asked += [(quote.id, sum(map(words_in, quote.text)), QUOTE_WORDS) for quote in brief.quotes]
    for name, length, most in asked:
        reason = _too_much(length, most, room, len(kept - {SUMMARY}) if name != SUMMARY else 0)
        if reason:
            left_out[name] = reason
        else:
            kept.add(name)
            room -= length
    return Excerpt(SUMMARY in kept, frozenset(kept - {SUMMARY}), left_out)


def _too_much(length: int, most: int, room: int, quotes: int) -> str:
    if length > most:
        return f"has {length} words, an excerpt shows at most {most}"
    if quotes >= QUOTES:
        return f"would be number {quotes + 1}, an excerpt shows at most {QUOTES}"
    if length > room:
        return f"has {length} words, and with it the excerpt would be more than 1/{SHARE} of the article"
    return ""


def as_published(entry: Entry) -> Entry:
    """The entry with what may be published of it: itself, unless its rights are those to an excerpt.

    Doing it again changes nothing.
    """
    if not limited(entry.brief):
        return entry
    brief, chosen = entry.brief, excerpt(entry)
    quotes = tuple(quote for quote in brief.quotes if quote.id in chosen.quotes)
    events = tuple(replace(event, text="", when="") for event in brief.events if event.label)
    known = {quote.id for quote in quotes} | {event.id for event in events}
    less = replace(
        brief,
        body="",
        summary=brief.summary if chosen.summary else "",
        quotes=quotes,
        events=events,
        notes=tuple(_note(note, known) for note in brief.notes),
        photo=None,
    )
    return replace(entry, brief=less, text="", parts={}, picture=None)


def _note(note: Note, known: set[str]) -> Note:
    """A note stays; what it is about may be gone."""
    return note if note.about in known else replace(note, about="")
