"""What the last build knew, in one SQLite file: files, briefs, the keys of pages, and files still to be moved.

Everything in the store can be made again from the content. A store that cannot be used is deleted, and the build makes
everything. `user_version` numbers the tables: another version of newsbrief deletes the store without a message.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import NamedTuple

from newsbrief.site.build.sources import Source, Sources

NAME = "store.sqlite"
VERSION = 2
TABLES = """
create table meta (name text primary key, value text) without rowid;
create table source (path text primary key, size int, mtime int, ctime int, inode int, digest text, seen int)
    without rowid;
create table brief (path text primary key, stamp text, facts blob, head blob, body blob, record text);
create table page (url text primary key, key blob) without rowid;
create table file (url text, path text, size int, mtime int, primary key (url, path)) without rowid;
create table move (path text primary key, gone int) without rowid;
create table memo (key blob primary key, value blob) without rowid;
"""
# Seconds to wait for another program that has the store open.
PATIENCE = 2.0


class File(NamedTuple):
    """A file of the output: its path below the output folder, its size, and its time of change in nanoseconds."""

    path: str
    size: int
    mtime: int


class MadePage(NamedTuple):
    """A page as a build leaves it: its key, and its files."""

    key: bytes
    files: tuple[File, ...]


class StoredBrief(NamedTuple):
    """A brief as it was read: `stamp` says from which bytes and how; `facts` are encoded."""

    stamp: str
    facts: bytes


class Store:
    """An open store. Each method is one statement; `transaction` groups what belongs together."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # What a killed process leaves, the next one rolls back. Nothing waits for the disk: after a power failure the
        # output folder is held against the store, and a damaged store is made anew.
        self._db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        self._db.execute("pragma synchronous = off")
        self._db.execute("pragma cache_size = -16000")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def transaction(self, *steps: Callable[[], object]) -> None:
        """Do several steps, or none of them if one fails."""
        self._db.execute("begin immediate")
        try:
            for step in steps:
                step()
        except BaseException:
            self._db.execute("rollback")
            raise
        self._db.execute("commit")

    def is_current(self) -> bool:
        """Return whether this version of newsbrief wrote the store."""
        return bool(self._db.execute("pragma user_version").fetchone() == (VERSION,))

    def create(self) -> None:
        """Create the tables of an empty store."""
        self._db.executescript(f"begin immediate; {TABLES} pragma user_version = {VERSION}; commit;")

    # --- single values ----------------------------------------------------------------------------------------------

    def meta(self) -> dict[str, str]:
        """Return the single values by name."""
        return dict(self._db.execute("select name, value from meta"))

    def set_meta(self, values: Mapping[str, str]) -> None:
        """Write single values."""
        self._db.executemany("insert or replace into meta values (?, ?)", values.items())

    # --- sources ----------------------------------------------------------------------------------------------------

    def sources(self) -> dict[str, Source]:
        """Return the files that the site was made from, by path."""
        return {row[0]: Source(*row[1:]) for row in self._db.execute("select * from source")}

    def set_sources(self, found: Sources, known: Sources) -> None:
        """Write what is found, where `known` is what the store has."""
        new = ((path, *one) for path, one in found.items() if known.get(path) is not one)
        self._db.executemany("insert or replace into source values (?, ?, ?, ?, ?, ?, ?)", new)
        self._db.executemany("delete from source where path = ?", [(path,) for path in known.keys() - found.keys()])

    # --- briefs -----------------------------------------------------------------------------------------------------

    def briefs(self) -> dict[str, StoredBrief]:
        """Return the facts of all briefs by path."""
        return {path: StoredBrief(stamp, facts) for path, stamp, facts in self._briefs()}

    def _briefs(self) -> Iterator[tuple[str, str, bytes]]:
        return self._db.execute("select path, stamp, facts from brief")

    def brief(self, path: str) -> tuple[bytes, bytes] | None:
        """Return what a brief says, encoded: all but its text, and its text."""
        found: tuple[bytes, bytes] | None = self._db.execute(
            "select head, body from brief where path = ?", (path,)
        ).fetchone()
        return found

    def brief_head(self, path: str) -> bytes | None:
        """Return what a brief says but for its text, encoded."""
        found = self._db.execute("select head from brief where path = ?", (path,)).fetchone()
        return found[0] if found else None

    def brief_record(self, path: str) -> str:
        """Return what published.json says about a brief, as JSON; "" for one that is not published."""
        found = self._db.execute("select record from brief where path = ?", (path,)).fetchone()
        return found[0] if found else ""

    def brief_records(self) -> dict[str, str]:
        """Return the same for all published briefs by path."""
        return dict(self._db.execute("select path, record from brief where record != ''"))

    def set_briefs(self, rows: Iterable[tuple[str, str, bytes, bytes, bytes, str]], gone: Iterable[str]) -> None:
        """Write briefs (path, stamp, facts, head, text, record) and delete others."""
        self._db.executemany("insert or replace into brief values (?, ?, ?, ?, ?, ?)", rows)
        self._db.executemany("delete from brief where path = ?", [(path,) for path in gone])

    # --- pages ------------------------------------------------------------------------------------------------------

    def keys(self) -> dict[str, bytes]:
        """Return the keys of the last build's pages by address."""
        return dict(self._db.execute("select url, key from page"))

    def files(self) -> Iterator[tuple[str, str, int, int]]:
        """Yield every file of the last build: its page's address, its path, its size and its time of change."""
        return self._db.execute("select url, path, size, mtime from file")

    def top_names(self) -> set[str]:
        """Return the names, in the output folder itself, of the files and folders that the last build made."""
        names = self._db.execute("select distinct substr(path, 1, instr(path || '/', '/') - 1) from file")
        return {name for (name,) in names}

    def files_of(self, urls: Iterable[str]) -> Iterator[str]:
        """Yield the paths of the files of some pages."""
        for url in urls:
            yield from (path for (path,) in self._db.execute("select path from file where url = ?", (url,)))

    def set_pages(self, made: Mapping[str, MadePage], gone: Iterable[str]) -> None:
        """Write pages and delete others."""
        urls = [(url,) for url in gone]
        self._db.executemany("delete from page where url = ?", urls)
        self._db.executemany("delete from file where url = ?", [*urls, *((url,) for url in made)])
        self._db.executemany("insert or replace into page values (?, ?)", ((url, one.key) for url, one in made.items()))
        files = ((url, *file) for url, one in made.items() for file in one.files)
        self._db.executemany("insert into file values (?, ?, ?, ?)", files)

    # --- moves ------------------------------------------------------------------------------------------------------

    def moves(self) -> list[tuple[str, bool]]:
        """Return the files that a build has still to move into the output folder, or to remove from it (True)."""
        return [(path, bool(gone)) for path, gone in self._db.execute("select path, gone from move")]

    def set_moves(self, moves: Iterable[tuple[str, bool]]) -> None:
        """Write what is still to be moved, in place of all that was."""
        self._db.execute("delete from move")
        self._db.executemany("insert or replace into move values (?, ?)", moves)

    # --- memo -------------------------------------------------------------------------------------------------------

    def memo(self, key: bytes) -> bytes | None:
        """Return what is remembered under a key."""
        found = self._db.execute("select value from memo where key = ?", (key,)).fetchone()
        return found[0] if found else None

    def set_memo(self, new: Mapping[bytes, bytes], used: Iterable[bytes]) -> None:
        """Remember values, and forget all keys that are not among the used ones."""
        stored = {key for (key,) in self._db.execute("select key from memo")}
        self._db.executemany("delete from memo where key = ?", [(key,) for key in stored.difference(used)])
        self._db.executemany("insert or replace into memo values (?, ?)", new.items())


