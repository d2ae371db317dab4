"""Folders, zips and lines of JSON to briefs: each article its own, whatever lies beside it and however many work."""

from __future__ import annotations

import json
import os
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from newsbrief import document
from newsbrief.archive.ingestion import ingested
from newsbrief.desk.records import Desk, Outcome
from tests.pictures import jpeg, packet
from tests.unit.archive.making import article, silent
from tests.unit.archive.zips import GOOD, HOSTILE

INSTANT = 1_872_547_200  # 4 May 2029


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    content = tmp_path / "content"
    (content / "raw").mkdir(parents=True)
    return Desk(content, content / "briefs")


def run(desk: Desk, *given: Path, jobs: int = 0) -> list[Outcome]:
    return list(ingested(given, desk, jobs, silent))


def counted(outcomes: list[Outcome]) -> dict[str, int]:
    return dict(Counter(outcome.kind for outcome in outcomes))


def written(desk: Desk) -> dict[str, bytes]:
    """Every brief and picture, by its path."""
    folders = (desk.briefs, desk.content / "images")
    return {file.name: file.read_bytes() for folder in folders for file in sorted(folder.glob("*"))}


def folder_of(place: Path, files: dict[str, bytes]) -> Path:
    """A folder of these files, all changed last on one day."""
    for name, data in files.items():
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        os.utime(file, (INSTANT, INSTANT))
    return place


def zip_of(file: Path, files: dict[str, bytes]) -> Path:
    """A zip of these files."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2029, 5, 4, 0, 0, 0)), data)
    return file


def item(name: str, version: int, headline: str) -> bytes:
    """A ninjs item."""
    body = f"<p>{headline}, the council said on Friday.</p><p>Nobody spoke against it.</p>"
    record = {
        "uri": f"urn:skw:{name}",
        "type": "text",
        "version": str(version),
        "headline": headline,
        "body_html": body,
    }
    return json.dumps({**record, "firstcreated": "2029-05-04T09:00:00Z"}).encode()


FILES = {
    "2028/2028-01-02-quay.txt": article(1),
    "2029/2029-01-02-quay.txt": article(2),
    "2029/again/2029-01-02-quay.txt": article(3),
    "wire/ferry.json": item("ferry", 1, "Skerrow keeps its ferry"),
    "wire/ferry-2.json": item("ferry", 2, "Skerrow keeps its morning ferry"),
    "2029/bad.txt": b"\x00\x01\x02" * 50,
    "README.txt": b"not to be read",
}
KINDS = {"new": 4, "updated": 1, "refused": 1}


@pytest.mark.parametrize("packed", [False, True])
def test_every_article_has_a_brief_of_its_own(desk: Desk, tmp_path: Path, packed: bool) -> None:
    """Files of one name in different folders do not meet; of an item's versions the newer one counts."""
    given = zip_of(tmp_path / "old.zip", FILES) if packed else folder_of(tmp_path / "old", FILES)
    outcomes = run(desk, given)
    # "ferry-2.json" comes before "ferry.json": the older version changes nothing.
    expected = KINDS if packed else {"new": 4, "kept": 1, "refused": 1}
    assert counted(outcomes) == expected
    briefs = {name: document.parse(data.decode()) for name, data in written(desk).items()}
    root = given.name
    assert {name: brief.raw.file for name, brief in briefs.items() if brief.raw} == {
        "2028-01-02-quay.md": f"{root}/2028/2028-01-02-quay.txt",
        "2029-01-02-quay.md": f"{root}/2029/2029-01-02-quay.txt",
        "2029-01-02-quay-2.md": f"{root}/2029/again/2029-01-02-quay.txt",
        "2029-05-04-skerrow-keeps-its-ferry.md"
        if packed
        else "2029-05-04-skerrow-keeps-its-morning-ferry.md": f"{root}/wire/ferry-2.json",
    }
    ferry = next(brief for name, brief in briefs.items() if "ferry" in name)
    assert ferry.title == "Skerrow keeps its morning ferry"
    (refusal,) = (one for outcome in outcomes for one in outcome.refusals)
    assert refusal.file.endswith(f"{root}/2029/bad.txt")


