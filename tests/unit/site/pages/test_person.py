"""The pages of people."""

from __future__ import annotations

import datetime as dt
from typing import Any

from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote, Note
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.pages import PersonPage
from newsbrief.model.views import Link
from newsbrief.site.pages.person import BESIDE, LATEST_EVENTS
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, page_keys, planned

MAY, JUNE = dt.date(2029, 5, 6), dt.date(2029, 6, 1)
COMPANY = "Skarrold Canning Company"
SOLBERG = BriefPerson("Mira Solberg", "harbour master")
URL = "people/mira-solberg/"


def said(words: str, speaker: str = "Mira Solberg", number: int = 1) -> BriefQuote:
    return BriefQuote(f"q{number}", (words,), speaker)


def person(*entries: Entry, **fields: Any) -> PersonPage:
    return models("person", *entries, **fields)[URL]  # type: ignore[no-any-return]


def numbered(number: int) -> Entry:
    """One of many briefs about Mira Solberg, the first on 1 January 2029."""
    return entry(
        f"briefs/{number:03d}.md",
        title=f"Brief {number}",
        date=f"2029-{number // 28 + 1:02d}-{number % 28 + 1:02d}",
        people=(SOLBERG,),
        quotes=(said(f"Tide {number} keeps no calendar"),),
    )


def test_page_has_quotes_roles_briefs_and_topics_newest_first() -> None:
    """Those of all briefs that name the person under any spelling."""
    page = models(
        "person",
        entry("briefs/a.md", title="Old", people=(SOLBERG,), quotes=(said("One"),), tags=("Ferry", "Pier")),
        entry(
            *("briefs/b.md",),
            title="New",
            date="2029-06-01",
            people=(BriefPerson("M. Lund", "mayor"),),
            quotes=(said("Two", "M. Lund"),),
            tags=("Vote", "Ferry"),
        ),
        people=(PersonRule("Mira Lund", also=("Mira Solberg", "M. Lund")),),
    )["people/mira-lund/"]
    assert (page.name, page.also, page.count, page.named) == ("Mira Lund", ("Mira Solberg", "M. Lund"), 2, 2)
    assert [quote.parts[0] for quote in page.quotes] == ["Two", "One"]
    assert [(role.role, role.since.iso) for role in page.roles] == [
        ("mayor", "2029-06-01"),
        ("harbour master", "2029-05-04"),
    ]
    assert [teaser.headline for teaser in page.briefs] == ["New", "Old"]
    assert [link.url for link in page.topics] == ["topics/vote/", "topics/ferry/", "topics/pier/"]


def test_two_people_of_one_name_have_a_page_each() -> None:
    """A rule tells them apart by their briefs."""
    briefs = [
        entry(f"briefs/{name}.md", people=(BriefPerson("Maria Holm", role),), quotes=(said(name, "Maria Holm"),))
        for name, role in (("court", "a judge"), ("ferry", "a skipper"))
    ]
    pages = models("person", *briefs, people=(PersonRule("Maria Holm (skipper)", ("Maria Holm",), briefs=("ferry",)),))
    assert {url: [(page.roles[0].role, quote.parts[0]) for quote in page.quotes] for url, page in pages.items()} == {
        "people/maria-holm/": [("a judge", "court")],
        "people/maria-holm-skipper/": [("a skipper", "ferry")],
    }


def test_repeated_quote_is_shown_once() -> None:
    """Where it was said first."""
    tide = said("The tide keeps no calendar and never did")
    briefs = [entry(f"briefs/{n}.md", date=f"2029-05-0{n}", people=(SOLBERG,), quotes=(tide,)) for n in (1, 2)]
    page = person(*briefs)
    assert (page.count, [quote.brief.url for quote in page.quotes]) == (1, ["2029/05/01/1/"])


def test_latest_events_that_name_the_person_are_there() -> None:
    """The timeline has all, where there are enough for one."""
    events = [BriefEvent(f"e{n}", f"2029-04-{n:02d}", text=f"Mira Solberg left {n}.") for n in range(1, 11)]
    other = BriefEvent("e11", "2029-04-20", text="The council met.")
    page = person(entry(people=(SOLBERG,), quotes=(said("One"),), events=(*events, other)))
    assert [event.text for event in page.events] == [
        f"Mira Solberg left {n}." for n in range(10, 10 - LATEST_EVENTS, -1)
    ]
    assert page.timeline == Link("Mira Solberg", f"timeline/{URL}", count=10)
    few = person(entry(people=(SOLBERG,), quotes=(said("One"),), events=(other, *events[:1])))
    assert (len(few.events), few.timeline) == (1, None)


