"""A run that ended at any moment is gone on with: nothing lost, nothing doubled."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsbrief import __version__
from newsbrief.archive import annotation, inputs, output, run, steps
from newsbrief.archive import record as records
from newsbrief.archive.item import Place, Row
from newsbrief.archive.record import Record
from tests.effort import SOAK, examples
from tests.unit.archive import zips
from tests.unit.archive.making import Here, article, here, jsonl, line, silent, to_file, written

BAD = b"\n\nno JSON\n" + json.dumps({"id": "late", "text": 7}).encode() + b"\n"


def lines_file(folder: Path) -> Path:
    file = folder / "in.jsonl"
    file.write_bytes(jsonl(12) + BAD + jsonl(12))
    return file


def packed_file(folder: Path) -> Path:
    file = folder / "in.jsonl.gz"
    file.write_bytes(gzip.compress(jsonl(12) + BAD + jsonl(12)))
    return file


def raw_folder(folder: Path) -> Path:
    room = folder / "raw"
    (room / "b").mkdir(parents=True)
    for number in range(8):
        (room / "b" / f"{number}.txt").write_bytes(article(number))
    (room / "a.jsonl").write_bytes(jsonl(5) + BAD)
    (room / "c.txt").write_bytes(b"")
    return room


def zip_file(folder: Path) -> Path:
    file = folder / "in.zip"
    members = [
        ("m.jsonl", jsonl(9) + BAD),
        ("n.txt", article(2)),
        (zips.named("../o.txt"), article(3)),
        ("p.jsonl", jsonl(9)),
    ]
    file.write_bytes(zips.packed(*members))
    return file


MADE = (lines_file, packed_file, raw_folder, zip_file)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, bytes]]:
    """Every kind of archive, and what comes of it in one go."""
    files = [made(tmp_path_factory.mktemp("archive")) for made in MADE]
    return [(file, written(here(file))) for file in files]


@settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=not SOAK,
)
@given(data=st.data())
def test_killed_at_any_moment(data: st.DataObject, archives: list[tuple[Path, bytes]], tmp_path: Path) -> None:
    """Parcels of any size, a record after any of them, and anything at all behind what it tells of; again and again."""
    source, whole = data.draw(st.sampled_from(archives))
    file = tmp_path / "out.jsonl"
    for left in (file, records.file_of(file)):
        left.unlink(missing_ok=True)
    for _ in range(data.draw(st.integers(1, 3))):
        killed(here(source, parcel=data.draw(st.integers(1, 7))), file, data)
    told = to_file(here(source, parcel=data.draw(st.integers(1, 7))), file)
    assert file.read_bytes() == whole
    assert told.articles == whole.count(b"\n")
    assert told.errors == whole.count(b'"error": ')
    assert to_file(here(source), file).finished_before


def killed(plan: Here, file: Path, data: st.DataObject) -> None:
    """Go on with a run, and leave what a kill at some moment of it leaves."""
    with ExitStack() as stack:
        found = inputs.opened(plan.given, None, stack)  # type: ignore[arg-type]
        out = output.opened(file, Record(__version__, "en", found.known or []), restart=False)
        stack.callback(out.stream.close)
        out.every = 1e9  # saved when we say so
        parcels = list(steps.parcelled(steps.steps(found.members, out.record.place), plan.parcel))
        done = list(plan.spread(parcels))[: data.draw(st.integers(0, len(parcels)))]
        safe = data.draw(st.integers(0, len(done)))
        for number, (parcel, rows) in enumerate(done):
            if number == safe:
                out.save()
            out.put(rows, parcel.after)
        out.stream.flush()
        saved = records.read(records.file_of(file))
        assert saved is not None
        size = data.draw(st.integers(saved.written, file.stat().st_size))
        os.truncate(file, size)
    # What the disk has behind that after a power cut is anything.
    with file.open("ab") as stream:
        stream.write(data.draw(st.sampled_from([b"", b"\0" * 100, b"\0" * 100_000, b'{"id": "a1", "quo'])))


@pytest.mark.parametrize("made", MADE)
def test_stopped_by_hand(made: Callable[[Path], Path], tmp_path: Path) -> None:
    """A run that is stopped keeps all that was done, and another begins behind it."""
    source, file = made(tmp_path), tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        to_file(here(source, ends_after=2), file)
    stopped = file.read_bytes()
    assert stopped.count(b"\n") == 6
    told = to_file(here(source), file)
    assert file.read_bytes() == written(here(source))
    assert file.read_bytes().startswith(stopped)
    assert told.new == told.articles - 6


def touched(source: Path, file: Path) -> None:
    os.utime(source, (1, 1))


def grown(source: Path, file: Path) -> None:
    source.write_bytes(source.read_bytes() + jsonl(1))


def other_head(source: Path, file: Path) -> None:
    status = source.stat()
    source.write_bytes(source.read_bytes().replace(b"a0", b"b0", 1))
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns))


def shorter(source: Path, file: Path) -> None:
    os.truncate(file, 10)


def overwritten(source: Path, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"quotes", b"quoten"))


def no_record(source: Path, file: Path) -> None:
    records.file_of(file).unlink()


def torn_record(source: Path, file: Path) -> None:
    os.truncate(records.file_of(file), 40)


def other_version(source: Path, file: Path) -> None:
    known = records.file_of(file)
    known.write_text(known.read_text().replace(f'"version": "{__version__}"', '"version": "0.0.1"'))


CHANGES = {
    touched: "in.jsonl has changed since it was begun",
    grown: "in.jsonl has changed since it was begun",
    other_head: "in.jsonl has changed since it was begun",
    shorter: "is not as the run left it",
    overwritten: "is not as the run left it",
    no_record: "no record of a run beside it",
    torn_record: "no record of a run beside it",
    other_version: "it was begun by newsbrief 0.0.1",
}


@pytest.mark.parametrize(("change", "why"), CHANGES.items(), ids=lambda one: getattr(one, "__name__", ""))
def test_what_cannot_be_gone_on_with(change: Callable[[Path, Path], None], why: str, tmp_path: Path) -> None:
    """What was changed in between is not mixed: the message says what, and --restart begins anew."""
    source, file = lines_file(tmp_path), tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        to_file(here(source, ends_after=2), file)
    change(source, file)
    before = file.read_bytes()
    with pytest.raises(output.StandsError, match="--restart") as error:
        to_file(here(source), file)
    assert why in str(error.value)
    assert file.read_bytes() == before
    to_file(here(source), file, restart=True)
    assert file.read_bytes() == written(here(source))


def test_a_folder_that_changed(tmp_path: Path) -> None:
    """A file more in a folder is another input."""
    source, file = raw_folder(tmp_path), tmp_path / "out.jsonl"
    to_file(here(source), file)
    (source / "b" / "9.txt").write_bytes(article(9))
    with pytest.raises(output.StandsError, match="raw has changed"):
        to_file(here(source), file)


def test_an_output_within_its_input(tmp_path: Path) -> None:
    """An output that is, or lies in, what is annotated is refused before anything is written."""
    source, folder = lines_file(tmp_path), raw_folder(tmp_path)
    before = source.read_bytes()
    for one, file in ((source, source), (folder, folder / "out.jsonl")):
        with pytest.raises(output.StandsError, match="write it elsewhere"):
            to_file(here(one), file)
    assert source.read_bytes() == before
    assert not (folder / "out.jsonl").exists()


def test_two_runs_at_once(tmp_path: Path) -> None:
    """A second run does not write into what a first one writes."""
    source, file = lines_file(tmp_path), tmp_path / "out.jsonl"
    first = output.opened(file, Record(__version__, "en", [["x"]]), restart=False)
    with first.stream, pytest.raises(output.StandsError, match="by another run"):
        to_file(here(source), file)


def test_a_pipe_cannot_be_gone_on_with(tmp_path: Path) -> None:
    """What comes from a pipe is written to a file that is not there yet, and to another only when told so."""
    file = tmp_path / "out.jsonl"
    plan = here(Path("-"))
    with (lines_file(tmp_path)).open("rb") as source:
        run.to_file(plan, source, file, silent, restart=False)
        whole = file.read_bytes()
        assert whole == written(here(tmp_path / "in.jsonl"))
        source.seek(0)
        with pytest.raises(output.StandsError, match="a pipe cannot be gone on with"):
            run.to_file(plan, source, file, silent, restart=False)
        run.to_file(plan, source, file, silent, restart=True)
    assert file.read_bytes() == whole
    assert line(0)["id"] in whole.decode()


def test_stopped_between_two_rows(tmp_path: Path) -> None:
    """A stop in the midst of a parcel leaves an output that ends where its record says."""

    class StopError(BaseException):
        pass

    def stops() -> Iterator[Row]:
        yield annotation.written({"id": "a"})
        raise StopError

    out = output.opened(tmp_path / "out.jsonl", Record(__version__, "en", [["x"]]), restart=False)
    out.put([annotation.written({"id": "b"})], Place(0, 1, 1))
    with pytest.raises(StopError):
        out.put(stops(), Place(0, 2, 2))  # type: ignore[arg-type]  # rows that end before their time
    out.save()
    out.stream.close()
    assert out.file.read_bytes() == b'{"id": "b"}\n'
    assert out.record.written == len(out.file.read_bytes())


def test_files_of_several_articles(tmp_path: Path) -> None:
    """Each article of an agency's file has a row of its own name, and a run that ended goes on between files."""
    folder = tmp_path / "wire"
    folder.mkdir()
    for name in ("a", "b", "c", "d"):
        items = [
            {"uri": f"{name}{number}", "headline": f"Ferry {number}", "body_text": line(number)["text"]}
            for number in range(1, 4)
        ]
        (folder / f"{name}.json").write_text(json.dumps(items), "utf-8")
    (folder / "e.json").write_text(json.dumps(items[:1]), "utf-8")
    whole = written(here(folder, parcel=1))
    names = [json.loads(row)["id"] for row in whole.splitlines()]
    assert names == [*(f"{name}#{number}" for name in "abcd" for number in (1, 2, 3)), "e"]
    out = tmp_path / "out.jsonl"
    for ends_after in (1, 2, 1):
        stopped = here(folder, parcel=1, ends_after=ends_after)
        with pytest.raises(KeyboardInterrupt):
            to_file(stopped, out)
        assert whole.startswith(out.read_bytes())
    told = to_file(here(folder, parcel=1), out)
    assert (out.read_bytes(), told.articles, told.new) == (whole, 13, 1)
