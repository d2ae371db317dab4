"""The same words in quotes of several briefs.

The brief that reported a quote first keeps its address. A later quote of the same speaker that repeats the words, or an
excerpt of them, is a repetition; one with nearly the same words is a variant.

Quotes are compared by the hashes of their runs of four words: a quote is an excerpt of another if its runs stand there
in the same order. Only where two quotes have a single run in common are their words compared, because one pair of equal
hashes may be chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from newsbrief.model.brief import Brief
from newsbrief.site.facts import view_ids
from newsbrief.site.facts.extract import runs_of
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.quotes import ByBrief
from newsbrief.site.index.references import QuoteRef

# Two quotes are variants when this share of the shorter one's runs is in the other.
VARIANT_SHARE = 0.4
# An excerpt of fewer runs (five words) says too little to be recognised.
LEAST_EXCERPT = 2
HASH_BYTES = 4

Load = Callable[[str], Brief]


class Repeats(Struct, frozen=True):
    """`sources` maps a quote's view id to that of the first quote with its words; `variants` to nearly equal quotes."""

    sources: Mapping[str, str]
    variants: Mapping[str, tuple[str, ...]]


class _Said(Struct, frozen=True):
    """A quote with the hashes of its runs: 4 bytes each, and as numbers."""

    ref: QuoteRef
    packed: bytes

    @property
    def runs(self) -> memoryview:
        return memoryview(self.packed).cast("I")


def find(told: Sequence[Facts], quotes: ByBrief, load: Load) -> Repeats:
    """Compare every speaker's quotes across briefs; `load` gives a brief with its quotes' words by path."""
    sources: dict[str, str] = {}
    variants: dict[str, tuple[str, ...]] = {}
    for spoken in _by_speaker(told, quotes):
        said = _sharing(spoken)
        repeated = dict(_sources(said))
        firsts = [one for one in said if one.ref.id not in repeated]
        sources |= repeated
        variants.update(_variants(firsts, load))
    return Repeats(sources, variants)


def _by_speaker(told: Iterable[Facts], quotes: ByBrief) -> Iterable[list[_Said]]:
    found: dict[str, list[_Said]] = defaultdict(list)
    for facts in told:
        packed = {quote.id: quote.runs for quote in facts.quotes}
        for ref in quotes[facts.path]:
            found[ref.speaker].append(_Said(ref, packed[view_ids.name_of(ref.id)]))
    return found.values()


def _sharing(spoken: Sequence[_Said]) -> list[_Said]:
    """Return the quotes of a speaker that share a run with another one, in their order."""
    every = memoryview(b"".join([one.packed for one in spoken])).cast("I")
    if len(set(every)) == len(every):  # as with most speakers
        return []
    counts = Counter(chain.from_iterable(set(one.runs) for one in spoken))
    shared = {run for run, count in counts.items() if count > 1}
    return sorted((one for one in spoken if not shared.isdisjoint(one.runs)), key=lambda one: one.ref.order)


def _sources(said: Iterable[_Said]) -> Iterator[tuple[str, str]]:
    """Yield each quote that repeats an older one, with the first that has its words; both as view ids."""
    firsts: dict[int, list[_Said]] = defaultdict(list)
    for one in said:
        runs = one.runs
        candidates = firsts[runs[0]] if len(runs) >= LEAST_EXCERPT else ()
        first = next((first for first in candidates if _is_excerpt(one, first)), None)
        if first is not None:
            yield one.ref.id, first.ref.id
            continue
        for run in set(runs):
            firsts[run].append(one)


def _is_excerpt(one: _Said, first: _Said) -> bool:
    if one.ref.path == first.ref.path:
        return False
    place = first.packed.find(one.packed)
    while place % HASH_BYTES and place > 0:
        place = first.packed.find(one.packed, place + 1)
    return place >= 0


def _variants(firsts: Sequence[_Said], load: Load) -> Mapping[str, tuple[str, ...]]:
    """Return the view ids of other briefs' quotes with nearly the same words; of repeated quotes only the first."""
    runs = [frozenset(one.runs) for one in firsts]
    # Which quotes have a run so far: each pair is compared when its later quote comes.
    holding: dict[int, list[int]] = defaultdict(list)
    alike: dict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(runs):
        for other, count in Counter(chain.from_iterable(holding[run] for run in own)).items():
            enough = count >= VARIANT_SHARE * min(len(own), len(runs[other]))
            if enough and _are_variants(firsts[place].ref, firsts[other].ref, count, load):
                alike[place].append(other)
                alike[other].append(place)
        for run in own:
            holding[run].append(place)
    return {firsts[one].ref.id: tuple(firsts[other].ref.id for other in sorted(alike[one])) for one in sorted(alike)}


def _are_variants(one: QuoteRef, other: QuoteRef, shared: int, load: Load) -> bool:
    if one.path == other.path:
        return False
    return shared > 1 or not _words(one, load).isdisjoint(_words(other, load))


def _words(ref: QuoteRef, load: Load) -> set[str]:
    """Read the runs of a quote from its brief."""
    name = view_ids.name_of(ref.id)
    return {run for quote in load(ref.path).quotes if quote.id == name for run in runs_of(quote.text)}
