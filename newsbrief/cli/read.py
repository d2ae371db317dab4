"""`newsbrief read`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from newsbrief import pipeline
from newsbrief.cli.place import language
from newsbrief.model.article import Reading
from newsbrief.model.refusal import RefusedError


@click.command()
@click.argument("raw", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
def read(raw: tuple[Path, ...]) -> None:
    """Print what the desk reads in each RAW file: one JSON object a line, in the order given.

    \b
      newsbrief read content/raw/2029-05-04-morning-ferry.txt
      newsbrief read archive/*.html > articles.jsonl
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    failed, lang = False, language()
    for file in raw:
        try:
            row = _row(file.stem, pipeline.read_raw(pipeline.raw_bytes(file), file.name, lang))
        except (RefusedError, OSError) as error:
            row, failed = {"id": file.stem, "error": str(error)}, True
        click.echo(json.dumps(row, ensure_ascii=False))
    sys.exit(int(failed))


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
    }
