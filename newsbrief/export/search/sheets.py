"""What is shown of people and things, in files that stay as they are when somebody comes between the others.

They stand in the order of names, so whoever comes moves all behind by one. Were they cut after so many, all files
behind would be others. A file ends where the address of its last one says so, whatever stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from zlib import crc32

from msgspec import Struct

from newsbrief.export.search.results import Result
from newsbrief.export.search.sums import sum_of

# A file has at least so many and at most so many; between these every so manieth address is an end.
LEAST, MOST, END = 20, 100, 20


class Sheet(Struct, frozen=True):
    """One file. `name` is a sum of its rows, and the file's."""

    name: str
    rows: tuple[tuple[str, str, str, str], ...]


def sheets(items: Sequence[Result]) -> tuple[Sheet, ...]:
    """Those of all results, kind by kind; none has two kinds, of which one would move with the other."""
    kinds = (list(those) for _, those in groupby(items, key=attrgetter("kind")))
    return tuple(_sheet(those) for of_kind in kinds for those in _cut(of_kind))


def _sheet(items: Sequence[Result]) -> Sheet:
    rows = tuple(item.row for item in items)
    return Sheet(sum_of(rows), rows)


def _cut(items: Sequence[Result]) -> Iterator[Sequence[Result]]:
    start = 0
    for end, item in enumerate(items, 1):
        if end - start >= MOST or (end - start >= LEAST and _ends(item.row[1])):
            yield items[start:end]
            start = end
    if start < len(items):
        yield items[start:]


def _ends(address: str) -> bool:
    return crc32(address.encode("utf-8", "surrogatepass")) % END == 0
