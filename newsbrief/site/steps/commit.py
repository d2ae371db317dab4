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
from newsbrief.site.build.store import NAME, File, Memo, Store, StoredPage

# The row that stands for all files of the stage: the stage becomes the output folder.
WHOLE = ""


class Made(Struct, frozen=True):
    """What a build made: pages by address, and the addresses of pages that are gone.

    `before` are the last build's pages. `clear`: remove from the output folder what no build made.
    """

    pages: Mapping[str, StoredPage]
    gone: frozenset[str]
    before: Mapping[str, StoredPage]
    clear: bool


class Known(Struct, frozen=True):
    """What the next build has to know: single values, the sources as they are and as the store has them, the memo."""

    meta: Mapping[str, str]
    sources: Sources
    stored_sources: Sources
    memo: Memo


def commit(store: Store, place: Place, made: Made, known: Known, say: Callable[[str], None]) -> int:
    """Bring a build into place. Return how many files moved or went."""
    moves = _moves(place, made)
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


def _moves(place: Place, made: Made) -> list[tuple[str, bool]]:
    new = {file.path for page in made.pages.values() for file in page.files}
    if not made.before and output.is_empty(place.output):
        return [(WHOLE, False)]
    old = {
        file.path for url, page in made.before.items() if url in made.gone or url in made.pages for file in page.files
    }
    still = _others(made)
    gone = old - new - still
    if made.clear:
        gone.update(set(output.foreign(place.output)) - new - still)
    return [*((path, True) for path in sorted(gone)), *((path, False) for path in sorted(new))]


def _others(made: Made) -> set[str]:
    """Return the files of the pages that stay as they are."""
    return {
        file.path
        for url, page in made.before.items()
        if url not in made.gone and url not in made.pages
        for file in page.files
    }


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
