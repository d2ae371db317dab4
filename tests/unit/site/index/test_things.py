"""Places and organisations."""

from __future__ import annotations

from typing import Any

from newsbrief.model.entry import Entry, PersonRule
from newsbrief.site.index.gathering import Index
from tests.unit.briefs import entry, views_of


def index(*entries: Entry, **fields: Any) -> Index:
    return views_of(*entries, **fields).index


def test_place_that_two_briefs_name_has_a_page() -> None:
    """Spellings with one address are one place; what one brief names has no page."""
    found = index(
        entry("briefs/a.md", places=("North-Harbour", "Gull Rock")),
        entry("briefs/b.md", places=("North Harbour",), organisations=("Gull Rock",)),
    )
    assert found.things.with_page == {"places/north-harbour/"}


def test_name_leads_to_its_page_otherwise_to_its_topic() -> None:
    """A name without either leads nowhere."""
    found = index(
        entry("briefs/a.md", organisations=("Ferry Board", "Lock Club", "Quay Co"), tags=("lock club",)),
        entry("briefs/b.md", organisations=("Ferry Board",)),
    )
    links = found.things.links("organisation", found.by_path["briefs/a.md"])
    assert [link.url for link in links] == ["organisations/ferry-board/", "topics/lock-club/", None]


def test_protected_person_is_no_organisation_and_no_place() -> None:
    """Under none of the spellings that the rule names."""
    briefs = [
        entry(f"briefs/{name}.md", organisations=("Ida Fenn", "I. Fenn"), places=("Ida-Fenn",)) for name in ("a", "b")
    ]
    found = index(*briefs, people=(PersonRule("Ida Fenn", ("I. Fenn",), page="no"),))
    assert not found.things.with_page
    assert found.things.links("organisation", found.by_path["briefs/a.md"]) == ()
    assert found.things.links("place", found.by_path["briefs/a.md"]) == ()


def test_retracted_brief_names_nothing() -> None:
    """A second brief with the place would make a page."""
    briefs = [
        entry(f"briefs/{name}.md", places=("Gull Rock",), status=status)
        for name, status in (("a", "retracted"), ("b", "published"))
    ]
    assert not index(*briefs).things.with_page
