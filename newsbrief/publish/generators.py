"""Writes every page that is made of many briefs, the joined style and script, and all that is for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from newsbrief.export.ical import ical
from newsbrief.export.plain import events_json
from newsbrief.export.search import search_files
from newsbrief.export.timelinejs import timelinejs
from newsbrief.model.views import Link
from newsbrief.publish import settings as ours
from newsbrief.publish.feeds.plan import RIGHTED
from newsbrief.publish.feeds.write import Press as FeedPress
from newsbrief.publish.indexed import news, places
from newsbrief.publish.press import of
from newsbrief.publish.sitemaps import OF_NEWS, ROBOTS, news_sitemap, robots, sitemaps
from newsbrief.publish.theme import (
    SCRIPT,
    SEARCH,
    SMALLER_STYLE,
    STYLE,
    alone,
    context,
    joined,
    slug_of_page,
    smaller_styles,
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
        for kind, style in smaller_styles(static / "css").items():
            self._write(SMALLER_STYLE.format(kind), style)
        self._write(SCRIPT, joined(static / "js", ".js"))
        self._write(SEARCH, alone(static / "js" / "search.js"))
        self._write_feeds()
        self._write_for_search()
        self._write_cards()
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
        # Nothing leads to a list of nothing.
        yield from ((INDEX_TEMPLATES[page.kind], page) for page in site.indexes if page.groups)

    def _write(self, name: str, text: str) -> None:
        path = Path(self.output_path) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def _write_feeds(self) -> None:
        """All feeds; in a preview without an address the local server's stands in."""
        clean = {article.model.url: article for article in self.context["articles"] if hasattr(article, "model")}
        root = ours.feed_siteurl(self.settings)
        press = FeedPress(
            name=str(self.settings["SITENAME"]),
            tagline=str(self.settings.get("SITESUBTITLE") or ""),
            lang=str(self.settings.get("DEFAULT_LANG") or "en"),
            address=root_of(root),
            body=lambda page: clean[page.url]._update_content(clean[page.url].clean, root),
            kinds={kind: of(self.settings).words.gettext(kind.capitalize()) for kind in RIGHTED},
            longest=int(ours.value(self.settings, "NEWSBRIEF_FEED_ITEMS")),
            now=of(self.settings).edition.now,
        )
        for name, text in press.files(self.context["nb"].planned.values()):
            self._write(name, text)

    def _write_for_search(self) -> None:
        """Sitemaps and robots.txt: they name whole addresses, and only a site with one of its own has them."""
        press, lang = of(self.settings), str(self.settings.get("DEFAULT_LANG") or "en")
        links = press.links
        if not links.siteurl:
            return
        root = links.canonical("")
        pages = (Link(page.title, slug_of_page(page.url)) for page in self.context.get("pages", ()))
        found = places([*(model for _, model in self._pages()), *pages], press.site, links)
        for name, text in sitemaps(found, root):
            self._write(name, text)
        told = news(press.site, lang, links)
        self._write(OF_NEWS, news_sitemap(told, str(self.settings["SITENAME"]), press.edition.now))
        self._write(ROBOTS, robots(root))

    def _write_cards(self) -> None:
        """The cards that the pages name."""
        cards = self.context["nb"].identity.cards
        if cards:
            from newsbrief.publish.cards import write as write_cards  # it is loaded, since there are cards

            site = of(self.settings).site
            models = (None, *site.briefs.values(), *site.story_pages)
            drawn = filter(None, map(cards.card, models))
            write_cards(drawn, Path(self.output_path), Path(self.settings["NEWSBRIEF_OUTPUT"]))

    def _write_exports(self) -> None:
        """Each timeline for other programs, without what is not published."""
        press = of(self.settings)
        root = ours.feed_siteurl(self.settings)
        for page in press.site.timelines:
            if not page.exports:
                continue
            events = [event for event in page.events if not event.review]
            title = f"{self.settings['SITENAME']}: {timeline_title(page, press.words)}"
            speech = press.words.speech
            forms = (
                ical(title, events, root_of(root), press.edition.now, speech),
                timelinejs(title, events, root_of(root), speech),
                events_json(title, events, root_of(root), speech),
            )
            for link, text in zip(page.exports, forms, strict=True):
                self._write(link.url or "", text)
