"""What a key does while a question waits for something: a choice, a typed line, words of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbrief.review.modes import Mode, Picking, Typing

if TYPE_CHECKING:
    from newsbrief.review.session import Session


def press(session: Session, mode: Mode, key: str) -> None:
    """A key while something is picked, typed or chosen."""
    if key == "escape":
        session.mode = None
    elif isinstance(mode, Picking):
        _pick(session, mode, key)
    elif isinstance(mode, Typing):
        _type(session, mode, key)
    elif key == "enter":
        session.mode = None
        start, end = mode.span
        mode.done(mode.text[start:end])
        if session.refused and session.mode is None:
            session.mode = mode
    else:
        mode.press(key)


def _pick(session: Session, mode: Picking, key: str) -> None:
    if key.isdigit() and 0 < int(key) <= len(mode.choices):
        session.mode = None
        mode.picked(mode.choices[int(key) - 1].value)
    elif key in mode.others:
        session.mode = None
        mode.others[key][1]()


def _type(session: Session, mode: Typing, key: str) -> None:
    if key != "enter":
        mode.press(key)
        return
    session.mode = None
    if not mode.text.strip():
        return
    mode.done(" ".join(mode.text.split()))
    # A prompt that closed would take what is typed next for answers, which are written at once.
    if session.refused and session.mode is None:
        mode.again(session.message)
        session.mode, session.message = mode, ""
