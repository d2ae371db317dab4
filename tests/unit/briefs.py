"""Briefs for unit tests, made in one line."""

from __future__ import annotations

import datetime as dt
from typing import Any

from newsbrief.model.brief import Brief, Moment
from newsbrief.model.entry import Entry
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.index.gathering import gather
from newsbrief.site.options import BuildOptions
from newsbrief.site.views.resolve import Views

NOW = dt.datetime(2030, 3, 1, tzinfo=dt.UTC)


def moment(text: str) -> Moment:
    """A date, or a date and a time."""
    parsed = dt.datetime.fromisoformat(text)
    return Moment(parsed.date(), parsed.time() if len(text) > 10 else None, parsed.tzinfo)


def brief(title: str = "Ferry returns", date: str = "2029-05-04", **fields: Any) -> Brief:
    """A published brief."""
    return Brief(title=title, date=moment(date), **{"status": "published", **fields})


def entry(path: str = "briefs/2029-05-04-ferry.md", text: str = "", parts: Any = None, **fields: Any) -> Entry:
    """A published brief as it is read from its file."""
    return Entry(path, brief(**fields), text, parts or {})


def options(**fields: Any) -> BuildOptions:
    """A preview of the site on 1 March 2030."""
    return BuildOptions(**{"now": NOW, "zone": dt.UTC, **fields})


def views_of(*entries: Entry, **fields: Any) -> Views:
    """The views of briefs in such a preview."""
    chosen, by_path = options(**fields), {one.path: one for one in entries}
    facts = [facts_of(one, chosen.zone, chosen.brief_url) for one in entries]
    index = gather(facts, chosen, lambda path: by_path[path].brief)
    return Views(index, by_path.__getitem__, by_path.__getitem__)
