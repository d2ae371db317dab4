"""The page of a story."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.stories import StoryFile, StoryPage
from newsbrief.site.options import FEEDS, PARTS
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, planned

VOTE = BriefEvent("e1", "2029-04-30", "", "The council voted.")
CLOSING = BriefEvent("e2", "2030-06", "", "The pier will close.")
OLD = BriefEvent("e3", "1990", "", "The pier was built.")
LATER = dt.datetime(2029, 6, 1, tzinfo=dt.UTC)
MANY = tuple(BriefEvent(f"e{n}", f"2029-{n % 12 + 1:02d}-{n % 28 + 1:02d}", "", f"Thing {n}.") for n in range(60))


def story(*entries: Entry, **fields: Any) -> StoryPage:
    (page,) = models("story", *entries, **fields).values()
    return page  # type: ignore[no-any-return]


def test_names_with_one_address_are_one_story() -> None:
    """Under the newest brief's spelling, with the newest brief first; `series` is another word for `story`."""
    page = story(
        entry("briefs/a.md", title="First", date="2029-05-01", unknown={"series": "North pier"}),
        entry("briefs/b.md", title="Second", date="2029-05-02", story="North Pier"),
    )
    assert (page.url, page.title) == ("stories/north-pier/", "North Pier")
    assert [teaser.headline for teaser in page.briefs] == ["Second", "First"]


def test_file_of_a_story_gives_title_and_words() -> None:
    """The title stands wherever the story is named."""
    file = StoryFile("north-pier", "stories/north-pier.md", "The pier", "Why it is *closed*.")
    page = story(entry(story="North pier"), stories=(file,))
    assert (page.title, page.words, page.briefs[0].story and page.briefs[0].story.text) == (
        *("The pier", "Why it is *closed*.", "The pier"),
    )


def test_events_are_past_announced_or_unreported() -> None:
    """What happened is in order of time; what was to come and nobody reported is a list of its own."""
    due = BriefEvent("e4", "2029-05-20", "", "The parade will go.")
    met = BriefEvent("e5", "2029-05-21", "", "The council will vote.", outcome="It voted for the pier.")
    page = story(entry(date="2029-05-04", story="Pier", events=(VOTE, CLOSING, OLD, due, met)), now=LATER)
    lists = (page.happened, page.announced, page.unreported)
    assert [[event.text for event in those] for those in lists] == [
        ["The pier was built.", "The council voted.", "The council will vote."],
        ["The pier will close."],
        ["The parade will go."],
    ]


def test_long_story_shows_its_latest_events() -> None:
    """Older ones are counted; the timeline has them."""
    page = story(entry(date="2029-12-30", story="Pier", events=MANY))
    assert (len(page.happened), page.earlier) == (40, 20)
    assert page.happened[-1].date.iso == max(event.date for event in MANY)


@pytest.mark.parametrize(
    ("events", "settings", "timeline", "exports"),
    [
        (MANY, {}, "timeline/stories/pier/", ["events.ics", "timelinejs.json", "events.json"]),
        (MANY, {"NEWSBRIEF_EXPORTS": ("site",)}, "timeline/stories/pier/", []),
        ((VOTE, OLD), {}, None, []),
    ],
)
def test_files_for_other_programs_are_offered_where_they_exist(
    events: tuple[BriefEvent, ...], settings: dict[str, Any], timeline: str | None, exports: list[str]
) -> None:
    """A story with few events has no timeline, and the settings may leave out the files."""
    page = story(entry(story="Pier", events=events), site={"settings": settings})
    assert (page.timeline and page.timeline.url) == timeline
    assert [link.url for link in page.exports] == [f"timeline/stories/pier/{name}" for name in exports]


def test_voices_begin_with_who_spoke_last() -> None:
    """Each speaker with the latest role and quotes; quotes that are not shown are counted."""
    said = tuple(BriefQuote(f"q{n}", (f"Words number {n} of this",), "Ida Holm") for n in (1, 2, 3))
    late = tuple(BriefQuote(f"q{n}", (f"Late words {n}",), name) for n, name in enumerate(("Odd Wick", "Ida Holm"), 1))
    people = (BriefPerson("Ida Holm", "the keeper"), BriefPerson("Odd Wick"))
    page = story(
        entry("briefs/a.md", date="2029-05-01", story="Pier", people=people, quotes=said),
        entry("briefs/b.md", date="2029-05-02", story="Pier", quotes=late),
        entry("briefs/c.md", date="2029-05-03", story="Pier", quotes=late[1:]),
    )
    assert [(voice.person.text, voice.role, len(voice.quotes), voice.more) for voice in page.voices] == [
        ("Ida Holm", "the keeper", 2, 3),
        ("Odd Wick", "", 1, 0),
    ]
    assert [(line.person.text, line.role, line.quotes) for line in page.people] == [
        ("Ida Holm", "the keeper", 5),
        ("Odd Wick", "", 1),
    ]


def test_people_and_places_of_most_briefs_come_first() -> None:
    """A protected person is not among them."""
    names = {"a": ("Ida Holm", "Odd Wick"), "b": ("Odd Wick",), "c": ("Bo Lind",)}
    entries = [
        entry(
            f"briefs/{path}.md",
            story="Pier",
            people=tuple(map(BriefPerson, those)),
            places=("Quay", "Mole") if path == "a" else ("Mole",),
        )
        for path, those in names.items()
    ]
    page = story(*entries, people=(PersonRule("Bo Lind", page="no"),))
    assert [line.person.text for line in page.people] == ["Odd Wick", "Ida Holm"]
    assert [place.text for place in page.places] == ["Mole", "Quay"]


@pytest.mark.parametrize(
    ("status", "feeds", "feed"),
    [
        ("published", FEEDS, "feeds/stories/pier.atom.xml"),
        ("review", FEEDS, ""),
        ("published", FEEDS - {"stories"}, ""),
    ],
)
def test_story_has_a_feed_if_a_brief_is_published(status: str, feeds: frozenset[str], feed: str) -> None:
    """Feeds carry published briefs only, and the settings say which pages have one."""
    assert story(entry(story="Pier", status=status), feeds=feeds).feed == feed


@pytest.mark.parametrize("status", ["retracted", "withdrawn", "draft"])
def test_brief_that_tells_nothing_is_in_no_story(status: str) -> None:
    """A story without other briefs has no page."""
    assert planned("story", entry(story="Pier", status=status)) == {}


@pytest.mark.parametrize("fields", [{"site": {"without": ("story",)}}, {"parts": PARTS - {"stories"}}])
def test_theme_without_stories_has_no_pages(fields: dict[str, Any]) -> None:
    """Nothing is planned that no template renders."""
    assert planned("story", entry(story="Pier"), **fields) == {}
