"""Briefs for unit tests, made in one line."""

from __future__ import annotations

import datetime as dt
from typing import Any

from newsbrief.collate import Edition
from newsbrief.model.brief import Brief, Moment
from newsbrief.model.entry import Entry

NOW = dt.datetime(2030, 3, 1, tzinfo=dt.UTC)


def moment(text: str) -> Moment:
    """A date, or a date and a time."""
    parsed = dt.datetime.fromisoformat(text)
    return Moment(parsed.date(), parsed.time() if len(text) > 10 else None, parsed.tzinfo)


def brief(title: str = "Ferry returns", date: str = "2029-05-04", **fields: Any) -> Brief:
    """A published brief."""
    return Brief(title=title, date=moment(date), **{"status": "published", **fields})


def entry(path: str = "briefs/2029-05-04-ferry.md", text: str = "", parts: Any = None, **fields: Any) -> Entry:
    """A published brief on its shelf."""
    return Entry(path, brief(**fields), text, parts or {})


def edition(**fields: Any) -> Edition:
    """A preview of the site on 1 March 2030."""
    return Edition(**{"now": NOW, "zone": dt.UTC, **fields})
