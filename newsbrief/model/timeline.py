"""The page model of a timeline; see `pages` for what all page models have in common."""

from __future__ import annotations

from newsbrief.model.stored import Stored
from newsbrief.model.views import DateText, EventView, Link, LinkGroup


class YearBar(Stored, frozen=True):
    """One column of the year strip. `id`: the anchor of its year's section, "" where there are no events.

    `url`: the section's address, if it is on another part of the timeline; "" for one on this page.
    `date` is for those who hear it, `label` what fits under a bar: "2029", "22/23", "98–22", a decade's first year.
    `count`: its events, on an older part of a timeline those of that part, 0 for a year of another. `share`: the bar's
    height from 0 to 1; `busiest`: the year with most events. `gap`: how many years without events the column stands
    for, where a long stretch is broken off; it then has no label.
    """

    id: str
    date: DateText
    label: str
    count: int = 0
    share: float = 0
    busiest: bool = False
    gap: int = 0
    url: str = ""


class TimelineMonth(Stored, frozen=True):
    """The events of one month, or of a stretch that no single month claims.

    `date.precision` is "month", "quarter" or "range" (July to September), or "year" for those known to no part of it.
    """

    date: DateText
    events: tuple[EventView, ...]


class TimelineYear(Stored, frozen=True):
    """The events of one year, newest month first, events in a month newest first. `id` is its anchor on the page.

    `year` is its heading: 2029; the 1990s, or 2022 or 2023 for events known no better than that.
    """

    id: str
    year: DateText
    months: tuple[TimelineMonth, ...]


class TimelineFilter(Stored, frozen=True):
    """The way to what a filter leaves of a timeline. `kind`: all, news (without background), announced.

    `count`: of events, 0 on an older part.
    """

    kind: str
    url: str
    count: int


class TimelinePart(Stored, frozen=True):
    """The way to a part of a long timeline. `date`: the years or months that it covers; None for the newest part."""

    url: str
    date: DateText | None = None


class TimelinePage(Stored, frozen=True):
    """A timeline: of everything (/timeline/) or of one topic, section or person, whole or with a filter.

    `filter`: what it leaves, as a TimelineFilter's `kind`; `filters` lead to what the same timeline leaves otherwise.
    `subject`: the topic, section or person it is about, with that word in `detail`. `others` lead to the timelines of
    other subjects; the one with this page's `url` is this page. `exports` are the same events for other programs;
    `detail` is their media type.

    A long timeline has several parts, and `years` are those of one. `date`: what an older part covers; None for the
    newest part, which has the timeline's own address, and for a timeline that is not parted. `earlier`, `later`: the
    parts beside it; `parts`: on the newest all older ones, the newest of them first. `latest`: the anchor of the newest
    entry that happened, where entries of what is still to come stand before it; else "".
    """

    url: str
    filter: str
    filters: tuple[TimelineFilter, ...]
    years: tuple[TimelineYear, ...]
    strip: tuple[YearBar, ...]
    exports: tuple[Link, ...] = ()
    subject: Link | None = None
    others: tuple[LinkGroup, ...] = ()
    date: DateText | None = None
    earlier: TimelinePart | None = None
    later: TimelinePart | None = None
    parts: tuple[TimelinePart, ...] = ()
    latest: str = ""

    @property
    def events(self) -> tuple[EventView, ...]:
        """Those that stand on the page, newest first."""
        return tuple(event for year in self.years for month in year.months for event in month.events)


class TimelineFiles(Stored, frozen=True):
    """A timeline for other programs: its newest page, which leads to these files, and all its events, newest first."""

    page: TimelinePage
    events: tuple[EventView, ...]
