"""Which views a page may show."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsbrief.model.brief import BriefEvent, BriefQuote, Note
from newsbrief.site.facts import view_ids
from newsbrief.site.index.digests import view_digests
from newsbrief.site.views.resolve import PageViews, UnplannedViewError
from tests.unit.briefs import entry, views_of

ONE = entry(
    text="The tide turned.",
    quotes=(BriefQuote("q1", ("Words",), "Bo Lind"),),
    events=(BriefEvent("e1", "2029"),),
    notes=(Note("update", "x"),),
)
PATH = ONE.path
WHOLE = view_ids.whole_id(PATH)
VIEWS: dict[str, Callable[[PageViews], object]] = {
    PATH: lambda views: views.teaser(PATH).headline,
    WHOLE: lambda views: (views.text(PATH).text, views.context(PATH, "q1")),
    view_ids.notes_id(PATH): lambda views: views.notes(PATH)[0].text,
    view_ids.quote_id(PATH, "q1"): lambda views: views.quote(f"{PATH}#q:q1").id,
    view_ids.event_id(PATH, "e1"): lambda views: (views.event(f"{PATH}#e:e1").id, views.own_event(f"{PATH}#e:e1").id),
}


@pytest.mark.parametrize("view", VIEWS)
def test_page_shows_what_its_plan_names_and_nothing_else(view: str) -> None:
    """A page cannot be out of date by oversight: a view that the plan does not name is an error."""
    views = views_of(ONE)
    assert VIEWS[view](PageViews("", (view,), views))
    with pytest.raises(UnplannedViewError, match=PATH):
        VIEWS[view](PageViews("", tuple(VIEWS.keys() - {view, WHOLE}), views))


@pytest.mark.parametrize("view", VIEWS)
def test_page_of_a_whole_brief_may_show_every_view_of_it(view: str) -> None:
    """The digest of the whole brief changes with each of its views."""
    assert VIEWS[view](PageViews("", (WHOLE,), views_of(ONE)))


def test_brief_without_notes_needs_no_view_of_them() -> None:
    """There is nothing that could change unnoticed: the plan knows which briefs have notes."""
    one = entry()
    assert PageViews("", (), views_of(one)).notes(one.path) == ()


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_a_digest(view: str) -> None:
    """The key of a page is made of the digests of its views."""
    assert view_digests(views_of(ONE).index)[view]
