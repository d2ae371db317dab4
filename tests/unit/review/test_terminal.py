"""`newsbrief review` in a terminal: a real pseudo-terminal, real keys, real files."""

from __future__ import annotations

import difflib
import stat
import sys
from pathlib import Path

import pytest

from tests.newsroom import Newsroom
from tests.unit.review.pseudo import Terminal

BRIEF = """\
---
# read twice
title: 'Seoul keeps the ferry'   # the print edition's headline
date: 2029-05-04
status: review   # Bo reads it
people:
- {name: 윤석열, role: president}   # so he writes it
- {name: Mira Solberg, role: "harbour master"}
- name: Osla Brandt
  role: mayor
quotes:
# said on the quay
- id: q1
  speaker: "Osla Brandt"   # is it her?
  text: The tide keeps no calendar
- id: q2
  speaker: 윤석열
  text: 'We shall wait for the morning'
events:
- id: e1
  date: 2029-05-03
  when: on Thursday
  text: The council voted on Thursday.
raw:
  file: 2029-05-04-ferry.txt
  sha256: ab12
  last: {q: 3, e: 1}
---

The council voted on Thursday.

“The tide keeps no calendar,” Mira Solberg said.

“We shall wait for the morning,” 윤석열 said.

Somebody at the back had a different view. “The ferry was late again and nobody told us,” came the answer.
"""
LATE = "2029-05-04-ferry.md"
SECOND = """\
---
title: Second
date: 2029-05-05
status: draft
people: [{name: Mira Solburg, role: harbour master}]
---
One.
"""


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    newsroom.brief(LATE, BRIEF)
    newsroom.brief("2029-05-05-second.md", SECOND)
    return newsroom


def differing(newsroom: Newsroom, before: str = BRIEF) -> list[str]:
    """The lines that went, with "-", and those that came, with "+"."""
    now = (newsroom.content / "briefs" / LATE).read_text("utf-8")
    lines = difflib.unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_a_morning_s_work(desk: Newsroom) -> None:
    """A wrong speaker takes two keys, a missing quote one, a second spelling two; undone, all is as it was."""
    file, people = desk.content / "briefs" / LATE, desk.content / "people.yaml"
    with Terminal(desk) as terminal:
        terminal.wait(lambda: "q1  Who says this?" in terminal.text, "the first question")
        terminal.press("2", "q1 is now Mira Solberg’s.")
        assert differing(desk) == [
            '-  speaker: "Osla Brandt"   # is it her?',
            "+  speaker: Mira Solberg   # is it her?",
        ]
        terminal.press("y", "q2  Who says this?")
        terminal.press("y", "It has no page yet.")
        terminal.press("3", "q4  Who says this?")
        assert differing(desk)[2:] == [
            "+- id: q4",
            "+  speaker: Osla Brandt",
            "+  text: The ferry was late again and nobody told us",
            "-  last: {q: 3, e: 1}",
            "+  last: {q: 4, e: 1}",
        ]
        terminal.press("u", "It has no page yet.")
        terminal.press("u", "Undone: q1 is Osla Brandt’s again.")
        assert file.read_text("utf-8") == BRIEF
        terminal.press("u", "There is nothing to undo.")
        terminal.press("N", "brief 2 of 2")
        terminal.press("m", "Which name is right?")
        terminal.press("1", "Mira Solburg is Mira Solberg on the site")
        assert people.read_text("utf-8") == "Mira Solberg: {also: [Mira Solburg]}\n"
        terminal.press("u", "Undone: Mira Solburg and Mira Solberg are two people again.")
        assert not people.exists()
        assert terminal.leave() == 0


def test_approved_brief_says_who_read_it(desk: Newsroom) -> None:
    """`A` at the end publishes it, with name and day, and the next brief comes."""
    with Terminal(desk) as terminal:
        terminal.wait(lambda: "question 1 of 5" in terminal.text, "the first question")
        terminal.press("yy ", "e1  Was it then?")
        terminal.press("y", "1 of its quotes and events were passed over")
        terminal.press("A", "brief 2 of 2")
        assert terminal.leave() == 0
    assert differing(desk) == [
        "-status: review   # Bo reads it",
        "+status: published   # Bo reads it",
        "+reviewed: {by: R. Amadi, on: 2030-03-01}",
    ]


