"""What the keys do for the moment: pick from a list, type a line, or choose words of the body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from msgspec import Struct, field

from newsbrief.review.questions import Choice

WORD = re.compile(r"\S+")


class Picking(Struct):
    """1 to 9 stand for `choices`; `others` are further keys with what they do and what is done."""

    ask: str
    choices: Sequence[Choice]
    picked: Callable[[str], None]
    others: dict[str, tuple[str, Callable[[], None]]] = field(default_factory=dict)


class Typing(Struct):
    """A line of text; `example` says what may stand in it.

    `untouched`: what stands in it was proposed, or refused for the reason in `fault`; the first sign replaces it.
    """

    ask: str
    text: str
    done: Callable[[str], None]
    example: str = ""
    untouched: bool = True
    fault: str = ""

    def press(self, key: str) -> None:
        """Add a sign, or take away the last one, the last word or all."""
        if key == "backspace":
            self.text = self.text[:-1]
        elif key == "word":
            self.text = self.text.rstrip().rpartition(" ")[0]
        elif key == "clear":
            self.text = ""
        elif len(key) == 1 and key.isprintable():
            self.text = key if self.untouched else self.text + key
        else:
            return
        self.untouched = False

    def again(self, fault: str) -> None:
        """Ask once more, for that reason."""
        self.untouched, self.fault = True, fault


class Selecting(Struct):
    """Words of the body: `cursor` and `anchor` count words; without an anchor only that one is meant."""

    ask: str
    text: str
    starts: Sequence[int]
    done: Callable[[str], None]
    words: list[tuple[int, int]] = field(default_factory=list)
    cursor: int = 0
    anchor: int | None = None

    def __post_init__(self) -> None:
        self.words = [match.span() for match in WORD.finditer(self.text)]

    def begin_at(self, place: int) -> None:
        """Put the cursor on the word at a place of the text."""
        self.cursor = max(0, bisect_right(self.words, (place, len(self.text))) - 1)

    @property
    def span(self) -> tuple[int, int]:
        """Where the chosen words stand in the text."""
        if not self.words:
            return (0, 0)
        first, last = sorted((self.cursor, self.cursor if self.anchor is None else self.anchor))
        return self.words[first][0], self.words[last][1]

    def press(self, key: str) -> None:
        """Move the cursor by a word or a sentence, or set the other end."""
        if key in ("left", "right"):
            self._move(self.cursor + (1 if key == "right" else -1))
        elif key in ("up", "down"):
            self._move(self._sentence(key))
        elif key == " ":
            self.anchor = self.cursor if self.anchor is None else None

    def _sentence(self, key: str) -> int:
        """The first word of the sentence before or after; with the other end set, the last word of one."""
        here = self.words[self.cursor][0] if self.words else 0
        firsts = [bisect_right(self.words, (start, len(self.text))) - 1 for start in self.starts]
        if key == "up":
            return max((first for first in firsts if self.words[first][0] < here), default=0)
        extending = self.anchor is not None and self.cursor >= self.anchor
        after = min((first for first in firsts if first > self.cursor + extending), default=len(self.words))
        return after - 1 if extending else after

    def _move(self, to: int) -> None:
        self.cursor = max(0, min(len(self.words) - 1, to))


Mode = Picking | Typing | Selecting
