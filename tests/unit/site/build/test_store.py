"""What the store remembers, and what becomes of one that cannot be used."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from newsbrief.site.build.store import NAME, File, MadePage, Memo, open_store


def test_pages_and_their_files_come_back(tmp_path: Path) -> None:
    """Page by page: one that is made again or gone takes its files with it."""
    store = open_store(tmp_path, print)
    store.set_pages({url: MadePage(b"k", (File(f"{url}/a", 1, 2), File(f"{url}/b", 3, 4))) for url in "xyz"}, ())
    store.set_pages({"x": MadePage(b"new", (File("x/a", 5, 6),))}, ["y"])
    assert store.keys() == {"x": b"new", "z": b"k"}
    assert list(store.files()) == [("x", "x/a", 5, 6), ("z", "z/a", 1, 2), ("z", "z/b", 3, 4)]
    assert list(store.files_of(["z", "nowhere"])) == ["z/a", "z/b"]
    assert store.top_names() == {"x", "z"}


def test_failed_transaction_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """Also what its first steps wrote."""
    store = open_store(tmp_path, print)
    store.set_meta({"built": "1"})

    def fail() -> None:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # ours, without words
        store.transaction(lambda: store.set_meta({"built": "2"}), fail)
    assert store.meta() == {"built": "1"}


def test_memo_keeps_what_a_build_used(tmp_path: Path) -> None:
    """And forgets the rest."""
    store = open_store(tmp_path, print)
    store.set_memo({b"old": b"1", b"used": b"2"}, ())
    memo = Memo(store)
    memo[b"new"] = b"3"
    assert (memo[b"used"], memo.get(b"nothing")) == (b"2", None)
    store.set_memo(memo.new, memo.used)
    assert {key: store.memo(key) for key in (b"old", b"used", b"new")} == {b"old": None, b"used": b"2", b"new": b"3"}


def test_store_of_another_version_is_made_anew_without_a_word(tmp_path: Path) -> None:
    """Its tables may be others."""
    open_store(tmp_path, print).set_meta({"built": "1"})
    with sqlite3.connect(tmp_path / NAME) as db:
        db.execute("pragma user_version = 99")
    said: list[str] = []
    assert open_store(tmp_path, said.append).meta() == {}
    assert said == []


def test_damaged_store_is_made_anew_and_it_is_said(tmp_path: Path) -> None:
    """Everything in it can be made again."""
    (tmp_path / NAME).write_bytes(b"no database " * 1000)
    said: list[str] = []
    store = open_store(tmp_path, said.append)
    store.set_meta({"built": "1"})
    assert store.meta() == {"built": "1"}
    assert NAME in said[0]
    assert "everything is built anew" in said[0]
