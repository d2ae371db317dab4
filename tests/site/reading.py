"""Built pages as a reader or a link checker sees them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

VOID = {"meta", "link", "img", "br", "hr", "input"}


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
        self.links += [attributes[name] for name in ("href", "src") if name in attributes]
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


def broken_links(files: dict[str, bytes], prefix: str, from_disk: bool = False) -> tuple[list[str], int]:
    """The links of all pages that lead nowhere, and how many there are in all.

    `prefix` is the path the site is served under ("/brief/"). On a server a folder's address is its index.html; on
    disk it is not. Anchors must exist; addresses of other hosts count as broken unless they are the page's canonical
    one or a link a reader may follow.
    """
    pages = {name: Page(data.decode("utf-8")) for name, data in files.items() if name.endswith(".html")}
    broken, count = [], 0
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            count += 1
            target = _target(name, parts.path, prefix, from_disk)
            anchor = unquote(parts.fragment)
            if target not in files or (anchor and target in pages and anchor not in pages[target].ids):
                broken.append(f"{name}: {link}")
    return broken, count


def _target(page: str, path: str, prefix: str, from_disk: bool) -> str:
    absolute = posixpath.normpath(posixpath.join(prefix, posixpath.dirname(page), unquote(path)))
    if not path:
        absolute = posixpath.join(prefix, page)
    elif not from_disk and (path.endswith(("/", "/.", "..")) or path == "."):
        absolute = posixpath.join(absolute, "index.html")
    return absolute.removeprefix(prefix) if absolute.startswith(prefix) else absolute
