"""The register as it is kept beside the output."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief import collate
from newsbrief.build import named
from newsbrief.collate import leading
from newsbrief.model.brief import BriefEvent, BriefPerson
from newsbrief.model.register import Register
from tests.unit.briefs import edition, entry

VOTE = BriefEvent("e1", "2030-06-04", "", "Ida Holm will vote.")


def test_register_is_read_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With rows, what is shelved, stories with their next dates, and proposals."""
    monkeypatch.setattr(leading, "NEWEST", 2)
    people = (BriefPerson("Ida Holm"),)
    herring = [
        entry(f"briefs/{n}.md", title="Herring fleet stranded", date=f"2029-05-0{n}", tags=(f"Fish {n}",))
        for n in (1, 2, 3, 4)
    ]
    others = [entry(f"briefs/x{n}.md", title=w, date="2029-04-01") for n, w in enumerate(("Bread", "Snow"))]
    told = entry("briefs/s.md", story="Pier", people=people, events=(VOTE,), date="2029-05-01T09:00")
    register = collate.site([*herring, *others, told], edition(), register=True).register
    assert register is not None
    assert register.shelved.postings
    assert register.stories[0].ahead is not None
    assert register.proposed
    name = named.keep("register", register, tmp_path)
    assert named.read("register", tmp_path, name, Register) == register