def test_notes_about_the_persons_quotes_and_events_are_there() -> None:
    """Newest first; those about others or about the whole brief are not."""
    notes = (
        Note("correction", "Misheard.", MAY, "q1"),
        Note("correction", "Another day.", JUNE, "e1"),
        Note("correction", "Of Quay's.", JUNE, "q2"),
        Note("update", "Of the brief."),
    )
    one = entry(
        people=(SOLBERG,),
        quotes=(said("The tide keeps no calendar"), said("A proverb", "Ansel Quay", number=2)),
        events=(BriefEvent("e1", "2029-05-01", text="Mira Solberg left."),),
        notes=notes,
    )
    page = person(one)
    assert [shown.note.text for shown in page.notes] == ["Another day.", "Misheard."]


def test_others_quoted_in_the_same_briefs_are_named_most_often_first() -> None:
    """Then in the order of the briefs. Organisations and protected people are not named."""
    others = ("Ove Lund", "Ada Berg", COMPANY, "Nils Holm", "Ida Fenn", "Jon Dahl")
    quotes = [said(f"Words {n}", name, n) for n, name in enumerate(others, 2)]
    page = person(
        entry("briefs/a.md", people=(SOLBERG,), quotes=(said("One"), *quotes), organisations=(COMPANY,)),
        entry("briefs/b.md", people=(SOLBERG, BriefPerson("Jon Dahl", "baker")), quotes=(said("Two"), quotes[-1])),
        people=(PersonRule("Ida Fenn", page="no"),),
    )
    assert [(link.text, link.url) for link in page.beside] == [
        ("Jon Dahl", "people/jon-dahl/"),
        *((name, None) for name in ("Ove Lund", "Ada Berg", "Nils Holm")),
    ]


def test_only_so_many_others_are_named() -> None:
    """Those whom the brief quotes first."""
    quotes = [said(f"Words {n}", f"Quay {n}", n) for n in range(BESIDE + 1)]
    page = person(entry(people=(SOLBERG,), quotes=(said("One", number=99), *quotes)))
    assert [link.text for link in page.beside] == [f"Quay {n}" for n in range(BESIDE)]


def test_many_quotes_and_briefs_have_older_pages() -> None:
    """The person's page has the latest of both; the older pages of each have their own numbers."""
    briefs = [numbered(number) for number in range(120)]
    newest, older = models("person", *briefs).values()
    assert (newest.url, len(newest.quotes), newest.count, len(newest.briefs), newest.named) == (URL, 70, 120, 70, 120)
    assert (older.url, len(older.quotes), older.briefs, older.roles) == (f"{URL}1/", 50, (), ())
    assert older.quotes[-1].parts == ("Tide 0 keeps no calendar",)
    (listing,) = models("person_briefs", *briefs).values()
    assert (listing.url, listing.kind, listing.title) == (f"{URL}briefs/1/", "person", "Mira Solberg")
    assert (len(listing.briefs), listing.subject) == (50, Link("Mira Solberg", URL))
    assert [link and link.url for link in (newest.older_briefs.older, listing.sheet.newer)] == [listing.url, URL]


def test_new_brief_leaves_older_pages_alone() -> None:
    """Only the person's own page is rendered again."""
    briefs = [numbered(number) for number in range(121)]
    for kind, changed in (("person", {URL}), ("person_briefs", set())):
        before, after = page_keys(kind, *briefs[:-1]), page_keys(kind, *briefs)
        assert {url for url in after if after[url] != before[url]} == changed


def test_other_spelling_in_a_rule_renders_the_page_again() -> None:
    """Though no brief has it."""
    keys = [
        page_keys("person", numbered(0), people=(PersonRule("Mira Solberg", also=also),)) for also in ((), ("Mim",))
    ]
    assert keys[0] != keys[1]


def test_theme_without_a_template_has_no_such_pages() -> None:
    """And nothing leads to the pages of older briefs."""
    briefs = [numbered(number) for number in range(100)]
    assert planned("person", *briefs, site={"without": ("person",)}) == {}
    for without in ("person", "listing"):
        assert planned("person_briefs", *briefs, site={"without": (without,)}) == {}
    page = models("person", *briefs, site={"without": ("listing",)})[URL]
    assert (len(page.briefs), page.named, page.older_briefs.older) == (50, 100, None)
