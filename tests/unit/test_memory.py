"""What was read of briefs, kept for the next build."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from newsbrief.build.pack import Pack
from newsbrief.memory import Memory
from newsbrief.model.entry import Entry
from tests.unit.briefs import brief

PATH = "briefs/a.md"


def kept(entry: Entry, folder: Path, digest: str = "1") -> Memory:
    """A memory that has the entry, opened again."""
    first = Memory(Pack(folder / "entries.pack"), {PATH: digest}, "raw", "tool")
    first.keep(PATH, first.written(entry))
    first.names.add(PATH)
    first.save()
    return replace(first, pack=Pack(folder / "entries.pack"), new={})


@pytest.mark.parametrize("text", ["The ferry stays.", "Another.", ""])
@pytest.mark.parametrize("body", ["The ferry stays.", ""])
def test_entry_comes_back_as_it_was(body: str, text: str, tmp_path: Path) -> None:
    """With its words, whether they are its body or not; and its body alone."""
    entry = Entry(PATH, brief(body=body), text, {"q1": ((0, 3),)})
    memory = kept(entry, tmp_path)
    assert memory.recall(PATH) == entry
    assert memory.body(PATH) == body


def test_words_that_are_the_body_are_in_memory_once(tmp_path: Path) -> None:
    """They are most of what a brief takes."""
    found = kept(Entry(PATH, brief(body="The ferry stays."), "The ferry stays."), tmp_path).recall(PATH)
    assert found is not None
    assert found.text is found.brief.body


def test_nothing_comes_back_of_other_bytes(tmp_path: Path) -> None:
    """The brief was changed since, or was never read."""
    memory = replace(kept(Entry(PATH, brief()), tmp_path), digests={PATH: "2"})
    assert memory.recall(PATH) is memory.recall("briefs/b.md") is None
    assert memory.body(PATH) is memory.body("briefs/b.md") is None
