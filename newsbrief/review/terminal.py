"""The session in a terminal: keys in, screens out, the editor in between."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from newsbrief.review.screen import draw
from newsbrief.review.session import OpenEditor, Session

NAMES = {
    Keys.Enter: "enter",
    Keys.Escape: "escape",
    Keys.Backspace: "backspace",
    Keys.Left: "left",
    Keys.Right: "right",
    Keys.Up: "up",
    Keys.Down: "down",
}
# Every mark is also bold, underlined or reversed: colours only help.
STYLE = {
    "title": "bold",
    "dim": "ansibrightblack",
    "mark": "bold underline",
    "words": "reverse",
    "key": "bold ansicyan",
    "answer": "bold",
    "remark": "ansiyellow",
    "message": "bold ansigreen",
    "input": "underline",
    "cursor": "reverse",
}
FALLBACK_EDITOR = "vi"


def run(session: Session) -> None:
    """Ask until the person leaves."""
    if session.done:
        return
    keys = KeyBindings()
    application: Application[None] = Application(
        layout=Layout(
            Window(FormattedTextControl(lambda: _text(session, application), show_cursor=False), wrap_lines=False)
        ),
        key_bindings=keys,
        style=Style.from_dict(STYLE),
        full_screen=True,
        color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
    )
    # A lone escape is waited for no longer than a person would notice.
    application.ttimeoutlen = 0.05

    @keys.add(Keys.Any)
    def _sign(event: KeyPressEvent) -> None:
        for sign in event.data:
            _pressed(session, sign, event)

    for key, name in NAMES.items():
        keys.add(key, eager=key is not Keys.Escape)(lambda event, name=name: _pressed(session, name, event))

    @keys.add(Keys.BracketedPaste)
    def _pasted(event: KeyPressEvent) -> None:
        # Pasted words are words, never keys.
        if session.mode is not None:
            for sign in " ".join(event.data.split()):
                _pressed(session, sign, event)

    @keys.add(Keys.ControlC)
    @keys.add(Keys.ControlD)
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit()

    application.run()


def _pressed(session: Session, key: str, event: KeyPressEvent) -> None:
    effect = session.press(key)
    if session.done:
        event.app.exit()
    elif isinstance(effect, OpenEditor):
        event.app.create_background_task(_edit(session, effect, event.app))


async def _edit(session: Session, wanted: OpenEditor, application: Application[None]) -> None:
    await run_in_terminal(lambda: edit(session, wanted))
    application.invalidate()


def edit(session: Session, wanted: OpenEditor) -> None:
    """Open the editor at the line, wait for it, and read the brief anew."""
    command = editor(wanted.file, wanted.line)
    try:
        subprocess.run(command, check=False)  # noqa: S603  # the person's own editor
        said = ""
    except OSError as error:
        said = f"{command[0]}: {error.strerror}; set EDITOR to a program that is there"
    session.reload()
    session.message = said


def editor(file: Path, line: int) -> list[str]:
    """The command that opens a file at a line, as VISUAL, EDITOR or vi understand it."""
    words = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK_EDITOR) or [FALLBACK_EDITOR]
    program = Path(words[0]).name
    if program in ("code", "codium", "cursor"):
        return [*words, "--wait", "--goto", f"{file}:{line or 1}"]
    if program in ("subl", "hx", "zed"):
        return [*words, f"{file}:{line or 1}"]
    return [*words, f"+{line or 1}", str(file)]


def _text(session: Session, application: Application[None]) -> StyleAndTextTuples:
    size = application.output.get_size()
    pieces: StyleAndTextTuples = []
    for number, line in enumerate(draw(session, size.columns, size.rows)):
        pieces += [("", "\n")] if number else []
        pieces += [(f"class:{style}" if style else "", text) for style, text in line]
    return pieces
