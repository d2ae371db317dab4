"""The front page: the latest briefs, the stories that moved last, what lies ahead, and one quote."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from newsbrief.edtf.spans import period
from newsbrief.edtf.text import date_text
from newsbrief.model.pages import Day, FrontPage
from newsbrief.model.views import Teaser
from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.visible import is_listed
from newsbrief.site.pages.stories import line, moving
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

ARCHIVE = "archive/"
ALL_ANNOUNCED = "timeline/announced/"
ANNOUNCED = 6


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "index"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the front page. Its values are the ids of what it shows, and whether there is more of each."""
    current = [facts for facts in index.briefs if is_listed(facts) and facts.status != "retracted"]
    latest = tuple(facts.path for facts in current[: site.options.front_briefs])
    refs = index.events.ordered
    ahead = [ref for ref in refs if ref.announced and not site.options.past(period(ref.edtf)[1])]
    ahead.sort(key=lambda ref: (period(ref.edtf), ref.anchor))
    # The timeline has a page of announced events only if it leaves something out.
    has_all = bool(ahead) and "timelines" in site.options.parts and not all(ref.announced for ref in refs)
    announced = tuple(ref.id for ref in ahead[:ANNOUNCED])
    lead = _lead(index, set(latest))
    stories = tuple(moving(index, site))
    shows = dict.fromkeys(
        (*latest, *announced, *((lead,) if lead else ()), *(one for each in stories for one in each.shows))
    )
    yield Page("", "front", tuple(shows), (latest, announced, lead, stories, len(current) > len(latest), has_all))


def _lead(index: Index, latest: set[str]) -> str:
    """Return the view id of the newest quote that one of the latest briefs marks for the front page, or ""."""
    marked = (ref for facts in index.told for ref in index.quotes.by_brief[facts.path] if ref.lead)
    return next((ref.id for ref in marked if ref.path in latest), "")


def model(page: Page, views: PageViews, _site: Site) -> FrontPage:
    """Return the front page."""
    latest, announced, lead, stories, more, has_all = page.values
    return FrontPage(
        url="",
        days=days(tuple(map(views.teaser, latest))),
        announced=tuple(map(views.event, announced)),
        more=ARCHIVE if more else None,
        stories=tuple(line(one, views) for one in stories),
        lead_quote=views.quote(lead) if lead else None,
        all_announced=ALL_ANNOUNCED if has_all else None,
    )


def days(teasers: Iterable[Teaser]) -> tuple[Day, ...]:
    """Return teasers, newest first, under their days."""
    by_day = groupby(teasers, key=lambda one: one.published.iso)
    return tuple(Day(date_text(day), tuple(of_day)) for day, of_day in by_day)
