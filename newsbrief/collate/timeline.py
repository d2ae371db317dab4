"""Events of many briefs in one order: newest year first, by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from newsbrief.collate.dating import date_text, month_text, period
from newsbrief.collate.merged import once
from newsbrief.model.pages import TimelineMonth, TimelinePage, TimelineYear, YearBar
from newsbrief.model.views import EventView, Link

COARSE = ("year", "decade")
# So many topics have a timeline of their own, those with most events, and with no fewer than this.
TOPICS = 12
EVENTS_FOR_A_TOPIC = 4
EXPORTS = (
    ("Calendar", "events.ics", "text/calendar"),
    ("TimelineJS", "timelinejs.json", "application/json"),
    ("JSON", "events.json", "application/json"),
)


def order(event: EventView) -> tuple[str, ...]:
    """Sorts ascending in time; what is known to the year only stands before that year's months."""
    first, last = period(event.date.edtf)
    month = "00" if _coarse(event) else f"{first.month:02d}"
    return (f"{first.year:04d}", month, first.isoformat(), last.isoformat(), event.anchor)


def newest_first(events: Sequence[EventView]) -> tuple[EventView, ...]:
    """All events, latest date first, each once though it comes with several briefs."""
    return tuple(sorted(once(events), key=order, reverse=True))


def pages(events: Sequence[EventView], by_topic: Mapping[Link, Sequence[EventView]]) -> tuple[TimelinePage, ...]:
    """The timeline of everything, and one for each filter that leaves anything over.

    `by_topic`: the events of each topic's briefs, by the topic's link.
    """
    news = [event for event in events if not event.background]
    announced = [event for event in events if event.announced]
    chosen = [
        ("timeline/", "Timeline", "Everything", events),
        ("timeline/news/", "Timeline without background", "Without background", news),
        ("timeline/announced/", "What was announced", "Announced", announced),
    ]
    for topic, own in sorted(by_topic.items(), key=lambda one: (-len(one[1]), one[0].text))[:TOPICS]:
        if len(own) >= EVENTS_FOR_A_TOPIC:
            chosen.append((f"timeline/{topic.url}", f"Timeline: {topic.text}", topic.text, own))
    kept = [row for row in chosen if row[3] or row[0] == "timeline/"]
    filters = tuple(Link(short, url, str(len(of_it))) for url, _, short, of_it in kept)
    return tuple(page(of_it, url, title, filters) for url, title, _, of_it in kept)


def page(events: Sequence[EventView], url: str, title: str, filters: tuple[Link, ...]) -> TimelinePage:
    """The page of all these events."""
    ordered = newest_first(events)
    years = tuple(
        TimelineYear(year, _months(tuple(of_year)))
        for year, of_year in groupby(ordered, key=lambda event: order(event)[0])
    )
    exports = tuple(Link(name, f"{url}{file}", form) for name, file, form in EXPORTS) if ordered else ()
    return TimelinePage(url, title, filters if len(filters) > 1 else (), years, _strip(ordered), exports)


def _months(events: Sequence[EventView]) -> tuple[TimelineMonth, ...]:
    months = []
    for (year, month), of_month in groupby(events, key=lambda event: order(event)[:2]):
        date = date_text(year) if month == "00" else month_text(int(year), int(month))
        months.append(TimelineMonth(date, tuple(of_month)))
    return tuple(months)


def _strip(events: Sequence[EventView]) -> tuple[YearBar, ...]:
    counts = Counter(order(event)[0] for event in events)
    most = max(counts.values(), default=0)
    return tuple(YearBar(year, count, count / most, count == most) for year, count in sorted(counts.items()))


def _coarse(event: EventView) -> bool:
    first, last = period(event.date.edtf)
    return event.date.precision in COARSE or (event.date.precision == "range" and first.year != last.year)
