"""Which brief is at which address of a site, as its last build left it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from newsbrief.site.build.encoding import decoder
from newsbrief.site.build.output import place_of
from newsbrief.site.build.store import NAME, Store
from newsbrief.site.facts.records import BriefRead


def brief_addresses(output: Path) -> Mapping[str, str] | None:
    """Return the path of each brief below the content folder by its address; None without a build that knows them.

    On a site with its own theme the store has no briefs.
    """
    file = place_of(output).room / NAME
    if not file.is_file():
        return None
    try:
        store = Store(file)
        try:
            pages, briefs = store.keys(), store.briefs()
        finally:
            store.close()
    except sqlite3.Error:
        return None
    if not briefs:
        return None
    decode = decoder(BriefRead).decode
    facts = (decode(one.facts).facts for one in briefs.values())
    return {one.url: one.path for one in facts if one is not None and one.url in pages}
