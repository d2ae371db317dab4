"""A web page into content/raw/: asked for once, at a person's request, and kept with its address at its top."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from msgspec import Struct

from newsbrief.content.text_files import write_bytes
from newsbrief.fetch import naming
from newsbrief.fetch.answer import Page, ending
from newsbrief.fetch.request import Limits, Net, get
from newsbrief.intake.decode import decoded, decoding
from newsbrief.intake.origin import LONGEST, head, origin
from newsbrief.model.refusal import RefusedError

__all__ = ["Fetched", "Limits", "Net", "Shelf", "fetch"]

MARK = b"\xef\xbb\xbf"
# The ISO date of an article's bytes, "" if it has none; the file's name goes with them. Raises RefusedError.
Day = Callable[[bytes, str], str]


class Shelf(Struct, frozen=True):
    """Where raw files lie, and names (without ending, lower-case) that no new one may have; `today` is an ISO date."""

    raw: Path
    taken: Collection[str]
    today: str


class Fetched(Struct, frozen=True):
    """The raw file of a page. `kind`: new, updated, or kept because the page's text is as it was."""

    file: Path
    kind: str


def fetch(url: str, shelf: Shelf, day: Day, limits: Limits, net: Net) -> Fetched:
    """Fetch a page and put it into the folder of raw files, or bring its file there up to date.

    Raises RefusedError, also where `day` does because the page holds no article: then nothing is written.
    """
    page = get(url, limits, net)
    for file, saved, fetched_on in _saved(shelf.raw):
        if saved == page.url and fetched_on:
            return _renewed(file, kept(page, fetched_on), day)
        if saved == page.url:
            raise RefusedError((0, f"{file.name} was saved from there by hand and is not replaced; remove it first"))
    data, end = kept(page, shelf.today), ending(page.kind)
    date = day(data, f"page{end}") or shelf.today
    taken = {*shelf.taken, *(file.stem.lower() for file in _files(shelf.raw))}
    file = shelf.raw / f"{naming.free(date, naming.slug(page.url), taken)}{end}"
    shelf.raw.mkdir(parents=True, exist_ok=True)
    write_bytes(file, data)
    return Fetched(file, "new")


def kept(page: Page, day: str) -> bytes:
    """A page's bytes behind the lines that tell where it is from.

    They stay as they are where they can be read without the server's word for their encoding; else they become UTF-8
    with a byte order mark, which counts more than what the page itself says.
    """
    lines = head(page.url, day).encode("ascii")
    found = decoding(page.data, page.charset)
    if found.encoding.startswith("utf-16") or not _says_it_itself(page.data, lines, found.text):
        return MARK + lines + found.text.encode("utf-8")
    mark = MARK if page.data.startswith(MARK) else b""
    return mark + lines + page.data.removeprefix(MARK)


def _says_it_itself(data: bytes, lines: bytes, text: str) -> bool:
    """Whether a page's bytes are read as they should be, also behind our lines, where XML does not expect to begin."""
    try:
        found = decoding(MARK + lines + data.removeprefix(MARK) if data.startswith(MARK) else lines + data)
    except RefusedError:
        return False
    return found.text == lines.decode("ascii") + text and not found.guessed


def _renewed(file: Path, data: bytes, day: Day) -> Fetched:
    if decoded(file.read_bytes()) == decoded(data):
        return Fetched(file, "kept")
    day(data, file.name)
    write_bytes(file, data)
    return Fetched(file, "updated")


def _saved(raw: Path) -> Iterator[tuple[Path, str, str]]:
    """The raw files that tell where they are from: file, address, and the day they were fetched on or ""."""
    for file in _files(raw):
        with file.open("rb") as handle:
            found = origin(handle.read(LONGEST).decode("utf-8-sig", "replace"))
        if found.url:
            yield file, found.url, found.day


def _files(raw: Path) -> tuple[Path, ...]:
    return tuple(sorted(file for file in raw.iterdir() if file.is_file())) if raw.is_dir() else ()
