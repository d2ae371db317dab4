"""What the host's templates get: they do not escape, so every text of a brief is escaped before it reaches them.

Marked as `Markup`, so that a template which escapes all the same shows the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2.filters import do_striptags
from markupsafe import Markup, escape
from msgspec import Struct

from newsbrief.model.views import Link

if TYPE_CHECKING:
    from pelican.urlwrappers import URLWrapper

# From a link to where it leads on this site; None for nowhere.
Way = Callable[[Link], str | None]
Named = TypeVar("Named", bound="URLWrapper")


class Escaped:
    """Page models with every text escaped, and links that lead where the host has its pages. `way`: see `Way`."""

    def __init__(self, way: Way) -> None:
        self._way = way
        # A quote or an event stands on many pages. The original is kept too, or its place in memory might be another's.
        self._known: dict[int, tuple[object, object]] = {}

    def __call__(self, value: Any) -> Any:
        """The same value, escaped."""
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
            url = self._way(value)
            given["url"] = None if url is None else escape(url)
        return type(value)(**given)


def plain(value: Any) -> Any:
    """An escaped page model as it was, for what is written by programs and not by templates."""
    if isinstance(value, Markup):
        return value.unescape()
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    if not isinstance(value, Struct):
        return value
    return type(value)(**{name: plain(getattr(value, name)) for name in value.__struct_fields__})


def named(kind: type[Named], name: str, settings: Any) -> Named:
    """One of Pelican's tags, categories or authors: it shows the escaped name, and stands where the name itself would.

    So it is the same as that of an article which is not a brief.
    """
    found: Named = kind(escape(name), settings)
    found.slug = kind(name, settings).slug
    # So a template that escapes knows that it need not.
    found.__html__ = lambda: found.name
    return found


def as_named(feed: Any) -> None:
    """`feed_generated`: what writes a feed escapes all of it, so that names have to be as people write them.

    Titles are so already; summary and content are HTML, which is what a feed has there. A host's own names are plain
    texts, and stay as they are.
    """
    for item in feed.items:
        item["author_name"] = plain(item["author_name"])
        item["categories"] = item["categories"] and [plain(name) for name in item["categories"]]


def stripped(value: Any) -> Any:
    """The filter `striptags`, which many themes put into attributes: it makes signs of references again.

    What is marked as escaped is so afterwards, too; all else comes out as Jinja has it.
    """
    text = do_striptags(value)
    return escape(text) if hasattr(value, "__html__") else text


def marked(content: Any) -> None:
    """Let one of Pelican's contents tell that its title, summary and content are escaped and clean.

    Pelican and its plugins make plain strings of them on the way.
    """
    content.title = Markup(content.title)  # noqa: S704  # the reader escaped it
    for name in ("get_content", "get_summary"):
        setattr(content, name, _as_markup(getattr(content, name)))


def _as_markup(made: Callable[[str], str]) -> Callable[[str], Markup]:
    return lambda siteurl: Markup(made(siteurl))  # noqa: S704  # the reader cleaned it
