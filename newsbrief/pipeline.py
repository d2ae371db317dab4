"""The stages in order: intake, extract, compose, document. What `newsbrief ingest` does to each raw article."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief import document, extract, intake, rules
from newsbrief.check import Across, Seen
from newsbrief.document.moment import moment_of
from newsbrief.drafting import Desk, Raw, drafts, name_date, reading_of
from newsbrief.filing import Cabinet, Outcome, refused
from newsbrief.images import shelf
from newsbrief.images.beside import Beside, Picture
from newsbrief.library import RAW_FOLDER, brief_files
from newsbrief.model.article import MAX_RAW_BYTES, Article, Reading
from newsbrief.model.brief import RawRecord
from newsbrief.model.entry import Entry
from newsbrief.model.mentions import Mentions
from newsbrief.model.refusal import RefusedError

if TYPE_CHECKING:
    from newsbrief.fetch import Fetched

__all__ = ["Desk", "Outcome", "fetched", "ingest", "mentions", "raw_bytes", "raw_files", "read_raw", "readings", "seen"]

# Never raw articles, whatever they hold: hidden files, editors' leftovers, notes to people who look into the folder.
NOT_RAW = re.compile(r"^(?:[.#].*|.*~|README(?:\..*)?)$", re.IGNORECASE)


def seen(entry: Entry, content: Path, today: dt.date, across: Across, site_lang: str) -> Seen:
    """What `check` looks at in one brief: the extractors' view of its body, and the raw article if it is there.

    `site_lang`: the language of briefs that name none.
    """
    lang = rules.known(entry.brief.lang) or site_lang
    found = mentions(entry.text, entry.brief.date.day.isoformat(), lang)
    file = f"{content.name}/{entry.path}"
    raw = content / RAW_FOLDER / (entry.brief.raw.file if entry.brief.raw else "")
    picture, fault = shelf.of_brief(content, entry)
    if not raw.is_file():
        return Seen(file, found, today, across=across, picture=picture, photo_fault=fault)
    data = raw.read_bytes()
    sha256, dated = hashlib.sha256(data).hexdigest(), _dated(entry, data, raw, lang)
    return Seen(file, found, today, sha256, dated, across, picture, fault)


# A brief's body and its raw article mostly have the same words, and a proof asks for both.
@lru_cache(maxsize=4)
def mentions(text: str, date: str, lang: str) -> Mentions:
    """What the extractors find in a text of that language; `date` as in `extract.mentions`."""
    return extract.mentions(text, date, rules.load(lang))


def _dated(entry: Entry, data: bytes, raw: Path, lang: str) -> bool:
    """Whether anything but the raw file's time gives the date; a date set by hand is not the desk's any more."""
    record = entry.brief.raw or RawRecord("")
    by_hand = record.desk.get("date") != document.fingerprints(entry.brief).get("date")
    # An item that names its version's instant has a date; its file may hold hundreds of others.
    if by_hand or name_date(raw, data) or record.sent:
        return True
    try:
        articles = intake.articles(data, raw.name, lang)
    except RefusedError:
        return True
    own = (one for one in articles if not record.item or _is_of(one, record.item))
    return next((bool(reading_of(one, lang).date) for one in own), True)


def _is_of(article: Article, item: str) -> bool:
    return article.delivery is not None and document.cleaned(article.delivery.item) == item


def raw_files(content: Path) -> tuple[Path, ...]:
    """The raw articles of a content folder, by name. An empty tuple where it keeps none."""
    folder = content / RAW_FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    files = [file for file in found if file.is_file() and not NOT_RAW.match(file.name)]
    pictures = Beside.of(files).all()
    return tuple(file for file in files if file not in pictures)


def read_raw(data: bytes, name: str, lang: str = rules.DEFAULT) -> Reading:
    """What the desk reads in a raw article; `lang` where it names no language that has rules. Raises RefusedError.

    Of a file of several articles it is the first one's.
    """
    return reading_of(intake.read(data, name, lang), lang)


def readings(data: bytes, name: str, lang: str = rules.DEFAULT) -> tuple[Reading, ...]:
    """What the desk reads in each article of a raw file, in order. Raises RefusedError."""
    return tuple(reading_of(article, lang) for article in intake.articles(data, name, lang))


def fetched(url: str, desk: Desk, today: dt.date) -> Fetched:
    """Fetch a page into content/raw/, named after the day of its article. Raises RefusedError if it holds none."""
    from newsbrief import fetch  # whoever fetches nothing need not load what it takes

    def day(data: bytes, name: str) -> str:
        moment = desk.date or moment_of(read_raw(data, name, desk.lang).date)
        return moment.day.isoformat() if moment else ""

    briefs = {*brief_files(desk.content, desk.folders), *desk.briefs.glob("*.md")}
    taken = frozenset(file.stem.lower() for file in briefs)
    shelf = fetch.Shelf(desk.content / RAW_FOLDER, taken, today.isoformat())
    return fetch.fetch(url, shelf, day, fetch.Limits(), fetch.Net())


def ingest(files: Iterable[Path], desk: Desk) -> Iterator[Outcome]:
    """Bring the briefs of each raw file up to date, in order; what cannot be read costs only itself."""
    cabinet = Cabinet.of(desk)
    listings = Listings()
    for file in files:
        try:
            yield from _ingest_file(file, cabinet, listings)
        except (RefusedError, OSError) as error:
            yield refused(file, error)


def _ingest_file(file: Path, cabinet: Cabinet, listings: Listings) -> Iterator[Outcome]:
    raw = raw_of(file)
    own = listings.beside(file)
    # The fingerprint alone tells: a raw article that nobody changed need not be read again.
    if brief := cabinet.standing(raw):
        yield cabinet.kept(raw, brief, own)
    else:
        yield from cabinet.filed(raw, drafts(raw, cabinet.desk), own)


def raw_of(file: Path) -> Raw:
    """A raw file as it lies on the disk. Raises RefusedError, OSError."""
    data = raw_bytes(file)
    return Raw(file, data, hashlib.sha256(data).hexdigest())


class Listings:
    """The pictures beside raw files, each folder looked into once."""

    def __init__(self) -> None:
        self._folders: dict[Path, Beside] = {}

    def beside(self, file: Path) -> tuple[Picture, ...]:
        """The pictures that belong to a file."""
        folder = file.parent
        if folder not in self._folders:
            self._folders[folder] = Beside.of(one for one in folder.iterdir() if one.is_file())
        return self._folders[folder].beside(file)


def raw_bytes(file: Path) -> bytes:
    """A raw file's bytes; one that is far too large is refused before it is read."""
    size = file.stat().st_size
    if size > MAX_RAW_BYTES:
        raise RefusedError((0, f"{size:,} bytes; an article has at most {MAX_RAW_BYTES:,}"))
    return file.read_bytes()
