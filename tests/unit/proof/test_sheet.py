"""What the proof of a brief says: marks in both texts, the lines to edit, and what is not sure."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newsbrief.proof import Fact, Room, Sheet, sheet

RAW = """Ferry stays until spring

By Runa Holm

The council voted on 3 May 2029 to keep the ferry. Hob Merrin, the mayor, was not persuaded.

“We have found the money down the back of the sofa,” he said. “In spring we will look there again.”

“Nobody asked the crew about any of this,” said a man on the quay on Friday.

Oona Pellisk, the harbour master, left early. Ms Pellisk was tired.
"""
BRIEF = """---
title: Ferry stays until spring
date: 2029-05-04
status: review
people:
- {name: Hob Merrin, role: mayor}
- Wanda Thorne
quotes:
- id: q1
  speaker: Hob Merrin
  text:
  - We have found the money down the back of the sofa
  - In spring we will look there again.
events:
- id: e1
  date: 2029-05-03
  when: on 3 May 2029
  text: The council voted on 3 May 2029 to keep the ferry.
raw: {file: ferry.txt}
---
""" + RAW.split("\n\n", 2)[2]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    for name in ("briefs/town", "raw"):
        (tmp_path / "content" / name).mkdir(parents=True)
    return Room(tmp_path / "content", dt.date(2029, 5, 5))


def made(room: Room, brief: str = BRIEF, raw: str = RAW) -> Sheet:
    (room.briefs / "ferry.md").write_text(brief, "utf-8")
    (room.content / "raw" / "ferry.txt").write_text(raw, "utf-8")
    return sheet("ferry", room)


def fact(proof: Sheet, words: str) -> Fact:
    return next(one for one in proof.facts if one.words.startswith(words) or one.key == words)


def marked(proof: Sheet, key: str, kind: str) -> tuple[list[str], list[str]]:
    """The words marked in the raw article and in the brief."""
    texts = (proof.raw.paragraphs if proof.raw else (), proof.paragraphs)
    raw, brief = (
        [
            one.text
            for paragraph in text
            for one in paragraph.segments
            if any(mark.key == key and mark.kind == kind for mark in one.marks)
        ]
        for text in texts
    )
    return raw, brief


@pytest.mark.parametrize(
    ("key", "kind", "words"),
    [
        ("q1", "speaker", ["he"]),
        ("e1", "date", ["on 3 May 2029"]),
        ("e1", "event", ["The council voted ", "on 3 May 2029", " to keep the ferry."]),
        ("people_1", "name", ["Hob Merrin"]),
        (
            "q1",
            "quote",
            ["We have found the money down the back of the sofa", "In ", "spring", " we will look there again."],
        ),
    ],
)
def test_both_texts_are_marked_alike(room: Room, key: str, kind: str, words: list[str]) -> None:
    """A quote with its parts, who says it ("he"), an event, the words that date it, and a name."""
    assert marked(made(room), key, kind) == (words, words)


@pytest.mark.parametrize(
    ("key", "lines"), [("q1", (9, 13)), ("e1", (15, 18)), ("people_1", (6, 6)), ("people_2", (7, 7))]
)
def test_lines_to_edit(room: Room, key: str, lines: tuple[int, int]) -> None:
    """Those of the fact in the brief's file."""
    assert fact(made(room), key).lines == lines


def test_who_speaks_is_told_with_the_words_that_name_them(room: Room) -> None:
    """The speaker in the brief, the pronoun and verb of the text, and whom the desk takes it for."""
    told = dict(fact(made(room), "q1").told)
    assert told["speaker"] == "Hob Merrin"
    assert told["named in the text as"] == "“he”, by “said”"
    assert told["the desk reads"].startswith("Hob Merrin (")


@pytest.mark.parametrize(
    ("words", "loose", "doubt"),
    [
        ("Nobody asked the crew", "not among the brief’s quotes", "nobody is named as the speaker"),
        ("Friday", "no event stands on it", ""),
        ("Oona Pellisk", "not among the brief’s people", ""),
        ("Wanda Thorne", "", "this name stands nowhere in the text"),
        ("Hob Merrin", "", ""),
        ("The council voted", "", ""),
    ],
)
def test_what_is_unsure_stands_out(room: Room, words: str, loose: str, doubt: str) -> None:
    """What the text has and the front matter has not is loose; what `newsbrief check` asks about has its words."""
    found = fact(made(room), words)
    assert found.loose == loose
    assert [one.startswith(doubt) for one in found.doubts] == ([True] if doubt else [])


