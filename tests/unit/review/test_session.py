"""The session without a terminal: keys in, files and screens out."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from rich.cells import cell_len

from newsbrief import document
from newsbrief.cli.review import shelf_of
from newsbrief.review.editor import editor
from newsbrief.review.modes import Selecting, Typing
from newsbrief.review.screen import draw, spoken
from newsbrief.review.session import AS_BEFORE, Session
from tests import hostile
from tests.newsroom import Newsroom

TYPED = [*" 2029-05~", "enter"]
KEYS = [*"yxtdmazuspNA?123456789wvq ", "enter", "escape", "backspace", "left", "right", "up", "down", "clear", "word"]
RAW = {
    "2029-05-04-ferry.txt": """Council keeps the morning ferry

PORT ELLERY, May 4 (HNA) — The council voted on Thursday to keep the morning ferry. It will be reviewed on June 30.

"The tide keeps no calendar," said Mira Solberg, the harbour master. "We waited for the morning."

Osla Brandt, the mayor, was on a recent visit to the quay. "The ferry was late again and nobody told us," came a shout.

"We shall see what the county says," she said.
""",
    "2029-05-06-quay.txt": """North quay to be repaired

PORT ELLERY, May 6 — Mira Solburg, the harbour master, said on Sunday: "The north quay will be closed until June 30."

"It was about time that somebody did it," Ansel Quay told the council.
""",
}  # fmt: skip


@pytest.fixture
def desk(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Two briefs as the desk writes them."""
    for name, text in RAW.items():
        newsroom.raw(name, text)
    done = newsroom.run("ingest")
    assert done.returncode == 0, done.stderr
    monkeypatch.chdir(newsroom.folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1898553600")
    return newsroom


def opened(newsroom: Newsroom) -> Session:
    shelf = shelf_of(newsroom.content, ())
    return Session(shelf, "Bo", dt.date(2029, 5, 7))


def go_to(session: Session, kind: str, code: str = "") -> None:
    """Press space until a question of that kind is asked, in any of the briefs."""
    for _ in range(99):
        found = session.question.finding
        if session.question.kind == kind and code == (found.code if found and code else ""):
            return
        session.press(" ")
    pytest.fail(f"no {kind} {code} is asked")


def files(newsroom: Newsroom) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in newsroom.content.rglob("*") if file.is_file()}


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_pressed(desk: Newsroom, seed: int) -> None:
    """No key in any order breaks anything: screens fit, every brief stays one, and all can be undone byte for byte."""
    before = files(desk)
    session, chance = opened(desk), random.Random(seed)  # noqa: S311  # not for secrets
    for _ in range(120):
        width, height = chance.choice([(80, 24), (33, 11), (140, 50)])
        lines = draw(session, width, height)
        assert len(lines) <= height
        assert all(sum(cell_len(text) for _, text in line) <= width for line in lines)
        assert spoken(session, width)
        for key in TYPED if isinstance(session.mode, Typing) else [chance.choice(KEYS)]:
            session.press(key)
        session.done = False
        for path in session.shelf.paths:
            document.parse((desk.content / path).read_text("utf-8"))
    session.mode, session.helping = None, False
    changes = len(session.files.changes)
    for _ in range(changes):
        session.press("u")
    assert files(desk) == before
    assert changes > 0


def test_no_id_is_given_out_twice(desk: Newsroom) -> None:
    """Whatever is added, removed and added again, each new quote has a new id."""
    session = opened(desk)
    path = desk.content / session.opened.path
    ever = {quote.id for quote in document.parse(path.read_text("utf-8")).quotes}
    for _ in range(4):
        go_to(session, "quote")
        session.press("x")
        go_to(session, "missing quote")
        session.press("1")
        new = {quote.id for quote in document.parse(path.read_text("utf-8")).quotes} - ever
        assert len(new) == 1
        ever |= new
        while session.place:
            session.press("p")


def test_date_for_what_has_none(desk: Newsroom) -> None:
    """The sentence becomes an event of the typed date, and the finding goes."""
    session = opened(desk)
    go_to(session, "finding", "undated-event")
    for key in ("d", *"2029-04~", "enter"):
        session.press(key)
    made = document.parse((desk.content / session.opened.path).read_text("utf-8"))
    assert [(one.date, one.when) for one in made.events if one.date == "2029-04~"] == [("2029-04~", "recent")]
    codes = [one.finding.code for one in session.opened.asked if one.finding]
    assert "undated-event" not in codes