def test_event_from_the_words(desk: Newsroom) -> None:
    """Words are chosen with the arrows; the date is typed; the id is a new one."""
    with Terminal(desk) as terminal:
        terminal.wait(lambda: "question 1 of 5" in terminal.text, "the first question")
        terminal.press("a", "words as an event")
        terminal.press("v", "Which words tell of the event?")
        terminal.press("\x1b[B\x1b[B\x1b[B\x1b[A", "other end")
        terminal.press(" \x1b[B", "other end")
        terminal.press("\r", "When was it?")
        terminal.press("2029-05-99\r", "is not in the calendar")
        assert differing(desk) == []
        terminal.press("2 May 2029\r", "A new event of 2029-05-02 (Wednesday) is in the brief.")
        assert terminal.leave() == 0
    assert [line for line in differing(desk) if "last" not in line][:2] == ["+- id: e2", "+  date: 2029-05-02"]


def test_typed_date_replaces_the_one_that_stands(desk: Newsroom) -> None:
    """What is typed replaces what is proposed; what is no date is refused with its reason and asked for again."""
    with Terminal(desk) as terminal:
        terminal.wait(lambda: "question 1 of 5" in terminal.text, "the first question")
        terminal.press("yy ", "e1  Was it then?")
        terminal.press("d", "> 2029-05-03")
        assert terminal.styled("2029-05-03 ", "reverse")
        terminal.press("12/11/2029\r", "is one of two days; write 2029-11-12 or 2029-12-11")
        assert "When was it?" in terminal.text
        # Digits are no answers: the prompt is still there.
        terminal.press("12.12.2028", "> 12.12.2028")
        assert differing(desk) == []
        terminal.press("\x15", "When was it?")
        terminal.wait(lambda: "12.12.2028" not in terminal.text, "the empty line")
        terminal.press("4.5.2029\x7f8\r", "e1 now has the date 2028-05-04 (Thursday). (u undoes)")
        assert differing(desk) == ["-  date: 2029-05-03", "+  date: 2028-05-04"]
        terminal.press("u", "Undone: e1 has the date 2029-05-03 (Thursday) again.")
        terminal.press("d", "> 2029-05-03")
        # The last sign is mended, not the line typed anew.
        terminal.press("\x7f2\r", "e1 now has the date 2029-05-02 (Wednesday)")
        assert terminal.leave() == 0


def test_editor_opens_at_the_line_and_comes_back(desk: Newsroom, tmp_path: Path) -> None:
    """The editor has the terminal to itself; what it wrote is asked about; nothing of it is lost."""
    editor, told = tmp_path / "editor", tmp_path / "told"
    script = (
        f"#!{sys.executable}\nimport pathlib, sys\n"
        f"pathlib.Path({str(told)!r}).write_text(' '.join(sys.argv[1:]))\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "file.write_text(file.read_text('utf-8').replace('Osla Brandt', 'Osla Brant'), 'utf-8')\n"
    )
    editor.write_text(script, "utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    with Terminal(desk, environment={"EDITOR": str(editor)}) as terminal:
        terminal.wait(lambda: "q1  Who says this?" in terminal.text, "the first question")
        terminal.press("e", "Osla Brant, mayor")
        assert told.read_text() == f"+13 {desk.content / 'briefs' / LATE}"
        assert terminal.leave() == 0


def test_file_written_elsewhere_is_never_overwritten(desk: Newsroom) -> None:
    """Neither by an answer nor by undo: both say so, and what is there now is shown."""
    file = desk.content / "briefs" / LATE
    with Terminal(desk) as terminal:
        terminal.wait(lambda: "q1  Who says this?" in terminal.text, "the first question")
        other = BRIEF.replace("Osla Brandt", "Ida Fenn")
        file.write_text(other, "utf-8")
        terminal.press("2", "changed elsewhere")
        assert "Ida Fenn" in terminal.text
        assert file.read_text("utf-8") == other
        terminal.press("2", "q1 is now Mira Solberg’s")
        file.write_text(BRIEF, "utf-8")
        terminal.press("u", "changed elsewhere since; it is not undone")
        assert file.read_text("utf-8") == BRIEF
        assert terminal.leave() == 0


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"TERM": "vt100"}])
def test_what_is_asked_about_is_marked_without_colours_too(desk: Newsroom, environment: dict[str, str]) -> None:
    """The quote is bold and underlined whatever the terminal; with NO_COLOR no colour is asked for."""
    with Terminal(desk, environment=environment) as terminal:
        terminal.wait(lambda: "q1  Who says this?" in terminal.text, "the first question")
        assert terminal.styled("The tide keeps", "underscore")
        assert terminal.styled("The tide keeps", "bold")
        assert not terminal.styled("Mira Solberg said", "underscore")
        assert terminal.leave() == 0
        coloured = any(f"\x1b[0;{code}".encode() in terminal.written for code in (36, 90, "36;1"))
        assert coloured == ("NO_COLOR" not in environment)


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (40, 24), (200, 60), (80, 12)])
def test_every_size_shows_question_and_keys(desk: Newsroom, columns: int, lines: int) -> None:
    """Wide letters take two columns each and nothing is lost at the edge; the question and the answer stay in view."""
    with Terminal(desk, columns=columns, lines=lines) as terminal:
        terminal.wait(lambda: "Who says this?" in terminal.text, "the first question")
        terminal.press("y", "q2  Who says this?")
        drawn = terminal.text.replace(" ", "")
        assert "윤석열,president" in drawn
        assert "quit" in terminal.text or lines < 20
        assert terminal.leave() == 0


