"""A finished build is brought into place."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.build import ledger, stage
from newsbrief.build.account import Account, written
from newsbrief.build.looks import Known
from tests.effort import examples
from tests.newsroom import files_of


def build(output: Path, files: Mapping[str, str], clear: bool = False, dropped: Collection[str] | None = None) -> None:
    opened = stage.begin(output)
    for name, text in files.items():
        path = opened.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    stage.commit(opened, clear=clear, dropped=dropped, account=Account(behind=dropped is not None))


def test_output_is_exactly_what_was_built(tmp_path: Path) -> None:
    """Pages of the last build that are not in this one go, with the folders they leave empty."""
    output = tmp_path / "output"
    build(output, {"index.html": "1", "a/b/page.html": "1", "theme/x.css": "1"})
    build(output, {"index.html": "2", "theme/x.css": "1"})
    assert files_of(output) == {"index.html": b"2", "theme/x.css": b"1"}
    assert not (output / "a").exists()


def test_what_earlier_versions_kept_goes(tmp_path: Path) -> None:
    """Nobody reads it any more, and it is large."""
    output = tmp_path / "output"
    room = stage.begin(output).room
    (room / "register.pickle").write_bytes(b"kept")
    build(output, {"index.html": "1"})
    assert {path.name.partition("-")[0] for path in room.iterdir()} == {"ledger.msgpack", "lock", "pieces"}


def test_what_workers_of_a_killed_build_left_goes(tmp_path: Path) -> None:
    """Nobody reads it any more, and the next build may have fewer of them."""
    room = stage.begin(tmp_path / "output").room
    (room / f"{stage.RESULT}300").write_bytes(b"half")
    stage.begin(tmp_path / "output")
    assert not list(room.glob(f"{stage.RESULT}*"))


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    """What has the same bytes keeps its time stamp, so that copying tools pass it over."""
    output = tmp_path / "output"
    build(output, {"index.html": "1", "same.html": "1"})
    before = (output / "same.html").stat().st_mtime_ns
    build(output, {"index.html": "2", "same.html": "1"})
    assert (output / "same.html").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("clear", "left"), [(False, {"notes.txt", ".git/config", "CNAME"}), (True, {".git/config", "CNAME"})]
)
def test_foreign_files_stay_unless_the_folder_is_ours(tmp_path: Path, clear: bool, left: set[str]) -> None:
    """Without `clear` no file that another hand put there goes; with it only hidden ones and CNAME stay."""
    output = tmp_path / "output"
    for name in ("notes.txt", ".git/config", "CNAME"):
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text("x", "utf-8")
    build(output, {"index.html": "1"}, clear=clear)
    assert set(files_of(output)) == left | {"index.html"}


def test_page_and_folder_may_change_places(tmp_path: Path) -> None:
    """A page may take the name of a former folder, and a folder that of a former page."""
    output = tmp_path / "output"
    build(output, {"a/index.html": "1", "b": "1"})
    build(output, {"a": "2", "b/index.html": "2"})
    assert files_of(output) == {"a": b"2", "b/index.html": b"2"}


@pytest.mark.parametrize("dropped", [None, ("old.html",)])
@pytest.mark.parametrize("moved", [0, 1, 2, 3])
def test_build_killed_while_moving_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: int, dropped: Collection[str] | None
) -> None:
    """Whatever was moved before, the next build first completes the site that was ready."""
    output = tmp_path / "output"
    build(output, {"old.html": "1", "index.html": "1"})
    real = os.replace
    calls = 0

    def failing(source: str, target: str) -> None:
        nonlocal calls
        calls += Path(source).is_relative_to(stage.place(output))
        if calls > moved:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    new = {"index.html": "2", "a.html": "2", "b.html": "2"}
    try:
        build(output, new, dropped=dropped)
    except KeyboardInterrupt:
        monkeypatch.setattr(os, "replace", real)
        stage.begin(output)
    assert files_of(output) == {name: text.encode() for name, text in new.items()}
    found = stage.Stage(output).last
    assert found is not None
    assert found.files.keys() == new.keys()


@pytest.mark.parametrize("kept", [b"", b"half", b"another bit"])
def test_journal_that_a_disk_did_not_keep_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bytes
) -> None:
    """As after a power cut: some files were moved, nobody knows which, and the next build leaves what it made."""
    output, real = tmp_path / "output", os.replace
    build(output, {"index.html": "1", "a.html": "1", "gone.html": "1"}, clear=True)

    def failing(source: str, target: str) -> None:
        if str(target).endswith("b.html"):
            raise KeyboardInterrupt
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing)
        with pytest.raises(KeyboardInterrupt):
            build(output, {"index.html": "2", "a.html": "2", "b.html": "2"}, clear=True)
    journal = stage.Stage(output).journal
    whole = journal.read_bytes()
    spoilt = {b"half": whole[: len(whole) // 2], b"another bit": whole[:-1] + bytes([whole[-1] ^ 1])}
    journal.write_bytes(spoilt.get(kept, kept))
    build(output, {"index.html": "3"}, clear=True)
    assert files_of(output) == {"index.html": b"3"}
    assert not journal.exists()


@pytest.mark.parametrize("dropped", [None, ("gone.html",)])
@pytest.mark.parametrize("at", ["output", "ledger.msgpack"])
@pytest.mark.parametrize("lost", [False, True])
def test_journal_that_rests_on_the_last_ledger_is_carried_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, lost: bool, dropped: Collection[str] | None
) -> None:
    """It tells of what changed only: killed before its own ledger is there or after, the site and that are whole.

    Without the ledger that it rests on nothing is claimed, and the next build clears away what nobody knows of.
    """
    output, real = tmp_path / "output", Path.unlink
    build(output, {"same.html": "1", "index.html": "1", "gone.html": "1"}, clear=True)
    book = stage.Stage(output).room / "ledger.msgpack"
    before = {file: file.read_bytes() for file in (book, *book.parent.glob("pieces-*"))}

    def failing(file: Path, missing_ok: bool = False) -> None:
        if file.name == "journal.msgpack":
            raise KeyboardInterrupt
        real(file, missing_ok)

    new = {"same.html": "1", "index.html": "2", "a.html": "2"}
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", failing)
        with pytest.raises(KeyboardInterrupt):
            build(output, new, clear=True, dropped=dropped)
    if at == "output":
        for file, data in before.items():
            file.write_bytes(data)
    if lost:
        book.unlink()
    found = stage.finish(output).last
    assert files_of(output) == {name: text.encode() for name, text in new.items()}
    assert (found is None) == lost
    assert found is None or found.files.keys() == new.keys()
    build(output, {"index.html": "3"}, clear=True)
    assert files_of(output) == {"index.html": b"3"}


def test_build_killed_before_it_is_ready_leaves_the_old_site(tmp_path: Path) -> None:
    """A stage without a journal is thrown away."""
    output = tmp_path / "output"
    build(output, {"index.html": "1"})
    opened = stage.begin(output)
    (opened.site / "index.html").write_text("half", "utf-8")
    stage.begin(output)
    assert files_of(output) == {"index.html": b"1"}


@pytest.mark.parametrize("there", [False, True])
def test_first_site_comes_as_a_whole(tmp_path: Path, there: bool) -> None:
    """Where nothing is yet, the stage becomes the folder; the next build finds it as any other."""
    output = tmp_path / "output"
    if there:
        output.mkdir()
    build(output, {"index.html": "1", "a/b/page.html": "1"})
    assert files_of(output) == {"index.html": b"1", "a/b/page.html": b"1"}
    build(output, {"index.html": "2"})
    assert files_of(output) == {"index.html": b"2"}


def test_first_site_is_moved_file_by_file_where_the_folder_must_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mount point cannot be taken away."""
    output = tmp_path / "output"
    output.mkdir()

    def busy(folder: Path) -> None:
        raise OSError(16, "busy", str(folder))

    monkeypatch.setattr(Path, "rmdir", busy)
    build(output, {"index.html": "1", "a/b/page.html": "1"})
    assert files_of(output) == {"index.html": b"1", "a/b/page.html": b"1"}


