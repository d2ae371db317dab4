"""Timelines for other programs: iCalendar, TimelineJS and plain JSON. A page of the plan is one timeline's files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newsbrief.edtf.text import date_text
from newsbrief.edtf.words import Speech
from newsbrief.export.timelines import Timelines
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import Link
from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.pages.partition.filters import Timeline, filtered, whole
from newsbrief.site.pages.timeline import divided, exports, has_timelines, is_exported
from newsbrief.site.render.links import root_of
from newsbrief.site.render.site import Site
from newsbrief.site.render.titles import timeline_title
from newsbrief.site.settings import value
from newsbrief.site.views.resolve import PageViews

# The plan's address for a timeline's files is the timeline's address and this.
NAME = "exports"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the files of the timelines that NEWSBRIEF_EXPORTS names, whole and filtered.

    A timeline of several parts has files for each part: a changed event then leaves the other parts alone.
    They hold published events only, in a preview too, because other programs may show them to readers.
    """
    if not has_timelines(site):
        return
    root = site.links.siteurl or str(value(site.settings, "NEWSBRIEF_FEED_SITEURL")).rstrip("/")
    for subject, events in whole(index):
        if not is_exported(subject, site):
            continue
        for one in filtered(subject, events):
            for url, covers, part in divided(one):
                ids = tuple([ref.id for ref in part if not ref.review])
                if part:
                    yield Page(f"{url}{NAME}", "timeline_files", ids, (_title(one, covers, site), root))


def _title(timeline: Timeline, covers: str, site: Site) -> str:
    subject = Link(timeline.subject.name, timeline.subject.url) if timeline.subject else None
    date = date_text(covers) if covers else None
    page = TimelinePage(timeline.url, timeline.filter, (), (), (), subject=subject, date=date)
    return f"{site.name}: {timeline_title(page, site.words)}"


def files(page: Page, views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the path below the output folder and the bytes (UTF-8) of each file."""
    title, root = page.values
    # In the order of their paths, so that a brief with several events is read once.
    events = {view: views.event(view) for view in sorted(page.shows)}
    texts = _timelines(root, site.words.speech).forms(title, [events[view] for view in page.shows])
    for link, text in zip(exports(page.url.removesuffix(NAME)), texts, strict=True):
        yield link.url or "", text.encode()


@lru_cache(maxsize=1)
def _timelines(root: str, speech: Speech) -> Timelines:
    # An event stands in the timeline of everything, in what filters leave of it, and in those of subjects.
    return Timelines(root_of(root), speech)