def test_screen_reader_has_the_same_line_by_line(desk: Newsroom) -> None:
    """--plain reads keys as lines and draws nothing."""
    done = desk.run("review", "--plain", "--by", "Bo", given="2\ny\nt\nIda Fenn\nq\n")
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert "“>>The tide keeps no calendar<<,” Mira Solberg said." in done.stdout
    assert done.stdout.endswith("2 answers written\n")
    assert differing(desk)[1::2] == ["+  speaker: Mira Solberg   # is it her?", "+  speaker: Ida Fenn"]


def test_line_by_line_a_refused_date_is_asked_for_again(desk: Newsroom) -> None:
    """The reason is told, the next line is another try, and an empty one goes back."""
    keys = "y\ny\nspace\nd\n2029-05-99\n12/11/2029\n\nd\n12 May 2029\nq\n"
    done = desk.run("review", "--plain", "--by", "Bo", given=keys)
    assert "is not in the calendar" in done.stdout
    assert "is one of two days" in done.stdout
    assert done.stdout.endswith("1 answer written\n")
    assert differing(desk) == ["-  date: 2029-05-03", "+  date: 2029-05-12"]


def test_pasted_words_are_no_keys(desk: Newsroom) -> None:
    """What is pasted goes into a line that is asked for, and nowhere else."""
    with Terminal(desk) as terminal:
        terminal.wait(lambda: "q1  Who says this?" in terminal.text, "the first question")
        terminal.press("\x1b[200~2xA\x1b[201~t", "the full name")
        terminal.press("\x1b[200~Ida\nFenn\x1b[201~", "> Ida Fenn")
        terminal.press("\x7f\x7f\r", "q1 is now Ida Fe’s")
        assert terminal.leave() == 0
    assert differing(desk) == ['-  speaker: "Osla Brandt"   # is it her?', "+  speaker: Ida Fe   # is it her?"]


def test_brief_that_cannot_be_read_is_asked_about_first_of_all(newsroom: Newsroom) -> None:
    """Its reason and its lines are shown; nothing but the editor and the way on is offered."""
    newsroom.brief("2029-05-04-bad.md", "---\ntitle: Bad\ndate: someday\n---\nOne.\n")
    with Terminal(newsroom) as terminal:
        terminal.wait(lambda: "is no date newsbrief can read" in terminal.text, "the reason")
        assert "date: someday" in terminal.text
        terminal.press("A", "This key does nothing here")
        assert terminal.leave() == 0


def test_without_a_terminal_it_says_so(desk: Newsroom) -> None:
    """In a pipe only --plain works; with nothing to review there is nothing to ask."""
    done = desk.run("review")
    assert (done.returncode, "--plain" in done.stderr) == (2, True)
    for name in (LATE, "2029-05-05-second.md"):
        (desk.content / "briefs" / name).unlink()
    assert desk.run("review").stdout == "nothing to review\n"
