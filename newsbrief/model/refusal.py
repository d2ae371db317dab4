"""Why an input could not be used, in words that a person can act on."""

from __future__ import annotations

from msgspec import Struct


def printable(message: str) -> str:
    """A message as a terminal may have it.

    File names and quoted words are a stranger's: none of them may move the cursor or start a line of its own.
    """
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in message)


class Refusal(Struct, frozen=True):
    """One reason why one file, or one part of it, is left out.

    `line` counts from 1; 0 means the file as a whole.
    """

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return printable(f"{place}: {self.reason}")


class RefusedError(Exception):
    """Raised by the rooms that read files; carries everything that is wrong with one file.

    `reasons` holds (line, reason) pairs, so that the caller, who knows the file's name, can make `Refusal`s.
    """

    def __init__(self, *reasons: tuple[int, str]) -> None:
        super().__init__("; ".join(f"line {line}: {reason}" if line else reason for line, reason in reasons))
        self.reasons = reasons

    def refusals(self, file: str) -> tuple[Refusal, ...]:
        """Name the file in every reason."""
        return tuple(Refusal(file, line, reason) for line, reason in self.reasons)