@pytest.mark.parametrize("packed", [False, True])
def test_same_again_changes_nothing(desk: Desk, tmp_path: Path, packed: bool) -> None:
    """A second run keeps every brief as it is, byte by byte."""
    files = {name: data for name, data in FILES.items() if "bad" not in name and "ferry-2" not in name}
    given = zip_of(tmp_path / "old.zip", files) if packed else folder_of(tmp_path / "old", files)
    run(desk, given)
    before = written(desk)
    assert counted(run(desk, given)) == {"kept": 4}
    assert written(desk) == before


def test_changed_article_of_an_archive(desk: Desk, tmp_path: Path) -> None:
    """What changed in the archive reaches its brief, and what a person edited there stays."""
    given = folder_of(tmp_path / "old", {"a/2029-01-02-quay.txt": article(1), "b/2029-01-02-quay.txt": article(2)})
    run(desk, given)
    brief = desk.briefs / "2029-01-02-quay.md"
    brief.write_text(brief.read_text().replace("title: Ferry stays, says council 1", "title: My own headline"))
    folder_of(given, {"a/2029-01-02-quay.txt": article(1) + b"\nThe harbour master will speak on 4 June 2030.\n"})
    assert [outcome.kind for outcome in run(desk, given)] == ["updated", "kept"]
    assert "title: My own headline" in brief.read_text()
    assert "The harbour master will speak" in brief.read_text()


def test_same_bytes_with_any_number_of_workers(tmp_path: Path) -> None:
    """One process, and two of them, write the same briefs and tell the same, good and bad, twice and once."""
    many = {f"{number % 3}/2029-0{number % 9 + 1}-11-ferry.txt": article(number) for number in range(20)}
    lines = b"".join(
        json.dumps({"id": number % 7, "title": f"Line {number}", "text": article(number).decode()}).encode() + b"\n"
        for number in range(12)
    )
    given = folder_of(tmp_path / "old", {**FILES, **many, "lines.jsonl": lines + b"no line\n"})
    told = []
    for number, jobs in enumerate((0, 1, 2)):
        content = tmp_path / str(number) / "content"
        desk = Desk(content, content / "briefs")
        outcomes = [
            (str(one.raw), one.kind, one.notes, one.brief and one.brief.name) for one in run(desk, given, jobs=jobs)
        ]
        told.append((outcomes, written(desk)))
    assert told[0] == told[1] == told[2]
    assert len(told[0][1]) == 20


@pytest.mark.parametrize("jobs", [0, 2])
def test_stopped_run_goes_on(tmp_path: Path, jobs: int) -> None:
    """A run that ended anywhere keeps what it did, and the same command does the rest, as if nothing had been."""
    given = folder_of(tmp_path / "old", {f"{number:02}.txt": article(number) for number in range(9)})
    whole, parted = (Desk(tmp_path / name, tmp_path / name / "briefs") for name in ("whole", "parted"))
    run(whole, given)
    begun = ingested([given], parted, jobs, silent)
    assert [next(begun).kind for _ in range(4)] == ["new"] * 4
    begun.close()  # type: ignore[attr-defined]  # a generator
    assert len(written(parted)) == 4
    (parted.briefs / "2029-05-04-02.md").unlink()
    kinds = [outcome.kind for outcome in run(parted, given, jobs=jobs)]
    assert kinds == ["kept", "kept", "new", "kept", *["new"] * 5]
    assert written(parted) == written(whole)


