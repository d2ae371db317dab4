"""Timelines for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsbrief.build.jobs import Files
from newsbrief.export.timelines import Timelines
from newsbrief.model.pages import Site
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import EventView, Link
from newsbrief.publish import settings as ours
from newsbrief.publish.keys import key
from newsbrief.publish.links import root_of
from newsbrief.publish.press import Press
from newsbrief.publish.telling import told
from newsbrief.publish.titles import timeline_title

if TYPE_CHECKING:  # it comes with all that late changes are worked out by
    from newsbrief.collate.late.exported import Exported


def exports(
    press: Press, site: Site, settings: Mapping[str, Any]
) -> Iterator[tuple[str, Callable[[], str], Callable[[], Files]]]:
    """A job for each timeline: its name, its key, and what makes it; without what is not published."""
    timelines = _timelines(press, settings)
    for one in site.timeline_files if press.printing.has("timeline") else ():
        page, events = one.page, tuple(event for event in one.events if not event.review)
        title = _title(page, press, settings)
        made_of = partial(_made_of, title, page.exports, events)
        yield job(page.url), made_of, partial(export_files, page.exports, title, events, timelines)


def exports_again(
    press: Press, files: Iterable[Exported], settings: Mapping[str, Any]
) -> Iterator[tuple[str, str, Callable[[], Files]]]:
    """A job for each timeline of which some events changed; all others are taken out of the files that there are."""
    timelines = _timelines(press, settings)
    for one in files:
        title, name = _title(one.page, press, settings), job(one.page.url)
        links, events = one.page.exports, _events(one)
        # What is taken from the last files is what it was there.
        before = press.printing.before.keys.get(name, "")
        made_of = key(before, title, links, [event if isinstance(event, int) else told(event) for event in events])
        yield name, made_of, partial(_amended, press.printing.output, one, title, events, timelines)


def _events(one: Exported) -> list[EventView | int]:
    places = {row.anchor: place for place, row in enumerate(one.before) if row.anchor not in one.fresh}
    return [places[row.anchor] if row.anchor in places else one.view(row) for row in one.now]


def _amended(output: Path, one: Exported, title: str, events: Sequence[EventView | int], timelines: Timelines) -> Files:
    links = one.page.exports
    try:
        files = [(output / (link.url or "")).read_bytes() for link in links]
        made = timelines.amended(title, events, len(one.before), files)
    except (OSError, ValueError):  # whatever somebody did to the files, all can be made anew
        return export_files(links, title, [one.view(row) for row in one.now], timelines)
    return [(link.url or "", data) for link, data in zip(links, made, strict=True)]


def _timelines(press: Press, settings: Mapping[str, Any]) -> Timelines:
    return Timelines(root_of(ours.feed_siteurl(settings)), press.words.speech)


def _title(page: TimelinePage, press: Press, settings: Mapping[str, Any]) -> str:
    return f"{settings['SITENAME']}: {timeline_title(page, press.words)}"


def job(url: str) -> str:
    """The job that writes a timeline for other programs, by the address of its page."""
    return f"{url}exports"


def _made_of(title: str, links: tuple[Link, ...], events: tuple[EventView, ...]) -> str:
    return key(title, links, told(events))


def export_files(exports: Sequence[Link], title: str, events: Sequence[EventView], timelines: Timelines) -> Files:
    """Each of the `exports` with its text."""
    forms = timelines.forms(title, events)
    return ((link.url or "", text) for link, text in zip(exports, forms, strict=True))
