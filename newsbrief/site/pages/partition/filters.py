"""Which timelines there are: of everything and of each subject, each whole and with filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.site.index.gathering import Index
from newsbrief.site.index.references import EventRef
from newsbrief.site.index.subjects import Subject

ROOT = "timeline/"
# Each filter and what it adds to a timeline's address.
FILTERS = {"all": "", "news": "news/", "announced": "announced/"}


class Timeline(NamedTuple):
    """A timeline, or what a filter leaves of it; `events` are newest first.

    `subject` is None for the timeline of everything. `counts` are the events that each filter leaves, () without any.
    """

    subject: Subject | None
    filter: str
    counts: tuple[tuple[str, int], ...]
    events: Sequence[EventRef]

    @property
    def url(self) -> str:
        """The address of its newest part."""
        return f"{root_of(self.subject)}{FILTERS[self.filter]}"


def whole(index: Index) -> Iterator[tuple[Subject | None, Sequence[EventRef]]]:
    """Yield the timeline of everything and that of each subject, without filters."""
    yield None, index.events.ordered
    for _, subject in sorted(index.events.subjects.items()):
        yield subject, subject.events


def filtered(subject: Subject | None, events: Sequence[EventRef]) -> Iterator[Timeline]:
    """Yield the timeline itself and what each filter leaves, if that is neither nothing nor everything."""
    left: Mapping[str, Sequence[EventRef]] = {
        "all": events,
        "news": [ref for ref in events if not ref.background],
        "announced": [ref for ref in events if ref.announced],
    }
    counts = tuple((name, len(those)) for name, those in left.items() if name == "all" or 0 < len(those) < len(events))
    for name, _ in counts:
        yield Timeline(subject, name, counts if len(counts) > 1 else (), left[name])


def root_of(subject: Subject | None) -> str:
    """Return the address of a subject's timeline."""
    return f"{ROOT}{subject.url}" if subject else ROOT
