"""The segments of the search index: what is in each, and what renders one again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.options import BRIEF_URL
from newsbrief.site.pages import search_index
from newsbrief.site.pages.search_index import FULL, segments
from newsbrief.site.views.resolve import PageViews
from tests.unit.briefs import entry, options
from tests.unit.site.pages.models import page_keys, planned, shown_views, site_of

MIRA = BriefPerson("Mira Solberg", "the harbour master")
SAID = BriefQuote("q1", ("A tide is no clock", "and no calendar"), "Mira Solberg")
VOTED = BriefEvent("e1", "2029-05-03", "on Thursday", "The council voted on Thursday to keep the morning ferry")
WHOLE: dict[str, Any] = {
    "people": (MIRA,),
    "quotes": (SAID,),
    "events": (VOTED,),
    "text": "Nobody rowed across.",
    "tags": ("Boats",),
}


def rows(*entries: Entry, **fields: Any) -> dict[str, list[str]]:
    """The text of every result by its address."""
    views = shown_views(*entries, **fields)
    made = site_of(views.index.options)
    found = {}
    for page in search_index.plan(views.index, made):
        for path, data in search_index.files(page, PageViews(page.url, page.shows, views), made):
            if Path(path).name.startswith("r"):
                found.update({row[1]: row for row in json.loads(data)})
    return found


def names(*entries: Entry, **fields: Any) -> list[tuple[str, ...]]:
    pages = planned("search_index", *entries, **fields)
    return list(pages["search/names"].values[1]) if "search/names" in pages else []


def test_each_kind_leads_to_its_place() -> None:
    """A brief to its page, a quote to its permalink, a date to its place in the brief, a person to their page."""
    found = rows(entry(**WHOLE))
    assert {url: row[0] for url, row in found.items()} == {
        "2029/05/04/ferry/": "Ferry returns",
        "quotes/2029-05-04-ferry-q1/": "A tide is no clock” … “and no calendar",
        "2029/05/04/ferry/#e1": VOTED.text,
        "people/mira-solberg/": "Mira Solberg",
    }


def test_quotes_and_events_of_two_briefs_are_found_once() -> None:
    """A quote with the brief that had it first, an event in the brief whose telling leads."""
    found = rows(entry("briefs/a.md", **WHOLE), entry("briefs/b.md", **WHOLE, date="2029-05-05", slug="b"))
    assert [url for url in found if "q1" in url or "#" in url] == ["quotes/2029-05-04-a-q1/", "2029/05/04/a/#e1"]


@pytest.mark.parametrize("status", ["review", "draft", "retracted", "withdrawn"])
def test_only_what_is_published_is_found(status: str) -> None:
    """Nor does a person get a name, a role or a page from what is not published."""
    assert rows(entry(**WHOLE, status=status)) == {}
    later = entry("briefs/b.md", slug="b", people=(BriefPerson("Mira Solberg", "the mayor"),), status=status)
    (person,) = (one for one in names(entry(**WHOLE), later) if one[0] == "person")
    assert "mayor" not in repr(person)


def test_a_person_is_found_by_other_names_and_every_role() -> None:
    """people.yaml's spellings, and what they were called in any brief, the latest first."""
    late = entry("briefs/b.md", date="2030-01-01", people=(BriefPerson("Mira Solberg", "the mayor"),), quotes=(SAID,))
    rule = PersonRule("Mira Solberg", ("Myra Solberg",))
    (person,) = (one for one in names(late, entry(**WHOLE), people=(rule,)) if one[0] == "person")
    assert person[3:] == ("Mira Solberg\nMyra Solberg", "the mayor\nthe harbour master", "the mayor")


def test_things_are_found_by_their_names() -> None:
    """A story and an author; a place and an organisation as soon as they have a page, with two briefs."""
    of_it: dict[str, Any] = {
        "story": "Night boat",
        "authors": ("Iris Vane",),
        "places": ("Vennick",),
        "organisations": ("Harbour Board",),
    }
    found = names(entry(**of_it), entry("briefs/b.md", title="Another", slug="b", **of_it))
    assert [one[:3] for one in found] == [
        ("story", "stories/night-boat/", "Night boat"),
        ("author", "authors/iris-vane/", "Iris Vane"),
        ("organisation", "organisations/harbour-board/", "Harbour Board"),
        ("place", "places/vennick/", "Vennick"),
    ]


def test_things_with_a_protected_name_are_not_found() -> None:
    """An author who is protected, and a thing with a protected name in it."""
    hidden: dict[str, Any] = {
        "authors": ("Odd Solberg",),
        "organisations": ("Friends of Odd Solberg",),
        "story": "Odd Solberg’s boat",
    }
    both = (entry(**hidden), entry("briefs/b.md", title="Another", slug="b", **hidden))
    assert {one[0] for one in names(*both)} == {"author", "organisation", "story"}
    assert names(*both, people=(PersonRule("Odd Solberg", (), page="no"),)) == []


def of_days(*days: str) -> list[Any]:
    made = [entry(f"briefs/{place}.md", date=day) for place, day in enumerate(days)]
    return [facts_of(one, options().zone, BRIEF_URL) for one in made]


def test_months_are_joined_from_the_oldest_on() -> None:
    """The newest month stands alone, so that a new brief leaves the older segments as they are."""
    assert segments([]) == {}
    found = segments(of_days("2029-04-01", "2029-03-31", "2028-01-01"))
    assert {name: [facts.day for facts in those] for name, those in found.items()} == {
        "2029-04": ["2029-04-01"],
        "2028-01": ["2029-03-31", "2028-01-01"],
    }
    full = [f"2028-0{month}-01" for month in (5, 4, 3) for _ in range(FULL)]
    assert [len(those) for those in segments(of_days("2029-04-01", *full)).values()] == [1, FULL, FULL, FULL]


def changed(before: tuple[Entry, ...], after: tuple[Entry, ...], **fields: Any) -> set[str]:
    old, new = page_keys("search_index", *before), page_keys("search_index", *after, **fields)
    return {url for url in new if old.get(url) != new[url]}


def test_an_edit_renders_the_segment_of_its_brief_alone() -> None:
    """So does a new brief; the list of segments and the people stay as they are."""
    old, new = entry("briefs/a.md", **WHOLE, date="2028-01-01"), entry("briefs/b.md", date="2029-05-04", slug="b")
    edited = replace(new, text="Somebody rowed.")
    assert changed((old, new), (old, edited)) == {"search/2029-05"}
    third = entry("briefs/c.md", date="2029-05-05", slug="c")
    assert changed((old, new), (old, new, third)) == {"search/2029-05"}


def test_other_spellings_render_what_is_found_by_them() -> None:
    """A spelling that is added, or protected, though no brief lists the person."""
    one = entry(text="Myra Solberg rowed.")
    for rule in (PersonRule("Mira Solberg", ("Myra Solberg",)), PersonRule("Mira Solberg", ("Myra Solberg",), "no")):
        assert changed((one,), (one,), people=(rule,)) == {"search/2029-05"}
