"""Pelican's articles in a lean build: read one by one when a page or a feed needs one, instead of all at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from html import unescape
from typing import Any

from pelican.contents import Article, Content
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from newsbrief.model.entry import Entry
from newsbrief.publish.keys import Templates
from newsbrief.publish.kinds import NAMES
from newsbrief.publish.lean import reason
from newsbrief.publish.light import Light
from newsbrief.publish.press import Press
from newsbrief.publish.reader import leading, printed

KEY = "NEWSBRIEF_ARTICLES"
# Links that Pelican resolves, in Markdown and in HTML: {filename}other.md, |static|/images/quay.jpg.
OWN_LINK = re.compile(r"[{|](?:filename|static|attach|author|category|tag|index)[|}]", re.IGNORECASE)


class Articles:
    """The articles of a run by their path below the content folder.

    `linking`: the briefs with links that Pelican resolves; what they say depends on other files. Articles are large and
    asked for once: only those are kept that others link to or that have something for Pelican to resolve. Of those in
    feeds the text stays, since it is asked for again.
    """

    def __init__(self, generator: ArticlesGenerator, press: Press) -> None:
        self._generator, self._press = generator, press
        self._read: dict[str, Any] = {}
        self._texts: dict[str, str] = {}
        self._in_feeds = press.outline.told_whole
        self.linking = {*press.linking, *press.outline.linking}

    def of(self, path: str) -> Any:
        """A brief's article, or what stands for it until a template asks for more than its model and body."""
        if path in self._read:
            return self._read[path]
        article = self._light(path) or self._made(path)
        if path in self.linking or _signed(article.clean):
            self._read[path] = article
        elif path in self._in_feeds:
            self._texts[path] = article.clean
        return article

    def linked(self, path: str) -> Any:
        """The article that another one leads to; there may be many of these."""
        if path not in self._read:
            self._read[path] = self._made(path)
        return self._read[path]

    def text(self, path: str) -> str:
        """A brief's clean text, as it was kept or is; "" where something in it is for Pelican to resolve."""
        if path not in self._texts:
            known = self._press.kept_plates[path].text if path in self._press.kept_plates else ""
            if not known:
                article = self.of(path)
                known = "" if path in self._read else article.clean
            self._texts[path] = known
        return self._texts[path]

    def body(self, path: str, root: str) -> str:
        """A brief's clean text, its links of Pelican's own made absolute."""
        if path in self._in_feeds and (found := self.text(path)):
            return found
        article = self.of(path)
        text: str = article._update_content(article.clean, root) if path in self._read else article.clean
        return text

    def _light(self, path: str) -> Light | None:
        """None where Pelican has something to say to the text: what it resolves, warns of, or sets otherwise."""
        press = self._press
        if path not in press.entries or path in self.linking or self._generator.settings["TYPOGRIFY"]:
            return None
        page = press.briefs[path]
        done = press.galleys.get(path)
        html, clean = done or printed(press.entries[path].brief.body, page, press, leading(page, press))
        asked = _signed(html) or "<img" in html
        return None if asked else Light(page, html, clean, partial(self._made, path))

    def _made(self, path: str) -> Any:
        forget_articles()
        return self._generator.readers.read_file(
            base_path=self._generator.path,
            path=path,
            content_class=Article,
            context=self._generator.context,
            preread_signal=signals.article_generator_preread,
            preread_sender=self._generator,
            context_signal=signals.article_generator_context,
            context_sender=self._generator,
        )


class Sources(dict[str, Any]):
    """Pelican's contents by their path: a brief that another one links to is read when it is asked for."""

    def __init__(self, articles: Articles, press: Press) -> None:
        super().__init__()
        self._articles, self._press = articles, press

    def get(self, path: str, default: Any = None) -> Any:
        """What stands at a path, read if need be."""
        found = super().get(path)
        return self._articles.linked(path) if found is None and path in self._press.entries else found or default


def articles_of(context: Mapping[str, Any]) -> Articles | None:
    """The articles of a lean build, from Pelican's context."""
    found: Articles | None = context.get(KEY)
    return found


def forget_articles() -> None:
    """Pelican remembers the content of each article for as long as the process lives, and with it the article."""
    remembered = getattr(vars(Content)["get_content"], "cache", None)
    if remembered is not None:
        remembered.clear()


def _signed(text: str) -> bool:
    """Whether there may be something for Pelican to resolve: whatever that is, it begins with one of these."""
    return "{" in text or "|" in text


def links_by_pelican(entry: Entry) -> bool:
    """Whether a brief's body has links that Pelican resolves."""
    body = entry.brief.body
    if not _signed(body) and "&" not in body:
        return False
    # Markdown takes away what makes a sign harmless to it, and Pelican looks at what it leaves.
    return OWN_LINK.search(body) is not None or OWN_LINK.search(unescape(body).replace("\\", "")) is not None


def why_whole(generator: ArticlesGenerator, templates: Templates) -> str:
    """Why the build cannot be a lean one, or ""."""
    if generator.settings["INTRASITE_LINK_REGEX"] != DEFAULT_CONFIG["INTRASITE_LINK_REGEX"]:
        return "INTRASITE_LINK_REGEX is a setting of this site's own"
    if type(generator) is not ArticlesGenerator:
        return f"{type(generator).__module__} makes the articles"
    return reason(generator.settings, templates, [f"{name}.html" for name in NAMES])


def prepare(generator: ArticlesGenerator, press: Press) -> None:
    """Make the build a lean one if it can be."""
    if press.printing.whole:
        return
    articles = Articles(generator, press)
    generator.context["generated_content"] = Sources(articles, press)
    # Only briefs with links of Pelican's own are read at once; it has to find the files that they lead to.
    generator.get_files = lambda _paths, exclude=None, extensions=None: set(articles.linking)
    generator.generate_output = partial(_output, generator, tuple(press.entries))
    generator.context[KEY] = articles


def _output(generator: ArticlesGenerator, paths: tuple[str, ...], writer: Any) -> None:
    """The pages are written with all others of the site."""
    generator.articles = paths  # Pelican counts them when it is done, and does nothing else with them
    signals.article_writer_finalized.send(generator, writer=writer)
