"""Stories: their briefs, and what stands on their pages."""

import datetime as dt

import pytest

from newsbrief import collate
from newsbrief.collate.proposals import LATEST, PROPOSALS
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.pages import Site
from newsbrief.model.stories import StoryFile, StoryPage
from tests.unit.briefs import edition, entry

VOTE = BriefEvent("e1", "2029-04-30", "", "The council voted.")
CLOSING = BriefEvent("e2", "2030-06", "", "The pier will close.")
LATER = dt.datetime(2029, 6, 1, tzinfo=dt.UTC)
OLD = BriefEvent("e3", "1990", "", "The pier was built.")


def site(*entries: collate.Entry, **fields: object) -> Site:
    return collate.site(entries, edition(**fields))


def only(made: Site) -> StoryPage:
    (page,) = made.story_pages
    return page


def test_briefs_of_one_story_come_together_newest_first() -> None:
    """Names that lead to one address are one story, under the newest brief's spelling."""
    page = only(
        site(
            entry("briefs/a.md", title="First", date="2029-05-01", story="North pier"),
            entry("briefs/b.md", title="Second", date="2029-05-02", story="North Pier"),
        )
    )
    assert (page.url, page.title) == ("stories/north-pier/", "North Pier")
    assert [teaser.headline for teaser in page.briefs] == ["Second", "First"]


def test_series_is_a_story() -> None:
    """What Pelican's plugin for series calls `series` is understood."""
    assert only(site(entry(unknown={"series": "North pier"}))).url == "stories/north-pier/"


def test_person_names_a_story() -> None:
    """content/stories/north-pier.md gives title and standfirst; the title stands wherever the story is named."""
    words = StoryFile("north-pier", "stories/north-pier.md", "The pier", "Why it is *closed*.")
    made = site(entry("briefs/a.md", story="North pier", events=(VOTE, CLOSING, OLD, VOTE)), stories=(words,))
    assert (only(made).title, only(made).words) == ("The pier", "Why it is *closed*.")
    (teaser,) = only(made).briefs
    assert teaser.story is not None
    assert teaser.story.text == "The pier"


def test_what_happened_is_in_order_and_what_comes_stands_apart() -> None:
    """Dates that lie before the build instant go up in time, announced ones after it are a list of their own."""
    page = only(site(entry(story="Pier", events=(VOTE, CLOSING, OLD))))
    assert [event.text for event in page.happened] == ["The pier was built.", "The council voted."]
    assert [event.text for event in page.announced] == ["The pier will close."]


def test_what_was_announced_and_never_told_of_has_not_happened() -> None:
    """Announced and past: with an outcome it happened, without one it is in a list of its own."""
    due = BriefEvent("e4", "2029-05-20", "", "The parade will go.")
    met = BriefEvent("e5", "2029-05-21", "", "The council will vote.", outcome="It voted for the pier.")
    page = only(site(entry(date="2029-05-04", story="Pier", events=(VOTE, due, met)), now=LATER))
    assert [event.text for event in page.happened] == ["The council voted.", "The council will vote."]
    assert [event.text for event in page.unreported] == ["The parade will go."]
    assert page.announced == ()


def test_long_story_shows_its_latest_dates() -> None:
    """What a page has no room for is counted, and the story's timeline has it."""
    events = tuple(BriefEvent(f"e{n}", f"2029-{n % 12 + 1:02d}-{n % 28 + 1:02d}", "", f"Thing {n}.") for n in range(60))
    page = only(site(entry(date="2029-12-30", story="Pier", events=events)))
    assert (len(page.happened), page.earlier) == (40, 20)
    assert page.timeline is not None
    assert page.timeline.url == "timeline/stories/pier/"


def test_voices_begin_with_who_spoke_last() -> None:
    """Each speaker with the latest role and quotes; what is not shown is counted."""
    said = [BriefQuote(f"q{n}", (f"Words number {n} of this",), "Ida Holm") for n in (1, 2, 3)]
    people = (BriefPerson("Ida Holm", "the keeper"), BriefPerson("Odd Wick"))
    page = only(
        site(
            entry("briefs/a.md", date="2029-05-01", story="Pier", people=people, quotes=tuple(said)),
            entry(
                "briefs/b.md", date="2029-05-02", story="Pier", quotes=(BriefQuote("q1", ("Late words",), "Odd Wick"),)
            ),
        )
    )
    assert [(voice.person.text, voice.role, len(voice.quotes), voice.more) for voice in page.voices] == [
        ("Odd Wick", "", 1, 0),
        ("Ida Holm", "the keeper", 2, 1),
    ]
    assert [(line.person.text, line.quotes) for line in page.people] == [("Ida Holm", 3), ("Odd Wick", 1)]


