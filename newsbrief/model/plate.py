"""What the pages of one brief were made of, and what it gives to pages of many."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.model.pages import BriefPage
from newsbrief.model.quotes import QuotePage
from newsbrief.model.search import Findable
from newsbrief.model.stored import Stored
from newsbrief.model.views import EventView, NoteView, QuoteView, Teaser


class Plate(Stored, frozen=True):
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
        return _happened(self.page.events, self.entries)


class GistPage(Stored, frozen=True):
    """A part of `BriefPage`."""

    url: str
    quotes: tuple[QuoteView, ...] = ()
    events: tuple[EventView, ...] = ()
    notes: tuple[NoteView, ...] = ()


class GistQuote(Stored, frozen=True):
    """A part of `QuotePage`."""

    url: str


class Gist(Stored, frozen=True):
    """A part of `Plate`, all that pages of many briefs show: it is read in a third of the time."""

    page: GistPage
    quotes: tuple[GistQuote, ...] = ()
    teaser: Teaser | None = None
    entries: tuple[EventView, ...] = ()

    @property
    def happened(self) -> tuple[EventView, ...]:
        """As those of the plate."""
        return _happened(self.page.events, self.entries)


def gist(plate: Plate) -> Gist:
    """What pages of many briefs show of one."""
    page = plate.page
    part = GistPage(page.url, page.quotes, page.events, page.notes)
    return Gist(part, tuple(GistQuote(one.url) for one in plate.quotes), plate.teaser, plate.entries)


def _happened(events: Iterable[EventView], entries: tuple[EventView, ...]) -> tuple[EventView, ...]:
    return entries or tuple(sorted(events, key=lambda event: event.place))
