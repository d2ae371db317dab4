"""One look at a page's source: its metadata, headings and pictures' captions. Only the tags needed are parsed."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache

from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer
from msgspec import Struct

from newsbrief.intake.page import data
from newsbrief.intake.page.data import Item
from newsbrief.intake.page.slim import PARTING
from newsbrief.intake.unseen import UNSEEN

SPACE = re.compile(rf"[\s\x00-\x1f\x7f{PARTING}]+")
IMAGES = ["img", "amp-img"]
# Half of a character, as JSON can hold; no file can.
SURROGATE = re.compile(r"[\ud800-\udfff]")
ALWAYS = frozenset({"meta", "title", "h1", "time", "figure", "figcaption", *IMAGES})
# Parts of class names and of microdata that tell a picture's caption and credit, and a byline.
TELLING = re.compile(
    r"caption|credit|copyright|photographer|byline|author|contributor|reporter|(?:^|[\s_-])(?:pub)?dates?(?:$|[\s_-])|timestamp|headline|standfirst|strap-?line|sub-?title|sub-?head|\\bdek|\\bdeck|summary|tag-?line|synopsis",
    re.IGNORECASE,
)
# These hold whole pages in some templates, or other articles.
NEVER = frozenset(
    {"html", "body", "main", "article", "form", "section", "nav", "ul", "ol", "input", "button", "svg", "path"}
)
MOST_HEADINGS = 50
BREAKS = ["br", "div", "p", "span", "h2", "small", "li"]


class Look(Struct, frozen=True):
    """`meta` holds the contents of meta tags by lower-case name, in order; `items` the page's JSON-LD objects.

    `headings`: the words of each h1; `pieces`: those of the elements right in them; `title`: those of the title
    element; `soup`: what was parsed, in page order.
    """

    meta: Mapping[str, tuple[str, ...]]
    items: tuple[Item, ...]
    headings: tuple[str, ...]
    pieces: tuple[str, ...]
    title: str
    soup: BeautifulSoup

    def first(self, *names: str) -> str:
        """The first meta tag of the first of these names that the page has, or ""."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")

    def articles(self) -> tuple[Item, ...]:
        """JSON-LD objects that describe an article, the page's own first."""
        return data.articles(self.items, (*self.headings, self.first("og:title"), self.title))

    def sites(self) -> frozenset[str]:
        """What the page calls its site or publisher, for comparing."""
        named = [self.first("og:site_name"), self.first("application-name"), self.first("dc.publisher", "publisher")]
        for item in self.items:
            if data.kinds(item) & data.OUTLETS:
                named.append(data.text(item.get("name")))
            named += data.names(item.get("publisher"))
        return frozenset(folded for name in named if (folded := fold(name)))


class Needed(SoupStrainer):
    """Parse nothing but the tags that some reader of pages looks at."""

    def __init__(self) -> None:
        super().__init__(sorted(ALWAYS))

    def allow_tag_creation(self, nsprefix: str | None, name: str, attrs: Mapping[str, str] | None) -> bool:
        """Whether a tag outside of those parsed so far is needed."""
        if name in ALWAYS:
            return True
        if not attrs or name in NEVER:
            return False
        if name == "script":
            return "ld+json" in (attrs.get("type") or "")
        if name == "link":
            return "canonical" in (attrs.get("rel") or "").lower()
        told = attrs.get("class") or attrs.get("itemprop") or attrs.get("rel") or attrs.get("data-testid")
        return told is not None and _is_telling(told)


@lru_cache(maxsize=4096)
def _is_telling(told: str) -> bool:
    """Whether a class or the like tells what a reader of pages wants; most of a page's elements share a few."""
    return TELLING.search(told) is not None


def look(source: str) -> Look:
    """Parse a page's source once."""
    soup = BeautifulSoup(source, "lxml", parse_only=Needed())
    meta: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = plain(tag.get("content"))
        if name and content:
            meta.setdefault(name, []).append(content)
    title = soup.find("title")
    headings = soup.find_all("h1", limit=MOST_HEADINGS)
    pieces = (inner for heading in headings for inner in heading.find_all(True, recursive=False))
    scripts = (tag.string or tag.get_text() for tag in soup.find_all("script"))
    return Look(
        meta={name: tuple(contents) for name, contents in meta.items()},
        items=data.items(scripts),
        headings=tuple(said for heading in headings if (said := words(heading))),
        pieces=tuple(said for inner in pieces if (said := words(inner))),
        title=words(title) if title else "",
        soup=soup,
    )


def words(tag: Tag) -> str:
    """An element's words, apart where the page shows them apart."""
    return plain(tag.get_text(" " if tag.find(BREAKS) else ""))


def plain(value: object) -> str:
    """Text with its white space made plain; character references that were escaped twice are resolved."""
    text = str(value or "")
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = UNSEEN.sub("", SURROGATE.sub("\ufffd", text))
    return SPACE.sub(" ", text).strip()


def fold(text: str) -> str:
    """Letters and figures alone, lower-case, words apart by one space: for comparing."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