def test_words_chosen_with_arrows() -> None:
    """By word and by sentence, from either end."""
    text = "One two. Three four five. Six."
    mode = Selecting("", text, [0, 9, 26], lambda words: None)
    for keys, chosen in (
        ("right", "two."),
        ("down", "Three"),
        (" ", "Three"),
        ("down", "Three four five."),
        ("down", "Three four five. Six."),
        ("left", "Three four five."),
        ("up", "Three"),
        ("up", "One two. Three"),
        (" ", "One"),
    ):
        mode.press(keys)
        start, end = mode.span
        assert text[start:end] == chosen, keys


def test_silenced_finding_is_asked_no_more(desk: Newsroom) -> None:
    """A reason is asked for; an empty one writes nothing."""
    session = opened(desk)
    go_to(session, "finding", "undated-event")
    assert session.question.finding
    code, number = session.question.finding.code, len(session.opened.asked)
    for key in ("z", "enter"):
        session.press(key)
    assert session.files.changes == []
    for key in ("z", *"as it is", "enter"):
        session.press(key)
    made = document.parse(Path(session.opened.file).read_text("utf-8"))
    assert [*made.silence.values()] == ["as it is"]
    assert len(session.opened.asked) < number
    assert code in " ".join(made.silence)


@pytest.mark.parametrize(("key", "rights"), [("1", "own"), ("2", "licensed"), ("3", "excerpt")])
def test_rights_are_a_key(desk: Newsroom, key: str, rights: str) -> None:
    """What may be published of an agency's article is written with one key, and asked no more."""
    file = desk.content / "briefs" / "2029-05-04-ferry.md"
    file.write_text(file.read_text("utf-8") + "\n" + "The gulls took no notice of it at all. " * 9, "utf-8")
    session = opened(desk)
    go_to(session, "finding", "agency-copy")
    session.press(key)
    assert document.parse(file.read_text("utf-8")).rights == rights
    assert "agency-copy" not in [one.finding.code for one in session.opened.asked if one.finding]
    session.press("u")
    assert document.parse(file.read_text("utf-8")).rights == ""


def test_answer_that_stands_already_offers_no_undoing(desk: Newsroom) -> None:
    """Nothing is written, so `u` would take back something else."""
    session = opened(desk)
    go_to(session, "quote")
    there = [choice.value for choice in session.question.choices]
    stands = next(quote.speaker for quote in session.current().quotes if quote.id == session.question.about)
    session.press(str(there.index(stands) + 1))
    assert session.files.changes == []
    assert session.message == AS_BEFORE


DOUBTED = """Ferry board meets

PORT ELLERY, May 6 — Mira Solberg, the harbour master, met the board on Monday with Osla Brandt, the mayor.

Nobody in the hall had expected much of the evening. Rain fell on the roof.

"It was a long night and nobody slept at all," she said.

"The roof will be mended before the winter," Osla Brandt said.
"""


def weak(newsroom: Newsroom) -> str:
    listed = newsroom.run("check").stdout.splitlines()
    return "".join(line for line in listed if "board" in line and "[weak-speaker]" in line)


def test_speaker_that_somebody_confirmed_is_asked_about_no_more(desk: Newsroom) -> None:
    """By `y`, or the digit of who stands there; answers about other quotes leave the doubt, undoing brings it back."""
    desk.raw("2029-05-07-board.txt", DOUBTED)
    desk.run("ingest")
    path = desk.content / "briefs" / "2029-05-07-board.md"
    assert "q1" in weak(desk)
    session = opened(desk)
    session.go(session.shelf.paths.index("briefs/2029-05-07-board.md"))
    session.press(" ")
    session.press("x")
    assert "q1" in weak(desk)
    session.press("p")
    assert session.question.remark
    stands = session.question.stands.partition(",")[0]
    digit = str([choice.value for choice in session.question.choices].index(stands) + 1)
    for key in ("y", digit):
        session.press(key)
        made = document.parse(path.read_text("utf-8"))
        assert made.silence == {"weak-speaker q1": f"Bo says that it is {stands}"}
        assert weak(desk) == ""
        session.press("u")
        assert "q1" in weak(desk)
        assert session.question.about == "q1"


def test_answer_that_could_not_be_built_is_not_written(desk: Newsroom) -> None:
    """Words that a person put into the body, and that the raw article lacks, become nobody's quote."""
    path = desk.content / "briefs" / "2029-05-06-quay.md"
    edited = path.read_text("utf-8") + "\n“Nobody ever wrote this down,” Ansel Quay said.\n"
    path.write_text(edited, "utf-8")
    session = opened(desk)
    go_to(session, "missing quote")
    session.press("1")
    assert session.message.startswith("Not written: quote q3:")
    assert path.read_text("utf-8") == edited
    assert session.question.kind == "missing quote"


