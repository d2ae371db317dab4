"""Bring briefs up to date with raw files: what `newsbrief ingest` does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief.content.folders import RAW_FOLDER, brief_files
from newsbrief.desk.drafting import drafts
from newsbrief.desk.filing import Filer
from newsbrief.desk.raw_files import Listings, raw_of, read_raw
from newsbrief.desk.records import Desk, Outcome, refused
from newsbrief.document.moment import moment_of
from newsbrief.model.refusal import RefusedError

if TYPE_CHECKING:
    from newsbrief.fetch import Fetched


def ingest(files: Iterable[Path], desk: Desk) -> Iterator[Outcome]:
    """Bring the briefs of each raw file up to date, in order; a file that fails does not stop the others."""
    filer = Filer.of(desk)
    listings = Listings()
    for file in files:
        try:
            yield from _ingest_file(file, filer, listings)
        except (RefusedError, OSError) as error:
            yield refused(file, error)


def _ingest_file(file: Path, filer: Filer, listings: Listings) -> Iterator[Outcome]:
    raw = raw_of(file)
    pictures = listings.beside(file)
    # The digest is enough to see that a raw file has not changed: it need not be parsed.
    if brief := filer.unchanged(raw):
        yield filer.keep(raw, brief, pictures)
    else:
        yield from filer.file(raw, drafts(raw, filer.desk), pictures)


def fetch_page(url: str, desk: Desk, today: dt.date) -> Fetched:
    """Fetch a page into content/raw/, named after the day of its article. Raises RefusedError if it has no article."""
    from newsbrief import fetch  # slow to import, and few ask for it

    def day(data: bytes, name: str) -> str:
        moment = desk.date or moment_of(read_raw(data, name, desk.lang).date)
        return moment.day.isoformat() if moment else ""

    briefs = {*brief_files(desk.content, desk.folders), *desk.briefs.glob("*.md")}
    taken = frozenset(file.stem.lower() for file in briefs)
    shelf = fetch.Shelf(desk.content / RAW_FOLDER, taken, today.isoformat())
    return fetch.fetch(url, shelf, day, fetch.Limits(), fetch.Net())
