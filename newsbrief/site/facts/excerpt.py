"""What a brief with `rights: excerpt` publishes of its article: headline, summary and short quotes.

This module alone decides about it. What it leaves out reaches no page, feed or export.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.model.brief import Brief, Note
from newsbrief.model.entry import Entry

# No law gives these numbers. They are a house rule: too little to replace the article, and easy to check.
SUMMARY_WORDS = 60
QUOTE_WORDS = 50
QUOTES = 3
# Summary and quotes together have at most the article's words divided by this.
SHARE = 3
# In scripts without spaces between words (Chinese, Japanese, Thai), so many characters count as one word.
CHARACTERS = 8
SUMMARY, EXCERPT = "summary", "excerpt"


class Excerpt(Struct, frozen=True):
    """`summary`: whether it is published. `quotes` are the ids of the published quotes.

    `left_out` maps "summary" or the id of a quote to the reason why it is not published.
    """

    summary: bool
    quotes: frozenset[str]
    left_out: Mapping[str, str]


def limited(brief: Brief) -> bool:
    """Return whether only an excerpt of the article may be published."""
    return brief.rights == EXCERPT


def words_in(text: str) -> int:
    """Return the length of a text in words."""
    return max(len(text.split()), len(text) // CHARACTERS)


def excerpt(entry: Entry) -> Excerpt:
    """Choose what is published: the summary, then quotes in the brief's order, each as a whole or not at all."""
    brief = entry.brief
    room = words_in(entry.text) // SHARE if entry.text else SUMMARY_WORDS + QUOTES * QUOTE_WORDS
    left_out: dict[str, str] = {}
    chosen: set[str] = set()
    candidates = [(SUMMARY, words_in(brief.summary), SUMMARY_WORDS)] if brief.summary else []
    candidates += [(quote.id, sum(map(words_in, quote.text)), QUOTE_WORDS) for quote in brief.quotes]
    for name, length, most in candidates:
        reason = _too_much(length, most, room, len(chosen - {SUMMARY}) if name != SUMMARY else 0)
        if reason:
            left_out[name] = reason
        else:
            chosen.add(name)
            room -= length
    return Excerpt(SUMMARY in chosen, frozenset(chosen - {SUMMARY}), left_out)


def _too_much(length: int, most: int, room: int, quotes: int) -> str:
    if length > most:
        return f"has {length} words, an excerpt shows at most {most}"
    if quotes >= QUOTES:
        return f"would be number {quotes + 1}, an excerpt shows at most {QUOTES}"
    if length > room:
        return f"has {length} words, and with it the excerpt would be more than 1/{SHARE} of the article"
    return ""


def as_published(entry: Entry) -> Entry:
    """Return the brief with only what may be published: the same brief unless its rights are to an excerpt.

    A second call changes nothing.
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
    """Return a note without a reference to a quote or event that is left out."""
    return note if note.about in known else replace(note, about="")
