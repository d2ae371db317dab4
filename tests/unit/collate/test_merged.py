"""One event of several briefs as one entry of every timeline."""

from __future__ import annotations

import pytest

from newsbrief import collate
from newsbrief.model.brief import BriefEvent, BriefPerson
from newsbrief.model.entry import Entry
from newsbrief.model.pages import Site
from newsbrief.model.views import EventView
from tests.unit.briefs import edition, entry

VOTE = "2029-05-03"


def brief(slug: str, day: str, *events: BriefEvent, **fields: object) -> Entry:
    return entry(f"briefs/{day}-{slug}.md", title=f"Headline {slug}", date=day, events=events, **fields)


def told(text: str, date: str = VOTE, number: int = 1, **fields: object) -> BriefEvent:
    return BriefEvent(f"e{number}", date, "then", text, **fields)  # type: ignore[arg-type]


def site(*briefs: Entry, publish: bool = False) -> Site:
    return collate.site(briefs, edition(publish=publish))


def only(*briefs: Entry, publish: bool = False) -> EventView:
    """The one entry of the timeline."""
    (event,) = site(*briefs, publish=publish).timelines[0].events
    return event


def sources(event: EventView) -> list[str]:
    return [event.anchor, *(telling.anchor for telling in event.also)]


FIRST = brief("a", "2029-05-04", told("The council voted."))
LATER = brief("b", "2029-05-06", told("Councillors voted.", same=("a#e1",)))
LABELLED = brief("c", "2029-05-07", told("It was voted on.", label="Ferry kept", same=("a#e1",)))
BEFORE = brief("d", "2029-05-01", told("The council will vote.", same=("a#e1",)))
ABOUT = brief("e", "2029-05-02", told("There was a vote in spring.", "2029-04/2029-05", same=("a#e1",)))


@pytest.mark.parametrize(
    ("briefs", "anchors"),
    [
        ((FIRST, LATER), ["2029/05/04/a/#e1", "2029/05/06/b/#e1"]),
        ((FIRST, LATER, LABELLED), ["2029/05/07/c/#e1", "2029/05/04/a/#e1", "2029/05/06/b/#e1"]),
        ((BEFORE, FIRST, LATER), ["2029/05/04/a/#e1", "2029/05/01/d/#e1", "2029/05/06/b/#e1"]),
        ((ABOUT, FIRST), ["2029/05/04/a/#e1", "2029/05/02/e/#e1"]),
    ],
)
def test_one_telling_leads_and_the_others_are_its_sources(briefs: tuple[Entry, ...], anchors: list[str]) -> None:
    """A person's label leads, then what happened before what was announced, the nearer date, the older brief."""
    assert sources(only(*briefs)) == anchors
    assert only(*briefs).date.edtf == VOTE


def test_entry_is_known_by_its_oldest_telling() -> None:
    """Another lead does not make another entry in a reader's calendar."""
    assert only(FIRST).uid == only(FIRST, LATER).uid == only(FIRST, LATER, LABELLED).uid == "2029/05/04/a/#e1"


def test_every_brief_keeps_its_own_telling() -> None:
    """A brief's page has its own words under their own anchor, and leads to the others."""
    pages = site(FIRST, LATER, LABELLED).briefs
    own = {page.url: page.events[0] for page in pages.values()}
    assert {url: (event.text, sources(event)) for url, event in own.items()} == {
        "2029/05/04/a/": ("The council voted.", ["2029/05/04/a/#e1", "2029/05/07/c/#e1", "2029/05/06/b/#e1"]),
        "2029/05/06/b/": ("Councillors voted.", ["2029/05/06/b/#e1", "2029/05/07/c/#e1", "2029/05/04/a/#e1"]),
        "2029/05/07/c/": ("Ferry kept", ["2029/05/07/c/#e1", "2029/05/04/a/#e1", "2029/05/06/b/#e1"]),
    }


def test_event_is_background_or_announced_only_if_every_brief_says_so() -> None:
    """What was news to one brief is news, and what one saw happen is not to come any more."""
    much_later = brief("f", "2029-11-01", told("The council once voted.", same=("a#e1",), label="Ferry kept"))
    assert only(much_later).background
    assert not only(FIRST, much_later).background
    assert only(BEFORE).announced
    assert not only(BEFORE, FIRST).announced


