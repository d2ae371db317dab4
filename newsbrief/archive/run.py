"""A whole run: items in, rows out, in order, as far as it gets; and what is told of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from newsbrief import __version__
from newsbrief.archive import annotation, cluster, crew, inputs, output, steps
from newsbrief.archive.item import Parcel, Place, Row
from newsbrief.archive.record import Record

Done = Iterator[tuple[Parcel, list[Row]]]
# What is told after each parcel: bytes of the input that are read, of how many (0: nobody knows), articles so far.
Tell = Callable[[int, int, int], None]


class Plan(Struct, frozen=True):
    """What to annotate and how.

    `given`: files, folders, zips, "-". `lang`: the language of articles that name none. `scheduler`: the address of a
    Dask cluster, "" for processes of this machine, of which there are `jobs`.
    """

    given: tuple[Path, ...]
    lang: str
    jobs: int = 1
    scheduler: str = ""
    parcel: int = 0

    def spread(self, parcels: Iterable[Parcel]) -> Done:
        """Parcels with their rows, in order. Raises ClusterError, CrewError."""
        if self.scheduler:
            return cluster.spread(parcels, self.scheduler, self.lang)
        work = partial(annotation.annotated, lang=self.lang)
        return crew.spread(parcels, crew.Crew(self.jobs, work, annotation.failed))


class Told(Struct, frozen=True):
    """Lines of the whole output, those that this run made, its seconds, and whether there was nothing left to do."""

    articles: int
    errors: int
    new: int
    seconds: float
    finished_before: bool = False


def to_stream(plan: Plan, standard: BinaryIO, sink: BinaryIO, tell: Tell) -> Told:
    """Annotate all that is given into a stream."""
    begun = time.monotonic()
    record = Record(__version__, plan.lang, [])
    with ExitStack() as stack:
        given = inputs.opened(plan.given, standard, stack)
        for parcel, rows in _done(plan, given, Place(), stack):
            sink.write(b"".join(row.data for row in rows))
            sink.flush()
            record = _counted(record, rows)
            tell(parcel.read, given.size, record.articles)
    return Told(record.articles, record.errors, record.articles, time.monotonic() - begun)


def to_file(plan: Plan, standard: BinaryIO, file: Path, tell: Tell, *, restart: bool) -> Told:
    """Annotate all that is given into a file, or go on with it; whatever ends this, it can be gone on with.

    Raises StandsError, ClusterError, CrewError, OSError.
    """
    begun = time.monotonic()
    with ExitStack() as stack:
        _look_at(file, plan.given)
        given = inputs.opened(plan.given, standard, stack)
        if given.known is None and not restart and file.exists() and file.stat().st_size:
            raise output.StandsError(f"{file} exists, and what comes from a pipe cannot be gone on with; use --restart")
        out = output.opened(file, Record(__version__, plan.lang, given.known or []), restart=restart or not given.known)
        stack.callback(out.stream.close)
        before = out.record
        if before.finished:
            return Told(before.articles, before.errors, 0, 0.0, finished_before=True)
        try:
            for parcel, rows in _done(plan, given, before.place, stack):
                out.put(rows, parcel.after)
                tell(parcel.read, given.size, out.record.articles)
        except BaseException:
            out.save()
            raise
        out.save(finished=True)
    new = out.record.articles - before.articles
    return Told(out.record.articles, out.record.errors, new, time.monotonic() - begun)


def _done(plan: Plan, given: inputs.Inputs, start: Place, stack: ExitStack) -> Done:
    found = steps.steps(given.members, start)
    parcels = steps.parcelled(found, plan.parcel) if plan.parcel else steps.parcelled(found)
    done = plan.spread(parcels)
    stack.callback(done.close)  # type: ignore[attr-defined]  # a generator, which ends its workers when it is closed
    return done


def _counted(record: Record, rows: list[Row]) -> Record:
    articles, errors = sum(row.articles for row in rows), sum(row.errors for row in rows)
    return replace(record, articles=record.articles + articles, errors=record.errors + errors)


def _look_at(file: Path, given: tuple[Path, ...]) -> None:
    """An output that is, or lies in, what it is made of would change it while it is read."""
    target = file.resolve()
    for one in given:
        source = one.resolve()
        if target == source or (one.is_dir() and target.is_relative_to(source)):
            raise output.StandsError(f"{file} is part of what is annotated ({one}); write it elsewhere")
