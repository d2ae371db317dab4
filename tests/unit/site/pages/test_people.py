"""The list of people."""

from __future__ import annotations

from typing import Any

from newsbrief.model.brief import BriefPerson, BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.site.index.letters import LONGEST_WITHOUT_LETTERS
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, page_keys, planned


def brief(path: str, name: str, role: str = "harbour master", said: str = "", **fields: Any) -> Entry:
    quotes = (BriefQuote("q1", (said,), name),) if said else ()
    return entry(path, people=(BriefPerson(name, role),), quotes=quotes, **fields)


def test_line_has_the_latest_role_and_the_numbers_of_quotes_and_briefs() -> None:
    """A quote that repeats an older one does not count."""
    tide = "The tide keeps no calendar and never did"
    page = models(
        "people",
        brief("briefs/a.md", "Mira Solberg", "deputy mayor", tide, date="2029-05-01"),
        brief("briefs/b.md", "Mira Solberg", "mayor", tide, date="2029-05-02"),
        brief("briefs/c.md", "Mira Solberg", "", "Now I know", date="2029-05-03"),
    )["people/"]
    ((line,),) = [group.people for group in page.groups]
    assert (line.person.text, line.person.url) == ("Mira Solberg", "people/mira-solberg/")
    assert (line.role, line.quotes, line.briefs) == ("mayor", 2, 3)


def test_only_those_with_a_page_are_listed() -> None:
    """Without any the list is empty."""
    page = models("people", brief("briefs/a.md", "Mira Solberg"))["people/"]
    assert page.groups == ()


def test_long_list_has_letters() -> None:
    """People are in alphabetical order either way."""
    names = [f"{'BAÄ'[number % 3]} Quay {number:02d}" for number in range(LONGEST_WITHOUT_LETTERS + 1)]
    briefs = [brief(f"briefs/{n}.md", name, said=f"Tide {n}") for n, name in enumerate(names)]
    (short,) = models("people", *briefs[:2])["people/"].groups
    assert (short.title, [line.person.text for line in short.people]) == ("", ["A Quay 01", "B Quay 00"])
    assert [group.title for group in models("people", *briefs)["people/"].groups] == ["A", "B"]


def test_brief_without_people_leaves_the_list_alone() -> None:
    """Another quote of somebody listed renders it again."""
    one = brief("briefs/a.md", "Mira Solberg", said="One")
    before = page_keys("people", one)
    assert page_keys("people", one, entry("briefs/b.md")) == before
    assert page_keys("people", one, brief("briefs/b.md", "Mira Solberg", said="Two")) != before


def test_theme_without_the_template_has_no_list() -> None:
    """The people's own pages have another template."""
    assert planned("people", brief("briefs/a.md", "Mira Solberg", said="One"), site={"without": ("people",)}) == {}
