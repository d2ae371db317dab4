"""`newsbrief annotate`."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from newsbrief import extract, rules
from newsbrief.cli.place import language
from newsbrief.model.mentions import Attribution, Mentions, QuoteSpan


@click.command()
def annotate() -> None:
    """Find quotes, speakers, dates, names and events: JSON lines in (id, text, date, lang), JSON lines out.

    A line that cannot be read gives {"id", "error"}; the others are done all the same.

    \b
      newsbrief annotate < articles.jsonl > found.jsonl
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    failed, lang = False, language()
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        row = _annotated(line, number, lang)
        failed = failed or "error" in row
        click.echo(json.dumps(row, ensure_ascii=False))
    sys.exit(int(failed))


def _annotated(line: bytes, number: int, lang: str) -> dict[str, Any]:
    try:
        document = json.loads(line)
        text, name = document["text"], document["id"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        return {"id": None, "error": f'line {number}: give one JSON object with "id" and "text" a line ({error})'}
    if not isinstance(text, str):
        return {"id": name, "error": f'line {number}: "text" is no text'}
    asked = str(document.get("lang") or lang)
    if not rules.known(asked):
        return {"id": name, "error": f"line {number}: {rules.missing(asked)}"}
    found = extract.mentions(text, str(document.get("date") or ""), rules.load(rules.known(asked)))
    return {"id": name, **_row(found)}


def _row(found: Mentions) -> dict[str, Any]:
    said_by = {attribution.group: attribution for attribution in found.attributions}
    return {
        "quotes": [_quote(quote, said_by.get(quote.group)) for quote in found.quotes],
        "dates": [
            {"start": one.start, "end": one.end, "text": one.text, "type": one.type, "value": one.value}
            for one in found.dates
        ],
        "names": [
            {"start": one.start, "end": one.end, "text": one.text, "kind": one.kind, "name": one.name}
            for one in found.names
        ],
        "events": [
            {"start": one.start, "end": one.end, "date": one.date, "when": one.when, "claim": one.claim}
            for one in found.events
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
