"""A stretch of the body with what is asked about marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

# So many lines of a file are shown around one that is wrong.
LINES_AROUND = 3


class Passage(Struct, frozen=True):
    """Paragraphs with one blank line between them; `marks` are places in `text`, `words` the inner ones that decide.

    `at` is where it begins in the body. `tight`: lines of a file, which are shown without blank ones between them.
    """

    text: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    words: tuple[tuple[int, int], ...] = ()
    at: int = 0
    tight: bool = False


def around(text: str, spans: Sequence[tuple[int, int]], words: str = "") -> Passage:
    """The paragraphs in which the spans stand, and the one before; `words` are looked for in the first span."""
    if not spans:
        return Passage()
    start = text.rfind("\n\n", 0, spans[0][0]) + 2 if "\n\n" in text[: spans[0][0]] else 0
    # Who speaks is often named in the paragraph before.
    if start:
        start = text.rfind("\n\n", 0, start - 2) + 2 if "\n\n" in text[: start - 2] else 0
    end = text.find("\n\n", spans[-1][1])
    end = len(text) if end < 0 else end
    at = text.find(words, *spans[0]) if words else -1
    inner = ((at - start, at + len(words) - start),) if at >= 0 else ()
    return Passage(text[start:end], tuple((a - start, b - start) for a, b in spans), inner, spans[0][0])


def lines_of(lines: Sequence[str], line: int) -> Passage:
    """The file's own lines around one of them, which is marked; `line` counts from 1."""
    if not 1 <= line <= len(lines):
        return Passage()
    first = max(0, line - 1 - LINES_AROUND)
    shown = [text.rstrip("\r\n") or " " for text in lines[first : line + LINES_AROUND]]
    start = sum(len(text) + 2 for text in shown[: line - 1 - first])
    return Passage("\n\n".join(shown), ((start, start + len(shown[line - 1 - first])),), (), start, tight=True)
