"""The register as it is kept beside the output."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief import collate
from newsbrief.collate import leading
from newsbrief.model.brief import BriefEvent, BriefPerson
from newsbrief.publish import registering
from tests.unit.briefs import edition, entry

VOTE = BriefEvent("e1", "2030-06-04", "", "Ida Holm will vote.")


def test_register_is_read_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With rows, what is shelved, stories with their next dates, and proposals; by another name it is none.

    One that is only drawn, or of another build, is no other's, and goes when it is told to.
    """
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
    name = registering.keep(register, tmp_path)
    assert registering.read(tmp_path, name) == register
    assert registering.read(tmp_path, "another") is None
    other = registering.registering(register, tmp_path)
    assert registering.read(tmp_path, other.name) is None
    other.write()
    assert registering.read(tmp_path, name) == registering.read(tmp_path, other.name) == register
    (tmp_path / "register.msgpack").write_bytes(b"that of an earlier version")
    registering.forget_others(tmp_path, other.name)
    assert [file.name for file in tmp_path.iterdir()] == [registering.FILE.format(other.name)]
