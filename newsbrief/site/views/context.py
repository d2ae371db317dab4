"""The paragraphs around a quote, which its own page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Start and end of a stretch of a text, in code points.
Span = tuple[int, int]
# Words, and whether they are the quote's.
Run = tuple[str, bool]
BETWEEN_PARAGRAPHS = re.compile(r"\n{2,}")


def context_of(text: str, parts: Sequence[Span]) -> tuple[tuple[Run, ...], ...]:
    """Return the paragraphs with the quote and one on either side, each cut into runs.

    `text` is the body as plain text; `parts` are where the quote's parts stand in it. Without parts, return ().
    """
    if not parts:
        return ()
    paragraphs = _paragraphs(text)
    inside = [number for number, (start, end) in enumerate(paragraphs) if start < parts[-1][1] and parts[0][0] < end]
    around = paragraphs[max(inside[0] - 1, 0) : inside[-1] + 2]
    return tuple(_runs(text, start, end, parts) for start, end in around)


def _paragraphs(text: str) -> list[Span]:
    spans, start = [], 0
    for gap in BETWEEN_PARAGRAPHS.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    return [*spans, (start, len(text))]


def _runs(text: str, start: int, end: int, parts: Sequence[Span]) -> tuple[Run, ...]:
    runs, place = [], start
    for part_start, part_end in parts:
        first, last = max(part_start, start), min(part_end, end)
        if first < last:
            runs += [(text[place:first], False), (text[first:last], True)]
            place = last
    runs.append((text[place:end], False))
    return tuple((words, quoted) for words, quoted in runs if words)