@pytest.mark.parametrize(
    ("closing", "outcome", "there"),
    [
        (brief("b", "2029-05-02", told("Due.", same=("d#e1",), outcome="It is off.")), "It is off.", "It is off."),
        (brief("b", "2029-05-03", told("It is today.", same=("d#e1",))), "", "It is today."),
        (brief("b", "2029-05-09", told("It was so.", same=("d#e1",))), "", "It was so."),
    ],
)
def test_one_brief_closes_the_loose_end_of_all(closing: Entry, outcome: str, there: str) -> None:
    """By its `outcome`, or by telling of the day itself: the timeline has that, and the announcing brief's page."""
    announcing = brief("d", "2029-05-01", told("The council will vote."))
    assert only(announcing).overdue
    entry_of_both = only(announcing, closing)
    (own,) = site(announcing, closing).briefs[announcing.path].events
    assert [(event.overdue, event.outcome) for event in (entry_of_both, own)] == [(False, outcome), (False, there)]


def test_brief_that_tells_it_needs_no_outcome() -> None:
    """Only where it was yet to come are another brief's words what became of it."""
    (own,) = site(BEFORE, FIRST).briefs[FIRST.path].events
    assert (own.announced, own.outcome) == (False, "")


def test_loose_end_that_no_brief_closes_stays_open() -> None:
    """Two announcements are as open as one."""
    again = brief("b", "2029-05-02", told("It is due.", same=("d#e1",)))
    assert only(brief("d", "2029-05-01", told("The council will vote.")), again).overdue


def test_brief_in_review_is_a_source_and_gives_nothing_else() -> None:
    """In a preview it neither leads nor adds people or an outcome: readers would lose them again."""
    fields = {"status": "review", "people": (BriefPerson("Ida Fenn"),)}
    words = told("Ida Fenn will vote.", same=("a#e1",), label="Mine", outcome="Done")
    reviewed = brief("b", "2029-05-01", words, **fields)
    event = only(FIRST, reviewed)
    assert sources(event) == ["2029/05/04/a/#e1", "2029/05/01/b/#e1"]
    assert (event.uid, event.people, event.outcome) == ("2029/05/04/a/#e1", (), "")
    assert only(FIRST, reviewed, publish=True).also == ()
    assert only(reviewed).text == "Mine"


def test_people_of_all_tellings_have_the_entry_on_their_pages() -> None:
    """Once on each page, though the brief that leads does not name them."""
    people = (BriefPerson("Ida Fenn"), BriefPerson("Hob Merrin"))
    others = tuple(
        brief(f"x{number}", f"2029-05-1{number}", told("Fenn and Merrin voted.", same=("a#e1",)), people=people)
        for number in range(3)
    )
    pages = site(FIRST, *others).person_pages
    assert [(page.name, [event.anchor for event in page.events]) for page in pages] == [
        ("Hob Merrin", ["2029/05/04/a/#e1"]),
        ("Ida Fenn", ["2029/05/04/a/#e1"]),
    ]


def test_every_list_counts_the_entry_once() -> None:
    """The strip of years, the filters, a topic's timeline and the front page."""
    due = [told(f"Number {number} will sail.", "2031", number) for number in (2, 3, 4)]
    again = [told(f"{number} is to sail.", "2031", number, same=(f"a#e{number}",)) for number in (2, 3, 4)]
    briefs = [
        brief("a", "2029-05-04", told("The council voted."), *due, tags=("Ferry",)),
        brief("b", "2029-05-06", told("They voted.", same=("a#e1",)), *again, tags=("Ferry",)),
    ]
    made = site(*briefs)
    whole = made.timelines[0]
    assert [(bar.date.text, bar.count) for bar in whole.strip if bar.count] == [("2029", 1), ("2031", 3)]
    assert {one.kind: one.count for one in whole.filters} == {"all": 4, "announced": 3}
    assert [(link.text, link.count) for group in whole.others for link in group.links] == [("Ferry", 4)]
    assert len(made.front.announced) == 3


def test_two_tellings_of_one_brief_are_one_source() -> None:
    """A person said that both are the event: the brief is named once, and never on its own page."""
    twice = brief("b", "2029-05-06", told("First.", same=("a#e1",)), told("Again.", number=2, same=("a#e1",)))
    assert sources(only(FIRST, twice)) == ["2029/05/04/a/#e1", "2029/05/06/b/#e1"]
    own = site(FIRST, twice).briefs[twice.path].events
    assert [[telling.anchor for telling in event.also] for event in own] == [["2029/05/04/a/#e1"]] * 2
