"""Events as pages show them, told by one brief or several."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.model.brief import BriefEvent, BriefPerson
from newsbrief.model.entry import Entry
from newsbrief.model.views import EventView
from tests.unit.briefs import entry, views_of

VOTE = "2029-05-03"


def brief(slug: str, day: str, *events: BriefEvent, **fields: Any) -> Entry:
    return entry(f"briefs/{day}-{slug}.md", title=f"Headline {slug}", date=day, events=events, **fields)


def told(text: str, date: str = VOTE, number: int = 1, **fields: Any) -> BriefEvent:
    return BriefEvent(f"e{number}", date, "then", text, **fields)


def only(*briefs: Entry) -> EventView:
    """The one entry of all timelines."""
    views = views_of(*briefs)
    (ref,) = views.index.events.ordered
    return views.event(ref.id)


def own(one: Entry, *others: Entry) -> list[EventView]:
    """The events of a brief as its page shows them."""
    views = views_of(one, *others)
    return [views.own_event(view) for view in views.index.events.own[one.path]]


def tellings(event: EventView) -> list[str]:
    return [event.anchor, *(telling.anchor for telling in event.also)]


FIRST = brief("a", "2029-05-04", told("The council voted."))
LATER = brief("b", "2029-05-06", told("Councillors voted.", same=("a#e1",)))
LABELLED = brief("c", "2029-05-07", told("It was voted on.", label="Ferry kept", same=("a#e1",)))
BEFORE = brief("d", "2029-05-01", told("The council will vote.", same=("a#e1",)))
ABOUT = brief("e", "2029-05-02", told("There was a vote in spring.", "2029-04/2029-05", same=("a#e1",)))
A, B, C, D = "2029/05/04/a/#e1", "2029/05/06/b/#e1", "2029/05/07/c/#e1", "2029/05/01/d/#e1"


@pytest.mark.parametrize(
    ("briefs", "anchors"),
    [
        ((FIRST, LATER), [A, B]),
        ((FIRST, LATER, LABELLED), [C, A, B]),
        ((BEFORE, FIRST, LATER), [A, D, B]),
        ((ABOUT, FIRST), [A, "2029/05/02/e/#e1"]),
    ],
)
def test_one_telling_leads_and_the_others_follow(briefs: tuple[Entry, ...], anchors: list[str]) -> None:
    """An editor's label leads, then what happened before what was announced, the nearer date, the older brief."""
    assert tellings(only(*briefs)) == anchors
    assert only(*briefs).date.edtf == VOTE


def test_entry_is_known_by_its_oldest_telling() -> None:
    """Another lead does not make another entry in a reader's calendar."""
    assert only(FIRST).uid == only(FIRST, LATER).uid == only(FIRST, LATER, LABELLED).uid == A


@pytest.mark.parametrize(
    ("one", "text", "anchors"),
    [
        (FIRST, "The council voted.", [A, C, B]),
        (LATER, "Councillors voted.", [B, C, A]),
        (LABELLED, "Ferry kept", [C, A, B]),
    ],
)
def test_every_brief_has_its_own_telling(one: Entry, text: str, anchors: list[str]) -> None:
    """A brief's page has its own words under their own anchor, and leads to the others."""
    (found,) = own(one, *(other for other in (FIRST, LATER, LABELLED) if other is not one))
    assert (found.text, tellings(found)) == (text, anchors)


def test_event_is_background_or_announced_only_if_every_brief_says_so() -> None:
    """What was news to one brief is news; what one saw happen is no longer to come."""
    much_later = brief("f", "2029-11-01", told("The council once voted.", same=("a#e1",), label="Ferry kept"))
    assert [only(*those).background for those in ((much_later,), (FIRST, much_later))] == [True, False]
    assert [only(*those).announced for those in ((BEFORE,), (BEFORE, FIRST))] == [True, False]


@pytest.mark.parametrize(
    ("closing", "outcome", "on_page"),
    [
        (brief("b", "2029-05-02", told("Due.", same=("d#e1",), outcome="It is off.")), "It is off.", "It is off."),
        (brief("b", "2029-05-03", told("It is today.", same=("d#e1",))), "", "It is today."),
        (brief("b", "2029-05-09", told("It was so.", same=("d#e1",))), "", "It was so."),
    ],
)
def test_one_brief_says_what_became_of_what_another_announced(closing: Entry, outcome: str, on_page: str) -> None:
    """By its `outcome`, or because it tells of the day itself: then it is overdue nowhere."""
    announcing = brief("d", "2029-05-01", told("The council will vote."))
    assert only(announcing).overdue
    (found,) = own(announcing, closing)
    assert [(event.overdue, event.outcome) for event in (only(announcing, closing), found)] == [
        (False, outcome),
        (False, on_page),
    ]


def test_brief_that_tells_what_happened_needs_no_outcome() -> None:
    """Other briefs' words are an outcome only where the event was to come."""
    (found,) = own(FIRST, BEFORE)
    assert (found.announced, found.outcome) == (False, "")


def test_brief_in_review_only_adds_a_telling() -> None:
    """In a preview it neither leads nor adds people or an outcome: readers would lose them again."""
    words = told("Ida Fenn will vote.", same=("a#e1",), label="Mine", outcome="Done")
    reviewed = brief("b", "2029-05-01", words, status="review", people=(BriefPerson("Ida Fenn"),))
    event = only(FIRST, reviewed)
    assert tellings(event) == [A, "2029/05/01/b/#e1"]
    assert (event.uid, event.people, event.outcome) == (A, (), "")
    assert only(reviewed).text == "Mine"


def test_two_tellings_of_one_brief_count_once() -> None:
    """The brief is named once, and never on its own page."""
    twice = brief("b", "2029-05-06", told("First.", same=("a#e1",)), told("Again.", number=2, same=("a#e1",)))
    assert tellings(only(FIRST, twice)) == [A, B]
    assert [[telling.anchor for telling in event.also] for event in own(twice, FIRST)] == [[A]] * 2
