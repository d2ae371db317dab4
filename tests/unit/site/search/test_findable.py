"""By which words a brief is found, and by which nobody finds it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.search import Findable
from newsbrief.site.facts.excerpt import as_published
from newsbrief.site.search.findable import of_brief
from tests.unit.briefs import entry, views_of

MIRA = BriefPerson("Mira Solberg", "the harbour master")
ODD = BriefPerson("Odd Solberg", "a fisherman")
SAID = BriefQuote("q1", ("A tide is no clock",), "Mira Solberg")
VOTED = BriefEvent("e1", "2029-05-03", "on Thursday", "The council voted on Thursday")
WHOLE: dict[str, Any] = {
    "people": (MIRA,), "quotes": (SAID,), "events": (VOTED,), "text": "Nobody rowed across.", "tags": ("Boats",),
}  # fmt: skip


def found(made: Entry, *rules: PersonRule) -> list[Findable]:
    views = views_of(made, people=rules)
    index = views.index
    quotes = (views.quote(ref.id) for ref in index.quotes.by_brief[made.path])
    events = (views.event(ref.id) for ref in index.events.entries[made.path])
    return list(of_brief(made, views.teaser(made.path), quotes, events, index.people))


def words(items: list[Findable]) -> str:
    return " ".join(f"{item.text} {item.words} {item.also} {item.detail}" for item in items)


@pytest.mark.parametrize("wanted", ["rowed", "Boats", "harbour master", "Mi-ra"])
def test_a_brief_is_found_by_all_that_it_says(wanted: str) -> None:
    """By words of its body, topics, people, their roles and other names."""
    assert wanted in found(entry(**WHOLE), PersonRule("Mira Solberg", ("Mi-ra Solbergh",)))[0].also


def test_an_excerpt_is_found_by_what_is_shown_of_it() -> None:
    """Its body stays out of the index as it stays out of the page."""
    assert "rowed" not in words(found(as_published(entry(**WHOLE, rights="excerpt"))))


def test_a_protected_person_is_found_by_no_part_of_the_name() -> None:
    """Not in headline, summary, body, quote, by no spelling; who shares a part of the name is still found."""
    text = "MIRA  SOLBERG rowed. Solberg smiled. Mira sang. Miranda saw it, and so did Odd Solberg."
    fields = {
        **WHOLE,
        "people": (MIRA, ODD),
        "text": text,
        "title": "Mira Solberg rows",
        "summary": "Myra Solberg rows",
    }
    items = found(entry(**fields), PersonRule("Mira Solberg", ("Myra Solberg",), "no"))
    assert [item.kind for item in items] == ["brief", "date"]
    listed = f"{items[0].words} {items[0].also}".split()
    assert not {"Mira", "MIRA", "Myra", "master"} & set(listed)
    assert {"Miranda", "rowed.", "Odd", "Solberg"} <= set(listed)
    assert items[0].detail == ""


def test_a_protected_name_is_found_in_no_brief() -> None:
    """A brief that does not list them is not found by the full name either, nor is its quote."""
    quote = BriefQuote("q1", ("I saw Mira Solberg leave",), "Odd Solberg")
    made = entry(people=(ODD,), quotes=(quote,), text="I saw Mira\nSolberg leave. Solberg waved.")
    items = found(made, PersonRule("Mira Solberg", page="no"))
    assert [item.kind for item in items] == ["brief"]
    assert "Mira" not in words(items)
    assert "Solberg waved." in items[0].also


def test_a_rule_that_names_briefs_holds_in_these_only() -> None:
    """It tells apart two people of one name: the other one is found."""
    rule = PersonRule("Mira Solberg (the witness)", ("Mira Solberg",), "no", ("court",))
    kinds = {
        path: [item.kind for item in found(entry(f"briefs/{path}.md", **WHOLE), rule)] for path in ("court", "ferry")
    }
    assert kinds == {"court": ["brief", "date"], "ferry": ["brief", "quote", "date"]}


def test_a_long_quote_is_found_by_all_and_shown_in_part() -> None:
    """A result has some sixty words; the last of two hundred finds it too."""
    quote = replace(SAID, text=(" ".join(f"w{number}" for number in range(200)),))
    item = found(entry(people=(MIRA,), quotes=(quote,)))[1]
    assert item.text.endswith("w59 …")
    assert "w199" in item.words
