"""Zips: what is read of them, and what is refused."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsbrief.archive import zipped
from tests.effort import SOAK, examples
from tests.unit.archive import zips
from tests.unit.archive.making import article, here, jsonl, rows

GOOD = ["2029-05-04-a", "z"]


def put(folder: Path, data: bytes) -> Path:
    """A zip on the disk, alone in its folder."""
    file = folder / "archive" / "in.zip"
    file.parent.mkdir()
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(("made", "name", "why"), zips.HOSTILE.values(), ids=zips.HOSTILE)
def test_a_hostile_member_costs_itself(made: Callable[[], bytes], name: str | None, why: str, tmp_path: Path) -> None:
    """One row refuses the member and says why, the good ones before and behind it are read, nothing is on the disk."""
    file = put(tmp_path, made())
    found = rows(here(file))
    bad = [row for row in found if "error" in row]
    assert [row["id"] for row in bad] == [name]
    assert why in bad[0]["error"]
    assert "\n" not in bad[0]["error"]
    read = [row["id"] for row in found if "error" not in row]
    assert [read[0], read[-1]] == GOOD
    assert list(tmp_path.rglob("*")) == [file.parent, file]


@pytest.mark.parametrize("made", [zips.overlapping, zips.quoted])
def test_members_that_share_bytes_are_refused(made: Callable[[], bytes], tmp_path: Path) -> None:
    """A zip whose members are one in the other, or the same again and again, gives nothing but refusals."""
    found = rows(here(put(tmp_path, made())))
    assert len(found) > 10
    shared = [row for row in found if "shares its bytes" in row.get("error", "")]
    # The innermost one has its bytes for itself.
    assert len(shared) >= len(found) - 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no list of members"),
        (b"PK\x03\x04" + b"x" * 1000, "no list of members"),
        (zips.packed()[:-30], "no list of members"),
        (zips.packed()[: -22 + 12] + b"\xff" * 4 + zips.packed()[-22 + 16 :], "list of members of more than"),
        (zips.packed()[:-22] + b"PK\x06\x07" + b"\0" * 16 + zips.packed()[-22:], "no zip that can be read"),
    ],
)
def test_what_is_no_zip_gives_one_row(data: bytes, why: str, tmp_path: Path) -> None:
    """A zip that cannot be opened is refused as a whole, in one line."""
    found = rows(here(put(tmp_path, data)))
    assert [row["id"] for row in found] == ["in"]
    assert why in found[0]["error"]


def test_a_zip_in_all_unpacks_to_what_text_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Members that are harmless one by one are left out from where they are too much together."""
    monkeypatch.setattr(zipped, "FREE_IN_ALL", 0)
    data = zips.packed(*((f"m{number:03}.txt", b"\0" * 99_000) for number in range(200)))
    found = rows(here(put(tmp_path, data)))
    over = [row["id"] for row in found if "with it the zip unpacks" in row.get("error", "")]
    assert 0 < len(over) < 201
    assert over[-2:] == ["m199", "z"]


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    """What lies about its size is not unpacked further than it says."""
    file = put(tmp_path, zips.lies_about_size())
    rows(here(file))
    tracemalloc.start()
    rows(here(file))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


def test_members_in_the_order_of_the_list(tmp_path: Path) -> None:
    """Lines and raw articles of a zip come in its order; folders and what systems leave behind are passed over."""
    file = put(
        tmp_path,
        zips.packed(
            ("b/", b""),
            ("b/lines.jsonl", jsonl(3)),
            ("__MACOSX/b/._x.txt", b"x"),
            (".DS_Store", b"x"),
            ("a.txt", article(7)),
        ),
    )
    assert [row["id"] for row in rows(here(file))] == ["2029-05-04-a", "a0", "a1", "a2", "a", "z"]


def test_a_line_of_a_member_names_it(tmp_path: Path) -> None:
    """Messages about a line say in which member of the zip it stands."""
    found = rows(here(put(tmp_path, zips.packed(("b/l.jsonl", b"x\n")))))
    assert found[1]["error"].startswith("b/l.jsonl, line 1: ")


def test_the_end_of_a_large_zip(tmp_path: Path) -> None:
    """The longer end that large zips have is understood, and holds no list that is too long either."""
    data = zips.large_end(zips.packed())
    assert [row["id"] for row in rows(here(put(tmp_path, data)))] == GOOD
    size = data.index(b"PK\x06\x06") + 40
    (tmp_path / "b").mkdir()
    found = rows(here(put(tmp_path / "b", data[:size] + b"\xff\xff\xff\x7f" + data[size + 4 :])))
    assert "list of members of more than" in found[0]["error"]


@pytest.mark.parametrize("end", [zips.large_end, bytes])
def test_a_list_of_more_members_than_are_held(
    end: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are counted before anybody holds them, whatever the end says of their number."""
    data = bytearray(end(zips.packed(("m.txt", article(3)))))
    for sign, at in ((b"PK\x05\x06", 8), (b"PK\x06\x06", 24)):
        if sign in data:
            place = data.rindex(sign) + at
            data[place : place + 2] = b"\1\0"
    file = put(tmp_path, bytes(data))
    monkeypatch.setattr(zipped, "MAX_MEMBERS", 2)
    assert "a list of more than 2 members" in rows(here(file))[0]["error"]
    monkeypatch.setattr(zipped, "MAX_MEMBERS", 3)
    assert len(rows(here(file))) == 3


SEEDS = (
    zips.packed(("m.jsonl", jsonl(2))),
    zips.large_end(zips.packed(("m.txt", article(3)))),
    zips.overlapping(3),
    zips.quoted(3),
    zips.lies_about_size()[-400:],
)


@settings(
    max_examples=examples(150),
    deadline=None,
    derandomize=not SOAK,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_damaged_zip_gives_rows(data: st.DataObject, tmp_path: Path) -> None:
    """Whatever bytes are changed or cut off, rows come out, one line each, and no member is read twice."""
    damaged = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.sampled_from([0, 1, 2, 8, 80, 127, 255]))
    begin, end = data.draw(st.sampled_from([(0, 0), (0, 0), (0, 1), (0, 22), (5, 0)]))
    file = tmp_path / "in.zip"
    file.write_bytes(damaged[begin : len(damaged) - end])
    found = rows(here(file))
    named = [row["id"] for row in found if "error" not in row and row["id"] not in ("a0", "a1")]
    assert len(named) == len(set(named))
    assert list(tmp_path.iterdir()) == [file]
