"""The examples beside the words in which two tellings of one event may differ."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from newsbrief.model.brief import BriefEvent, BriefPerson
from newsbrief.rules import languages, table
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.index import same_events
from newsbrief.site.index.people import gather
from newsbrief.site.options import BRIEF_URL
from tests.unit.briefs import entry

GROUPS = [(lang, name, group) for lang in languages() for name, group in table(lang, "retelling").items()]
EXAMPLES = [
    pytest.param(lang, example, id=f"{lang} {name}: {example['other'][:50]}")
    for lang, name, group in GROUPS
    for example in group["examples"]
]


@pytest.mark.parametrize(("lang", "name", "group"), GROUPS, ids=[f"{lang} {name}" for lang, name, _ in GROUPS])
def test_every_list_has_an_example_of_both_kinds(lang: str, name: str, group: dict[str, Any]) -> None:
    """One pair that the list makes one event, and one that is two all the same."""
    assert {example["same"] for example in group["examples"]} == {True, False}


@pytest.mark.parametrize(("lang", "example"), EXAMPLES)
def test_retelling(lang: str, example: dict[str, Any]) -> None:
    """`same` says whether two briefs about Osla Brandt that tell so of one day tell of one event."""
    events = (
        BriefEvent("e1", "2023-09-21", example.get("when", ""), example["text"]),
        BriefEvent("e1", "2023-09-21", example.get("other_when", ""), example["other"]),
    )
    people = (BriefPerson("Osla Brandt"),)
    briefs = tuple(entry(f"briefs/{n}.md", lang=lang, people=people, events=(event,)) for n, event in enumerate(events))
    facts = [facts_of(one, dt.UTC, BRIEF_URL) for one in briefs]
    assert bool(same_events.find(facts, facts, gather(facts, ()))) == example["same"]
