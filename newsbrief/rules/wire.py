"""What agencies' files say in codes and set phrases: `wire.toml`."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from newsbrief.rules import tables

CODE = re.compile(r"(?<!\d)(\d{8})(?!\d)")
TOP = "000000"
# No note is longer; what is longer is no note.
LONGEST = 2_000


class Wire(Struct, frozen=True):
    """`sections`: names by the first two figures of a topic's code; `starts`: (number, first two figures), in order.

    `end` is the first number that tells nothing. The patterns are those of `wire.toml`, `terms` with what they let do.
    """

    sections: dict[str, str]
    starts: tuple[tuple[int, str], ...]
    end: int
    kill: tuple[re.Pattern[str], ...]
    corrects: tuple[re.Pattern[str], ...]
    terms: tuple[tuple[re.Pattern[str], str], ...]
    reserved: tuple[re.Pattern[str], ...]
    program: tuple[re.Pattern[str], ...]
    cut: tuple[re.Pattern[str], ...]

    def is_kill(self, words: str) -> bool:
        """Whether a note to editors calls the story back."""
        return any(pattern.search(words[:LONGEST]) for pattern in self.kill)

    def is_correction(self, words: str) -> bool:
        """Whether a note speaks to readers of something that was wrong."""
        return any(pattern.search(words[:LONGEST]) for pattern in self.corrects)

    def rights(self, usage: str, terms: str) -> str:
        """What terms let a newsroom do, one of `model.brief.RIGHTS`; "" where that is for a person to say.

        `usage` are the terms of use alone, `terms` these and whose the item is. Terms of use that reserve nothing are
        those of the licence under which an agency sends the item.
        """
        found = next((rights for pattern, rights in self.terms if pattern.search(terms[:LONGEST])), "")
        reserved = any(pattern.search(usage[:LONGEST]) for pattern in self.reserved)
        return found or ("licensed" if usage and not reserved else "")

    def is_program(self, words: str) -> bool:
        """Whether a paragraph is one that a feed's program puts under each item."""
        return any(pattern.search(words[:LONGEST]) for pattern in self.program)

    def is_cut(self, words: str) -> bool:
        """Whether a summary breaks off."""
        return any(pattern.search(words[-LONGEST:]) for pattern in self.cut)

    def top(self, code: str) -> str:
        """The first two figures of the top-level topic that a code is or is below, as it says itself; "" if not.

        Subject Codes begin with those of their topic; Media Topics below the top level are numbered through.
        """
        match = CODE.search(code)
        if match is None:
            return ""
        number = int(match[1])
        if not match[1].startswith("20"):
            return match[1][:2] if match[1][:2] in self.sections else ""
        if number >= self.end:
            return ""
        return next((top for start, top in reversed(self.starts) if number >= start), "")


def is_top(code: str) -> bool:
    """Whether a code is of the top level itself."""
    match = CODE.search(code)
    return match is not None and match[1].endswith(TOP)


@cache
def load() -> Wire:
    """The rules, read once."""
    own = tables.read("wire")
    return Wire(
        sections={top: one["section"] for top, one in own["topics"].items()},
        starts=tuple(sorted((one["from"], top) for top, one in own["topics"].items())),
        end=own["topic_codes"]["end"],
        kill=tuple(re.compile(one["pattern"]) for one in own["kill"]),
        corrects=tuple(re.compile(one["pattern"]) for one in own["corrects"]),
        terms=tuple((re.compile(one["pattern"]), one["rights"]) for one in own["terms"]),
        reserved=tuple(re.compile(one["pattern"]) for one in own["reserved"]),
        program=tuple(re.compile(one["pattern"]) for one in own["program"]),
        cut=tuple(re.compile(one["pattern"]) for one in own["cut"]),
    )
