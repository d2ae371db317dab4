"""One brief's telling of an event, and the name by which another brief's front matter calls it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from newsbrief.collate import addresses
from newsbrief.model.brief import BriefEvent
from newsbrief.model.entry import Entry

# The brief's path and the event's id; a name that no brief answers to has the path "".
Key = tuple[str, str]


class Telling(Struct, frozen=True):
    """An event as one brief tells it."""

    entry: Entry
    event: BriefEvent

    @property
    def key(self) -> Key:
        """What tells it from every other."""
        return self.entry.path, self.event.id

    @property
    def age(self) -> tuple[str, str, str]:
        """Sorts the brief that was published first to the front; the events of one brief stay in its order."""
        moment = self.entry.brief.date
        return (moment.day.isoformat(), moment.time.isoformat() if moment.time else "", self.entry.path)


def tellings(entries: Iterable[Entry]) -> tuple[Telling, ...]:
    """Every event of these briefs, the oldest brief's first."""
    found = (Telling(entry, event) for entry in entries for event in entry.brief.events)
    return tuple(sorted(found, key=lambda telling: telling.age))


class Shelf(Struct, frozen=True):
    """The briefs by what front matter calls them: the slug, or the day and the slug where two briefs share one."""

    by_name: Mapping[str, tuple[Entry, ...]]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Shelf:
        """`entries` may be hidden or retracted; their events are known all the same."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for name in names_of(entry):
                found[name].append(entry)
        return cls({name: tuple(those) for name, those in found.items()})

    def called(self, name: str) -> tuple[Entry, ...]:
        """The briefs of that name: one, unless somebody made a mistake."""
        return self.by_name.get(name, ())

    def name(self, telling: Telling) -> str:
        """What to write in order to name this event: "morning-ferry#e1"."""
        short = addresses.slug(telling.entry)
        return f"{short if len(self.called(short)) == 1 else _dated(telling.entry)}#{telling.event.id}"


def names_of(entry: Entry) -> tuple[str, str]:
    """By what front matter may call a brief."""
    return addresses.slug(entry), _dated(entry)


def _dated(entry: Entry) -> str:
    return f"{entry.brief.date.day.isoformat()}-{addresses.slug(entry)}"
