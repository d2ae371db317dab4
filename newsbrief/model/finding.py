"""Something in a brief that a person should look at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` names the kind, as docs/findings.md lists it; `line` counts from 1 in `file`, 0 for the whole file."""

    code: str
    file: str
    line: int
    message: str
