"""What a reader sees of a site: the visible text of each page, so that sites can be told apart by nothing else."""

from __future__ import annotations

import difflib
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree, html

# Beginning and end of these part words; all other elements stand within a line.
BLOCKS = frozenset((
    "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "html", "li", "main", "nav", "ol", "p", "section", "table", "td", "th", "title", "tr", "ul",
))  # fmt: skip
HIDDEN = frozenset(("script", "style", "template"))
ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "feeds/all.atom.xml"
# Each page's text, packed; equal texts are equal when packed.
Seen = Mapping[str, bytes]


def seen(output: Path) -> Seen:
    """Every page of a site, and its feed, by its path below the output folder."""
    pages = sorted(path for path in output.rglob("*.html"))
    found = {path.relative_to(output).as_posix(): _packed(page_text(path.read_bytes())) for path in pages}
    feed = output / FEED
    return {**found, FEED: _packed(feed_text(feed.read_bytes()))} if feed.is_file() else found


def page_text(data: bytes) -> str:
    """The words between the tags of an HTML page, its title first, with white space folded."""
    return _folded(_words(html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))))


def feed_text(data: bytes) -> str:
    """Address, title and text of each entry of an Atom feed, an entry a line."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    return "\n".join(_entry(entry) for entry in root.iter(f"{ATOM}entry"))


def differences(one: Seen, other: Seen) -> list[str]:
    """The pages that are in only one of two sites or have different texts there, each with how."""
    only = [f"{path}: only in the first" for path in one if path not in other]
    only += [f"{path}: only in the second" for path in other if path not in one]
    changed = [path for path, text in one.items() if path in other and other[path] != text]
    return only + [f"{path}: {_difference(_unpacked(one[path]), _unpacked(other[path]))}" for path in changed]


def _entry(entry: etree._Element) -> str:
    link = entry.find(f"{ATOM}link")
    title, content = (entry.findtext(f"{ATOM}{name}") or "" for name in ("title", "content"))
    address = link.get("href") if link is not None else ""
    body = page_text(f"<div>{content}</div>".encode())
    return f"{address} {_folded([title])} {body}"


def _words(element: html.HtmlElement) -> Iterator[str]:
    tag = element.tag
    if isinstance(tag, str) and tag not in HIDDEN:
        edge = " " if tag in BLOCKS or tag == "br" else ""
        yield edge
        yield element.text or ""
        for child in element:
            yield from _words(child)
        yield edge
    yield element.tail or ""


def _folded(words: Iterator[str] | list[str]) -> str:
    return " ".join("".join(words).split())


def _difference(one: str, other: str) -> str:
    """The first words that differ."""
    first, second = one.split(), other.split()
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            return f"“{' '.join(first[max(a - 2, 0) : b][:12])}” and “{' '.join(second[max(c - 2, 0) : d][:12])}”"
    return "white space"


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode(), 1)


def _unpacked(data: bytes) -> str:
    return zlib.decompress(data).decode()
