"""Old addresses of briefs, each with the page that it leads to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from newsbrief.collate import addresses
from newsbrief.collate.edition import Edition
from newsbrief.model.entry import Entry
from newsbrief.model.pages import MovedPage
from newsbrief.model.refusal import Refusal

FILES = (".html", ".htm")
# Endings that a folder may have. Under another one a server would give the page out as something else than a page, and
# the site may have a file of that name ("timeline/events.ics").
FOLDERS = (".php", ".asp", ".aspx", ".jsp")
ENDING = re.compile(r"\.[a-z]\w*$")


def moved(
    entries: Iterable[Entry], edition: Edition, taken: Collection[str], folders: Collection[str]
) -> tuple[tuple[MovedPage, ...], tuple[Refusal, ...]]:
    """A page at each old address, and a refusal for each that another page has.

    `taken` are the addresses of all other pages; `folders` those in which the site has files of its own ("theme/").
    Of two briefs with one old address the first by its file's name has it.
    """
    held = {place(url): "a page of the site" for url in taken}
    pages: list[MovedPage] = []
    refusals: list[Refusal] = []
    for entry in sorted(entries, key=lambda one: one.path):
        for alias in entry.brief.aliases:
            file = _file(alias.strip("/") + "/" * alias.endswith("/"))
            reason = _fault(file, held, folders)
            if reason:
                line = entry.brief.lines.get("aliases", 0)
                refusals.append(Refusal(entry.path, line, f"the old address /{alias.lstrip('/')} {reason}"))
                continue
            held[_same(file)] = entry.path
            pages.append(MovedPage(file.removesuffix("index.html"), addresses.brief_url(entry, edition)))
    return tuple(sorted(pages, key=lambda page: page.url)), tuple(refusals)


def place(url: str) -> str:
    """The file of an address, old or new; two that some disks take for one have the same."""
    return _same(_file(url))


def places(entry: Entry) -> Iterable[str]:
    """The files of a brief's old addresses."""
    return (place(alias.strip("/") + "/" * alias.endswith("/")) for alias in entry.brief.aliases)


def _file(url: str) -> str:
    """The file of an address, below the output folder."""
    last = url.rpartition("/")[2]
    if not last:
        return f"{url}index.html"
    return url if last.endswith(FILES) else f"{url}/index.html"


def _same(file: str) -> str:
    """Two files that some disks take for one have the same."""
    return unicodedata.normalize("NFC", file).casefold()


def _fault(file: str, held: dict[str, str], folders: Collection[str]) -> str:
    """Why no page can be put there, or ""."""
    same = _same(file)
    *above, last = same.split("/")
    endings = [found[0] for found in map(ENDING.search, above) if found]
    if any(same.startswith(folder.casefold()) for folder in folders):
        return "lies in a folder that the site fills itself; take it out of `aliases`"
    if not set(FOLDERS).issuperset(endings) or not all(map(addresses.portable, (*above, last))):
        return "cannot be a page; let it end with / or .html, or take it out of `aliases`"
    return f"is taken by {held[same]}; take it out of `aliases`" if same in held else ""
