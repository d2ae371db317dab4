"""Something in a brief that a person should look at."""

from __future__ import annotations

from msgspec import Struct


class Finding(Struct, frozen=True):
    """`code` names the kind, as docs/findings.md lists it; `line` counts from 1 in `file`, 0 for the whole file.

    `about`: the id of the quote or event that it is about, "" where it is about something else. `names`: what an answer
    needs, as the kind has it (two names of a person, another brief's event). `span`: where the words stand in the text.
    """

    code: str
    file: str
    line: int
    message: str
    about: str = ""
    names: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
