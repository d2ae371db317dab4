"""What became of jobs."""

from __future__ import annotations

import pytest

from newsbrief.build import plain
from newsbrief.build.results import Results

MADE = {
    "index.html": ("a", ("index.html",)),
    "feeds/all": ("b", ("feeds/all.atom.xml", "feeds/all.json")),
    "search index": ("c", ()),
    "moved/": ("", ("moved/index.html",)),
}


def _results(*names: str) -> Results:
    found = Results()
    for name in names:
        found.note(name, *MADE[name])
    return found


@pytest.mark.parametrize("name", MADE)
def test_each_job_has_its_files(name: str) -> None:
    """One of its own name, others, many or none; when they were kept, too."""
    found = plain.read(plain.written(_results(*MADE)), Results)
    assert (found.keys[name], found.files(name)) == MADE[name]
    assert found.others.keys() == MADE.keys() - {"index.html"}


def test_of_all_there_are_all_files() -> None:
    """Each once, and those of jobs that are left out are not among them."""
    found = _results(*MADE)
    assert sorted(found.all_files()) == sorted(name for _, names in MADE.values() for name in names)
    left = found.without(["feeds/all", "index.html", "unheard of"])
    assert sorted(left.all_files()) == ["moved/index.html"]
    assert len(list(found.all_files())) == 4


def test_parts_come_together() -> None:
    """What one process did and what another one did is what one alone had done."""
    found = _results("index.html", "feeds/all")
    found.add(_results("search index", "moved/"))
    assert found == _results(*MADE)
