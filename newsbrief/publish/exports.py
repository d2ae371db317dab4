"""Timelines for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from newsbrief.build.jobs import Files
from newsbrief.export.timelines import Timelines
from newsbrief.model.pages import Site
from newsbrief.model.views import EventView, Link
from newsbrief.publish import settings as ours
from newsbrief.publish.keys import key
from newsbrief.publish.links import root_of
from newsbrief.publish.press import Press
from newsbrief.publish.shared import Shared
from newsbrief.publish.titles import timeline_title


def exports(
    press: Press, site: Site, settings: Mapping[str, Any], shared: Shared
) -> Iterator[tuple[str, Callable[[], str], Callable[[], Files]]]:
    """A job for each timeline: its name, its key, and what makes it; without what is not published."""
    root, name = ours.feed_siteurl(settings), str(settings["SITENAME"])
    timelines = Timelines(root_of(root), press.words.speech)
    for one in site.timeline_files if press.printing.has("timeline") else ():
        page, events = one.page, tuple(event for event in one.events if not event.review)
        title = f"{name}: {timeline_title(page, press.words)}"
        made_of = partial(_made_of, shared, title, page.exports, events)
        yield f"{page.url}exports", made_of, partial(export_files, page.exports, title, events, timelines)


def _made_of(shared: Shared, title: str, links: tuple[Link, ...], events: tuple[EventView, ...]) -> str:
    return key(title, links, shared.told(events))


def export_files(exports: Sequence[Link], title: str, events: Sequence[EventView], timelines: Timelines) -> Files:
    """Each of the `exports` with its text."""
    forms = timelines.forms(title, events)
    return ((link.url or "", text) for link, text in zip(exports, forms, strict=True))
