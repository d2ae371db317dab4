"""What the pages of one brief were made of, and what it gives to pages of many."""

from __future__ import annotations

from msgspec import Struct

from newsbrief.model.pages import BriefPage
from newsbrief.model.quotes import QuotePage
from newsbrief.model.search import Findable
from newsbrief.model.views import EventView, Teaser


class Plate(Struct, frozen=True):
    """A brief's page, those of its quotes that have one, and what the search finds of it.

    `teaser` stands for it in lists. `entries`: its events as timelines have them, where another brief tells one of
    them, too; else they are the page's own. `text`: its clean HTML, of a brief in the feed of all, where nothing in it
    is for Pelican to resolve.
    """

    page: BriefPage
    quotes: tuple[QuotePage, ...] = ()
    found: tuple[Findable, ...] = ()
    teaser: Teaser | None = None
    entries: tuple[EventView, ...] = ()
    text: str = ""

    @property
    def happened(self) -> tuple[EventView, ...]:
        """The brief's events as timelines have them, in the order of its front matter."""
        return self.entries or tuple(sorted(self.page.events, key=lambda event: event.place))
