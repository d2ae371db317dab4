"""The examples beside the words in which two tellings of one event may differ."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.collate import same_event
from newsbrief.collate.people import gather
from newsbrief.model.brief import BriefEvent, BriefPerson
from newsbrief.rules import languages, table
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
    assert bool(same_event.found(briefs, briefs, gather(briefs, ())).groups) == example["same"]
