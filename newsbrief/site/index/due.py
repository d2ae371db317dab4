"""When the same files make another site: embargoes, announced days that pass, notes of later days, the news sitemap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from newsbrief.site.facts.records import Facts
from newsbrief.site.index.visible import is_due, is_telling
from newsbrief.site.options import BuildOptions

# A brief stays in the sitemap for news search for two days after its publication (Google's rule).
IN_NEWS = dt.timedelta(days=2)


def next_change(every: Iterable[Facts], options: BuildOptions) -> float | None:
    """Return the first instant after the build's at which the site changes by itself, in seconds since 1970.

    `every` are the facts of all briefs, those under embargo too. None: the site never changes by itself.
    """
    now = options.now.timestamp()
    return min((one for facts in every for one in changes(facts, options) if one > now), default=None)


def changes(facts: Facts, options: BuildOptions) -> Iterator[float]:
    """Yield the instants from the build's day on at which this brief changes the site, in no order."""
    if not is_due(facts, options):
        return
    times = facts.times
    if times.embargo:
        yield times.embargo
    yield from times.changes
    if facts.status == "published":
        yield times.published
        yield times.published + IN_NEWS.total_seconds()
    if is_telling(facts):
        today = options.today.toordinal()
        for event in facts.events:
            if event.announced and event.last_day >= today:
                ends = options.end_of(dt.date.fromordinal(event.last_day))
                if ends:
                    yield ends.timestamp()
