"""Where links of this site may lead, as far as that can be told without building it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

from msgspec import Struct, field

from newsbrief.model.entry import Entry
from newsbrief.site.facts.addresses import name_key, slug
from newsbrief.site.index.people import People

# Markdown's links and pictures, its labels, and HTML's attributes.
LINK = re.compile(
    r"""\]\(\s*(?:<(?P<pointed>[^<>\n]*)>|(?P<bare>[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*))"""
    r"""|^ {0,3}\[[^\]\^\n][^\]\n]*\]:\s*<?(?P<label>[^\s<>]+)"""
    r"""|\b(?:href|src)\s*=\s*(?P<mark>["'])(?P<html>.*?)(?P=mark)""",
    re.MULTILINE | re.IGNORECASE,
)
FENCE = re.compile(r" {0,3}(`{3,}+|~{3,}+)")
CODE = re.compile(r"`[^`\n]+`")
SOURCE = re.compile(r"[{|](?P<kind>filename|static|attach)[|}](?P<path>[^?#]*)", re.IGNORECASE)
OWN = re.compile(r"[{|](?:author|category|tag|index)[|}]", re.IGNORECASE)
BRIEF = re.compile(r"\d{4}/\d{2}/\d{2}/[^/]+")
UNSEEN = {"draft": "in draft", "withdrawn": "withdrawn", "review": "still in review"}


class Site(Struct, frozen=True):
    """`statuses`: of each brief by its path; `pages`: the addresses that can be told, without "/" at either end.

    `told`: the first parts of addresses of which all are known. `content` is the folder that sources stand in.
    """

    content: Path | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)
    briefs: Mapping[str, str] = field(default_factory=dict)
    pages: frozenset[str] = field(default_factory=frozenset)
    told: frozenset[str] = field(default_factory=frozenset)


def site(entries: Iterable[Entry], content: Path, people: People) -> Site:
    """What there is to lead to: sources, briefs, quotes, people and stories."""
    entries = tuple(entries)
    briefs = {f"{entry.brief.date.day:%Y/%m/%d}/{slug(entry)}": entry.path for entry in entries}
    pages = {f"people/{name_key(name)}" for name in people.with_page} | {"people", "quotes", "stories"}
    for entry in entries:
        if name := entry.brief.story_name:
            pages.add(f"stories/{name_key(name)}")
        day = entry.brief.date.day.isoformat()
        pages |= {f"quotes/{day}-{slug(entry)}-{quote.id}" for quote in entry.brief.quotes}
        pages |= {alias.strip("/") for alias in entry.brief.aliases}
    statuses = {entry.path: entry.brief.status for entry in entries}
    return Site(content, statuses, briefs, frozenset(pages), frozenset(("people", "stories", "quotes")))


def faults(body: str, path: str, url: str, on: Site) -> Iterator[tuple[int, str]]:
    """What is wrong with the links of a body: the offset, and the address with the reason.

    `path`: of the file below the content folder; `url`: its page's address, such as "2029/05/04/ferry/".
    """
    hidden = _code(body)
    for match in LINK.finditer(body):
        before = bisect_right(hidden, (match.start(), len(body))) - 1
        if before >= 0 and match.start() < hidden[before][1]:
            continue
        address = match["pointed"] or match["bare"] or match["label"] or match["html"] or ""
        if fault := _fault(address.strip(), path, url, on):
            yield match.start(), f"“{address.strip()}” {fault}"


def _code(body: str) -> list[tuple[int, int]]:
    """Where the body has code, in fences and in lines; a fence that is never closed goes to the end."""
    if "`" not in body and "~~~" not in body:
        return []
    spans: list[tuple[int, int]] = []
    opened, begin, at = "", 0, 0
    for line in body.splitlines(keepends=True):
        fence = FENCE.match(line)
        if not opened and fence:
            opened, begin = fence[1], at
        elif opened and fence and fence[1].startswith(opened):
            spans.append((begin, at + len(line)))
            opened = ""
        elif not opened:
            spans += ((at + match.start(), at + match.end()) for match in CODE.finditer(line))
        at += len(line)
    return [*spans, (begin, len(body))] if opened else spans


def _fault(address: str, path: str, url: str, on: Site) -> str:
    source = SOURCE.match(address)
    if source:
        return _source_fault(unquote(source["path"]), path, on)
    if not address or OWN.match(address):
        return ""
    try:
        parts = urlsplit(address)
        target = unquote(urlsplit(urljoin(f"https://site.invalid/{url}", address)).path)
    except ValueError:
        return "is no address"
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return _page_fault(target.removesuffix("index.html").strip("/"), on)


def _source_fault(named: str, path: str, on: Site) -> str:
    below = named.lstrip("/") if named.startswith("/") else str(PurePosixPath(path).parent / named)
    target = normpath(below)
    if on.content is None:
        return ""
    if target.startswith("..") or not (on.content / target).is_file():
        return f"names {target}, which is not in the content folder"
    return _unseen(target, on, UNSEEN)


def _page_fault(target: str, on: Site) -> str:
    if target in on.briefs:
        return _unseen(on.briefs[target], on, UNSEEN)
    if target in on.pages:
        return ""
    if BRIEF.fullmatch(target) or target.partition("/")[0] in on.told:
        return "leads to no page of this site"
    if target.startswith("images/") and on.content is not None and not (on.content / target).is_file():
        return f"names {target}, which is not in the content folder"
    return ""


def _unseen(path: str, on: Site, names: Mapping[str, str]) -> str:
    status = on.statuses.get(path, "")
    return f"leads to {path}, which is {names[status]}" if status in names else ""


def page_files(content: Path, folders: Sequence[str] = ("pages", "stories")) -> Iterator[Path]:
    """The Markdown files that are no briefs."""
    for folder in folders:
        yield from sorted(file for file in (content / folder).rglob("*.md") if file.is_file())
