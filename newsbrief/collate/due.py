"""When a site changes by itself: the instants at which the same files make other pages, feeds or sitemaps.

What looks at the build instant (`edition.now`) anywhere has to be told of here. These do: an embargo; what was
announced, once its day is past; `modified` and dated notes, which change nothing before their day; the sitemap for
news search.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from newsbrief.collate.dating import period
from newsbrief.collate.edition import Edition
from newsbrief.collate.excerpt import limited
from newsbrief.collate.facts import in_utc, published_at
from newsbrief.collate.visible import in_time, telling
from newsbrief.model.brief import Brief, Moment
from newsbrief.model.entry import Entry

# So long after its publication a brief is in the sitemap for news search (Google's).
IN_NEWS = dt.timedelta(days=2)


def next_change(entries: Iterable[Entry], edition: Edition, news: bool = False) -> dt.datetime | None:
    """The first instant after the build's at which the same files may make another site, in UTC; None: there is none.

    `entries`: all that were read, those under embargo too. `news`: whether the site has a sitemap for news search.
    Never too late. It is too early where what changes stands on no page for another reason.
    """
    now = edition.now
    return min((one for entry in entries for one in changes(entry, edition, news) if one > now), default=None)


def changes(entry: Entry, edition: Edition, news: bool = False) -> Iterator[dt.datetime]:
    """Every instant, past or to come, at which this brief makes another site; in UTC and in no order.

    The build's own instant plays no part: written down once, they are right until the file or the settings change.
    """
    if not in_time(entry, edition):
        return
    told = _told(entry, edition, news)
    if entry.brief.embargo is None:
        yield from told
        return
    opens = in_utc(entry.brief.embargo.at(edition.zone))
    yield opens
    # What came due before was on no page yet.
    yield from (one for one in told if one > opens)


def _told(entry: Entry, edition: Edition, news: bool) -> Iterator[dt.datetime]:
    brief = entry.brief
    if news and brief.status == "published":
        published = in_utc(published_at(entry, edition))
        yield published
        if published.year < dt.MAXYEAR:
            yield published + IN_NEWS
    if brief.modified:
        yield in_utc(brief.modified.at(edition.zone))
    yield from (in_utc(Moment(note.date).at(edition.zone)) for note in brief.notes if note.date)
    if telling(entry):
        yield from (in_utc(ends) for day in _last_days(brief) if (ends := edition.end_of(day)))


def _last_days(brief: Brief) -> Iterator[dt.date]:
    """Of each event that the brief announces, the last day that its date may mean."""
    published = brief.date.day.isoformat()
    for event in brief.events:
        # Nearly all begin before the brief, and texts of ISO 8601 stand in the order of time: there is no more to read.
        if event.date[:1].isdigit() and event.date[: len(published)] <= published:
            continue
        first, last = period(event.date)
        if first > brief.date.day and (event.label or not limited(brief)):
            yield last
