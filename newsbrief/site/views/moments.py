"""When a brief was published and last changed."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from newsbrief.model.brief import Brief, Moment
from newsbrief.site.options import BuildOptions


class Moments(NamedTuple):
    """Instants with a zone, and the same in ISO 8601: mere days where the brief names no time."""

    published_at: dt.datetime
    published_iso: str
    modified_at: dt.datetime
    modified_iso: str


def moments(brief: Brief, options: BuildOptions) -> Moments:
    """Return when the brief was published and when it was last changed."""
    published, changed = brief.date, _last_change(brief, options)
    first = (published.at(options.zone), _iso(published, options))
    return Moments(*first, *(first if changed is published else (changed.at(options.zone), _iso(changed, options))))


def modified_at(brief: Brief, options: BuildOptions) -> dt.datetime:
    """Return the last change that the brief tells of and that is not still to come."""
    return _last_change(brief, options).at(options.zone)


def in_utc(instant: dt.datetime) -> dt.datetime:
    """Return the same instant in UTC; near the ends of the calendar, where UTC has none, the same reading."""
    try:
        return instant.astimezone(dt.UTC)
    except OverflowError:
        return instant.replace(tzinfo=dt.UTC)


def _iso(moment: Moment, options: BuildOptions) -> str:
    return moment.at(options.zone).isoformat() if moment.time else moment.day.isoformat()


def _last_change(brief: Brief, options: BuildOptions) -> Moment:
    if not (brief.modified or brief.notes):
        return brief.date
    named = [brief.modified, *(Moment(note.date) for note in brief.notes if note.date)]
    changes = [moment for moment in named if moment and moment.at(options.zone) <= options.now]
    return max([brief.date, *changes], key=lambda moment: moment.at(options.zone))
