"""Offers every file of the site to be written: pages, the joined style and script, and all that is for machines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from newsbrief.build.jobs import Files
from newsbrief.export.timelines import Timelines
from newsbrief.model.pages import BriefPage
from newsbrief.model.stories import StoryPage
from newsbrief.model.views import Link
from newsbrief.publish import settings as ours
from newsbrief.publish.articles import articles_of
from newsbrief.publish.exports import export_files
from newsbrief.publish.feeds.plan import RIGHTED
from newsbrief.publish.feeds.write import Press as FeedPress
from newsbrief.publish.indexed import news, places
from newsbrief.publish.keys import key
from newsbrief.publish.kinds import NAMES, pages
from newsbrief.publish.press import Press, of
from newsbrief.publish.searching import offer_index, offer_segments
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
        own = tuple(Link(page.title, slug_of_page(page.url)) for page in self.context.get("pages", ()))
        self.context["nb"] = context(self.settings, of(self.settings), own)

    def generate_output(self, writer: Any) -> None:
        """Offer everything, and have it done."""
        self._writer = writer
        self._known = of(self.settings).printing.templates
        self._frame = (self.context["nb"].frame, [name for name in NAMES if self._has(name)])
        press = of(self.settings)
        self._offer_briefs(press)
        for template, model in self._pages():
            self._offer_page(file_of(model.url), template, model, url=model.url)
        for page in press.moved if self._has("moved") else ():
            self._offer_page(file_of(page.url), "moved", page, url=page.url)
        if self._has("404"):
            self._offer_page("404.html", "404", None, url="404.html")
        self._offer_theme()
        self._offer_feeds(press)
        self._offer_for_search_engines(press)
        self._offer_exports(press)
        self._offer_cards(press)
        segments = offer_segments(press) if self._has("search") else None
        press.printing.finish()
        if segments is not None:
            offer_index(press, segments)
            press.printing.finish()

    def _has(self, template: str) -> bool:
        return of(self.settings).printing.has(template)

    def _pages(self) -> Iterable[tuple[str, Any]]:
        return pages(of(self.settings).site, self._has)

    def _offer(self, name: str, key: str, make: Callable[[], Files]) -> None:
        of(self.settings).printing.offer(name, key, make)

    def _offer_briefs(self, press: Press) -> None:
        """Pelican itself writes them, unless it is spared to read them all."""
        articles = articles_of(self.context)
        if articles is None:
            return
        for path, model in press.site.briefs.items():
            # What the page says of its links depends on the files that they lead to.
            text = articles.of(path).get_content("") if path in articles.linking else ""
            made_of = (press.digests[path], text)
            self._offer_page(file_of(model.url), "article", model, made_of, article=lambda path=path: articles.of(path))

    def _offer_page(self, name: str, template: str, model: Any, made_of: object = None, **values: Any) -> None:
        """A page of ours. `values` are its template's besides the model; functions among them are called for one."""
        if of(self.settings).printing.whole:
            if "article" not in values:
                self._writer.write_file(name, self.get_template(template), self.context, model=model, **values)
            return
        nb = self.context["nb"]
        ingredients = (self._known.key(f"{template}.html"), self._frame, nb.feeds_of(model), repr(model), made_of)
        given = values if "article" in values else {**values, "model": model}

        def make() -> Files:
            own = {one: value() if callable(value) else value for one, value in given.items()}
            whole = {**self.context, "output_file": name, **own}
            yield name, self.get_template(template).render(whole)
            if isinstance(model, BriefPage | StoryPage):
                yield from self._card(model)

        self._offer(name, key(ingredients), make)

    def _card(self, model: Any) -> Files:
        """The picture that a link to the page is shown with; most pages have the site's."""
        cards = self.context["nb"].identity.cards
        if cards:
            from newsbrief.publish.cards import files  # it is loaded, since there are cards

            yield from files(cards, model, of(self.settings).printing.output)

    def _offer_theme(self) -> None:
        static = Path(self.theme) / "static"
        texts = {STYLE: joined(static / "css", ".css"), SCRIPT: joined(static / "js", ".js")}
        texts |= {SMALLER_STYLE.format(kind): style for kind, style in smaller_styles(static / "css").items()}
        texts[SEARCH] = alone(static / "js" / "search.js")
        written = {name: text for name, text in texts.items() if text.strip()}
        self._offer("theme", key(written), written.items)

    def _offer_feeds(self, press: Press) -> None:
        """All feeds; in a preview without an address the local server's stands in."""
        root = ours.feed_siteurl(self.settings)
        feeds = FeedPress(
            name=str(self.settings["SITENAME"]),
            tagline=str(self.settings.get("SITESUBTITLE") or ""),
            lang=str(self.settings.get("DEFAULT_LANG") or "en"),
            address=root_of(root),
            body=lambda page: self._body(page, root),
            kinds={kind: press.words.gettext(kind.capitalize()) for kind in RIGHTED},
            longest=int(ours.value(self.settings, "NEWSBRIEF_FEED_ITEMS")),
            zone=press.edition.zone,
        )
        linking = self._linking()
        made_of = {
            page.url: key(repr(page), press.digests[path], self._body(page, root) if path in linking else "")
            for path, page in press.site.briefs.items()
        }
        for feed in self.context["nb"].planned.values():
            told = feed.briefs if feed.kind == "notes" else feed.briefs[: feeds.longest]
            name = (feed.page, feed.title, feed.stem, feed.forms, feed.kind, feed.names)
            self._offer(feed.stem, key(name, [made_of[page.url] for page in told]), partial(feeds.files, [feed]))

    def _linking(self) -> Collection[str]:
        articles = articles_of(self.context)
        return articles.linking if articles else ()

    def _body(self, page: BriefPage, root: str) -> str:
        """A brief's clean text, its links of Pelican's own made absolute."""
        articles = articles_of(self.context)
        article = articles.of(page.source_file) if articles else self._by_file[page.source_file]
        text: str = article._update_content(article.clean, root)
        return text

    @cached_property
    def _by_file(self) -> dict[str, Any]:
        return {one.model.source_file: one for one in self.context["articles"] if hasattr(one, "model")}

    def _offer_for_search_engines(self, press: Press) -> None:
        """Sitemaps and robots.txt: they name whole addresses, and only a site with one of its own has them."""
        links = press.links
        if not links.siteurl:
            return
        root, lang = links.canonical(""), str(self.settings.get("DEFAULT_LANG") or "en")
        own = (Link(page.title, slug_of_page(page.url)) for page in self.context.get("pages", ()))
        models = [*(model for _, model in self._pages()), *own]

        def make() -> Files:
            yield from sitemaps(places(models, press.site, links), root)
            told = news(press.site, lang, links)
            yield OF_NEWS, news_sitemap(told, str(self.settings["SITENAME"]), press.edition.now)
            yield ROBOTS, robots(root)

        self._offer("sitemaps", "", make)

    def _offer_cards(self, press: Press) -> None:
        """The site's own card; a page with another one has it made with the page, unless Pelican writes that."""
        site = press.site
        of_pages = (*site.briefs.values(), *site.story_pages) if press.printing.whole else ()

        def make() -> Files:
            return (file for model in (None, *of_pages) for file in self._card(model))

        self._offer("cards", key(repr(of_pages)), make)

    def _offer_exports(self, press: Press) -> None:
        """Each timeline for other programs, without what is not published."""
        root, name = ours.feed_siteurl(self.settings), str(self.settings["SITENAME"])
        timelines = Timelines(root_of(root), press.words.speech)
        for page in press.site.timelines if self._has("timeline") else ():
            if page.exports:
                events = [event for event in page.events if not event.review]
                title = f"{name}: {timeline_title(page, press.words)}"
                make = partial(export_files, page.exports, title, events, timelines)
                self._offer(f"{page.url}exports", key(title, page.exports, events), make)
