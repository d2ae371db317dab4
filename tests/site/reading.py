"""Built pages as a reader or a link checker sees them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

# Attributes that hold an address.
ADDRESSES = ("href", "src", "poster", "data", "action", "data-url")
# An answer to "which words": no place that a page has to have.
TEXT_FRAGMENT = re.compile(":~:.*")
# What feeds call an entry only has to be its own and need not lead anywhere.
FEED_NAME = re.compile(r'<id>[^<]*</id>|<guid isPermaLink="false">[^<]*</guid>')


@dataclass
class Page(HTMLParser):
    """What one page says and where it leads."""

    source: str
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    _silent: int = 0

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        self._silent += tag in ("script", "style")
        self.links += [attributes[name] for name in ADDRESSES if name in attributes]
        self.links += [one.split()[0] for one in attributes.get("srcset", "").split(",") if one.strip()]
        self.ids += [attributes["id"]] if "id" in attributes else []

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)

    @property
    def text(self) -> str:
        """The words of the page, white space folded."""
        return re.sub(r"\s+", " ", "".join(self.words)).strip()


def read(files: Mapping[str, bytes]) -> dict[str, Page]:
    """The pages among the files of a site."""
    return {name: Page(data.decode("utf-8")) for name, data in files.items() if name.endswith(".html")}


def broken_links(
    files: Mapping[str, bytes], prefix: str, from_disk: bool = False, pages: Mapping[str, Page] | None = None
) -> tuple[list[str], int]:
    """The links of all pages that lead nowhere, and how many there are in all.

    `prefix` is the path the site is served under ("/brief/"). On a server a folder's address is its index.html; on
    disk it is not. Anchors must exist. Addresses of other hosts are not followed; who has read the pages already hands
    them over.
    """
    pages = read(files) if pages is None else pages
    broken, count = [], 0
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            count += 1
            target = arrival(name, parts.path, prefix, from_disk)
            if not _arrives(target, parts.fragment, files, pages):
                broken.append(f"{name}: {link}")
    return broken, count


def broken_addresses(
    files: Mapping[str, bytes], siteurl: str, pages: Mapping[str, Page] | None = None
) -> tuple[list[str], int]:
    """The site's own absolute addresses, in whatever file, that lead nowhere; and how many there are in all.

    Canonical links, pictures for networks, JSON-LD, feeds, sitemaps, robots.txt and exports hold them.
    """
    pages = read(files) if pages is None else pages
    broken, count = [], 0
    for name, data in files.items():
        for address in _own_addresses(name, data, siteurl):
            count += 1
            parts = urlsplit(address)
            target = arrival("", parts.path or "/", "/")
            if not _arrives(target, parts.fragment, files, pages):
                broken.append(f"{name}: {siteurl}{address}")
    return broken, count


def clicks(pages: Mapping[str, Page], prefix: str) -> dict[str, int]:
    """How many links a reader follows at least from the front page to each page that can be reached so."""
    reached, edge = {"index.html": 0}, ["index.html"]
    while edge:
        further = []
        for name in edge:
            for target in _leads_to(name, pages[name], prefix):
                if target in pages and target not in reached:
                    reached[target] = reached[name] + 1
                    further.append(target)
        edge = further
    return reached


def _leads_to(name: str, page: Page, prefix: str) -> Iterator[str]:
    for tag, attributes in page.tags:
        parts = urlsplit(attributes.get("href", ""))
        if tag == "a" and not parts.scheme and not parts.netloc:
            yield arrival(name, parts.path, prefix)


def _own_addresses(name: str, data: bytes, siteurl: str) -> Iterator[str]:
    """Behind the site's address, what each address in a file says; pictures and the like have none."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if name.endswith(".ics"):
        text = re.sub(r"\r?\n[ \t]", "", text)
    if name.endswith((".html", ".xml")):
        # What stands in a feed's content is escaped once more, but an address is not.
        text = unescape(FEED_NAME.sub("", text))
    for match in re.finditer(re.escape(siteurl) + r"""(?=[/#?"'<\s\\]|$)([^\s"'<>\\]*)""", text):
        yield match[1]


def _arrives(target: str, fragment: str, files: Mapping[str, bytes], pages: Mapping[str, Page]) -> bool:
    anchor = unquote(TEXT_FRAGMENT.sub("", fragment))
    return target in files and not (anchor and target in pages and anchor not in pages[target].ids)


def arrival(page: str, path: str, prefix: str, from_disk: bool = False) -> str:
    """The file that a path on a page leads to."""
    absolute = posixpath.normpath(posixpath.join(prefix, posixpath.dirname(page), unquote(path)))
    if not path:
        absolute = posixpath.join(prefix, page)
    elif not from_disk and (path.endswith(("/", "/.", "..")) or path == "."):
        absolute = posixpath.join(absolute, "index.html")
    return absolute.removeprefix(prefix) if absolute.startswith(prefix) else absolute
