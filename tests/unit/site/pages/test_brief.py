"""The page of a brief."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.model.article import Photo
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote, Note
from newsbrief.model.entry import Entry, PersonRule, Picture
from newsbrief.model.pages import BriefPage
from newsbrief.site.options import PARTS
from newsbrief.site.pages import brief
from newsbrief.site.render.site import OwnPage
from newsbrief.site.views.resolve import PageViews
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, page_keys, planned, shown_views, site_of

SOLBERG = BriefPerson("Mira Solberg", "harbour master")
SAID = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")
OTHERS = [entry(f"briefs/o{n}.md", title=n, date="2029-04-01") for n in ("Bread", "Snow", "Chess")]


def only(one: Entry, **fields: Any) -> BriefPage:
    """The page of the only brief."""
    (page,) = models("brief", one, **fields).values()
    return page  # type: ignore[no-any-return]


def days(*numbers: int, **fields: Any) -> list[Entry]:
    return [entry(f"briefs/{n}.md", title=f"Day {n}", date=f"2029-05-{n:02d}", **fields) for n in numbers]


def test_newer_and_older_brief_are_neighbours_in_time() -> None:
    """A brief leads to the next older and newer one that is still published, in the words of their headlines."""
    gone = entry("briefs/gone.md", date="2029-05-02", title="Gone", status="retracted", lang="nn")
    pages = models("brief", *days(1, 3, 4), gone)
    page = pages["2029/05/03/3/"]
    assert [link and (link.text, link.url) for link in (page.newer, page.older)] == [
        ("Day 4", "2029/05/04/4/"),
        ("Day 1", "2029/05/01/1/"),
    ]
    assert (pages["2029/05/04/4/"].newer, pages["2029/05/01/1/"].older) == (None, None)


@pytest.mark.parametrize(
    ("status", "headline", "notes"),
    [("retracted", "Ferry returns", ["It could not be confirmed."]), ("withdrawn", "", [])],
)
def test_brief_that_is_no_longer_published_shows_none_of_its_content(
    status: str, headline: str, notes: list[str]
) -> None:
    """A retracted brief keeps its headline and the reason, a withdrawn one nothing but its address."""
    note = Note("retraction", "It could not be confirmed.", about="q1")
    page = only(entry(status=status, summary="Sums up.", notes=(note,), quotes=(SAID,), people=(SOLBERG,)))
    assert (page.headline, [one.text for one in page.notes]) == (headline, notes)
    assert (page.summary, page.quotes, page.people, page.newer, page.story) == ("", (), (), None, None)
    assert "calendar" not in repr(page)


@pytest.mark.parametrize(
    ("summary", "text", "standfirst"),
    [
        ("The ferry is back.", "The harbour was full.", "The ferry is back."),
        ("The ferry is back.", "The ferry  is\nback. It came at noon.", ""),
        ("The ferry is back.", "The ferry is late.", "The ferry is back."),
        (" The ferry is back.", "The ferry is back. It came.", ""),
        ("", "The ferry is back.", ""),
        ("The ferry is back.", "", "The ferry is back."),
    ],
)
def test_text_that_begins_with_the_summary_has_no_standfirst(summary: str, text: str, standfirst: str) -> None:
    """Readers need not read the same words twice."""
    assert only(entry(summary=summary, text=text)).standfirst == standfirst


def test_brief_knows_its_place_in_the_story() -> None:
    """It leads to one later and three earlier briefs, newest first, and says how many there are."""
    story = models("brief", *days(*range(1, 10), story="Pier"))["2029/05/05/5/"].story
    assert [teaser.headline for teaser in story.later] == ["Day 6"]
    assert [teaser.headline for teaser in story.earlier] == ["Day 4", "Day 3", "Day 2"]
    assert (story.story.text, story.story.url, story.count) == ("Pier", "stories/pier/", 9)


def test_another_spelling_of_the_story_renders_all_its_briefs_again() -> None:
    """The newest brief spells the story's name on every page that has it."""
    older, newest = days(*range(1, 8), story="Pier"), entry("briefs/9.md", date="2029-05-09", story="Pier")
    before = page_keys("brief", *older, newest)
    after = page_keys("brief", *older, entry("briefs/9.md", date="2029-05-09", story="PIER"))
    assert all(before[url] != after[url] for url in before)


def test_body_edit_renders_the_brief_s_own_page_only() -> None:
    """No other page shows the text of a brief."""
    one, two, three = days(1, 2, 3, story="Pier", summary="Sums up.")
    edited = entry("briefs/2.md", title="Day 2", date="2029-05-02", story="Pier", summary="Sums up.", body="New words.")
    before, after = page_keys("brief", one, two, three), page_keys("brief", one, edited, three)
    assert [url for url in before if before[url] != after[url]] == ["2029/05/02/2/"]


