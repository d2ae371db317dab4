"""The digest of every view: of the brief's own words, and of what other briefs add to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from newsbrief.site.facts import view_ids
from newsbrief.site.facts.hashing import DIGEST_BYTES, digest
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.events import Events
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.people import People
from newsbrief.site.index.references import QuoteRef
from newsbrief.site.index.things import Things
from newsbrief.site.options import BuildOptions

# The later quotes with the words of a quote, by the view id of that quote.
RepeatedBy = Mapping[str, tuple[QuoteRef, ...]]


def view_digests(index: Index) -> Mapping[str, bytes]:
    """Return the digests of all views of a build by their ids."""
    surroundings = _Surroundings(index.people, index.things, index.options)
    found: dict[str, bytes] = {}
    of_brief: list[tuple[str, list[str]]] = []
    for facts in index.by_path.values():
        around = surroundings.of(facts)
        path, own = facts.path, facts.digests
        # Feeds show with a teaser when the brief was changed.
        found[path] = own.teaser + surroundings.story(facts) + b"%d" % surroundings.passed(facts)
        whole = view_ids.whole_id(path)
        found[whole] = own.text + around
        ids = [path, whole]
        if own.notes:
            found[view_ids.notes_id(path)] = own.notes + around
        if own.photo:
            found[view_ids.photo_id(path)] = own.photo
            ids.append(view_ids.photo_id(path))
        for quote in facts.quotes:
            view = f"{path}#q:{quote.id}"
            found[view] = quote.digest + around
            ids.append(view)
        for event in facts.events:
            view = f"{path}#e:{event.id}"
            found[view] = event.digest + around
            ids.append(view)
        of_brief.append((whole, ids))
    _relate_quotes(found, index.quotes.repeated_by)
    _relate_events(found, index.events)
    for whole, ids in of_brief:
        found[whole] = blake2b(b"".join([found[one] for one in ids]), digest_size=DIGEST_BYTES).digest()
    return found


class _Surroundings:
    """What the index says about the names in a brief, as digests."""

    def __init__(self, people: People, things: Things, options: BuildOptions) -> None:
        self._people, self._things, self._options = people, things, options
        self._now = options.now.timestamp()
        self._known: dict[str, bytes] = {}
        self._titles = {file.key: digest(file.title) for file in options.stories if file.title}

    def story(self, facts: Facts) -> bytes:
        return self._titles.get(facts.lists.story.key, b"") if self._titles else b""

    def passed(self, facts: Facts) -> int:
        """Return how many changes that the brief names are not still to come."""
        changes = facts.times.changes
        return sum(change <= self._now for change in changes) if changes else 0

    def of(self, facts: Facts) -> bytes:
        parts = [self._name(known) for known in self._people.cast.get(facts.path, ())]
        for one in self._things.of_brief.get(facts.path, ()):
            parts.append(b"1" if one.url in self._things.with_page else b"0")
            # Who is an organisation, and under which name, its page and links tell.
            parts.append(b"1" if one.url.split("/")[1] in self._people.organisations else b"0")
        parts += [self._author(author.key) for author in facts.lists.authors]
        parts += (self.story(facts), b"%d" % self.passed(facts))
        return blake2b(b"".join(parts), digest_size=DIGEST_BYTES).digest()

    def _name(self, known: str) -> bytes:
        found = self._known.get(known)
        if found is None:
            link = self._people.link(known)
            found = digest(known, link.url, link.kind, self._people.is_protected(known))
            self._known[known] = found
        return found

    def _author(self, key: str) -> bytes:
        return b"1" if key in self._people.organisations or key in self._people.sources else b"0"


def _relate_quotes(found: dict[str, bytes], repeated_by: RepeatedBy) -> None:
    """Add, to quotes that several briefs have, the digests of the others."""
    _combine(found, ((source, *(one.id for one in those)) for source, those in repeated_by.items()))


def _relate_events(found: dict[str, bytes], events: Events) -> None:
    """Add the digests of all tellings to each telling of an event, and whether it is overdue."""
    _combine(found, (ref.members for ref in events.ordered if len(ref.members) > 1))
    for ref in events.ordered:
        if ref.overdue:
            for member in ref.members:
                found[member] += b"overdue"


def _combine(found: dict[str, bytes], groups: Iterable[Iterable[str]]) -> None:
    for group in groups:
        members = sorted(group)
        whole = blake2b(b"".join(found[one] for one in members), digest_size=DIGEST_BYTES).digest()
        for one in members:
            found[one] += whole
