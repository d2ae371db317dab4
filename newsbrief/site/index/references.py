"""Quotes and events as the index and the plan handle them: ids and sort keys, no texts."""

from __future__ import annotations

from msgspec import Struct

from newsbrief.site.facts.view_ids import brief_of, name_of


class QuoteRef(Struct, frozen=True, gc=False):
    """A quote that lists may show. `id` is its view's.

    `order` sorts ascending: the day on which it was said or published (ISO 8601), its brief's address, the number in
    its id, its id. `speaker` is the name on the site. `lead` asks for the front page. `review`: the brief is not
    published. `source` is the view id of an older quote with the same words, or "".
    """

    id: str
    order: tuple[str, str, int, str]
    speaker: str
    lead: bool
    review: bool
    source: str = ""

    @property
    def path(self) -> str:
        """The brief's path."""
        return brief_of(self.id)

    @property
    def day(self) -> str:
        """The day on which it was said, or that of its brief."""
        return self.order[0]

    @property
    def anchor(self) -> str:
        """Its place in its brief: "2023/09/21/slug/#q2"."""
        return f"{self.order[1]}#{self.order[3]}"


class EventRef(Struct, frozen=True, gc=False):
    """An entry of a timeline: one event, told by one brief or several. `id` is the view's of the telling that leads.

    `order` sorts ascending in time, then by the brief's address and the event's place in it. `edtf` is the date.
    `announced`, `background`, `outcome` and `overdue` are as in `EventView`. `people` are the names of
    those with a page whom it names; `things` the addresses of places and organisations. `members` are the view ids of
    all tellings, the oldest brief's first; `review`: no published brief tells it.
    """

    id: str
    order: tuple[int | str, ...]
    edtf: str
    announced: bool
    background: bool
    outcome: bool
    overdue: bool
    people: tuple[str, ...]
    things: tuple[str, ...]
    members: tuple[str, ...]
    review: bool

    @property
    def path(self) -> str:
        """The path of the brief that leads."""
        return brief_of(self.id)

    @property
    def anchor(self) -> str:
        """Its place in that brief: "2023/09/21/slug/#e1"."""
        return f"{self.order[-2]}#{name_of(self.id)}"
