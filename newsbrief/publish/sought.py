"""Which parts of the search a late change reaches: those whose briefs are others, or of one of which other is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter

from newsbrief.export.search import parts
from newsbrief.model.plate import Plate
from newsbrief.model.register import Register, Row
from newsbrief.model.search import KINDS
from newsbrief.publish.outline import Outline
from newsbrief.publish.printing import Printing
from newsbrief.publish.searched import Part, Sought, key_of


def sought(
    printing: Printing, known: Outline, before: Register, register: Register, changed: Mapping[str, Plate]
) -> Sought:
    """`known`: the last build's outline; its register, and the new one; `changed`: plates that were made anew."""
    published = [row for row in register.rows if row.status == "published"]
    shown = {kind for kind in KINDS if printing.has(kind)}
    undated = tuple([one for one in register.undated if one.kind in shown])
    # In the order of `by_brief`: the newest brief first, people and things last.
    found = {
        row.url: key_of(changed[row.path].found) if row.path in changed else known.found[row.url] for row in published
    }
    # A key of thousands of people takes its time.
    same = register.undated == before.undated
    found |= {"": known.found[""] if same else key_of(undated)} if undated else {}
    return Sought(found, undated, tuple(_parts(published, found, known)))


def _parts(published: list[Row], found: Mapping[str, str], known: Outline) -> Iterator[Part]:
    """People and things first, then from the newest briefs to the oldest."""
    other = {url for url, of_it in found.items() if known.found.get(url) != of_it}
    segments = {one[2]: one for one in known.segments}
    people: list[list[Row]] = [[]] if "" in found else []
    for group in (*people, *parts(published, attrgetter("day"), lambda _: True)):
        urls = tuple(row.url for row in group)
        stands = other.isdisjoint(urls or ("",))
        known_part = segments.get(urls) if stands else None
        yield Part(() if known_part else tuple(row.path for row in group), known_part)
