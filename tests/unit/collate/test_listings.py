"""Lists of briefs."""

from typing import Any

from newsbrief import collate
from newsbrief.collate.letters import order
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
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


def test_front_page_has_the_newest_marked_quote_of_its_briefs() -> None:
    """Not one of an older brief, nor of one that readers do not have, nor a protected speaker's."""

    def marked(name: str, day: int, status: str = "published", speaker: str = "Mira Solberg") -> Entry:
        quote = BriefQuote("q1", (f"Said in {name}",), speaker, lead=True)
        return entry(f"briefs/{name}.md", title=name, date=f"2029-05-{day:02d}", status=status, quotes=(quote,))

    def lead(**fields: Any) -> str:
        front = collate.site(briefs, edition(**fields)).front
        return front.lead_quote.brief.text if front.lead_quote else ""

    plain = entry(
        "briefs/plain.md", title="plain", date="2029-05-06", quotes=(BriefQuote("q1", ("No",), "Mira Solberg"),)
    )
    briefs = [marked("old", 1), marked("new", 3), marked("waits", 5, "review"), marked("gone", 7, "retracted"), plain]
    assert (lead(), lead(publish=True), lead(publish=True, front_briefs=1)) == ("waits", "new", "")
    assert lead(people=(PersonRule("Mira Solberg", page="no"),)) == ""


def test_long_topic_is_parted_and_its_feed_has_all() -> None:
    """A page for the newest, at the topic's address, and older ones that stay as they are."""
    briefs = [brief_of(number) for number in range(120)]
    newest, one = [page for page in collate.site(briefs, edition()).listings if page.kind == "topic"]
    assert (newest.url, newest.count, len(newest.briefs)) == ("topics/ferry/", 120, 70)
    assert (one.url, one.count, len(one.briefs), one.feed) == ("topics/ferry/1/", 0, 50, newest.feed)
    assert one.briefs[-1].headline == "Brief 0"
    more = collate.site([*briefs, brief_of(120)], edition()).listings
    assert one in more
    assert newest not in more


def test_a_person_s_many_briefs_and_quotes_are_parted_too() -> None:
    """The person's page has the latest of both; the older pages of each are counted by themselves."""
    site = collate.site([brief_of(number) for number in range(120)], edition())
    newest, one = site.person_pages
    assert (newest.url, len(newest.quotes), newest.count, len(newest.briefs), newest.named) == (
        "people/mira-solberg/", 70, 120, 70, 120,
    )  # fmt: skip
    assert (one.url, len(one.quotes), one.briefs, one.roles) == ("people/mira-solberg/1/", 50, (), ())
    (older,) = [page for page in site.listings if page.kind == "person"]
    assert (older.url, len(older.briefs)) == ("people/mira-solberg/briefs/1/", 50)
    assert [link and link.url for link in (newest.older_briefs.older, older.sheet.newer)] == [older.url, newest.url]
    (group,) = site.people.groups
    assert [(line.person.text, line.quotes, line.briefs) for line in group.people] == [("Mira Solberg", 120, 120)]


def brief_of(number: int) -> Entry:
    return entry(
        f"briefs/{number:03d}.md",
        title=f"Brief {number}",
        date=f"20{29 + number // 336}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d}",
        tags=("Ferry",),
        people=(BriefPerson("Mira Solberg", "harbour master"),),
        quotes=(BriefQuote("q1", (f"Tide {number} keeps no calendar",), "Mira Solberg"),),
    )


def test_index_of_many_topics_has_letters_and_the_most_used_first() -> None:
    """In alphabetical order either way; a short index is one list."""
    names = [f"{'ABÄ'[number % 3]} {number:03d}" for number in range(300)]
    briefs = [entry(f"briefs/{n}.md", title=str(n), tags=tuple(names[n:])) for n in (0, 290)]
    (index,) = [one for one in collate.site(briefs, edition()).indexes if one.kind == "topic"]
    assert [(group.title, len(group.links)) for group in index.groups] == [("A", 200), ("B", 100)]
    assert [link.text for link in index.most] == [*sorted(names[290:], key=order), names[0], names[2]]
    (short,) = [one for one in collate.site([entry(tags=("B", "A"))], edition()).indexes if one.kind == "topic"]
    assert [(group.title, [link.text for link in group.links]) for group in short.groups] == [("", ["A", "B"])]
    assert short.most == ()
