"""The list of all stories."""

from __future__ import annotations

from newsbrief.model.brief import BriefEvent
from newsbrief.site.index.proposals import LATEST, MOST
from newsbrief.site.options import PARTS
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, planned

VOTE = BriefEvent("e1", "2029-04-30", "", "The council voted.")
CLOSING = BriefEvent("e2", "2030-06", "", "The pier will close.")
LATER = BriefEvent("e3", "2031", "", "The pier will open.")


def test_stories_stand_in_the_order_in_which_they_moved() -> None:
    """The one with the newest brief first, each with that brief and the number of all."""
    entries = [
        entry(f"briefs/{day}.md", title=f"Day {day}", date=f"2029-05-{day:02d}", story=story)
        for day, story in enumerate(("Pier", "Mill", "Pier", "Ferry"), 1)
    ]
    page = models("stories", *entries)["stories/"]
    found = [(line.story.text, line.latest.headline, line.count) for line in page.stories]
    assert found == [("Ferry", "Day 4", 1), ("Pier", "Day 3", 2), ("Mill", "Day 2", 1)]


def test_line_of_a_story_has_its_next_event() -> None:
    """The soonest of those that are announced and not past."""
    page = models("stories", entry(story="Pier", events=(LATER, CLOSING, VOTE)))["stories/"]
    assert [line.ahead and line.ahead.text for line in page.stories] == ["The pier will close."]


def test_readers_see_no_proposals() -> None:
    """A preview shows what looks like a story, the newest brief first; a site for readers does not."""
    alike = [
        entry(
            f"briefs/{n}.md",
            title="Herring fleet stranded",
            date=f"2029-05-0{n}",
            summary="The herring fleet lies idle.",
        )
        for n in (1, 2, 3)
    ]
    others = [entry(f"briefs/x{n}.md", title=word, date="2029-04-01") for n, word in enumerate(("Bread", "Snow"))]
    (proposal,) = models("stories", *alike, *others)["stories/"].proposals
    assert [teaser.url for teaser in proposal.briefs] == ["2029/05/03/3/", "2029/05/02/2/", "2029/05/01/1/"]
    assert "herring" in proposal.shared
    assert models("stories", *alike, *others, publish=True)["stories/"].proposals == ()
    assert models("stories", *alike, *others, parts=PARTS - {"related"})["stories/"].proposals == ()


def test_page_shows_a_part_of_what_is_proposed() -> None:
    """A few groups, each with its newest briefs and how many there are."""
    fish = ("Herring", "Mackerel", "Haddock", "Halibut", "Turbot", "Plaice", "Saithe", "Pollack", "Sprat", "Smelt")
    words = (*fish, "Gurnard", "Dogfish", "Lumpfish")
    alike = [
        entry(
            f"briefs/{word}-{n}.md",
            title=f"{word} boats stranded in {word} bay",
            date=f"2029-05-{place + 1:02d}",
            summary=f"All {word} boats lie idle.",
        )
        for place, word in enumerate(words)
        for n in range(LATEST + 1)
    ]
    proposals = models("stories", *alike)["stories/"].proposals
    assert len(proposals) == MOST
    assert {(len(one.briefs), one.count) for one in proposals} == {(LATEST, LATEST + 1)}


def test_theme_without_the_template_has_no_page() -> None:
    """Nothing leads there either."""
    assert planned("stories", entry(story="Pier"), site={"without": ("stories",)}) == {}
