"""What a ledger knows by names, kept in pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.build import ledger, stage
from newsbrief.build.account import Account, whole, written
from newsbrief.build.looks import Known
from newsbrief.build.pieces import PART, LostError, Piece
from newsbrief.build.results import Names, Results
from newsbrief.build.sources import Source
from tests.effort import examples

NOTHING = written(Account())


def _entered(folder: Path, pages: int) -> ledger.Ledger:
    for number in range(pages):
        (folder / f"{number}.html").write_text("1", "utf-8")
    ledger.enter(folder, NOTHING, False, [f"{number}.html" for number in range(pages)], folder, Known())
    found = ledger.read(folder)
    assert found is not None
    return found


def test_what_another_build_wrote_over_is_lost_and_nothing_is_claimed(tmp_path: Path) -> None:
    """A ledger that was read, and asked how all looked only after another one took its place."""
    known = _entered(tmp_path, 3)
    other = _entered(tmp_path, 4)
    with pytest.raises(LostError):
        known.files  # noqa: B018  # it is read now
    assert not known.known
    assert not ledger.all_intact(known, tmp_path)
    assert not ledger.untouched(known, tmp_path)
    assert not ledger.intact(known, ["0.html"], tmp_path)
    assert ledger.all_intact(other, tmp_path)


@pytest.mark.parametrize(
    "spoilt", [lambda data: data[:-1], lambda data: b"x" + data[1:], lambda data: data.replace(b"looks", b"lookt")]
)
def test_pieces_that_are_not_as_they_were_written_are_lost(tmp_path: Path, spoilt: Callable[[bytes], bytes]) -> None:
    """Of another length, of another build, or with other bytes in them: whoever asks is told so."""
    known = _entered(tmp_path, 3)
    (file,) = tmp_path.glob("pieces-*")
    file.write_bytes(spoilt(file.read_bytes()))
    with pytest.raises(LostError):
        known.files  # noqa: B018  # it is read now


def test_later_pieces_count_and_grow_long_against_the_first(tmp_path: Path) -> None:
    """Of a site of a hundred pages a few changes are put behind, and then it is time to write all as one again."""
    known = _entered(tmp_path, 100)
    pieces = 0
    while not known.pieces.long:
        pieces += 1
        (tmp_path / f"{pieces}.html").write_text("22", "utf-8")
        ledger.add(known, tmp_path, NOTHING, [f"{pieces}.html"], [], tmp_path)
        found = ledger.read(tmp_path)
        assert found is not None
        known = found
        assert len(known.files) == 100
        assert ledger.all_intact(known, tmp_path)
    assert 2 < pieces < 100 / PART
    assert known.number == 100


names = st.sampled_from([*"abcdef"])
# What comes of a job: its key and its files; None: there is no such job any more.
jobs = st.dictionaries(names, st.none() | st.tuples(st.sampled_from("123"), st.lists(names, max_size=2).map(tuple)))
sources = st.dictionaries(names, st.none() | st.builds(Source, *[st.integers(0, 9)] * 4, names, st.just(0)))


def account(
    job_changes: Mapping[str, tuple[str, Names] | None], source_changes: Mapping[str, Source | None], *, behind: bool
) -> Account:
    """As a build tells what became of its jobs."""
    done = Results()
    for name, one in job_changes.items():
        if one:
            done.note(name, *one)
    gone = tuple(name for name, one in job_changes.items() if not one)
    return Account(
        sources=Piece(
            {path: one for path, one in source_changes.items() if one},
            tuple(path for path, one in source_changes.items() if not one),
        ),
        keys=Piece(done.keys, gone),
        others=Piece(done.others, (*gone, *(done.keys.keys() - done.others.keys()))),
        behind=behind,
    )


@given(st.lists(st.tuples(jobs, sources, st.booleans()), min_size=1, max_size=8))
@settings(max_examples=examples(60), deadline=None, derandomize=True)
def test_builds_that_tell_what_is_other_are_known_as_wholly_as_others(steps: list[tuple[Any, Any, bool]]) -> None:
    """Whether their ledger is put behind that of the last or, as something came into the output, written as one."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        now: Account = Account()
        for number, (job_changes, source_changes, foreign) in enumerate(steps):
            opened = stage.begin(output)
            (opened.site / "index.html").write_text(str(number), "utf-8")
            if foreign and number:
                (output / f"{number}.txt").write_text("x", "utf-8")
            one = account(job_changes, source_changes, behind=number > 0)
            stage.commit(opened, dropped=[] if number else None, account=one)
            now = whole(one, now.sources.values, Results({**now.keys.values}, {**now.others.values}))
            last = opened.last
            assert last is not None
            assert (last.sources, last.jobs.keys, last.jobs.others) == (
                *(now.sources.values, now.keys.values, now.others.values),
            )