@pytest.mark.parametrize(
    ("old", "new", "key", "doubt"),
    [
        ("- We have found", "- We have lost", "q1", "is not in the body word for word"),
        ("speaker: Hob Merrin", "speaker: Tobin Crale", "q1", "no part of the speaker’s name stands in the text"),
        ("when: on 3 May", "when: on 4 May", "e1", "the words in `when` do not stand in the body"),
        ("text: The council voted", "text: The council", "e1", "the words in `text` do not stand in the body"),
    ],
)
def test_what_a_person_mistyped_is_told(room: Room, old: str, new: str, key: str, doubt: str) -> None:
    """A brief that cannot be published has a proof, and the fact has the reason."""
    proof = made(room, BRIEF.replace(old, new))
    found = fact(proof, key)
    assert any(doubt in one for one in found.doubts), found
    assert proof.doubts == ()


def test_words_that_the_raw_article_has_otherwise(room: Room) -> None:
    """They are doubted, and what is most like them is marked in the raw article."""
    proof = made(room, raw=RAW.replace("the money", "some money"))
    assert any("is not in the raw article word for word" in one for one in fact(proof, "q1").doubts)
    assert any("some money down the back" in words for words in marked(proof, "q1", "quote")[0])


def test_another_spelling_is_the_same_person(room: Room) -> None:
    """content/people.yaml brings spellings together, in names and speakers."""
    (room.content / "people.yaml").write_text("Robert Merrin: {also: [Hob Merrin]}\n", "utf-8")
    proof = made(room, BRIEF.replace("Hob Merrin", "Robert Merrin").replace("Robert Merrin, the", "Hob Merrin, the"))
    assert marked(proof, "people_1", "name")[0] == ["Hob Merrin"]
    assert fact(proof, "q1").doubts == fact(proof, "people_1").doubts == ()


def test_what_stands_in_one_text_only_is_told(room: Room) -> None:
    """A paragraph that an editor left out still has its marks in the raw article."""
    proof = made(room, BRIEF.replace("Oona Pellisk, the harbour master, left early. Ms Pellisk was tired.", ""))
    assert ("stands in", "the raw article only, not in the brief") in fact(proof, "Oona Pellisk").told


@pytest.mark.parametrize(
    ("brief", "raw"),
    [
        (BRIEF.replace("raw: {file: ferry.txt}\n", ""), None),
        (BRIEF.replace("ferry.txt", "../briefs/ferry.md"), None),
        (BRIEF.replace("ferry.txt", "gone.txt"), None),
    ],
)
def test_no_raw_article(room: Room, brief: str, raw: None) -> None:
    """The brief stands alone, also where its front matter names a file outside of content/raw/."""
    proof = made(room, brief)
    assert proof.raw is raw
    assert proof.paragraphs or proof.doubts


def test_unreadable_raw_article_is_shown_as_it_is_written(room: Room) -> None:
    """The desk's reason stands above its words, and quotes are marked in them all the same."""
    proof = made(room, raw=RAW.partition("\n\n")[2])
    assert proof.raw is not None
    assert "headline" in proof.raw.refused
    assert marked(proof, "q1", "quote")[0] != []


def test_unreadable_brief_is_told(room: Room) -> None:
    """Of front matter that is none there are the reasons, with their lines, and the file's lines."""
    proof = made(room, BRIEF.replace("date: 2029-05-04", "date: soon"))
    assert [one.line for one in proof.doubts] == [3]
    assert proof.source[2] == "date: soon"


@pytest.mark.parametrize("end", ["\u2028", "\x0c", "\x85"])
def test_lines_are_counted_as_editors_do(room: Room, end: str) -> None:
    """What only Unicode takes for a line's end moves no line."""
    proof = made(room, BRIEF.replace("title: Ferry", f"title: Fer{end}ry").replace("2029-05-04", "soon"))
    assert proof.source[2] == "date: soon"


@pytest.mark.parametrize(
    "path", ["gone", "../raw/ferry", "town/../ferry", ".hidden", "", "town", "a\0b", "town/", "/etc/x"]
)
def test_path_that_is_no_brief(room: Room, path: str) -> None:
    """Nothing but a brief's file is ever read."""
    made(room)
    (room.briefs / ".hidden.md").write_text(BRIEF, "utf-8")
    with pytest.raises((FileNotFoundError, ValueError)):
        sheet(path, room)