def test_related_briefs_are_those_that_share_rare_words() -> None:
    """Both lead to each other; a theme that shows no related briefs has none."""
    alike = [
        entry("briefs/a.md", title="Herring fleet stranded", date="2029-05-01"),
        entry("briefs/b.md", title="Herring fleet sails", date="2029-05-03"),
    ]
    pages = models("brief", *alike, *OTHERS)
    found = [[one.headline for one in pages[url].related] for url in ("2029/05/01/a/", "2029/05/03/b/")]
    assert found == [["Herring fleet sails"], ["Herring fleet stranded"]]
    without = models("brief", *alike, *OTHERS, parts=PARTS - {"related", "stories"})
    assert not any(page.related for page in without.values())


def test_people_have_their_roles_and_counts() -> None:
    """Each person with the role in this brief and the number of quotes; a protected one is not there."""
    people = (SOLBERG, BriefPerson("Ansel Quay"), BriefPerson("Ida Fenn"))
    page = only(entry(people=people, quotes=(SAID,)), people=(PersonRule("Ida Fenn", page="no"),))
    assert [(line.person.text, line.role, line.quotes) for line in page.people] == [
        ("Mira Solberg", "harbour master", 1),
        ("Ansel Quay", "", 0),
    ]


def test_events_stand_newest_first() -> None:
    """Of one date, the one that the front matter has last comes first, as in timelines."""
    days_of = ("2029-05-01", "2029-06", "2029-05-01")
    events = tuple(BriefEvent(f"e{n}", day, text="It rained.") for n, day in enumerate(days_of, 1))
    assert [one.id for one in only(entry(events=events)).events] == ["e2", "e3", "e1"]


@pytest.mark.parametrize("rights", ["© Tidings", ""])
def test_photo_that_cannot_be_shown_leaves_what_the_brief_says_of_it(rights: str) -> None:
    """A photo has its own credit; without one that may be shown the page names what the article claims."""
    one = entry(photo=Photo("Osla Brandt", rights, file="images/quay.jpg"))
    picture = Picture("images/quay.jpg", "ab", 800, 600)
    page = only(Entry(one.path, one.brief, picture=picture))
    assert ((page.photo is not None), page.photo_credit) == ((True, "") if rights else (False, "Osla Brandt"))


def test_links_of_a_text_lead_to_briefs_pages_and_files() -> None:
    """A link by a file's path leads to what stands on the site; one to a draft leads nowhere."""
    body = "[a](b.md) [b]({filename}/pages/about.md) ![c]({static}/images/quay.png) [d]({filename}draft.md)"
    linking = entry("briefs/a.md", date="2029-05-02", body=body.replace("(b.md)", "({filename}b.md)"))
    entries = [linking, entry("briefs/b.md"), entry("briefs/draft.md", status="draft")]
    views = shown_views(*entries)
    files = dict.fromkeys(("briefs/a.md", "briefs/draft.md", "images/quay.png", "pages/about.md"), "digest")
    about = OwnPage("", {"url": "about/"})
    own = site_of(views.index.options, files=files, own_pages={"pages/about.md": about})
    page = next(one for one in brief.plan(views.index, own) if one.url == "2029/05/02/a/")
    seen = PageViews(page.url, page.shows, views)
    body = brief.variables(page, seen, own, brief.model(page, seen, own))["body"]
    assert [link for link in ("2029/05/04/b/", "about/", "images/quay.png", '"#"') if link in body] == [
        "2029/05/04/b/",
        "about/",
        "images/quay.png",
        '"#"',
    ]
    assert "draft" not in body


def test_changed_address_of_a_linked_brief_renders_the_page_again() -> None:
    """The link has to lead to the new address."""
    linking = entry("briefs/a.md", date="2029-05-09", body="[b]({filename}b.md)")
    between, target = entry("briefs/c.md", date="2029-05-06"), entry("briefs/b.md")
    before = page_keys("brief", linking, between, target)
    after = page_keys("brief", linking, between, entry("briefs/b.md", slug="other"))
    assert before["2029/05/09/a/"] != after["2029/05/09/a/"]


def test_draft_has_no_page() -> None:
    """Neither in a preview nor for readers; a brief in review has one in a preview only."""
    entries = [entry("briefs/a.md", status="draft"), entry("briefs/b.md", status="review")]
    assert [list(planned("brief", *entries, publish=publish)) for publish in (False, True)] == [["2029/05/04/b/"], []]