def test_lines(desk: Desk, tmp_path: Path) -> None:
    """A line is an article by its id, an agency's item on a line is that item, and a bad line costs itself."""
    rows = [
        json.dumps(
            {
                "id": "a/1",
                "title": "Harbour opens",
                "text": "It opened.\n\nThe keeper lit the lamp.",
                "date": "2029-03-02",
            }
        ),
        item("ferry", 1, "Skerrow keeps its ferry").decode(),
        "[not json",
        json.dumps({"id": 3, "text": "no headline"}),
    ]
    file = tmp_path / "old.jsonl"
    file.write_text("\n".join(rows), "utf-8")
    outcomes = run(desk, file)
    assert [outcome.kind for outcome in outcomes] == ["new", "new", "refused", "refused"]
    assert [one.file.rpartition("/")[2] for outcome in outcomes for one in outcome.refusals] == [
        "old.jsonl, line 3",
        "old.jsonl, line 4",
    ]
    first = document.parse((desk.briefs / "2029-03-02-harbour-opens.md").read_text())
    assert (first.title, first.raw and first.raw.file) == ("Harbour opens", "old.jsonl#a/1")
    assert first.body.strip() == "It opened.\n\nThe keeper lit the lamp."
    assert counted(run(desk, file)) == {"kept": 2, "refused": 2}
    file.write_text("\n".join(rows).replace("lit the lamp", "put out the lamp"), "utf-8")
    assert counted(run(desk, file)) == {"updated": 1, "kept": 1, "refused": 2}


@pytest.mark.parametrize("packed", [False, True])
def test_picture_beside_an_article_of_an_archive(desk: Desk, tmp_path: Path, packed: bool) -> None:
    """It becomes the photo of the article in its own folder, and is no article itself; one without one is refused."""
    files = {
        "a/2029-01-02-quay.txt": article(1),
        "a/2029-01-02-quay.jpg": jpeg(xmp=packet("HNA", "© HNA")),
        "b/2029-01-03-quay.txt": article(2),
        "b/other.jpg": jpeg(),
    }
    given = zip_of(tmp_path / "old.zip", files) if packed else folder_of(tmp_path / "old", files)
    outcomes = run(desk, given)
    assert [outcome.kind for outcome in outcomes] == ["new", "new", "refused"]
    one, other = (document.parse(outcome.brief.read_text()).photo for outcome in outcomes[:2] if outcome.brief)
    assert one is not None
    assert (one.credit, one.rights, one.file) == ("HNA", "© HNA", "images/2029-01-02-quay.jpg")
    assert other is None


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_zips(desk: Desk, tmp_path: Path, name: str) -> None:
    """Whatever is wrong with a zip costs that member alone, and nothing is written but briefs."""
    file = tmp_path / "hostile.zip"
    file.write_bytes(HOSTILE[name][0]())
    before = {one for one in tmp_path.rglob("*") if one.is_file()}
    outcomes = run(desk, file)
    assert [outcome for outcome in outcomes if outcome.kind == "refused"]
    assert sum(outcome.kind == "new" for outcome in outcomes) <= len(GOOD) + (name == "twice")
    new = {one for one in tmp_path.rglob("*") if one.is_file()} - before
    assert all(one.parent == desk.briefs and one.suffix == ".md" for one in new)


def test_folder_of_raw_articles(desk: Desk) -> None:
    """content/raw/ given as a folder is what it is without it; folders in it are read, too."""
    raw = desk.content / "raw"
    folder_of(raw, {"2029-01-02-quay.txt": article(1), "wire/2029-01-03-quay.txt": article(2)})
    run(desk, raw / "2029-01-02-quay.txt")
    assert [outcome.kind for outcome in run(desk, raw)] == ["kept", "new"]
    brief = document.parse((desk.briefs / "2029-01-03-quay.md").read_text())
    assert brief.raw is not None
    assert brief.raw.file == "wire/2029-01-03-quay.txt"


def test_links_out_of_a_folder(desk: Desk, tmp_path: Path) -> None:
    """A link that leads out of the folder is refused, whether it is an article or its picture."""
    secret = folder_of(tmp_path / "other", {"secret.txt": article(1), "secret.jpg": jpeg(xmp=packet("HNA", "© HNA"))})
    given = folder_of(tmp_path / "old", {"2029-01-02-quay.txt": article(2)})
    (given / "link.txt").symlink_to(secret / "secret.txt")
    (given / "2029-01-02-quay.jpg").symlink_to(secret / "secret.jpg")
    outcomes = run(desk, given)
    assert counted(outcomes) == {"new": 1, "refused": 2}
    assert not (desk.content / "images").exists()
