"""What timelines are about: sections, stories, topics and people with enough events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from newsbrief.model.views import Link
from newsbrief.site.facts import addresses
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.references import EventRef
from newsbrief.site.options import BuildOptions

# A subject with fewer events has no timeline: its briefs say it all.
FEWEST_EVENTS = 4


class Subject(Struct, frozen=True):
    """`kind` is section, story, topic or person; `url` is the address of the subject's own page.

    `events` are the entries of its timeline, newest first. Its timeline stands at "timeline/" and `url`.
    """

    kind: str
    name: str
    url: str
    events: tuple[EventRef, ...]

    @property
    def link(self) -> Link:
        """The link to its timeline; it counts the events."""
        return Link(self.name, f"timeline/{self.url}", count=len(self.events))


def in_order(entries: Mapping[str, Iterable[EventRef]]) -> tuple[EventRef, ...]:
    """Return every entry of the timelines once, newest first."""
    every = {ref.id: ref for refs in entries.values() for ref in refs}
    return tuple(sorted(every.values(), key=lambda ref: ref.order, reverse=True))


def gather(
    told: Iterable[Facts],
    entries: Mapping[str, tuple[EventRef, ...]],
    ordered: Sequence[EventRef],
    options: BuildOptions,
) -> Mapping[str, Subject]:
    """Return the subjects with enough events by their addresses.

    `told` are newest first; the newest spelling of a name counts. `ordered` are all of `entries`, newest first.
    """
    # Sorting numbers is much faster than sorting entries once for each subject.
    places = {ref.id: place for place, ref in enumerate(ordered)}
    names: dict[str, tuple[str, str]] = {}
    found: dict[str, set[int]] = defaultdict(set)
    for facts in told:
        refs = entries.get(facts.path, ())
        if not refs:
            continue
        own = [places[ref.id] for ref in refs]
        for kind, name, url in _of_brief(facts):
            names.setdefault(url, (kind, name))
            found[url].update(own)
        for place, ref in zip(own, refs, strict=True):
            for person in ref.people:
                url = addresses.named_url("people", person)
                names.setdefault(url, ("person", person))
                found[url].add(place)
    return {
        url: _subject(*names[url], url, [ordered[place] for place in sorted(of_it)], options)
        for url, of_it in found.items()
        if len(of_it) >= FEWEST_EVENTS
    }


def _subject(kind: str, name: str, url: str, events: Iterable[EventRef], options: BuildOptions) -> Subject:
    title = options.story_title(url.split("/")[1]) if kind == "story" else ""
    return Subject(kind, title or name, url, tuple(events))


def _of_brief(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Yield the subjects that all events of a brief belong to: (kind, name, address)."""
    lists = facts.lists
    if lists.section:
        yield "section", lists.section.name, f"sections/{lists.section.key}/"
    if lists.story.key:
        yield "story", lists.story.name, f"stories/{lists.story.key}/"
    for topic in lists.topics:
        yield "topic", topic.name, f"topics/{topic.key}/"
