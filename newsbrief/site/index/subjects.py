"""What timelines are about: sections, stories, topics and people with enough events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from newsbrief.model.views import Link
from newsbrief.site.facts import addresses
from newsbrief.site.facts.records import Facts
from newsbrief.site.facts.view_ids import brief_of
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
    ordered: Iterable[EventRef],
    options: BuildOptions,
) -> Mapping[str, Subject]:
    """Return the subjects with enough events by their addresses.

    `told` are newest first; the newest spelling of a name counts. `ordered` are all of `entries`, newest first.
    """
    names: dict[str, tuple[str, str]] = {}
    # The events of each subject by its address, and the lists of those subjects that a whole brief belongs to.
    found: dict[str, list[EventRef]] = defaultdict(list)
    of_brief: dict[str, list[list[EventRef]]] = {}
    for facts in told:
        if facts.path in entries:
            for kind, name, url in _of_brief(facts):
                names.setdefault(url, (kind, name))
                of_brief.setdefault(facts.path, []).append(found[url])
    of_person: dict[str, list[EventRef]] = defaultdict(list)
    for ref in ordered:
        for events in _once(of_brief, ref):
            events.append(ref)
        for person in ref.people:
            of_person[person].append(ref)
    for person, events in of_person.items():
        url = addresses.named_url("people", person)
        names[url], found[url] = ("person", person), events
    return {
        url: _subject(*names[url], url, events, options)
        for url, events in found.items()
        if len(events) >= FEWEST_EVENTS
    }


def _once(of_brief: Mapping[str, list[list[EventRef]]], ref: EventRef) -> Iterable[list[EventRef]]:
    """Return the lists of all briefs that tell an event, each list once."""
    if len(ref.members) == 1:
        return of_brief.get(ref.path, ())
    every = (events for view in ref.members for events in of_brief.get(brief_of(view), ()))
    return {id(events): events for events in every}.values()


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
