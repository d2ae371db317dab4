"""The session line by line: for terminals that cannot draw, for screen readers, and for pipes."""

from __future__ import annotations

from collections.abc import Callable

from newsbrief.review.modes import Selecting, Typing
from newsbrief.review.screen import spoken
from newsbrief.review.session import OpenEditor, Session

NAMED = {"": "enter", "space": " ", "esc": "escape"}


def run(
    session: Session,
    read: Callable[[], str],
    write: Callable[[str], None],
    edit: Callable[[Session, OpenEditor], None],
    width: int,
) -> None:
    """Print each question, read a line with its key, until the person leaves or there is no more to read."""
    while not session.done:
        for line in spoken(session, width):
            write(line)
        try:
            given = read()
        except EOFError:
            return
        effect = _given(session, given)
        if effect is not None:
            edit(session, effect)


def _given(session: Session, given: str) -> OpenEditor | None:
    mode = session.mode
    if isinstance(mode, Typing):
        return session.press(_typed(mode, given.strip()))
    word = given.strip()
    if isinstance(mode, Selecting) and word in ("left", "right", "up", "down"):
        return session.press(word)
    if word in NAMED:
        # An empty line answers nothing, except where it takes what was chosen.
        return session.press(NAMED[word]) if word or isinstance(mode, Selecting) else None
    return session.press(word[0])


def _typed(mode: Typing, given: str) -> str:
    """An empty line takes what is proposed, but not again what was refused."""
    if not given:
        return "enter" if mode.text and not mode.fault else "escape"
    if NAMED.get(given) == "escape":
        return "escape"
    mode.text = given
    return "enter"
