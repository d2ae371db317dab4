"""One item to its rows. Whatever is wrong with it is told in its row and costs no other."""

from __future__ import annotations

import json
import math
from pathlib import PurePosixPath
from typing import Any

from newsbrief import extract, rules
from newsbrief.archive.item import Item, Row
from newsbrief.model.mentions import Attribution, Mentions, QuoteSpan


def annotated(item: Item, lang: str) -> Row:
    """The rows of an item, whatever it is; `lang` is the language of articles that name none."""
    try:
        if item.kind == "line":
            return written(_of_line(item, lang))
        if item.kind == "raw":
            from newsbrief.archive import raw  # who reads lines only need not load what reads pages

            return written(*raw.rows(item, lang))
    except MemoryError:
        return failed(item, "takes more memory than an article may")
    except Exception as error:  # nothing that a stranger wrote may end a run of a million
        return failed(item, f"could not be annotated ({type(error).__name__}: {error})")
    return failed(item, item.reason)


def failed(item: Item, reason: str) -> Row:
    """The row of an item that could not be annotated."""
    return written({"id": name_of(item), "error": f"{item.place}: {reason}" if item.place else reason})


def name_of(item: Item) -> Any:
    """What an item is called in its row: the id of a line, None where it has none that can be told; a file's name."""
    if item.kind != "line":
        return PurePosixPath(item.name).with_suffix("").as_posix() if item.name else None
    try:
        return _identified(json.loads(item.data)["id"])
    except (ValueError, KeyError, TypeError, RecursionError, MemoryError):
        return None


def found(text: str, date: str, lang: str) -> dict[str, Any]:
    """What the extractors find in a text, as docs/commands.md describes it."""
    return _row(extract.mentions(text, date, rules.load(lang)))


def written(*rows: dict[str, Any]) -> Row:
    """Rows as lines of JSON."""
    return Row(b"".join(_line(row) for row in rows), len(rows), sum("error" in row for row in rows))


def _line(row: dict[str, Any]) -> bytes:
    try:
        return (json.dumps(row, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:  # half of a pair of surrogates, which JSON can name and UTF-8 cannot hold
        return (json.dumps(row) + "\n").encode()


def _of_line(item: Item, lang: str) -> dict[str, Any]:
    try:
        document = json.loads(item.data)
        text, name = document["text"], _identified(document["id"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        return {"id": None, "error": f'{item.place}: give one JSON object with "id" and "text" a line ({error})'}
    if not isinstance(text, str):
        return {"id": name, "error": f'{item.place}: "text" is no text'}
    asked = str(document.get("lang") or lang)
    if not rules.known(asked):
        return {"id": name, "error": f"{item.place}: {rules.missing(asked)}"}
    return {"id": name, **found(text, str(document.get("date") or ""), rules.known(asked))}


def _identified(name: Any) -> Any:
    """An id that the output can repeat; what JSON has no word for, and what may be deep, is none."""
    if isinstance(name, dict | list) or (isinstance(name, float) and not math.isfinite(name)):
        raise ValueError('"id" is neither text nor a number')
    return name


def refusal(error: Exception) -> str:
    """Why a file could not be read, in one line."""
    return (error.strerror if isinstance(error, OSError) else "") or str(error)


def _row(mentions: Mentions) -> dict[str, Any]:
    said_by = {attribution.group: attribution for attribution in mentions.attributions}
    return {
        "quotes": [_quote(quote, said_by.get(quote.group)) for quote in mentions.quotes],
        "dates": [
            {"start": one.start, "end": one.end, "text": one.text, "type": one.type, "value": one.value}
            for one in mentions.dates
        ],
        "names": [
            {"start": one.start, "end": one.end, "text": one.text, "kind": one.kind, "name": one.name}
            for one in mentions.names
        ],
        "events": [
            {"start": one.start, "end": one.end, "date": one.date, "when": one.when, "claim": one.claim}
            for one in mentions.events
        ],
    }


def _quote(quote: QuoteSpan, said: Attribution | None) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "group": quote.group,
        "speaker": said.speaker if said else None,
        "speaker_name": (said.name or None) if said else None,
        "speaker_start": said.start if said else None,
        "speaker_end": said.end if said else None,
        "kind": quote.kind,
        "cue": (said.cue or None) if said else None,
    }
