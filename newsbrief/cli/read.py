"""`newsbrief read`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from newsbrief.cli.place import language
from newsbrief.desk import raw_files
from newsbrief.model.article import Delivery, Reading
from newsbrief.model.refusal import RefusedError


@click.command()
@click.argument("raw", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
def read(raw: tuple[Path, ...]) -> None:
    """Print what the desk reads in each RAW file: one JSON object an article and line, in the order given.

    \b
      newsbrief read content/raw/2029-05-04-morning-ferry.txt
      newsbrief read archive/*.html > articles.jsonl
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    failed, lang = False, language()
    for file in raw:
        try:
            rows = _rows(file.stem, raw_files.readings(raw_files.raw_bytes(file), file.name, lang))
        except (RefusedError, OSError) as error:
            rows, failed = [{"id": file.stem, "error": str(error)}], True
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    sys.exit(int(failed))


def _rows(name: str, readings: Sequence[Reading]) -> list[dict[str, object]]:
    """One row an article; those of a file of several are told apart by their number."""
    if len(readings) == 1:
        return [_row(name, readings[0])]
    return [_row(f"{name}#{number}", reading) for number, reading in enumerate(readings, 1)]


def _row(name: str, reading: Reading) -> dict[str, object]:
    photo = reading.photo
    return {
        "id": name,
        "title": reading.headline,
        "authors": list(reading.authors),
        "date": reading.date or None,
        "body": reading.text,
        "credit": photo.credit if photo else None,
        "rights": photo.rights if photo else None,
        "caption": (photo.caption or None) if photo else None,
        "source": list(reading.source),
        "link": reading.link or None,
        "dateline": reading.dateline or None,
        "lang": reading.lang or None,
        **(_delivered(reading) if reading.delivery else {}),
    }


def _delivered(reading: Reading) -> dict[str, object]:
    """What only agencies' files say; see docs/agency-files.md."""
    sent = reading.delivery or Delivery()
    return {
        "item": sent.item or None,
        "version": sent.version or sent.sent or None,
        "status": sent.status or "usable",
        "embargo": reading.embargo or None,
        "category": sent.category or None,
        "subjects": list(sent.subjects),
        "located": sent.located or None,
        "summary": sent.summary or None,
        "terms": sent.terms or None,
        "notes": [*reading.notes, *sent.doubts],
    }
