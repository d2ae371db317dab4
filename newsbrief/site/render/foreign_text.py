"""Texts for templates and feeds of other themes, which do not escape: every text of a brief is escaped beforehand.

Escaped texts are `Markup`, so that a template that escapes does not escape them twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2.filters import do_striptags
from markupsafe import Markup, escape
from msgspec import Struct

from newsbrief.model.views import Link

# From a link to its address on this site; None for nowhere.
Resolve = Callable[[Link], str | None]


class Escaped:
    """Page models with every text escaped, and links that `resolve` leads to the pages of the other site."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        # A quote or an event stands on many pages. The original is held as well, or another one might get its id.
        self._known: dict[int, tuple[object, object]] = {}

    def __call__(self, value: Any) -> Any:
        """Return the same value, escaped."""
        if isinstance(value, str):
            return escape(value)
        if isinstance(value, tuple):
            return tuple(map(self, value))
        if not isinstance(value, Struct):
            return value
        if id(value) not in self._known:
            self._known[id(value)] = (value, self._model(value))
        return self._known[id(value)][1]

    def _model(self, value: Any) -> Any:
        given = {name: self(getattr(value, name)) for name in value.__struct_fields__}
        if isinstance(value, Link) and value.url is not None:
            url = self._resolve(value)
            given["url"] = None if url is None else escape(url)
        return type(value)(**given)


def plain(value: Any) -> Any:
    """Return an escaped page model as it was, for what programs write and not templates."""
    if isinstance(value, Markup):
        return value.unescape()
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    if not isinstance(value, Struct):
        return value
    return type(value)(**{name: plain(getattr(value, name)) for name in value.__struct_fields__})


def named(kind: Any, name: str, settings: Any) -> Any:
    """Return a Pelican tag, category or author (`kind`) that shows the escaped name and has the address of the name."""
    found = kind(escape(name), settings)
    found.slug = kind(name, settings).slug
    # A template that escapes takes it as it is.
    found.__html__ = lambda: found.name
    return found


def unescape_names(feed: Any) -> None:
    """Give a Pelican feed its authors and categories unescaped: what writes the feed escapes them. At `feed_generated`.

    Titles are plain already; summary and content are HTML, which is what a feed has there.
    """
    for item in feed.items:
        item["author_name"] = plain(item["author_name"])
        item["categories"] = item["categories"] and [plain(name) for name in item["categories"]]


def striptags(value: Any) -> Any:
    """Return a text without its tags, for the filter `striptags`, which many themes use in attributes.

    It makes characters of references, so that what was marked as escaped is escaped again.
    """
    text = do_striptags(value)
    return escape(text) if hasattr(value, "__html__") else text


def mark_escaped(content: Any) -> None:
    """Make the title, summary and content of a Pelican article `Markup`: they are escaped or clean."""
    content.title = Markup(content.title)  # noqa: S704  # the reader escaped it
    for name in ("get_content", "get_summary"):
        setattr(content, name, _as_markup(getattr(content, name)))


def _as_markup(method: Callable[[str], str]) -> Callable[[str], Markup]:
    return lambda siteurl: Markup(method(siteurl))  # noqa: S704  # the reader cleaned it