class Memo(MutableMapping[bytes, bytes]):
    """What is expensive to find out, by a digest of everything it depends on. The store keeps what a build uses."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.new: dict[bytes, bytes] = {}
        self.used: set[bytes] = set()

    def __getitem__(self, key: bytes) -> bytes:
        found = self.new.get(key)
        if found is None:
            found = self._store.memo(key)
        if found is None:
            raise KeyError(key)
        self.used.add(key)
        return found

    def __setitem__(self, key: bytes, value: bytes) -> None:
        self.new[key] = value
        self.used.add(key)

    def __delitem__(self, key: bytes) -> None:
        del self.new[key]

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.used)

    def __len__(self) -> int:
        return len(self.used)


def open_store(folder: Path, say: Callable[[str], None]) -> Store:
    """Open the store of a folder, or make an empty one. `say` is told why a damaged or locked store is made anew."""
    path = folder / NAME
    try:
        store = Store(path)
        if store.is_current():
            store.meta()
            return store
        store.close()
    except sqlite3.Error as error:
        say(f"{path.name} cannot be used ({error}); everything is built anew.")
    return new_store(folder)


def new_store(folder: Path) -> Store:
    """Make an empty store in place of the one that is there."""
    for one in folder.glob(f"{NAME}*"):
        one.unlink()
    store = Store(folder / NAME)
    store.create()
    return store
