"""Briefs that a copy of a first build reads while the build begins."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from newsbrief.build import sources
from newsbrief.build.ahead import Ahead
from newsbrief.build.pack import Pack
from newsbrief.content.folders import brief_paths
from newsbrief.content.library import read_or_refused
from newsbrief.memory import Memory
from newsbrief.publish import read_ahead, reading
from newsbrief.publish.read_ahead import ReadAhead

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="no copies are made elsewhere"),
    pytest.mark.usefixtures("alone"),
]
FRONT = "---\ntitle: {}\ndate: 2029-05-04\nstatus: published\n{}---\n{}\n"
FERRY = FRONT.format(
    "Ferry", "quotes:\n- id: q1\n  speaker: Osla Venn\n  text: It stays\n", "“It stays,” Osla Venn said."
)
REFUSED = FRONT.format("Lock", "quotes:\n- id: q1\n  speaker: Osla Venn\n  text: It goes\n", "Nobody spoke.")
WITH_RAW = FRONT.format("Quay", "raw: {file: quay.txt, sha256: '0'}\n", "The quay opened.")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two briefs that were read, one that is refused, and one with a raw article."""
    briefs = tmp_path / "content" / "briefs"
    briefs.mkdir(parents=True)
    texts = {"a": FERRY, "b": REFUSED, "c": WITH_RAW, "d": FRONT.format("Mill", "", "The mill burned.")}
    for name, text in texts.items():
        (briefs / f"{name}.md").write_text(text, "utf-8")
    return briefs.parent


def read(content: Path) -> ReadAhead:
    """What is there after the last of them."""
    line, far = os.pipe()
    ahead = Ahead()

    def paths() -> Iterator[str]:
        yield from brief_paths(content)
        os.write(far, b".")
        yield from ()

    ahead.begin(paths(), partial(read_ahead._read, content), content.parent)
    os.read(line, 1)
    return ReadAhead(content, ahead)


def shelf(content: Path) -> reading.Shelf:
    """As a build that begins now goes by it."""
    found = sources.look([str(content)])
    digests = {Path(path).relative_to(content).as_posix(): one.digest for path, one in found.items()}
    memory = Memory(Pack(content.parent / "entries.pack"), digests, "raw", "tool")
    return reading.Shelf(content, ("briefs",), memory, found)


def test_what_need_not_be_looked_at_again_is_read(content: Path) -> None:
    """Not what is refused, and not what was held against a raw article."""
    ahead, digests = read(content), shelf(content).memory.digests
    ahead.settle()
    assert [path for path in digests if ahead.get(path, digests[path])] == ["briefs/a.md", "briefs/d.md"]


def test_a_build_with_it_finds_what_one_without_it_finds(content: Path) -> None:
    """The same entries and refusals, also where a brief was saved, came or went since it was read."""
    ahead = read(content)
    briefs = content / "briefs"
    (briefs / "a.md").write_text(FERRY.replace("Ferry", "Boat!"), "utf-8")
    (briefs / "d.md").unlink()
    (briefs / "e.md").write_text(FERRY, "utf-8")
    found, refusals = reading.entries(shelf(content), 1, content.parent, ahead)
    alone = [read_or_refused(content, path) for path in brief_paths(content)]
    assert [*found, refusals] == [alone[0], alone[2], alone[3], alone[1]]
    assert found[0].brief.title == "Boat!"


def test_it_is_remembered_like_all_that_is_read(content: Path) -> None:
    """The next build has it from there."""
    first = shelf(content)
    found, _ = reading.entries(first, 1, content.parent, read(content))
    second = shelf(content)
    assert {entry.path: second.memory.recall(entry.path) for entry in found} == {entry.path: entry for entry in found}


def test_of_another_folder_it_says_nothing(content: Path, tmp_path: Path) -> None:
    """Settings may name another one than the command found in them."""
    ahead = ReadAhead(tmp_path / "other", read(content).ahead)
    found, _ = reading.entries(shelf(content), 1, content.parent, ahead)
    assert [entry.path for entry in found] == ["briefs/a.md", "briefs/c.md", "briefs/d.md"]
    assert not ahead.ahead._copy  # it was ended all the same


def test_it_begins_where_no_build_was(content: Path) -> None:
    """Its folder for files is made, and nothing is left in it."""
    room = content.parent / ".output.newsbrief"
    read_ahead.read_ahead(content, ("briefs",), room).settle()
    assert room.is_dir()
    assert not list(room.iterdir())
