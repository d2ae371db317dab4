"""Which timelines the site has."""

from newsbrief import collate
from newsbrief.collate.timelines import FEWEST_EVENTS, SUBJECTS
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.pages import Site
from newsbrief.model.timeline import TimelinePage
from tests.unit.briefs import edition, entry

MIRA = BriefPerson("Mira Solberg", "the harbour master")
SAID = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")


def event(number: int, date: str, text: str = "Solberg opened the lock.") -> BriefEvent:
    return BriefEvent(f"e{number}", date, "then", text)


def days(count: int, text: str = "Solberg opened the lock.", month: int = 5) -> tuple[BriefEvent, ...]:
    return tuple(event(number, f"2029-{month:02d}-{number:02d}", text) for number in range(1, count + 1))


def about_mira(*events: BriefEvent, path: str = "briefs/2029-05-04-ferry.md", **fields: object) -> Entry:
    return entry(path, events=events, **{"people": (MIRA,), "quotes": (SAID,), **fields})


def built(*entries: Entry, rules: tuple[PersonRule, ...] = ()) -> Site:
    return collate.site(entries, edition(people=rules))


def by_url(site: Site) -> dict[str, TimelinePage]:
    return {page.url: page for page in site.timelines}


def test_filters_are_pages_of_their_own() -> None:
    """One click leaves background out, another shows what was announced, on the timeline of each subject too."""
    events = (event(1, "2022"), event(2, "2029-05-03"), event(3, "2029-06"), event(4, "2029-05-02"))
    site = built(about_mira(*events, tags=("Ferry",), category="Harbour"))
    shown = {page.url: [one.id for one in page.events] for page in site.timelines}
    every = {"": ["e3", "e2", "e4", "e1"], "news/": ["e3", "e2", "e4"], "announced/": ["e3"]}
    roots = ("", "topics/ferry/", "sections/harbour/", "people/mira-solberg/")
    assert shown == {f"timeline/{root}{name}": ids for root in roots for name, ids in every.items()}
    page = by_url(site)["timeline/topics/ferry/news/"]
    assert page.filter == "news"
    assert [(one.kind, one.url, one.count) for one in page.filters] == [
        ("all", "timeline/topics/ferry/", 4),
        ("news", "timeline/topics/ferry/news/", 3),
        ("announced", "timeline/topics/ferry/announced/", 1),
    ]


def test_filter_that_leaves_nothing_or_everything_is_no_page() -> None:
    """Nobody is led to an empty page, nor to the same one under another name."""
    page, *others = built(about_mira(event(1, "2029-05-03"))).timelines
    assert (page.url, page.filters, others) == ("timeline/", (), [])


def test_subject_with_few_events_has_no_timeline() -> None:
    """Below the least number its briefs say it all; nothing leads to a page that is not there."""
    few = built(about_mira(*days(FEWEST_EVENTS - 1), tags=("Ferry",)))
    assert [page.url for page in few.timelines] == ["timeline/"]
    assert [page.timeline for page in (*few.person_pages, *few.listings)] == [None, None]
    enough = built(about_mira(*days(FEWEST_EVENTS), tags=("Ferry",)))
    ways = [page.timeline.url for page in (*enough.person_pages, *enough.listings) if page.timeline]
    assert ways == ["timeline/people/mira-solberg/", "timeline/topics/ferry/"]
    assert set(ways) < set(by_url(enough))


def test_person_s_timeline_has_what_names_the_person() -> None:
    """Only events whose words name them, from all briefs; the person's page has the latest and the way to the rest."""
    named = (about_mira(*days(6, month=n), path=f"briefs/{n}.md", title=f"Brief {n}") for n in (1, 2))
    other = about_mira(*days(3, "The council voted."), path="briefs/3.md", title="Brief 3")
    site = built(*named, other)
    (person,) = site.person_pages
    page = by_url(site)["timeline/people/mira-solberg/"]
    assert {one.text for one in page.events} == {"Solberg opened the lock."}
    assert len(page.events) == 12
    assert person.events == page.events[:8]
    assert person.timeline is not None
    assert person.timeline.count == 12


def test_protected_person_has_no_timeline() -> None:
    """`page: no` in people.yaml keeps a name out of timelines too."""
    rule = PersonRule("Mira Solberg", page="no")
    site = built(about_mira(*days(FEWEST_EVENTS)), rules=(rule,))
    assert [page.url for page in site.timelines] == ["timeline/"]
    assert not any(page.others for page in site.timelines)


def test_each_timeline_leads_to_those_with_most_events() -> None:
    """The largest of each kind, with their numbers; if there are more, the way to all."""
    entries = [
        about_mira(
            *days(FEWEST_EVENTS + n, f"Solberg opened lock {n}."),
            path=f"briefs/{n}.md",
            title=f"Brief {n}",
            tags=(f"Topic {n}",),
        )
        for n in range(SUBJECTS + 1)
    ]
    page = built(*entries).timelines[0]
    topics, people = page.others
    assert [(group.kind, group.more) for group in (topics, people)] == [("topic", "topics/"), ("person", None)]
    assert len(topics.links) == SUBJECTS
    assert (topics.links[0].text, topics.links[0].count) == (f"Topic {SUBJECTS}", FEWEST_EVENTS + SUBJECTS)
    assert [link.url for link in people.links] == ["timeline/people/mira-solberg/"]


def test_topic_spelled_two_ways_has_one_timeline_with_each_event_once() -> None:
    """Spellings that lead to one address are one subject, also within one brief."""
    page = by_url(built(about_mira(*days(FEWEST_EVENTS), tags=("North Harbour", "North-Harbour"))))[
        "timeline/topics/north-harbour/"
    ]
    assert len(page.events) == FEWEST_EVENTS


def test_one_event_more_leaves_the_ways_between_timelines_alone() -> None:
    """But on the newest page of all dates, which counts; elsewhere it takes twice as many to come before others."""
    few, many = FEWEST_EVENTS * 2, FEWEST_EVENTS * 4

    def ways(count: int) -> dict[str, list[tuple[str, int]]]:
        topics = {f"Topic {n}": few for n in range(SUBJECTS)} | {"Zoo": count}
        entries = [
            about_mira(*days(most, f"It was {name}."), path=f"briefs/{name}.md", title=name, tags=(name,))
            for name, most in topics.items()
        ]
        pages = by_url(built(*entries))
        shown = {"newest": pages["timeline/"], "elsewhere": pages["timeline/topics/topic-0/"]}
        return {name: [(link.text, link.count) for link in page.others[0].links] for name, page in shown.items()}

    was, more, twice = ways(few), ways(few + 1), ways(many)
    assert (more["newest"][0], twice["newest"][0]) == (("Zoo", few + 1), ("Zoo", many))
    assert more["elsewhere"] == was["elsewhere"] == sorted((f"Topic {n}", 0) for n in range(SUBJECTS))
    assert twice["elsewhere"][-1] == ("Zoo", 0)
