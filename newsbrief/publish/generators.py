"""Writes every page that is made of many briefs, and the joined style and script."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from newsbrief.export.ical import ical
from newsbrief.export.plain import events_json
from newsbrief.export.search import search_files
from newsbrief.export.timelinejs import timelinejs
from newsbrief.model.pages import BriefPage, ListingPage
from newsbrief.model.stories import StoryPage
from newsbrief.model.views import Link
from newsbrief.publish import feeds
from newsbrief.publish import settings as ours
from newsbrief.publish.feeds import Channel, Item
from newsbrief.publish.press import of
from newsbrief.publish.theme import (
    BRIEF_STYLE,
    SCRIPT,
    SEARCH,
    STYLE,
    alone,
    context,
    feed_links,
    joined,
    joined_brief,
    slug_of_page,
)
from newsbrief.publish.titles import timeline_title

TEMPLATES = {
    "topic": "tag",
    "section": "category",
    "author": "author",
    "place": "place",
    "organisation": "organisation",
    "person": "listing",
}
INDEX_TEMPLATES = {
    "topic": "tags",
    "section": "categories",
    "author": "authors",
    "place": "places",
    "organisation": "organisations",
}


def root_of(siteurl: str) -> Callable[[str], str]:
    """Addresses of this site, absolute."""
    return lambda url: f"{siteurl}/{url}"


def file_of(url: str) -> str:
    """The file of an address: most are folders; an old one may be a page's file."""
    return f"{url}index.html" if not url or url.endswith("/") else url


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Every page of `collate`, the redirects from old addresses, feeds, 404."""

    def generate_context(self) -> None:
        """Tell all templates the site's own names; runs after articles and pages were read."""
        pages = tuple(Link(page.title, slug_of_page(page.url)) for page in self.context.get("pages", ()))
        self.context["nb"] = context(self.settings, of(self.settings), pages)

    def generate_output(self, writer: Any) -> None:
        """Write everything."""
        for template, model in self._pages():
            url = model.url
            writer.write_file(file_of(url), self.get_template(template), self.context, url=url, model=model)
        writer.write_file("404.html", self.get_template("404"), self.context, url="404.html", model=None)
        static = Path(self.theme) / "static"
        self._write(STYLE, joined(static / "css", ".css"))
        self._write(BRIEF_STYLE, joined_brief(static / "css"))
        self._write(SCRIPT, joined(static / "js", ".js"))
        self._write(SEARCH, alone(static / "js" / "search.js"))
        self._write_feeds()
        self._write_exports()
        for name, text in search_files(of(self.settings).site.findable, of(self.settings).words.date):
            self._write(f"search/{name}", text)

    def _pages(self) -> Iterable[tuple[str, Any]]:
        site = of(self.settings).site
        yield "index", site.front
        yield from (("moved", page) for page in of(self.settings).moved)
        yield from (("timeline", page) for page in site.timelines)
        yield "quotes", site.quotes
        yield "stories", site.stories
        yield from (("story", page) for page in site.story_pages)
        yield from (("quotes", page) for page in site.speakers)
        yield "people", site.people
        yield "archives", site.archive
        yield "corrections", site.corrections
        yield "search", site.search
        yield from (("quote", page) for page in site.quote_pages)
        yield from (("person", page) for page in site.person_pages)
        yield from (("period_archives", page) for page in site.archives)
        yield from ((TEMPLATES[page.kind], page) for page in site.listings)
        yield from ((INDEX_TEMPLATES[page.kind], page) for page in site.indexes)

    def _write(self, name: str, text: str) -> None:
        path = Path(self.output_path) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def _write_feeds(self) -> None:
        site = of(self.settings).site
        items = {page.url: item for page, item in self._items()}
        self._write_all(list(items.values()))
        pages: tuple[ListingPage | StoryPage, ...] = (*site.listings, *site.story_pages)
        # A list of several pages has one feed: the newest page's, which comes first.
        channels: dict[str, Channel] = {}
        of_feed: dict[str, list[Item]] = defaultdict(list)
        for page in pages:
            if page.feed:
                channels.setdefault(page.feed, self._channel(page.title, page.url, page.feed))
                of_feed[page.feed] += [items[brief.url] for brief in page.briefs if brief.url in items]
        for feed, channel in channels.items():
            self._write(feed, feeds.atom(channel, self._newest(of_feed[feed])))

    def _write_exports(self) -> None:
        """Each timeline for other programs, without what is not published."""
        press = of(self.settings)
        root = ours.feed_siteurl(self.settings)
        for page in press.site.timelines:
            events = [event for event in page.events if not event.review]
            title = f"{self.settings['SITENAME']}: {timeline_title(page, press.words)}"
            speech = press.words.speech
            forms = (
                ical(title, events, root_of(root), press.edition.now, speech),
                timelinejs(title, events, root_of(root), speech),
                events_json(title, events, root_of(root), speech),
            )
            for link, text in zip(page.exports, forms, strict=False):
                self._write(link.url or "", text)

    def _write_all(self, items: Sequence[Item]) -> None:
        for link, form in zip(
            feed_links(of(self.settings).words), (feeds.atom, feeds.rss, feeds.json_feed), strict=True
        ):
            feed = link.url or ""
            self._write(feed, form(self._channel("", "", feed), self._newest(items)))

    def _newest(self, items: Sequence[Item]) -> Sequence[Item]:
        ordered = sorted(items, key=lambda item: (item.published, item.url), reverse=True)
        return ordered[: int(ours.value(self.settings, "NEWSBRIEF_FEED_ITEMS"))]

    def _channel(self, title: str, url: str, feed_url: str) -> Channel:
        root = ours.feed_siteurl(self.settings)
        name = str(self.settings["SITENAME"])
        return Channel(
            title=f"{name}: {title}" if title else name,
            subtitle=str(self.settings.get("SITESUBTITLE") or ""),
            url=f"{root}/{url}",
            feed_url=f"{root}/{feed_url}",
            lang=str(self.settings.get("DEFAULT_LANG") or "en"),
            now=of(self.settings).edition.now,
        )

    def _items(self) -> Iterable[tuple[BriefPage, Item]]:
        root = ours.feed_siteurl(self.settings)
        for article in self.context["articles"]:
            page = getattr(article, "model", None)
            if isinstance(page, BriefPage) and page.status == "published":
                yield page, self._item(article, page, root)

    def _item(self, article: Any, page: BriefPage, root: str) -> Item:
        published: dt.datetime = article.date
        modified = dt.date.fromisoformat(page.modified.iso) if page.modified else None
        updated = dt.datetime.combine(modified, published.timetz()) if modified else published
        return Item(
            url=f"{root}/{page.url}",
            title=page.headline,
            summary=page.summary,
            html=article._update_content(article.clean, root),
            published=published,
            updated=updated,
            authors=tuple(author.text for author in page.authors),
            topics=tuple(topic.text for topic in page.topics),
        )
