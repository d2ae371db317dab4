"""Offers every file of the site to be written: pages, the joined style and script, and all that is for machines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Template

from newsbrief.build.jobs import Done, Files
from newsbrief.collate.photo import stem_of
from newsbrief.content import published as record
from newsbrief.model.pages import BriefPage, Site
from newsbrief.model.stories import StoryPage
from newsbrief.model.views import Link
from newsbrief.publish.articles import articles_of
from newsbrief.publish.exports import exports, exports_again
from newsbrief.publish.feeds_offered import Texts, offer_feeds
from newsbrief.publish.indexed import news, places
from newsbrief.publish.keys import key
from newsbrief.publish.kinds import NAMES
from newsbrief.publish.links import file_of
from newsbrief.publish.pictures import COPYING, copied, resized
from newsbrief.publish.plating import Drawn, drawn, keep
from newsbrief.publish.press import OUTLINE, REGISTER, Press, of
from newsbrief.publish.rendering import Rendering
from newsbrief.publish.searched import Searched
from newsbrief.publish.sitemaps import OF_NEWS, ROBOTS, news_sitemap, robots, sitemaps
from newsbrief.publish.telling import Teller
from newsbrief.publish.theme import SCRIPT, SEARCH, SMALLER_STYLE, STYLE, alone, joined, slug_of_page, smaller_styles

# Pelican's static files that are pictures, by their path below the content folder, in its context.
PICTURES = "NEWSBRIEF_PICTURES"


class Offering:
    """Every page of `collate`, the redirects from old addresses, feeds, 404.

    `context`: what all templates get, `nb` among it; `template` finds one by its name. `writer` is Pelican's, which
    writes the pages of a build that does everything; no other build asks for it.
    """

    def __init__(
        self, settings: Mapping[str, Any], context: Mapping[str, Any], template: Callable[[str], Template], writer: Any
    ) -> None:
        self._settings, self._context, self._template, self._writer = settings, context, template, writer
        self._rendering = Rendering(context)
        self._known = of(settings).printing.templates
        self._teller = Teller()
        self._frame = key(context["nb"].frame, [name for name in NAMES if self._has(name)])

    def offer_all(self) -> None:
        """Offer everything, and have it done."""
        press = of(self._settings)
        self._offer_briefs(press)
        self._offer_others(press)
        texts = Texts(self._context)
        offer_feeds(press, self._settings, texts)
        if press.site:
            self._offer_the_rest(press, press.site)
        self._offer_files(press)
        searched = self._offer_search(press)
        outline = self._offer_to_keep(press, searched, texts.linking)
        press.galleys.settle()
        first = press.stage.last is None and not press.printing.whole
        if first:
            press.printing.look()
        index = self._index(press, searched)
        press.printing.finish()
        if index:
            index()
            press.printing.finish()
        if not press.printing.whole:
            articles = articles_of(self._context)
            keep(press, searched, texts.linking, articles.text if articles else lambda _: "", outline)
        if first:
            press.printing.note()

    def offer_elsewhere(self) -> Done:
        """Offer pages that are no brief's and timelines for other programs, and have that done: see `Elsewhere`."""
        press = of(self._settings)
        self._offer_others(press)
        self._offer_files(press)
        return press.printing.finish_elsewhere()

    def _offer_others(self, press: Press) -> None:
        for template, model in press.others:
            self._offer_page(file_of(model.url), template, model, url=model.url)

    def _offer_files(self, press: Press) -> None:
        for name, made_of, make in exports_again(press, press.files, self._settings) if press.files else ():
            self._offer(name, made_of, make)

    def _offer_the_rest(self, press: Press, site: Site) -> None:
        """What no brief's body shows in."""
        for page in press.moved if self._has("moved") else ():
            self._offer_page(file_of(page.url), "moved", page, url=page.url)
        if self._has("404"):
            self._offer_page("404.html", "404", None, url="404.html")
        self._offer_theme()
        self._offer_for_search_engines(press, site)
        for name, made_of, make in exports(press, site, self._settings):
            self._offer(name, made_of, make)
        self._offer_cards(press, site)
        self._offer_pictures(press, site)
        if press.edition.publish:
            self._offer(record.FILE, key(press.record), lambda: [(record.FILE, press.record)])

    def _offer_search(self, press: Press) -> Searched:
        """All parts that changed; whatever else was not offered till now is as it was, where the site is not known."""
        if not self._has("search"):
            if press.site is None:
                press.printing.keep_others(press.gone)
            return Searched({}, (), kept=True)
        from newsbrief.publish.searching import offer_segments, search_again  # which many a theme goes without

        if press.site is None:
            searched, gone = search_again(press)
            press.printing.keep_others({*gone, *press.gone})
            return searched
        last = press.last_outline.segments if press.last_outline else ()
        # What has no day has a page of its kind, if the theme has a template for it.
        items = [one for one in press.site.findable if one.day or self._has(one.kind)]
        return offer_segments(press.printing, items, press.words, last)

    def _offer_to_keep(self, press: Press, searched: Searched, linking: Collection[str]) -> Drawn | None:
        """What is kept of the whole site: no file of it, but each takes as long as some of these."""
        if press.site:
            return None
        outline = drawn(press, searched, linking)
        if press.register:
            self._offer(REGISTER, "", partial(_without_files, press.register.write))
        self._offer(OUTLINE, "", partial(_without_files, outline.named.write))
        return outline

    def _index(self, press: Press, searched: Searched) -> Callable[[], None] | None:
        """What offers the list of the search's parts, once these are done; None where it stands."""
        if searched.kept:
            return None
        from newsbrief.publish.searching import index_of  # as below

        return index_of(press.printing, searched)

    def _has(self, template: str) -> bool:
        return of(self._settings).printing.has(template)

    def _offer(self, name: str, key: str | Callable[[], str], make: Callable[[], Files]) -> None:
        of(self._settings).printing.offer(name, key, make)

    def _offer_briefs(self, press: Press) -> None:
        """Pelican itself writes them, unless it is spared to read them all."""
        articles = articles_of(self._context)
        if articles is None:
            return
        for path in press.offered:
            model = press.briefs[path]
            # What the page says of its links depends on the files that they lead to.
            text = articles.of(path).get_content("") if path in articles.linking else ""
            made_of = (press.digests[path], text)
            self._offer_page(file_of(model.url), "article", model, made_of, article=lambda path=path: articles.of(path))

    def _offer_page(self, name: str, template: str, model: Any, made_of: object = None, **values: Any) -> None:
        """A page of ours. `values` are its template's besides the model; functions among them are called for one."""
        if of(self._settings).printing.whole:
            if "article" not in values:
                self._writer.write_file(name, self._template(template), self._context, model=model, **values)
            return
        nb = self._context["nb"]
        of_template = self._known.key(f"{template}.html")
        given = values if "article" in values else {**values, "model": model}

        def make() -> Files:
            own = {one: value() if callable(value) else value for one, value in given.items()}
            yield name, self._rendering.page(self._template(template), {"output_file": name, **own})
            if isinstance(model, BriefPage | StoryPage):
                yield from self._card(model)

        def made_of_all() -> str:
            return key(of_template, self._frame, nb.feeds_of(model), self._teller.told(model), made_of)

        self._offer(name, made_of_all, make)

    def _card(self, model: Any) -> Files:
        """The picture that a link to the page is shown with; most pages have the site's."""
        cards = self._context["nb"].identity.cards
        if cards:
            from newsbrief.publish.cards import files  # it is loaded, since there are cards

            press = of(self._settings)
            yield from files(cards, model, press.printing.output, press.stage.last)

    def _offer_theme(self) -> None:
        static = Path(self._settings["THEME"]) / "static"
        texts = {STYLE: joined(static / "css", ".css"), SCRIPT: joined(static / "js", ".js")}
        texts |= {SMALLER_STYLE.format(kind): style for kind, style in smaller_styles(static / "css").items()}
        texts[SEARCH] = alone(static / "js" / "search.js")
        written = {name: text for name, text in texts.items() if text.strip()}
        self._offer("theme", key(written), written.items)

    def _offer_for_search_engines(self, press: Press, site: Site) -> None:
        """Sitemaps and robots.txt: they name whole addresses, and only a site with one of its own has them."""
        links = press.links
        if not links.siteurl:
            return
        root, lang = links.canonical(""), str(self._settings.get("DEFAULT_LANG") or "en")
        own = (Link(page.title, slug_of_page(page.url)) for page in self._context.get("pages", ()))
        models = [*(model for _, model in press.others), *own]

        def make() -> Files:
            yield from sitemaps(places(models, site, links), root)
            told = news(site, lang, links)
            yield OF_NEWS, news_sitemap(told, str(self._settings["SITENAME"]), press.edition.now)
            yield ROBOTS, robots(root)

        self._offer("sitemaps", "", make)

    def _offer_cards(self, press: Press, site: Site) -> None:
        """The site's own card; a page with another one has it made with the page, unless Pelican writes that."""
        of_pages = (*site.briefs.values(), *site.story_pages) if press.printing.whole else ()

        def make() -> Files:
            return (file for model in (None, *of_pages) for file in self._card(model))

        self._offer("cards", key(repr(of_pages)), make)

    def _offer_pictures(self, press: Press, site: Site) -> None:
        """Every size of the photos that pages show, and the other pictures without what is private in them."""
        output, content = press.printing.output, press.pictures.content
        shown = ((page.photo, press.photo_files.get(path)) for path, page in site.briefs.items())
        # Two briefs of one slug may show the same photo, and its files are the same.
        photos = {stem_of(photo): (photo, file) for photo, file in shown if photo and file}
        # A build that makes all anew takes the photos of the last one, too: their names tell what they were made of.
        last = press.printing.last or (press.stage.last if photos else None)
        for stem, (photo, file) in photos.items():
            self._offer(stem, key(photo), partial(resized, photo, content / file, output, last))
        for path, file in sorted(self._context[PICTURES].items()):
            made_of = key(COPYING, press.digests.get(path, ""))
            self._offer(file.save_as, made_of, partial(copied, content, path, file.save_as))


def _without_files(work: Callable[[], None]) -> Files:
    work()
    return ()
