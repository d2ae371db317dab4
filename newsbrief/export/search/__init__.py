"""The index of the site's search, as files that a browser reads piece by piece; docs/decisions/012-search.md says why.

`search/index.json` is `{"segments": [{"at", "rows", "size", "counts": [briefs, quotes, dates, people, stories, places,
organisations, authors], "starts", "often"}]}`, people and things first, then the newest briefs. A segment has two
folders of its own, for what changes more often, the words, and what is shown:

- `search/<at>/t0.json`, `t1.json`, …: `{term: places}`, the terms in order (by UTF-16 code units). File i has the terms
  from the i-th of `starts` up to the next; spaces part them. `places` are the gaps between numbers, the first from 0,
  each in base 32, lowest digit first, as `shards.DIGITS` writes it. Of n results in all, result i is number i where the
  term is among its `words`, and n + i where it is in `also` only.
- `search/<rows>/r0.json`, …: `size` results each, `[text, address, date, detail]`, in the order of `counts`. Of people
  and things `rows` is a list instead, `[[name, how many], …]`, of files `search/rows/<name>.json`, which follow one
  another in this order.

- `search/<at>/about.json`: what the list says of the segment, for the next build; no browser asks for it.

`often` are the terms that stand in so many of the segment's briefs that they part little from little.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from newsbrief.export.search.amending import Change, amended
from newsbrief.export.search.results import Say, result
from newsbrief.export.search.segments import Segment, joined, parts, segments
from newsbrief.export.search.shards import PER_FILE, Shards, shards
from newsbrief.export.search.sheets import Sheet
from newsbrief.model.search import KINDS, Findable

__all__ = [
    "about_file",
    "amended_files",
    "cut",
    "index",
    "part",
    "parts",
    "row_files",
    "search_files",
    "sheet_files",
    "word_files",
]
Read = Callable[[str], str]


def search_files(items: Sequence[Findable], say: Say) -> Iterator[tuple[str, str]]:
    """Every file of the index, as (path below `search/`, text). `say` puts a date into the site's words."""
    abouts = []
    for segment in cut(items, say):
        for name, text in chain(word_files(segment), row_files(segment)):
            yield name, text
            if name == about_file(segment.name):
                abouts.append(text)
    yield "index.json", index(abouts)


def cut(items: Sequence[Findable], say: Say) -> Sequence[Segment]:
    """The index's segments: one with the same name has the same files."""
    return segments(result(item, say) for item in items)


def part(items: Iterable[Findable], say: Say) -> Segment:
    """One segment, of the briefs that it is known to have."""
    return joined([result(item, say) for item in items])


def about_file(name: str) -> str:
    """Where a segment tells what the list of segments says of it."""
    return f"{name}/about.json"


def word_files(segment: Segment) -> Iterator[tuple[str, str]]:
    """A segment's files of words, as (path below `search/`, text)."""
    found = Counter(item.kind for item in segment.items)
    counts = [found[kind] for kind in KINDS]
    shown = [(one.name, len(one.rows)) for one in segment.sheets] or segment.rows
    about = {"at": segment.name, "rows": shown, "size": PER_FILE, "counts": counts}
    return _word_files(about, shards(segment.items))


def row_files(segment: Segment) -> Iterator[tuple[str, str]]:
    """A segment's files of what is shown."""
    rows = [item.row for item in segment.items] if not segment.sheets else ()
    for start in range(0, len(rows), PER_FILE):
        yield f"{segment.rows}/r{start // PER_FILE}.json", _json(rows[start : start + PER_FILE])
    for sheet in segment.sheets:
        yield from sheet_files(sheet)


def sheet_files(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The file of what is shown of some people or things."""
    yield f"rows/{sheet.name}.json", _json(sheet.rows)


def amended_files(old: str, name: str, changes: Sequence[Change], read: Read) -> Iterator[tuple[str, str]]:
    """The files of words that the segment `name` has, from those of `old`, which differs in a few results' words.

    `read` gives the text of a file below `search/`. Raises whatever comes of files that are not as they were written.
    """
    about = json.loads(read(about_file(old)))
    places: dict[str, str] = {}
    for number in range(len(about["starts"].split(" "))):
        places |= json.loads(read(f"{old}/t{number}.json"))
    found = amended(places, about["often"].split(), changes, about["counts"])
    return _word_files({"at": name, **{one: about[one] for one in ("rows", "size", "counts")}}, found)


def _word_files(about: Mapping[str, Any], found: Shards) -> Iterator[tuple[str, str]]:
    told = {**about, "starts": " ".join(found.starts), "often": " ".join(found.often)}
    yield about_file(str(about["at"])), _json(told)
    yield from ((f"{about['at']}/t{number}.json", _json(terms)) for number, terms in enumerate(found.terms))


def index(abouts: Iterable[str]) -> str:
    """The list of all segments, from what each tells of itself, in their order."""
    return _json({"segments": [json.loads(about) for about in abouts]})


def _json(value: Mapping[str, Any] | Sequence[Any]) -> str:
    # No tag in it, should anything ever take it for a page.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c") + "\n"