def test_strangers_words_move_no_cursor(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever an article says, a screen has printable signs only, and no line is wider than it may be."""
    for number, text in enumerate(hostile.strings().all):
        words = hostile.quoted(text)
        fields = f"title: {words}\ndate: 2029-05-04\npeople: [{{name: {words}, role: {words}}}]\nstory: {words}"
        newsroom.brief(f"2029-05-04-{number}.md", f"---\n{fields}\n---\n“Nobody here knew it,” said {text}.\n")
    monkeypatch.chdir(newsroom.folder)
    session = opened(newsroom)
    for place in range(0, len(session.shelf.paths), 7):
        session.go(place)
        for _ in session.opened.asked:
            lines = draw(session, 60, 20)
            assert all(text.isprintable() for line in lines for _, text in line)
            assert all(sum(cell_len(text) for _, text in line) <= 60 for line in lines)
            session.place = min(session.place + 1, len(session.opened.asked) - 1)


@pytest.mark.parametrize(
    ("variables", "command"),
    [
        ({"EDITOR": "nano -w"}, ["nano", "-w", "+7", "a.md"]),
        ({"EDITOR": "nano", "VISUAL": "/usr/bin/vim"}, ["/usr/bin/vim", "+7", "a.md"]),
        ({"VISUAL": "code"}, ["code", "--wait", "--goto", "a.md:7"]),
        ({"EDITOR": "hx"}, ["hx", "a.md:7"]),
        ({}, ["vi", "+7", "a.md"]),
    ],
)
def test_editor_is_the_person_s_own(
    variables: dict[str, str], command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """VISUAL before EDITOR, with their own options, at the line as each of them understands it."""
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert editor(Path("a.md"), 7) == command


def test_nearest_date_is_the_first_digit(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Digits go by how near a date stands to the event's words, not by where the article names it."""
    newsroom.brief(
        "2029-05-04-mill.md",
        "---\ntitle: Mill\ndate: 2029-05-04\nstatus: review\nevents:\n"
        "- {id: e1, date: 2029-05-11, when: on 11 May, text: The vote is on 11 May.}\n---\n"
        "The mill was built in 1811. It opens at Christmas.\n\nIt was sold on 2 April 2029 to a man from the coast.\n\n"
        "The vote is on 11 May. The march is on 12 May 2029.\n",
    )
    monkeypatch.chdir(newsroom.folder)
    session = opened(newsroom)
    go_to(session, "event")
    assert [one.value for one in session.question.choices] == ["2029-05-12", "2029-04-02", "2029-12-25", "1811"]


def test_quote_of_many_lines_has_one_pair_of_signs(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line `>>` and `<<` stand once around what is asked about, however it is wrapped."""
    words = "We have waited for the boat for twenty years and nobody has told us why it does not come"
    newsroom.brief(
        "2029-05-04-boat.md",
        "---\ntitle: Boat\ndate: 2029-05-04\nstatus: review\npeople: [{name: Ida Fenn}]\n"
        f"quotes:\n- {{id: q1, speaker: Ida Fenn, text: {words}}}\n---\n“{words},” Ida Fenn said.\n",
    )
    monkeypatch.chdir(newsroom.folder)
    session = opened(newsroom)
    for width in range(20, 100):
        lines = spoken(session, width)
        told = "\n".join(lines)
        assert (told.count(">>"), told.count("<<")) == (1, 1)
        assert ">>We have" in told
        assert "come<<,”" in told
        assert not any(line.endswith(("“", ">>")) or line.startswith("<<") for line in lines)


def test_line_that_is_refused_is_asked_for_again(desk: Newsroom) -> None:
    """With the reason; the digits of the next try are no answers, and Escape goes back."""
    session = opened(desk)
    go_to(session, "event")
    before = files(desk)
    asked = session.question
    for key in ("d", "clear", *"2029-05-99", "enter"):
        session.press(key)
    assert isinstance(session.mode, Typing)
    assert session.mode.fault.endswith("is not in the calendar; correct its day")
    for key in "12":
        session.press(key)
    assert isinstance(session.mode, Typing)
    assert session.mode.text == "12"
    session.press("escape")
    assert session.question == asked
    assert files(desk) == before
