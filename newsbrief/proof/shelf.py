"""All briefs as a list, and which of them is at an address of the site; what did not change is not read again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from newsbrief import document
from newsbrief.content.folders import PEOPLE_FILE, RAW_FOLDER, brief_files
from newsbrief.content.text_files import read_text
from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import RefusedError
from newsbrief.proof.read import Room, sheet
from newsbrief.site.facts.addresses import slug

# Those that wait for a person come first.
ORDER = ("", "draft", "review", "published", "retracted", "withdrawn")
Stamp = tuple[int, int]


class Row(Struct, frozen=True):
    """One brief of the list. `status` is "" where the file cannot be read. The counts are None until they are known."""

    path: str
    title: str
    status: str
    day: str
    unsure: int | None = None
    loose: int | None = None


class Shelf(Struct):
    """The briefs of a room. `address`: the pattern of a brief's address on the site, as Pelican's ARTICLE_URL."""

    room: Room
    address: str
    _briefs: dict[str, tuple[Stamp, Brief | None]] = field(default_factory=dict)
    _counts: dict[str, tuple[tuple[Stamp, ...], tuple[int, int]]] = field(default_factory=dict)

    def rows(self, seconds: float) -> tuple[Row, ...]:
        """Every brief, those in draft and review first and the newest first; counts as long as the time allows."""
        until = time.monotonic() + seconds
        rows = sorted(self._rows(), key=lambda row: (row.day, row.path), reverse=True)
        rows.sort(key=lambda row: ORDER.index(row.status))
        return tuple(self._counted(row, until) for row in rows)

    def at(self, url: str) -> str:
        """The path of the brief whose page is at an address of the site ("2029/05/04/ferry/"), "" for any other."""
        wanted = _bare(url)
        found = (path for path, brief in self._all() if brief and _bare(self._url(path, brief)) == wanted)
        return next(found, "") if wanted else ""

    def url(self, path: str) -> str:
        """The address of a brief's page on the site, "" where it has none or it cannot be told."""
        brief = self._brief(path)
        return self._url(path, brief) if brief and brief.status != "draft" else ""

    def _url(self, path: str, brief: Brief) -> str:
        try:
            return self.address.format(date=brief.date.day, slug=slug(Entry(self.room.below(path), brief)))
        except (KeyError, IndexError, ValueError, AttributeError):
            return ""  # a pattern that asks for what only Pelican knows

    def _rows(self) -> Iterator[Row]:
        for path, brief in self._all():
            if brief is None:
                yield Row(path, path, "", path[:10])
            else:
                yield Row(path, brief.title, brief.status, brief.date.day.isoformat())

    def _all(self) -> Iterator[tuple[str, Brief | None]]:
        for file in brief_files(self.room.content, self.room.folders):
            path = self.room.path(file.relative_to(self.room.content).as_posix())
            yield path, self._brief(path)

    def _brief(self, path: str) -> Brief | None:
        file = self.room.content / self.room.below(path)
        stamp = _stamp(file)
        known = self._briefs.get(path)
        if known is None or known[0] != stamp:
            known = self._briefs[path] = (stamp, _parsed(file))
        return known[1]

    def _counted(self, row: Row, until: float) -> Row:
        stamps = tuple(map(_stamp, self._files(row.path)))
        known = self._counts.get(row.path)
        if known is None or known[0] != stamps:
            if time.monotonic() > until:
                return row
            try:
                proof = sheet(row.path, self.room)
            except OSError:
                return row
            known = self._counts[row.path] = (stamps, (proof.unsure, proof.loose))
        return Row(row.path, row.title, row.status, row.day, *known[1])

    def _files(self, path: str) -> Iterator[Path]:
        yield self.room.content / self.room.below(path)
        yield self.room.content / PEOPLE_FILE
        brief = self._briefs[path][1]
        if brief and brief.raw and Path(brief.raw.file).name == brief.raw.file:
            yield self.room.content / RAW_FOLDER / brief.raw.file


def _bare(url: str) -> str:
    return url.strip("/").removesuffix("index.html").removesuffix(".html").strip("/")


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def _parsed(file: Path) -> Brief | None:
    try:
        return document.parse(read_text(file))
    except (RefusedError, OSError):
        return None
