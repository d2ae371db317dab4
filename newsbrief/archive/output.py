"""The output file of a run: whole lines, a record of how many of them are safe, and how to go on behind them."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from types import ModuleType
from typing import IO

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.archive import record as records
from newsbrief.archive.item import Place, Row
from newsbrief.archive.record import Record

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows, where two runs at once are the user's to avoid
    fcntl = None

# Seconds between two records: what a run that is killed has to do again.
EVERY = 0.5
TAIL = 4096


class StandsError(Exception):
    """The output cannot be written or gone on with; says why and what to do."""


class Output(Struct):
    """An output that is being written, and its record as far as it is on the disk; `every` seconds for a new one."""

    file: Path
    stream: IO[bytes]
    record: Record
    every: float = EVERY
    saved: float = 0.0

    def put(self, rows: list[Row], after: Place) -> None:
        """Write the rows of a parcel; from time to time see to it that they are safe."""
        for row in rows:
            self.stream.write(row.data)
        self.record = replace(
            self.record,
            place=after,
            written=self.record.written + sum(len(row.data) for row in rows),
            articles=self.record.articles + sum(row.articles for row in rows),
            errors=self.record.errors + sum(row.errors for row in rows),
        )
        if time.monotonic() - self.saved >= self.every:
            self.save()

    def save(self, *, finished: bool = False) -> None:
        """First the lines, then the record that tells of them. Ctrl-C may have come between a line and its count."""
        self.stream.flush()
        self.stream.truncate(self.record.written)
        os.fsync(self.stream.fileno())
        self.record = replace(self.record, finished=finished, tail=_tail(self.file, self.record.written))
        records.write(records.file_of(self.file), self.record)
        self.saved = time.monotonic()


def opened(file: Path, now: Record, *, restart: bool) -> Output:
    """The output, to go on with from where its record says, or empty. `now`: the record of a run that begins.

    One that is finished already has `record.finished`. Raises StandsError.
    """
    stream = file.open("r+b" if file.exists() else "w+b")
    try:
        if not _locked(stream):
            raise StandsError(f"{file} is being written by another run")
        known = None if restart else _record(file, now)
        record = known or now
        stream.truncate(record.written)
        stream.seek(record.written)
        output = Output(file, stream, record)
        if known is None:
            output.save()
    except BaseException:
        stream.close()
        raise
    return output


def _record(file: Path, now: Record) -> Record | None:
    """The record that a run may go on from; None where there is nothing to go on from and nothing to lose."""
    size = file.stat().st_size
    known = records.read(records.file_of(file))
    if known is None:
        if size:
            raise StandsError(f"{file} exists, and no record of a run beside it; choose another, or --restart")
        return None
    if why := records.differs(known, now):
        raise StandsError(f"{file} cannot be gone on with: {why}; choose another, or --restart")
    if size < known.written or _tail(file, known.written) != known.tail:
        if size:
            raise StandsError(f"{file} is not as the run left it that wrote it; choose another, or --restart")
        return None
    return known


def _tail(file: Path, end: int) -> str:
    with file.open("rb") as stream:
        stream.seek(max(0, end - TAIL))
        return hashlib.sha256(stream.read(min(TAIL, end))).hexdigest()


def _locked(stream: IO[bytes]) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
