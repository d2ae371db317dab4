"""Lists of briefs."""

from newsbrief import collate
from newsbrief.model.brief import BriefEvent
from tests.unit.briefs import edition, entry


def test_topics_spelled_alike_are_one() -> None:
    """Two spellings that lead to one address are one topic, under the newest brief's spelling."""
    briefs = [
        entry("briefs/a.md", tags=("North-Harbour",), date="2029-05-01"),
        entry("briefs/b.md", tags=("North Harbour",)),
    ]
    topics = [page for page in collate.site(briefs, edition()).listings if page.kind == "topic"]
    assert [(page.title, len(page.briefs)) for page in topics] == [("North Harbour", 2)]


def test_front_page_is_cut_and_leads_to_the_archive() -> None:
    """The front page holds the latest briefs by day; the rest is one click away."""
    briefs = [entry(f"briefs/{n}.md", date=f"2029-05-{n:02d}", title=f"Day {n}") for n in range(1, 6)]
    front = collate.site(briefs, edition(front_briefs=2)).front
    assert [[teaser.headline for teaser in day.briefs] for day in front.days] == [["Day 5"], ["Day 4"]]
    assert front.more == "archive/"


def test_front_page_announces_what_is_still_to_come_at_the_build_instant() -> None:
    """An announced date stands on the front page until it has passed."""
    events = (BriefEvent("e1", "2030-02-28", "", "Past by now."), BriefEvent("e2", "2030-03", "", "Due this month."))
    front = collate.site([entry(events=events)], edition()).front
    assert [event.text for event in front.announced] == ["Due this month."]


def test_archive_has_a_page_for_each_year_and_month() -> None:
    """Years and months with briefs have addresses that can be guessed."""
    briefs = [entry("briefs/a.md", date="2028-12-31"), entry("briefs/b.md", date="2029-01-01")]
    site = collate.site(briefs, edition())
    assert sorted(page.url for page in site.archives) == ["2028/", "2028/12/", "2029/", "2029/01/"]
    assert [(one.date.text, one.url, one.briefs) for one in site.archive.periods] == [
        ("2029", "2029/", 1),
        ("2028", "2028/", 1),
    ]


def test_large_archive_leads_to_its_months() -> None:
    """Beyond two hundred headlines the archive lists years only, and a month all its headlines."""
    briefs = [entry(f"briefs/{n}.md", date=f"2029-05-{n % 28 + 1:02d}", title=f"Brief {n}") for n in range(201)]
    site = collate.site(briefs, edition())
    assert not site.archive.days
    (month,) = [page for page in site.archives if page.url == "2029/05/"]
    assert sum(len(day.briefs) for day in month.days) == 201


def test_older_and_newer_brief_are_neighbours_in_time() -> None:
    """A brief leads to the one before and the one after it."""
    briefs = [entry(f"briefs/{n}.md", date=f"2029-05-{n:02d}", title=f"Day {n}") for n in (1, 2, 3)]
    page = collate.site(briefs, edition()).briefs["briefs/2.md"]
    assert page.newer is not None
    assert page.older is not None
    assert (page.newer.text, page.older.text) == ("Day 3", "Day 1")


def test_topic_without_a_published_brief_offers_no_feed() -> None:
    """Feeds carry published briefs only."""
    (page,) = (p for p in collate.site([entry(tags=("Harbour",), status="review")], edition()).listings)
    assert page.feed == ""
