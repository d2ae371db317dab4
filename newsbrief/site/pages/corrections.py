"""All corrections, clarifications, replies, updates and retractions, by month."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from newsbrief.edtf.text import date_text
from newsbrief.model.pages import CorrectionsMonth, CorrectionsPage
from newsbrief.model.views import BriefNote
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import view_ids
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.visible import is_listed
from newsbrief.site.render.site import Site
from newsbrief.site.views.notes import outside
from newsbrief.site.views.resolve import PageViews


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "corrections"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the page. Its values are the paths of the briefs with notes, and of retracted ones."""
    if not site.has("corrections"):
        return
    noted = [
        facts for facts in index.briefs if is_listed(facts) and (facts.digests.notes or facts.status == "retracted")
    ]
    shows = [facts.path for facts in noted]
    shows += [view_ids.notes_id(facts.path) for facts in noted if facts.digests.notes]
    yield Page("corrections/", "corrections", tuple(shows), tuple(facts.path for facts in noted))


def model(page: Page, views: PageViews, _site: Site) -> CorrectionsPage:
    """Return the page, newest first; notes without a day come last."""
    found = [one for path in page.values for one in outside(views.notes(path), views.teaser(path))]
    found.sort(key=_day, reverse=True)
    months = groupby(found, key=lambda one: _day(one)[:7])
    return CorrectionsPage(
        page.url, tuple(CorrectionsMonth(date_text(month) if month else None, tuple(those)) for month, those in months)
    )


def _day(one: BriefNote) -> str:
    return one.note.date.iso if one.note.date else ""
