"""Quotes whose words an edit of the body moved or mended, set to the body's words again."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.document.anchor import locate
from newsbrief.document.inplace import rewritten
from newsbrief.document.passage import nearest
from newsbrief.document.plaintext import plain
from newsbrief.document.read import parse
from newsbrief.model.brief import BriefQuote

# Below this share of equal words the nearest passage is another sentence, and a person must decide.
ALIKE = 0.75
MARKS = "“”„«»‹›\"'‘’ \t\n"
STOPS = ",;:.!?…"


class Reanchored(Struct, frozen=True):
    """The file's new text, and the ids of the quotes that were changed in it."""

    text: str
    quotes: tuple[str, ...]


def reanchor(text: str, raw_words: str | None) -> Reanchored:
    """Set each quote that is not word for word in the body to the body's nearest words, if they are near enough.

    With `raw_words`, the raw article's text, only to words that stand there too. The body itself is never changed.
    Raises RefusedError when `text` is no brief.
    """
    brief = parse(text)
    body = plain(brief.body)
    changed: dict[str, BriefQuote] = {}
    for quote in brief.quotes:
        if isinstance(locate(body, quote.text), int):
            parts = _parts(body, quote.text)
            if parts and (raw_words is None or quote.differs or not isinstance(locate(raw_words, parts), int)):
                changed[quote.id] = replace(quote, text=parts)
    if not changed:
        return Reanchored(text, ())
    quotes = tuple(changed.get(quote.id, quote) for quote in brief.quotes)
    return Reanchored(rewritten(text, replace(brief, quotes=quotes)), tuple(changed))


def _parts(body: str, parts: Sequence[str]) -> tuple[str, ...]:
    """The body's words for each part, in order; empty when one of them is not there."""
    found = tuple(part if not isinstance(locate(body, (part,)), int) else _nearest(body, part) for part in parts)
    return found if all(found) and not isinstance(locate(body, found), int) else ()


def _nearest(body: str, part: str) -> str:
    passage = nearest(body, part).strip(MARKS)
    if part[-1:] not in STOPS:
        passage = passage.rstrip(STOPS + MARKS)
    return passage if SequenceMatcher(None, part.split(), passage.split(), autojunk=False).ratio() >= ALIKE else ""
