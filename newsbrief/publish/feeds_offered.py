"""The feeds of the site, offered to be written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property, partial
from typing import Any

from msgspec.structs import replace

from newsbrief.model.pages import BriefPage
from newsbrief.model.views import NoteView
from newsbrief.publish import settings as ours
from newsbrief.publish.articles import articles_of
from newsbrief.publish.feeds.entries import Said
from newsbrief.publish.feeds.plan import RIGHTED, Feed
from newsbrief.publish.feeds.write import Press as FeedPress
from newsbrief.publish.keys import key
from newsbrief.publish.links import root_of
from newsbrief.publish.outline import filled
from newsbrief.publish.press import Press, feed_length
from newsbrief.publish.telling import told
from newsbrief.publish.words import Words


class Texts:
    """The clean texts of briefs, from the templates' `context`. `linking`: those that Pelican has to resolve."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._context = context
        self._articles = articles_of(context)
        self.linking: Collection[str] = self._articles.linking if self._articles else ()

    def body(self, page: BriefPage, root: str) -> str:
        """A brief's clean text, its links of Pelican's own made absolute."""
        if self._articles:
            return self._articles.body(page.source_file, root)
        article = self._by_file[page.source_file]
        text: str = article._update_content(article.clean, root)
        return text

    @cached_property
    def _by_file(self) -> dict[str, Any]:
        return {one.model.source_file: one for one in self._context["articles"] if hasattr(one, "model")}


def offer_feeds(press: Press, settings: Mapping[str, Any], texts: Texts) -> None:
    """All feeds; in a preview without an address the local server's stands in."""
    root = ours.feed_siteurl(settings)
    feeds = FeedPress(
        name=str(settings["SITENAME"]),
        tagline=str(settings.get("SITESUBTITLE") or ""),
        lang=str(settings.get("DEFAULT_LANG") or "en"),
        address=root_of(root),
        body=lambda page: texts.body(page, root),
        kinds={kind: press.words.gettext(kind.capitalize()) for kind in RIGHTED},
        said=said_in(press.words),
        longest=feed_length(settings),
        zone=press.edition.zone,
    )
    keys: dict[str, str] = {}

    def made_of(page: BriefPage) -> str:
        path = page.source_file
        if path not in keys:
            # What stands beside it on its page it does not bring along.
            alone = replace(page, newer=None, older=None, story=None, related=())
            text = texts.body(page, root) if path in texts.linking else ""
            keys[path] = key(told(alone), press.digests[path], text)
        return keys[path]

    for feed in _feeds(press):
        briefs = feed.told(feeds.longest)
        name = (feed.page, feed.title, feed.stem, feed.forms, feed.kind, feed.names)
        press.printing.offer(feed.stem, partial(_of_feed, name, briefs, made_of), partial(feeds.files, [feed]))


def _feeds(press: Press) -> Iterable[Feed]:
    """Every feed; of a site that is not known, those that have a brief which says something else."""
    if press.site:
        return press.outline.feeds
    of_each = {feed: press.outline.told[feed.stem] for feed in press.outline.feeds}
    before = press.last_outline.told if press.last_outline else {}
    known = set(press.last_outline.feeds if press.last_outline else ())
    return (
        filled(feed, tuple(press.briefs[path] for path in paths))
        for feed, paths in of_each.items()
        if not press.edited.isdisjoint(paths) or before.get(feed.stem) != paths or feed not in known
    )


def _of_feed(name: object, briefs: Iterable[BriefPage], made_of: Callable[[BriefPage], str]) -> str:
    """The key of a feed: its own fields, and what each of its briefs is made of."""
    return key(name, list(map(made_of, briefs)))


def said_in(words: Words) -> Said:
    """The site's words in the entries of feeds, in its language."""
    _ = words.gettext

    def note(view: NoteView) -> str:
        kind = _(view.kind.capitalize())
        return f"{kind}, {words.date(view.date)}" if view.date else kind

    gone = (_("This brief has been retracted."), _("Its text, quotes and dates are no longer published."))
    return Said(note, lambda headline: _("Retracted: %(headline)s", headline=headline), " ".join(gone))
