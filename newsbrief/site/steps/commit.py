"""Record what was made in one transaction of the store, then move the files into place."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from msgspec import Struct

from newsbrief.site.build import output
from newsbrief.site.build.output import Place
from newsbrief.site.build.sources import Sources
from newsbrief.site.build.store import NAME, File, MadePage, Memo, Store

# The row that stands for all files of the stage: the stage becomes the output folder.
WHOLE = ""


class Made(Struct, frozen=True):
    """What a build made: pages by address, and the addresses of pages that are gone.

    `first`: there was no build before. `clear`: remove from the output folder what no build made.
    """

    pages: Mapping[str, MadePage]
    gone: frozenset[str]
    first: bool
    clear: bool


class Known(Struct, frozen=True):
    """What the next build has to know: single values, the sources as they are and as the store has them, the memo."""

    meta: Mapping[str, str]
    sources: Sources
    stored_sources: Sources
    memo: Memo


def commit(store: Store, place: Place, made: Made, known: Known, say: Callable[[str], None]) -> int:
    """Bring a build into place. Return how many files moved or went."""
    moves = _moves(store, place, made)
    try:
        store.transaction(
            partial(store.set_pages, made.pages, made.gone),
            partial(store.set_moves, moves),
            partial(store.set_sources, known.sources, known.stored_sources),
            partial(store.set_memo, known.memo.new, known.memo.used),
            partial(store.set_meta, known.meta),
        )
    except sqlite3.Error as error:
        say(f"{NAME} cannot be written ({error}); the next build makes everything anew.")
        _carry_out(place, moves)
        store.close()
        (place.room / NAME).unlink(missing_ok=True)
        return len(moves)
    finish(store, place)
    return len(moves)


def _moves(store: Store, place: Place, made: Made) -> list[tuple[str, bool]]:
    """Return the files to move into the output folder, and those to remove from it (True)."""
    if made.first and output.is_empty(place.output):
        return [(WHOLE, False)]
    new = {file.path for page in made.pages.values() for file in page.files}
    gone = {path for path in store.files_of([*made.pages, *made.gone]) if path not in new}
    if made.clear:
        gone.update(path for path in output.foreign(place.output, store.top_names()) if path not in new)
    if gone:
        # Another page may have taken the name of a file.
        changed = made.pages.keys() | made.gone
        gone.difference_update(path for url, path, *_ in store.files() if url not in changed)
    return [*((path, True) for path in sorted(gone)), *((path, False) for path in sorted(new))]


def finish(store: Store, place: Place) -> bool:
    """Make the moves that are recorded. Return whether there were any: then a build had been killed."""
    moves = store.moves()
    if moves:
        _carry_out(place, moves)
        store.transaction(partial(store.set_moves, ()))
    shutil.rmtree(place.stage, ignore_errors=True)
    return bool(moves)


def _carry_out(place: Place, moves: Iterable[tuple[str, bool]]) -> None:
    moves = list(moves)
    if moves == [(WHOLE, False)]:
        if place.stage.exists() and not output.becomes_output(place):
            output.move(place, [(path, False) for path in output.files_below(place.stage)])
        return
    output.move(place, moves)
    place.output.mkdir(parents=True, exist_ok=True)


def staged_by_others(place: Place, ours: Iterable[File]) -> tuple[File, ...]:
    """Return the files in the stage that no page of ours made: Pelican's and other plugins'."""
    known = {file.path for file in ours}
    found = []
    for path in output.files_below(place.stage):
        if path not in known:
            stats = (place.stage / path).stat()
            found.append(File(path, stats.st_size, stats.st_mtime_ns))
    return tuple(found)