NAMES = ("index.html", "a/index.html", "a/b/index.html", "a/b/c.css", "d/index.html")
# What a build writes: of each file another text, the same, nothing (it stays), or None (it goes).
steps = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["1", "2", None]), max_size=4)


@given(st.lists(steps, max_size=12), st.booleans())
@settings(max_examples=examples(40), deadline=None, derandomize=True)
def test_ledger_of_small_changes_is_that_of_all(changes: list[Mapping[str, str | None]], clear: bool) -> None:
    """Builds that tell what they dropped leave the same site, and know as much of it as one that looks at all."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        site = {f"{number}/index.html": "1" for number in range(40)}
        build(output, site, clear)
        for change in changes:
            new = {name: text for name, text in change.items() if text is not None}
            dropped = change.keys() - new.keys()
            build(output, new, clear, dropped)
            site = {name: text for name, text in (site | new).items() if name not in dropped}
        assert files_of(output) == {name: text.encode() for name, text in site.items()}
        found = stage.Stage(output).last
        ledger.enter(Path(folder), written(Account()), clear, site, output, Known())
        whole = ledger.read(Path(folder))
        assert found is not None
        assert whole is not None
        assert (found.files, found.folders) == (whole.files, whole.folders)
        assert ledger.all_intact(found, output)
        assert ledger.untouched(found, output)


@pytest.mark.parametrize("clear", [False, True])
@pytest.mark.parametrize("foreign", ["notes.txt", "a/notes.txt"])
def test_what_came_meanwhile_is_seen_where_only_the_dropped_are_told(tmp_path: Path, foreign: str, clear: bool) -> None:
    """A name that somebody put there goes if nothing else may be there, and the next build has nothing to look for."""
    output = tmp_path / "output"
    build(output, {"index.html": "1", "a/index.html": "1", "b.html": "1"}, clear)
    (output / foreign).write_text("x", "utf-8")
    build(output, {"index.html": "2"}, clear, dropped=["b.html"])
    assert files_of(output).keys() == {"index.html", "a/index.html"} | (set() if clear else {foreign})
    found = stage.Stage(output).last
    assert found is not None
    assert found.files.keys() == {"index.html", "a/index.html"}
    assert ledger.untouched(found, output)
