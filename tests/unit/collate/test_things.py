"""Places and organisations."""

import pytest

from newsbrief import collate
from newsbrief.collate.things import naming, words_of
from newsbrief.model.brief import BriefEvent, BriefPerson
from newsbrief.model.entry import PersonRule
from newsbrief.model.pages import ListingPage, Site
from tests.unit.briefs import edition, entry


def of_kind(site: Site, kind: str) -> list[ListingPage]:
    return [page for page in site.listings if page.kind == kind]


def test_a_place_named_in_two_briefs_has_a_page() -> None:
    """Named once it has none; spellings with one address are one place, under the newest brief's."""
    briefs = [
        entry("briefs/a.md", places=("North-Harbour", "Gull Rock"), date="2029-05-01"),
        entry("briefs/b.md", places=("North Harbour",), organisations=("Ferry Board",)),
    ]
    (page,) = collate.site(briefs, edition()).listings
    assert (page.url, page.kind, page.title, page.count) == ("places/north-harbour/", "place", "North Harbour", 2)


def test_a_brief_leads_to_the_page_else_to_its_topic_else_nowhere() -> None:
    """What has no page of its own is a topic of the brief, or words."""
    briefs = [
        entry("briefs/a.md", organisations=("Ferry Board", "Lock Club", "Quay Co"), tags=("lock club",)),
        entry("briefs/b.md", organisations=("Ferry Board",)),
    ]
    links = collate.site(briefs, edition()).briefs["briefs/a.md"].organisations
    assert [link.url for link in links] == ["organisations/ferry-board/", "topics/lock-club/", None]


def test_events_that_name_it_stand_on_its_page() -> None:
    """Of the briefs that name a place the events whose words have it, newest first; not those that only happened."""
    events = (
        BriefEvent("e1", "2029-05-01", text="The ferry left Gull Rock."),
        BriefEvent("e2", "2029-05-02", text="The council met."),
        BriefEvent("e3", "2029-05-03", text="It sank.", label="Gull Rock light goes out"),
    )
    briefs = [entry("briefs/a.md", places=("Gull Rock",), events=events), entry("briefs/b.md", places=("Gull Rock",))]
    (page,) = of_kind(collate.site(briefs, edition()), "place")
    assert [event.id for event in page.events] == ["e3", "e1"]


@pytest.mark.parametrize(
    ("names", "text", "named"),
    [
        (["Ellery"], "The Ellery council met.", True),
        (["Ellery"], "The Elleryville council met.", False),
        (["Ellery"], "Ellery's council met.", True),
        (["U.N."], "The U.N. council met.", True),
        (["Ellery", "Port Ellery"], "At Port Ellery.", True),
        (["하람항"], "배가 하람항에서 떠났다.", True),
        (["北港"], "船在北港停了。", True),
    ],
)
def test_a_name_is_found_as_a_word(names: list[str], text: str, named: bool) -> None:
    """Not in another word, but with an ending where a script adds one."""
    briefs = [entry(events=(BriefEvent("e1", "2029-05-01", text=text),))]
    events = collate.site(briefs, edition()).timelines[0].events
    assert bool(list(naming(events, words_of(names)))) is named


def test_protected_person_is_no_organisation() -> None:
    """A name that `page: no` protects is in no list as something else either, under any of its spellings."""
    briefs = [
        entry(f"briefs/{name}.md", organisations=("Ida Fenn", "I. Fenn"), places=("Ida-Fenn",)) for name in ("a", "b")
    ]
    site = collate.site(briefs, edition(people=(PersonRule("Ida Fenn", ("I. Fenn",), page="no"),)))
    assert site.listings == ()
    assert site.briefs["briefs/a.md"].organisations == site.briefs["briefs/a.md"].places == ()


def test_retracted_brief_names_nothing() -> None:
    """Its places and organisations leave the lists."""
    briefs = [
        entry(f"briefs/{n}.md", places=("Gull Rock",), status=s) for n, s in (("a", "retracted"), ("b", "published"))
    ]
    assert of_kind(collate.site(briefs, edition()), "place") == []


def test_somebody_named_as_a_person_may_be_an_organisation_too() -> None:
    """A firm that speaks is a speaker and an organisation."""
    briefs = [entry(f"briefs/{n}.md", people=(BriefPerson("Quay Co"),), organisations=("Quay Co",)) for n in "ab"]
    assert [page.url for page in of_kind(collate.site(briefs, edition()), "organisation")] == ["organisations/quay-co/"]
