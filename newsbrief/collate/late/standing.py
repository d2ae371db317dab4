"""How many briefs say what of whom, and in which words: counted once, then corrected by what a changed brief adds."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.collate import addresses
from newsbrief.collate.people import People, names_in
from newsbrief.collate.retold import FEW_BRIEFS, FEW_TEXTS, Rarity, Told
from newsbrief.collate.things import Things
from newsbrief.model.entry import Entry
from newsbrief.model.register import Counts, Standing

# The fields of Standing that count a brief once for each thing in a set of the same name.
PLAIN = ("users", "bodies", "persons", "sources", "named", "roled", "things")
# So many shares are counted at once: a counter takes longer to begin with each than to count it.
TOGETHER = 500
Texts = tuple[tuple[str, frozenset[str]], ...]


class Share(Struct, frozen=True):
    """What one telling brief adds. `spelt`: the key of each name in it, and how it spells it, in its order.

    `texts`: of each event a sum of its words, and the words. `known`: the names that stand for what it is about, of a
    brief that has events.
    """

    users: frozenset[str]
    spelt: tuple[tuple[str, str], ...]
    bodies: frozenset[str]
    persons: frozenset[str]
    sources: frozenset[str]
    named: frozenset[str]
    roled: frozenset[str]
    things: frozenset[str]
    texts: Texts
    known: frozenset[str]

    @property
    def spellers(self) -> frozenset[str]:
        """The keys of the names in it."""
        return frozenset(key for key, _ in self.spelt)


def share(entry: Entry, people: People, things: Things, told: Sequence[Told]) -> Share:
    """`told`: the brief's own events, but for claims."""
    brief, key = entry.brief, addresses.name_key
    names = names_in(entry)
    spelt = tuple(dict.fromkeys((key(name), name) for name in names))
    sources = frozenset(map(key, brief.source))
    bodies = frozenset(key(people.name(name, entry)) for name in brief.organisations)
    others = map(key, (*brief.organisations, *brief.places, *brief.authors))
    speakers = {people.name(quote.speaker, entry) for quote in brief.quotes if quote.speaker}
    named = frozenset(people.name(name, entry) for name in names)
    return Share(
        # By the site's names, too: a rule brings together what is spelt in quite another way.
        users=frozenset((*(one for one, _ in spelt), *map(key, named), *sources, *bodies, *others)),
        spelt=spelt,
        bodies=bodies,
        persons=frozenset(key(people.name(one.name, entry)) for one in brief.people),
        sources=sources,
        named=named,
        roled=frozenset(name for name in speakers if people.role_in(entry, name)),
        things=frozenset(things.addresses(entry)),
        texts=tuple((_sum(one.wording.words), frozenset(one.wording.words)) for one in told),
        known=frozenset().union(*(one.cast.known for one in told)),
    )


def _sum(words: Sequence[str]) -> str:
    return hashlib.blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def worded(told: Iterable[Told]) -> Standing:
    """What the events of all briefs add: counted at once, since their wordings are much to keep."""
    texts, words, known = Counter[str](), Counter[str](), dict[str, frozenset[str]]()
    for one in told:
        text = _sum(one.wording.words)
        words.update(() if text in texts else frozenset(one.wording.words))
        texts[text] += 1
        known[one.telling.entry.path] = one.cast.known
    names = Counter(name for those in known.values() for name in those)
    return Standing(texts=dict(texts), words=dict(words), known=dict(names), telling=len(known))


def standing(shares: Iterable[Share], events: Standing) -> Standing:
    """What all briefs add, the newest first, with what their events do."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*PLAIN, "spellers")}
    spelt: dict[str, str] = {}
    mixed: set[str] = set()
    left = iter(shares)
    while some := list(islice(left, TOGETHER)):
        for name, found in counts.items():
            found.update(chain.from_iterable(getattr(one, name) for one in some))
        for one in some:
            mixed.update(key for key, spelling in one.spelt if spelt.setdefault(key, spelling) != spelling)
    plain: dict[str, Any] = {name: dict(found) for name, found in counts.items()}
    return replace(events, spelt=spelt, mixed=frozenset(mixed), **plain)


def corrected(before: Standing, gone: Iterable[Share], come: Iterable[Share]) -> Standing:
    """The same without some briefs' shares and with others; none of these spells a name in a way of its own."""
    found = before
    for one in gone:
        found = _added(found, one, -1)
    for one in come:
        found = _added(found, one, 1)
    return found


def _added(before: Standing, one: Share, sign: int) -> Standing:
    """One share more, or less."""
    made: dict[str, Any] = {
        name: _counted(getattr(before, name), getattr(one, name), sign) for name in (*PLAIN, "spellers", "known")
    }
    texts, words = dict(before.texts), before.words
    for text, of_it in one.texts:
        had = texts.get(text, 0)
        # A word counts once for all that is worded alike.
        if (had if sign > 0 else had - 1) == 0:
            words = _counted(words, of_it, sign)
        texts[text] = had + sign
    spelt = {key: said for key, said in before.spelt.items() if key in made["spellers"]}
    spelt |= dict(one.spelt) if sign > 0 else {}
    texts = {text: count for text, count in texts.items() if count}
    telling = before.telling + (sign if one.texts else 0)
    return Standing(texts=texts, words=words, spelt=spelt, mixed=before.mixed, telling=telling, **made)


def _counted(counts: Counts, keys: Iterable[str], sign: int) -> Counts:
    found = dict(counts)
    for key in keys:
        found[key] = found.get(key, 0) + sign
        if not found[key]:
            del found[key]
    return found


def rarities(of: Standing) -> tuple[Rarity, Rarity]:
    """How rare words are in the texts of events, and names in briefs with events."""
    return Rarity(Counter(of.words), len(of.texts), FEW_TEXTS), Rarity(Counter(of.known), of.telling, FEW_BRIEFS)
