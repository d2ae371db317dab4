"""What is read of files, folders, pipes and packed files, and in which order."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.archive.item import MAX_ITEM_BYTES, Place
from newsbrief.archive.lines import lines
from tests.unit.archive.making import article, here, jsonl, rows, written

PACK: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def test_a_folder_by_name(tmp_path: Path) -> None:
    """Files of a folder and those below it come by name, hidden ones and notes to people are no articles."""
    names = (
        "b.txt",
        "a/z.txt",
        "a/b/2029-05-04-c.txt",
        "B.txt",
        "c.jsonl",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "d.txt~",
    )
    for name in reversed(names):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(jsonl(2) if name.endswith("jsonl") else article(1))
    assert [row["id"] for row in rows(here(tmp_path))] == ["B", "a/b/2029-05-04-c", "a/z", "b", "a0", "a1"]


def test_links_of_a_folder(tmp_path: Path) -> None:
    """A link within the folder is followed, one that leads out of it or nowhere is refused or passed over."""
    (tmp_path / "secret.txt").write_bytes(article(1))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_bytes(article(1))
    for name, target in (("b.txt", "a.txt"), ("c.txt", "../secret.txt"), ("d.txt", "nowhere.txt"), ("e", ".")):
        (folder / name).symlink_to(target)
    found = rows(here(folder))
    assert [row["id"] for row in found] == ["a", "b", "c"]
    assert found[2]["error"] == "c.txt: is a link that leads out of the folder"


def test_names_of_a_folder_are_anything(tmp_path: Path) -> None:
    """Names that are no UTF-8, or that end lines, are ids all the same; a folder in folders without end is read."""
    try:
        (tmp_path / os.fsdecode(b"\xff\n.txt")).write_bytes(article(1))
    except OSError:
        pytest.skip("names are UTF-8 here")
    (tmp_path / "Z.txt").write_bytes(b"")
    deep = tmp_path.joinpath(*["d"] * 900)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_bytes(article(1))
    found = rows(here(tmp_path))
    assert [row["id"] for row in found] == ["Z", "d/" * 900 + "a", "\udcff\n"]


@pytest.mark.parametrize("ending", PACK)
def test_packed_lines(ending: str, tmp_path: Path) -> None:
    """A packed file gives the very bytes that it gives unpacked."""
    plain, packed = tmp_path / "in.jsonl", tmp_path / f"in.jsonl{ending}"
    plain.write_bytes(jsonl(20))
    packed.write_bytes(PACK[ending](jsonl(20)))
    assert written(here(packed)) == written(here(plain)) == written(here(Path("-")), jsonl(20))


@pytest.mark.parametrize("ending", PACK)
def test_a_packed_file_that_is_cut_off(ending: str, tmp_path: Path) -> None:
    """Of a broken file what can be read is read, and a last row says that it is broken."""
    packed = tmp_path / f"in.jsonl{ending}"
    data = PACK[ending](jsonl(400))
    packed.write_bytes(data[: len(data) // 2])
    *good, last = rows(here(packed, parcel=500))
    assert last["id"] == "in.jsonl"
    assert last["error"]
    assert [row["id"] for row in good] == [f"a{number}" for number in range(len(good))]


def test_xz_that_asks_for_memory_is_refused(tmp_path: Path) -> None:
    """How much memory unpacking takes is the file's own claim: 1.5 GB are not given."""
    data = bytearray(lzma.compress(jsonl(20)))
    end = 12 + (data[12] + 1) * 4 - 4
    head = data[12:end]
    head[head.index(b"\x21\x01") + 2] = 37  # a dictionary of 1.5 GiB
    data[12 : end + 4] = head + zlib.crc32(head).to_bytes(4, "little")
    packed = tmp_path / "in.jsonl.xz"
    packed.write_bytes(data)
    (row,) = rows(here(packed))
    assert "emory" in row["error"]


def test_xz_files_behind_one_another(tmp_path: Path) -> None:
    """Two packed files in one, with the zero bytes that may stand between them, are all their lines."""
    packed = tmp_path / "in.jsonl.xz"
    packed.write_bytes(lzma.compress(jsonl(2)) + b"\0" * 8 + lzma.compress(jsonl(3)) + b"\0" * 4)
    assert len(rows(here(packed))) == 5


def test_several_inputs_name_themselves(tmp_path: Path) -> None:
    """Several files come one after the other, and messages say in which of them a line stands."""
    for name in ("b", "a"):
        (tmp_path / f"{name}.jsonl").write_bytes(jsonl(1) + b"no\n")
    (tmp_path / "c.txt").write_bytes(article(1))
    (tmp_path / "d.txt").write_bytes(b"")
    found = rows(here(*(tmp_path / name for name in ("b.jsonl", "a.jsonl", "c.txt", "d.txt"))))
    assert [row["id"] for row in found] == ["a0", None, "a0", None, "c", "d"]
    told = [row["error"].partition(": ")[0] for row in found if "error" in row]
    assert told == ["b.jsonl, line 2", "a.jsonl, line 2", "d.txt"]


def test_lines_of_any_length() -> None:
    """A line that no article has is passed over and named; blank lines are no articles; the others stay."""
    long = b"x" * (MAX_ITEM_BYTES + 1)
    data = b"\n".join([b"one", b"", long, b" \t", b"x" * MAX_ITEM_BYTES, long + long])
    found = list(lines(io.BytesIO(data), Place(4, 10, 1), "m"))
    assert [(item.kind, item.place, len(item.data)) for item, _ in found] == [
        ("line", "m, line 2", 4),
        ("refused", "m, line 4", 0),
        ("line", "m, line 6", MAX_ITEM_BYTES + 1),
        ("refused", "m, line 7", 0),
    ]
    assert [after.offset for _, after in found][-1] == 10 + len(data)


def test_a_file_that_is_too_large_costs_itself(tmp_path: Path) -> None:
    """A raw file that no article can be is not read at all."""
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(MAX_ITEM_BYTES * 200)
    (tmp_path / "b.txt").write_bytes(article(1))
    first, second = rows(here(tmp_path))
    assert first == {"id": "a", "error": f"a.txt: {MAX_ITEM_BYTES * 200:,} bytes; an article has at most 10,000,000"}
    assert second["id"] == "b"


def test_the_same_id_twice(tmp_path: Path) -> None:
    """Lines that share an id are lines of their own."""
    file = tmp_path / "in.jsonl"
    file.write_bytes(jsonl(1) * 3)
    assert [json.loads(row)["id"] for row in written(here(file)).splitlines()] == ["a0"] * 3
