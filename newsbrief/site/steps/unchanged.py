"""Whether a build would have nothing to do: one look at the store, before Pelican is imported."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path

import newsbrief
from newsbrief.content import published
from newsbrief.site.build import output
from newsbrief.site.build.code_version import code_version
from newsbrief.site.build.output import Place
from newsbrief.site.build.sources import Source, scan
from newsbrief.site.build.store import NAME, Store

PACKAGE = str(Path(newsbrief.__file__).parent)


def environment_version() -> str:
    """Return a digest of the programs that make a site, and of which Python runs them."""
    return f"{sys.executable} {code_version(PACKAGE)}"


def reports_of_last_build(place: Place, arguments: str, now: float) -> str | None:
    """Return what the last build of the folder left out, a line each, if another build would make the same site.

    None: a build has something to do. `arguments` digests what the build is asked for; `now` is in seconds since 1970.
    """
    if not (place.room / NAME).is_file():
        return None
    try:
        store = Store(place.room / NAME)
        try:
            return _reports(store, place, arguments, now)
        finally:
            store.close()
    except sqlite3.Error:
        return None


def _reports(store: Store, place: Place, arguments: str, now: float) -> str | None:
    if not store.is_current() or store.moves():
        return None
    meta = store.meta()
    if not arguments or meta.get("arguments") != arguments or meta.get("version") != environment_version():
        return None
    if meta["readers"] and not published.is_current(Path.cwd(), meta["readers"]):
        return None
    if meta.get("everything") or not _is_same_instant(meta, now):
        return None
    known = store.sources()
    if not _are_unchanged(scan(meta["roots"].split("\n"), known), known):
        return None
    if output.damaged(place.output, store.files()):
        return None
    is_foreign = meta.get("clear") and any(output.foreign(place.output, store.top_names()))
    return None if is_foreign else meta["refusals"]


def _is_same_instant(meta: Mapping[str, str], now: float) -> bool:
    """Return whether the site has not changed by itself since the last build."""
    due = meta["due"]
    return float(meta["built"]) <= now and (not due or now < float(due))


def _are_unchanged(found: Mapping[str, Source], known: Mapping[str, Source]) -> bool:
    return found.keys() == known.keys() and all(one.digest == known[path].digest for path, one in found.items())
