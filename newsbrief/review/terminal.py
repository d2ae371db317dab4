"""The session in a terminal: keys in, screens out, the editor in between."""

from __future__ import annotations

import os

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from newsbrief.review.editor import edit
from newsbrief.review.screen import draw
from newsbrief.review.session import OpenEditor, Session

NAMES = {
    Keys.Enter: "enter",
    Keys.Escape: "escape",
    Keys.Backspace: "backspace",
    Keys.ControlU: "clear",
    Keys.ControlW: "word",
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
    "proposed": "reverse",
    "cursor": "reverse",
}


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

    @keys.add(Keys.ControlZ)
    def _suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

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


def _text(session: Session, application: Application[None]) -> StyleAndTextTuples:
    size = application.output.get_size()
    pieces: StyleAndTextTuples = []
    for number, line in enumerate(draw(session, size.columns, size.rows)):
        pieces += [("", "\n")] if number else []
        pieces += [(f"class:{style}" if style else "", text) for style, text in line]
    return pieces
