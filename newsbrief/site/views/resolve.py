"""The views of briefs with names and relations resolved: what page models are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage
from newsbrief.model.views import EventView, Link, NoteView, PhotoView, QuoteView, Teaser
from newsbrief.site.facts import photo, view_ids
from newsbrief.site.index.gathering import Index
from newsbrief.site.views import events, notes, quotes, teasers
from newsbrief.site.views.moments import modified_at

# Pages that follow one another show the same briefs.
REMEMBERED = 1 << 11
# Of briefs with their texts only the last ones are shown again at once.
FEW = 8


class Views:
    """Every view of a build, made when a page asks for it.

    `entry` reads a brief as it may be published, without its text; `whole` reads it with its text, `record` what
    published.json says about it. All take the brief's path.
    """

    def __init__(
        self,
        index: Index,
        entry: Callable[[str], Entry],
        whole: Callable[[str], Entry],
        record: Callable[[str], str] = str,
    ) -> None:
        self.index, self.record = index, record
        self.whole = lru_cache(FEW)(whole)
        self.entry = lru_cache(REMEMBERED)(entry)
        self.teaser = lru_cache(REMEMBERED)(self._teaser)
        self._quotes = lru_cache(REMEMBERED)(self._quotes_of)
        self._events = lru_cache(REMEMBERED)(self._events_of)
        self._entries = {ref.id: ref for refs in index.events.entries.values() for ref in refs if len(ref.members) > 1}
        self._shared = {member: ref.id for ref in self._entries.values() for member in ref.members}

    def _teaser(self, path: str) -> Teaser:
        return teasers.teaser(self.entry(path), self.index.by_path[path], self.index.options)

    def quote(self, view: str) -> QuoteView:
        """Return a quote, with the briefs that repeat it."""
        return self._quotes(view_ids.brief_of(view))[view]

    def _quotes_of(self, path: str) -> Mapping[str, QuoteView]:
        refs = self.index.quotes.by_brief.get(path, ())
        return quotes.of_brief(self.entry(path), self.index, refs, self._brief_link)

    def _brief_link(self, path: str) -> Link:
        brief = self._brief(path)
        return Link(brief.title, self.index.by_path[path].url, lang=brief.lang)

    def event(self, view: str) -> EventView:
        """Return an entry of a timeline, with the other briefs that tell of it."""
        ref = self._entries.get(view)
        return events.merged(ref, self._alone) if ref else self._alone(view)

    def own_event(self, view: str) -> EventView:
        """Return an event as its own brief tells it, with the other briefs that tell of it."""
        own, lead = self._alone(view), self._shared.get(view)
        return events.informed(own, self.event(lead)) if lead else own

    def _alone(self, view: str) -> EventView:
        return self._events(view_ids.brief_of(view))[view]

    def _events_of(self, path: str) -> Mapping[str, EventView]:
        facts, options = self.index.by_path[path], self.index.options
        changed = modified_at(self._brief(path), options)
        return events.of_brief(self.entry(path), facts, self.index.people, options, changed)

    def notes(self, path: str) -> tuple[NoteView, ...]:
        """Return the notes of a brief, newest first."""
        said = [self.quote(ref.id) for ref in self.index.quotes.by_brief.get(path, ())]
        happened = [self._alone(view) for view in self.index.events.own.get(path, ())]
        return notes.of_brief(self._brief(path), said, happened)

    def _brief(self, path: str) -> Brief:
        return self.entry(path).brief


class UnplannedViewError(LookupError):
    """A renderer asked for a view that the page's plan does not name."""


class PageViews:
    """The views that one page may show. Any other raises UnplannedViewError.

    A page that shows a whole brief may show every view of it.
    """

    def __init__(self, url: str, shows: tuple[str, ...], views: Views) -> None:
        self._url, self._shows, self._views = url, frozenset(shows), views

    def teaser(self, path: str) -> Teaser:
        """Return a brief as lists show it."""
        return self._views.teaser(self._planned(path))

    def outline(self, path: str) -> BriefPage:
        """Return what feeds show of a brief besides its text, quotes, notes and photo; `path` is the teaser's id."""
        return teasers.outline(self._views.entry(self._planned(path)), self.index.by_path[path], self.index.options)

    def quote(self, view: str) -> QuoteView:
        """Return a quote, with the briefs that repeat it."""
        return self._views.quote(self._planned(view))

    def event(self, view: str) -> EventView:
        """Return an entry of a timeline."""
        return self._views.event(self._planned(view))

    def own_event(self, view: str) -> EventView:
        """Return an event as its own brief tells it."""
        return self._views.own_event(self._planned(view))

    def notes(self, path: str) -> tuple[NoteView, ...]:
        """Return the notes of a brief, newest first; () for a brief without notes."""
        if not self._views.index.by_path[path].digests.notes:
            return ()
        self._planned(view_ids.notes_id(path))
        return self._views.notes(path)

    def context(self, path: str, quote: str) -> quotes.Context:
        """Return the paragraphs around a quote of a whole brief; `quote` is its id in the front matter."""
        return quotes.context(self.text(path), quote)

    def photo(self, path: str) -> PhotoView:
        """Return the photo of a brief, with its sizes."""
        self._planned(view_ids.photo_id(path))
        found = photo.view(self._views.entry(path), self.index.by_path[path].url)
        if found is None:
            raise UnplannedViewError(f"{path} has no photo that can be shown")
        return found

    def record(self, path: str) -> str:
        """Return what published.json says about a brief, as JSON."""
        self._planned(view_ids.whole_id(path))
        return self._views.record(path)

    def text(self, path: str) -> Entry:
        """Return a brief with its text, as it may be published."""
        self._planned(view_ids.whole_id(path))
        return self._views.whole(path)

    @property
    def index(self) -> Index:
        """The index, for names and links. It gives no view."""
        return self._views.index

    def _planned(self, view: str) -> str:
        if view not in self._shows and view_ids.whole_id(view_ids.brief_of(view)) not in self._shows:
            raise UnplannedViewError(f"/{self._url} shows {view}, which its plan does not name")
        return view
