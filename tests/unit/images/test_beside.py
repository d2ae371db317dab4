"""The desk's way with pictures beside raw articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.desk import ingest as desk_ingest
from newsbrief.desk import raw_files
from newsbrief.desk.records import Desk, Outcome
from newsbrief.document import parse
from newsbrief.images.beside import Beside
from newsbrief.images.forms import taken_apart
from newsbrief.images.look import told
from newsbrief.images.told import Told
from newsbrief.model.article import Photo
from tests.pictures import SECRET, iptc, jpeg, packet, png_claiming, saved

TEXT = "Council keeps the ferry\n\nThe council voted on Thursday to keep the ferry, and nobody spoke against it.\n"
CREDITED = TEXT.replace("\n\n", "\n\nPhoto: Osla Brandt (Used with permission)\n\n", 1)
NAME = "2029-05-01-harbour"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for folder in ("raw", "briefs"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    return tmp_path / "content"


def ingest(content: Path, raw: dict[str, str | bytes]) -> list[Outcome]:
    for name, data in raw.items():
        (content / "raw" / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(desk_ingest.ingest(raw_files.raw_files(content), Desk(content, content / "briefs")))


def photo(content: Path, name: str = NAME) -> Photo | None:
    return parse((content / "briefs" / f"{name}.md").read_text("utf-8")).photo


def test_picture_beside_an_article_becomes_its_photo(content: Path) -> None:
    """Copied without what is private; what the file tells is written into the brief, for a person to read."""
    said = iptc({(2, 120): "The quay at dawn.", (2, 5): SECRET})
    (outcome,) = ingest(content, {f"{NAME}.txt": TEXT, f"{NAME}.jpg": jpeg(xmp=packet("HNA", "© HNA"), said=said)})
    assert (outcome.kind, outcome.notes) == ("new", ())
    assert photo(content) == Photo("HNA", "© HNA", "The quay at dawn.", "", f"images/{NAME}.jpg")
    copy = (content / "images" / f"{NAME}.jpg").read_bytes()
    assert SECRET.encode() not in copy
    assert told(taken_apart(copy)) == Told("HNA", "© HNA")
    assert SECRET.encode() in (content / "raw" / f"{NAME}.jpg").read_bytes()


def test_article_words_come_before_the_files(content: Path) -> None:
    """Of credit and rights; and of several pictures the first is taken, and the others are told."""
    pictures = {f"{NAME}-1.png": saved("PNG"), f"{NAME}-2.jpg": jpeg(xmp=packet("HNA", "© HNA"))}
    (outcome,) = ingest(content, {f"{NAME}.txt": CREDITED, **pictures})
    assert photo(content) == Photo("Osla Brandt", "Used with permission", file=f"images/{NAME}.png")
    assert outcome.notes == (f"{NAME}-2.jpg: a brief has one photo; {NAME}.md has {NAME}-1.png",)


def test_again_nothing_happens(content: Path) -> None:
    """No file is written, and what a person changed or took out stays so."""
    raw: dict[str, str | bytes] = {f"{NAME}.txt": TEXT, f"{NAME}.jpg": jpeg()}
    ingest(content, raw)
    brief = content / "briefs" / f"{NAME}.md"
    before = brief.read_text("utf-8")
    assert [one.kind for one in ingest(content, {})] == ["kept"]
    assert brief.read_text("utf-8") == before
    without = before.replace(f"photo: {{file: images/{NAME}.jpg}}\n", "")
    assert without != before
    brief.write_text(without, "utf-8")
    ingest(content, {})
    assert brief.read_text("utf-8") == without


def test_picture_that_comes_later_is_taken(content: Path) -> None:
    """And a changed article keeps it."""
    ingest(content, {f"{NAME}.txt": TEXT})
    assert photo(content) is None
    ingest(content, {f"{NAME}.jpg": jpeg()})
    assert photo(content) == Photo(file=f"images/{NAME}.jpg")
    (outcome,) = ingest(content, {f"{NAME}.txt": CREDITED})
    assert outcome.kind == "updated"
    assert photo(content) == Photo("Osla Brandt", "Used with permission", file=f"images/{NAME}.jpg")


def test_picture_of_a_brief_that_was_read_is_to_be_looked_at(content: Path) -> None:
    """It is told, and listed until somebody approves the brief again."""
    ingest(content, {f"{NAME}.txt": TEXT})
    file = content / "briefs" / f"{NAME}.md"
    file.write_text(file.read_text("utf-8").replace("status:", "reviewed: {by: Bo}\nstatus:", 1), "utf-8")
    (outcome,) = ingest(content, {f"{NAME}.jpg": jpeg()})
    assert outcome.notes == (f"{NAME}.md: has a photo since Bo read it; look at it and approve it again",)
    record = parse(file.read_text("utf-8")).raw
    assert record is not None
    assert record.unread == ("photo",)


def test_other_picture_is_not_replaced(content: Path) -> None:
    """What a person put into content/images/ stays, and it is told."""
    (content / "images").mkdir()
    own = content / "images" / f"{NAME}.jpg"
    own.write_bytes(b"a person's")
    (outcome,) = ingest(content, {f"{NAME}.txt": TEXT, f"{NAME}.jpg": jpeg()})
    assert own.read_bytes() == b"a person's"
    assert "stands there already" in outcome.notes[0]


@pytest.mark.parametrize("data", [b"<html>", png_claiming(90_000, 90_000), saved("TIFF"), b""])
def test_bad_picture_costs_itself(content: Path, data: bytes) -> None:
    """The brief is written without it, and a line says why."""
    (outcome,) = ingest(content, {f"{NAME}.txt": TEXT, f"{NAME}.jpg": data})
    assert outcome.kind == "new"
    assert photo(content) is None
    assert len(outcome.notes) == 1
    assert f"{NAME}.jpg: " in outcome.notes[0]
    assert not (content / "images").exists()


def test_pictures_belong_to_the_nearest_name() -> None:
    """An article of a number's own name has its own pictures; a picture without an article is nobody's."""
    files = [Path(name) for name in ("a.txt", "a-1.txt", "a.jpg", "a-1.jpg", "a-2.jpg", "b.jpg", "a-12.jpg", "a-x.jpg")]
    found = Beside.of(files).pictures
    assert {bare.name: [file.name for file in own] for bare, own in found.items()} == {
        "a": ["a.jpg", "a-2.jpg"],
        "a-1": ["a-1.jpg"],
    }