@pytest.mark.parametrize("status", ["retracted", "withdrawn", "draft"])
def test_what_tells_nothing_is_in_no_story(status: str) -> None:
    """A brief without its facts has no place in a story."""
    assert site(entry(story="Pier", status=status)).story_pages == ()


def test_story_in_review_has_no_feed() -> None:
    """Feeds carry published briefs only."""
    assert only(site(entry(story="Pier", status="review"))).feed == ""


def test_brief_knows_its_place_in_the_story() -> None:
    """A brief leads to those before it and after it, the newest first."""
    entries = [entry(f"briefs/{n}.md", title=f"Day {n}", date=f"2029-05-{n:02d}", story="Pier") for n in range(1, 10)]
    place = site(*entries).briefs["briefs/5.md"].story
    assert place is not None
    assert [teaser.headline for teaser in place.later] == ["Day 6"]
    assert [teaser.headline for teaser in place.earlier] == ["Day 4", "Day 3", "Day 2"]
    assert place.count == 9


def test_front_page_has_the_stories_that_moved_last() -> None:
    """A story of one brief has not moved yet; of the others the latest come first, four at most."""
    entries = [
        entry(f"briefs/{n}-{m}.md", title=f"{n} {m}", date=f"2029-05-{n + m:02d}", story=f"Story {n}")
        for n in range(1, 7)
        for m in range(1 if n == 6 else 2)
    ]
    made = site(*entries)
    assert [line.story.text for line in made.front.stories] == ["Story 5", "Story 4", "Story 3", "Story 2"]
    assert made.stories.stories[0].story.text == "Story 6"


def test_next_date_of_a_story_is_its_soonest() -> None:
    """A list of stories says what comes next in each."""
    (line,) = site(entry(story="Pier", events=(CLOSING, VOTE))).stories.stories
    assert line.ahead is not None
    assert line.ahead.text == "The pier will close."


def test_readers_see_no_proposals() -> None:
    """What looks like a story is shown in a preview, and not when the site is built for readers."""
    alike = [
        entry(
            f"briefs/{n}.md",
            title="Herring fleet stranded",
            date=f"2029-05-0{n}",
            summary="The herring fleet lies idle.",
        )
        for n in (1, 2, 3)
    ]
    others = [entry(f"briefs/x{n}.md", title=w, date="2029-04-01") for n, w in enumerate(("Bread", "Snow"))]
    (proposal,) = site(*alike, *others).stories.proposals
    assert [teaser.url for teaser in proposal.briefs] == ["2029/05/03/3/", "2029/05/02/2/", "2029/05/01/1/"]
    assert "herring" in proposal.shared
    assert site(*alike, *others, publish=True).stories.proposals == ()


def test_of_much_that_may_be_stories_the_latest_is_proposed() -> None:
    """As many as a person gets through, each with its latest briefs and how many there are."""
    fish = ("Herring", "Mackerel", "Haddock", "Halibut", "Turbot", "Plaice", "Saithe", "Pollack", "Sprat", "Smelt")
    words = [*fish, "Gurnard", "Dogfish", "Lumpfish"]
    alike = [
        entry(
            f"briefs/{word}-{n}.md",
            title=f"{word} boats stranded in {word} bay",
            date=f"2029-04-{place + 10}" if n < 15 else f"2029-05-{place + 10}",
            summary=f"All {word} boats lie idle.",
        )
        for place, word in enumerate(words)
        for n in range(16 if place else 3)
    ]
    proposed = site(*alike).stories.proposals
    assert len(words) > len(proposed) == PROPOSALS
    assert {(len(one.briefs), one.count) for one in proposed} == {(LATEST, 16)}
    assert proposed[0].briefs[0].url == "2029/05/22/lumpfish-15/"
    assert "lumpfish" in proposed[0].shared
