"""The articles of a lean build: read one by one when a page or a feed needs one, instead of all at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import unescape
from typing import Any

from newsbrief.collate.excerpt import EXCERPT
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage
from newsbrief.publish.light import Light
from newsbrief.publish.press import Press
from newsbrief.publish.typesetting import leading, printed

KEY = "NEWSBRIEF_ARTICLES"
# Links that Pelican resolves, in Markdown and in HTML: {filename}other.md, |static|/images/quay.jpg.
OWN_LINK = re.compile(r"[{|](?:filename|static|attach|author|category|tag|index)[|}]", re.IGNORECASE)


class Articles:
    """The articles of a run by their path below the content folder.

    `linking`: the briefs with links that Pelican resolves; what they say depends on other files. Articles are large and
    asked for once: only those are kept that others link to or that have something for Pelican to resolve. Of those in
    feeds the text stays, since it is asked for again. `whole` gives Pelican's own article; `typogrify`: Pelican sets
    all texts itself.
    """

    def __init__(self, press: Press, whole: Callable[[str], Any], *, typogrify: bool = False) -> None:
        self._press, self._made, self._typogrify = press, whole, typogrify
        self._read: dict[str, Any] = {}
        self._texts: dict[str, str] = {}
        self._in_feeds = press.outline.told_whole
        self.linking = {*press.linking, *press.outline.linking}

    def of(self, path: str) -> Any:
        """A brief's article, or what stands for it until a template asks for more than its model and body."""
        if path in self._read:
            return self._read[path]
        article = self._light(path) or self._made(path)
        if path in self.linking or signed(article.clean):
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
        if path not in press.entries or path in self.linking or self._typogrify:
            return None
        page = press.briefs[path]
        done = press.galleys.get(path)
        html, clean = map(bytes.decode, done) if done else printed(self._body(page), page, press, leading(page, press))
        asked = signed(html) or "<img" in html
        return None if asked else Light(page, html, clean, partial(self._made, path))

    def _body(self, page: BriefPage) -> str:
        """All else of an entry takes five times as long to fetch; of an excerpt not all may be shown that was read."""
        path = page.source_file
        body = None if page.rights == EXCERPT else self._press.memory.body(path)
        return self._press.entries[path].brief.body if body is None else body


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


def signed(text: str) -> bool:
    """Whether there may be something for Pelican to resolve: whatever that is, it begins with one of these."""
    return "{" in text or "|" in text


def links_by_pelican(entry: Entry) -> bool:
    """Whether a brief's body has links that Pelican resolves."""
    body = entry.brief.body
    if not signed(body) and "&" not in body:
        return False
    # Markdown takes away what makes a sign harmless to it, and Pelican looks at what it leaves.
    return OWN_LINK.search(body) is not None or OWN_LINK.search(unescape(body).replace("\\", "")) is not None
