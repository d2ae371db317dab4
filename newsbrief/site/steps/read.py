"""Read the briefs that changed, and take the facts of all others from the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content import published
from newsbrief.content.folders import brief_paths
from newsbrief.content.library import read_or_refused
from newsbrief.images import shelf
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal, RefusedError
from newsbrief.site.build.encoding import decoder, encode
from newsbrief.site.build.store import Store, StoredBrief
from newsbrief.site.build.workers import spread
from newsbrief.site.facts.body_links import named_in
from newsbrief.site.facts.excerpt import as_published
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.facts.photo import path_of
from newsbrief.site.facts.records import TELLING, BriefRead, Facts

# Briefs that a worker reads at a time; up to FEW are read in this process.
GROUP, FEW = 100, 60


class ReadOptions(Struct, frozen=True):
    """How briefs are read: from `folders` of the `content` folder, with raw articles in its folder `raw`.

    `zone`, `brief_url` and `static_folders` are as in `extract.facts_of`. `version` digests these options and the code.
    """

    content: Path
    folders: tuple[str, ...]
    raw: str
    zone: dt.tzinfo
    brief_url: str
    static_folders: tuple[str, ...]
    version: str


class EncodedBrief(NamedTuple):
    """A brief as the store has it: facts, the entry without its text, Markdown and text, its published record."""

    path: str
    facts: bytes
    head: bytes
    body: bytes
    record: str = ""


class ReadBriefs(NamedTuple):
    """All briefs in the order of their paths, what was refused, and how many were read anew.

    `unread`: what refused files have from each mention of a folder of static files on.
    """

    facts: tuple[Facts, ...]
    refusals: tuple[Refusal, ...]
    unread: tuple[str, ...]
    changed: int


def read_briefs(store: Store, options: ReadOptions, digests: Mapping[str, str]) -> ReadBriefs:
    """Return the facts of all briefs; those of unchanged briefs come from the store.

    `digests` are those of all files below the content folder, by path there. What is read goes into the store at once:
    it depends on the files alone, whatever becomes of this build.
    """
    stored = store.briefs()
    paths = [path for path in brief_paths(options.content, options.folders) if path in digests]
    found = _unchanged(stored, paths, options, digests)
    changed = [path for path in paths if path not in found]
    rows: list[tuple[str, str, bytes, bytes, bytes, str]] = []
    decode = decoder(BriefRead).decode
    for group in spread(partial(_read_group, options, digests), changed, GROUP, FEW):
        for one in group:
            found[one.path] = decode(one.facts)
            rows.append((one.path, _stamp(one.path, options, digests), one.facts, one.head, one.body, one.record))
        if len(rows) >= 10 * GROUP:
            store.transaction(partial(store.set_briefs, rows, ()))
            rows = []
    gone = stored.keys() - set(paths)
    if rows or gone:
        store.transaction(partial(store.set_briefs, rows, gone))
    ordered = [found[path] for path in paths]
    return ReadBriefs(
        tuple(one.facts for one in ordered if one.facts is not None),
        tuple(refusal for one in ordered for refusal in one.refusals),
        tuple(name for one in ordered for name in one.names),
        len(changed),
    )


def _unchanged(
    stored: Mapping[str, StoredBrief], paths: Iterable[str], options: ReadOptions, digests: Mapping[str, str]
) -> dict[str, BriefRead]:
    """Return the briefs in the store that were read from the same bytes, in the same way."""
    decode = decoder(BriefRead).decode
    same = (path for path in paths if path in stored and stored[path].stamp == _stamp(path, options, digests))
    read = {path: decode(stored[path].facts) for path in same}
    return {path: one for path, one in read.items() if all(digests.get(name, "") == was for name, was in one.inputs)}


def _stamp(path: str, options: ReadOptions, digests: Mapping[str, str]) -> str:
    return f"{digests[path]} {options.version}"


def _read_group(options: ReadOptions, digests: Mapping[str, str], paths: Sequence[str]) -> list[EncodedBrief]:
    return [read_brief(path, options, digests) for path in paths]


def read_brief(path: str, options: ReadOptions, digests: Mapping[str, str]) -> EncodedBrief:
    """Read one brief by its path below the content folder. A refused brief has no facts but refusals."""
    read = read_or_refused(options.content, path, options.raw)
    if not isinstance(read, Entry):
        # A raw article that comes or changes may be what the brief was refused for.
        names = named_in(_text(options.content / path), options.static_folders)
        refused = BriefRead(None, tuple(read), _raw_inputs(path, digests), names)
        return EncodedBrief(path, encode(refused), b"", b"")
    entry, refusals = _with_photo(as_published(read), options, digests)
    facts = facts_of(entry, options.zone, options.brief_url, options.static_folders)
    whole = BriefRead(facts, refusals, tuple(_inputs(read, options, digests)), _unpublished(read, entry, options))
    head = replace(entry, text="", brief=replace(entry.brief, body=""))
    record = published.fragment(entry, options.brief_url) if entry.brief.status == "published" else ""
    return EncodedBrief(path, encode(whole), encode(head), encode((entry.brief.body, entry.text)), record)


def _unpublished(read: Entry, entry: Entry, options: ReadOptions) -> tuple[str, ...]:
    """Return what the text that an excerpt leaves out has from each mention of a folder of static files on."""
    if entry.brief.body == read.brief.body:
        return ()
    photo = path_of(read)
    return (*named_in(read.brief.body, options.static_folders), *((photo,) if photo else ()))


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _raw_inputs(path: str, digests: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    raws = (name for name in digests if name.startswith("raw/"))
    return tuple((name, digests[name]) for name in raws if _stem(name) == _stem(path))


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _inputs(entry: Entry, options: ReadOptions, digests: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    raw = entry.brief.raw.file if entry.brief.raw else ""
    for name in (f"{options.raw}/{raw}" if raw else "", path_of(entry)):
        if name:
            yield name, digests.get(name, "")


def _with_photo(entry: Entry, options: ReadOptions, digests: Mapping[str, str]) -> tuple[Entry, tuple[Refusal, ...]]:
    """Return the brief with what is known of its photo. A bad photo costs itself; the brief is built without it."""
    path = path_of(entry) if entry.brief.status in TELLING else ""
    if not path:
        return entry, ()
    try:
        picture = shelf.photo(options.content, path, digests.get(path, ""), decode=True)
    except RefusedError as error:
        reason = f"the photo {path} {error.reasons[0][1]}; the brief is built without it"
        file = f"{options.content.name}/{entry.path}"
        return entry, (Refusal(file, entry.brief.lines.get("photo", 0), reason),)
    return replace(entry, picture=picture), ()


class StoredEntries:
    """Briefs read from the store, by path."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def head(self, path: str) -> Entry:
        """Return a brief without its text."""
        data = self._store.brief_head(path)
        if data is None:
            raise KeyError(path)
        found: Entry = decoder(Entry).decode(data)
        return found

    def whole(self, path: str) -> Entry:
        """Return a brief with its text."""
        data = self._store.brief(path)
        if data is None:
            raise KeyError(path)
        found: Entry = decoder(Entry).decode(data[0])
        body, text = decoder(tuple[str, str]).decode(data[1])
        return replace(found, text=text, brief=replace(found.brief, body=body))

    def record(self, path: str) -> str:
        """Return what published.json says about a brief, as JSON."""
        return self._store.brief_record(path)
