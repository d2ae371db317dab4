"""A saved web page: its headline, its paragraphs, and what its metadata says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag

from newsbrief.model.article import Article
from newsbrief.model.refusal import RefusedError

SPACE = re.compile(r"\s+")
NOT_TEXT = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "nav",
    "footer",
    "form",
    "aside",
    "iframe",
    "button",
    "figure",
)
BLOCKS = ("p", "blockquote", "h2", "h3", "li")
DATE_FIELDS = (
    "article:published_time",
    "datePublished",
    "date",
    "pubdate",
    "publishdate",
    "dc.date",
    "parsely-pub-date",
    "DC.date.issued",
    "sailthru.date",
)
AUTHOR_FIELDS = ("author", "article:author", "parsely-author", "byl", "dc.creator", "sailthru.author")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?")
# A paragraph shorter than this is furniture unless it stands among longer ones.
SHORT = 25
DEEPEST = 12


def read(text: str) -> Article:
    """Read a page; raises RefusedError without a headline or a body."""
    soup = BeautifulSoup(text, "html.parser")
    meta = _meta(soup)
    data = tuple(_json_articles(soup))
    headline = _headline(soup, meta, data)
    if not headline:
        raise RefusedError((0, "no headline: the page has no h1, og:title or title"))
    for tag in soup.find_all(NOT_TEXT):
        tag.decompose()
    paragraphs = _paragraphs(soup, headline)
    if not paragraphs:
        raise RefusedError((0, "no body: the page has no paragraphs of text"))
    root = soup.find("html")
    lang = str(root.get("lang") or "") if isinstance(root, Tag) else ""
    return Article(
        headline=headline,
        paragraphs=paragraphs,
        lines=(0,) * len(paragraphs),
        date=_date(soup, meta, data),
        authors=_authors(meta, data),
        lang=lang,
    )


def _plain(words: object) -> str:
    return SPACE.sub(" ", str(words or "")).strip()


def _meta(soup: BeautifulSoup) -> Mapping[str, str]:
    """Metadata by name, the first of each."""
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if name and tag.get("content"):
            found.setdefault(name, _plain(tag["content"]))
    return found


def _json_articles(soup: BeautifulSoup) -> Iterator[Mapping[str, Any]]:
    """Every JSON-LD object of an article's kind."""
    for tag in soup.find_all("script", type="application/ld+json"):
        try:
            value = json.loads(tag.string or "")
        except (ValueError, RecursionError):
            continue
        for item in _objects(value, 0):
            kinds = item.get("@type")
            if any("Article" in str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield item


def _objects(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _headline(soup: BeautifulSoup, meta: Mapping[str, str], data: tuple[Mapping[str, Any], ...]) -> str:
    headings = [_plain(tag.get_text(" ")) for tag in soup.find_all("h1")]
    headings = [words for words in headings if words]
    declared = meta.get("og:title", "") or next((_plain(item.get("headline")) for item in data), "")
    if len(headings) == 1:
        return headings[0]
    # Of several headings the one that the page declares, too.
    agreeing = next((words for words in headings if declared and (words in declared or declared in words)), "")
    title = soup.find("title")
    return agreeing or declared or (headings[0] if headings else "") or (_plain(title.get_text()) if title else "")


def _paragraphs(soup: BeautifulSoup, headline: str) -> tuple[str, ...]:
    """The text of `<article>` where it has some, else of the element that holds most text in its own paragraphs."""
    articles = sorted(soup.find_all("article"), key=lambda tag: -_mass(tag))
    root: Tag | None = articles[0] if articles and _mass(articles[0]) else _densest(soup)
    if root is None:
        return ()
    kept: list[str] = []
    for tag in root.find_all(BLOCKS):
        if tag.find_parent(("li", "blockquote")) is not None and tag.name != "p":
            continue
        if tag.name in {"blockquote", "li"} and tag.find("p") is not None:
            continue
        words = _plain(tag.get_text(""))
        if words and words != headline and (tag.name == "p" or len(words) > SHORT):
            kept.append(words)
    return tuple(kept) or _loose(root)


def _mass(tag: Tag) -> int:
    return sum(len(one.get_text()) for one in tag.find_all("p"))


def _densest(soup: BeautifulSoup) -> Tag | None:
    """The element whose own paragraphs hold most text, and its parent if the text is spread over several of these."""
    masses: dict[int, int] = {}
    parents: dict[int, Tag] = {}
    for tag in soup.find_all("p"):
        parent = tag.parent
        if parent is not None:
            parents[id(parent)] = parent
            masses[id(parent)] = masses.get(id(parent), 0) + len(tag.get_text())
    if masses:
        return parents[max(masses, key=lambda key: masses[key])]
    return soup.find("body") or soup


def _loose(root: Tag) -> tuple[str, ...]:
    """Text that stands in no paragraph at all."""
    return tuple(words for line in root.get_text("\n").split("\n") if len(words := _plain(line)) > SHORT)


def _date(soup: BeautifulSoup, meta: Mapping[str, str], data: tuple[Mapping[str, Any], ...]) -> str:
    times = (str(tag.get("datetime") or "") for tag in soup.find_all("time"))
    candidates = (
        *(str(item.get("datePublished") or "") for item in data),
        *(meta.get(name.lower(), "") for name in DATE_FIELDS),
        *times,
    )
    return next((match[0] for one in candidates if (match := DAY.match(one.strip()))), "")


def _authors(meta: Mapping[str, str], data: tuple[Mapping[str, Any], ...]) -> tuple[str, ...]:
    found: list[str] = []
    for item in data:
        authors = item.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            name = author.get("name") if isinstance(author, dict) else author
            found.extend(_plain(one) for one in (name if isinstance(name, list) else [name]))
        if any(found):
            break
    if not any(found):
        found = [re.sub(r"^[Bb]y ", "", meta[name]) for name in AUTHOR_FIELDS if name in meta][:1]
    return tuple(dict.fromkeys(name for name in found if name and "://" not in name))
