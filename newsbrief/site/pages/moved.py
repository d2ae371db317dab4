"""Old addresses of briefs, each with a page that leads to the brief's present address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.model.pages import MovedPage
from newsbrief.model.refusal import Refusal
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import addresses
from newsbrief.site.index.gathering import Index
from newsbrief.site.pages import urls_of
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

FILES = (".html", ".htm")
# Endings that a folder may have. Under any other one a server would send the page as another kind of file.
FOLDERS = (".php", ".asp", ".aspx", ".jsp")
ENDING = re.compile(r"\.[a-z]\w*$")
# Folders that the site fills itself.
OURS = ("cards/", "feeds/", "photos/", "search/", "theme/")


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "moved"


def plan_last(index: Index, site: Site, pages: Sequence[Page]) -> Iterable[Page]:
    """Return a page for each old address that no other page has. Its value is the brief's address."""
    if site.has("moved"):
        for alias in _aliases(index, site, pages):
            if not alias.fault:
                yield Page(alias.file.removesuffix("index.html"), "moved", (), (alias.target,))


def refusals(index: Index, site: Site, pages: Sequence[Page]) -> Iterable[Refusal]:
    """Say which old addresses cannot have a page."""
    others = [page for page in pages if page.kind != "moved"]
    every = sum(len(facts.links.aliases) for facts in index.briefs)
    if not site.has("moved") or len(pages) - len(others) == every:
        return
    for alias in _aliases(index, site, others):
        if alias.fault:
            line = index.load(alias.path).lines.get("aliases", 0)
            reason = f"the old address /{alias.written.lstrip('/')} {alias.fault}"
            yield Refusal(f"{site.content.name}/{alias.path}", line, reason)


class _Alias(NamedTuple):
    """An old address as the brief at `path` writes it, its file, the brief's address, and why it gets no page or ""."""

    path: str
    written: str
    file: str
    target: str
    fault: str


def _aliases(index: Index, site: Site, pages: Sequence[Page]) -> Iterator[_Alias]:
    """Yield all old addresses. Of two briefs with one old address, the first by its path has it."""
    every = sorted((facts for facts in index.briefs if facts.links.aliases), key=lambda facts: facts.path)
    if not every:
        return
    own = (page.metadata["save_as"] for page in site.own_pages.values())
    held = {
        _same(_file(url)): "a page of the site" for url in (*(url for page in pages for url in urls_of(page)), *own)
    }
    folders = (*OURS, *(f"{folder.strip('/')}/" for folder in site.settings["STATIC_PATHS"] if folder.strip("/")))
    for facts in every:
        for written in facts.links.aliases:
            file = _file(written.strip("/") + "/" * written.endswith("/"))
            fault = _fault(file, held, folders)
            if not fault:
                held[_same(file)] = facts.path
            yield _Alias(facts.path, written, file, facts.url, fault)


def _file(url: str) -> str:
    """Return the file of an address, below the output folder."""
    last = url.rpartition("/")[2]
    if not last:
        return f"{url}index.html"
    return url if last.endswith(FILES) else f"{url}/index.html"


def _same(file: str) -> str:
    """Return the same for two files that some disks take for one."""
    return unicodedata.normalize("NFC", file).casefold()


def _fault(file: str, held: Mapping[str, str], folders: Collection[str]) -> str:
    """Return why no page can be put there, or ""."""
    same = _same(file)
    *above, last = same.split("/")
    endings = [found[0] for found in map(ENDING.search, above) if found]
    if any(same.startswith(folder.casefold()) for folder in folders):
        return "lies in a folder that the site fills itself; take it out of `aliases`"
    if not set(FOLDERS).issuperset(endings) or not all(map(addresses.portable, (*above, last))):
        return "cannot be a page; let it end with / or .html, or take it out of `aliases`"
    return f"is taken by {held[same]}; take it out of `aliases`" if same in held else ""


def model(page: Page, _views: PageViews, _site: Site) -> MovedPage:
    """Return the page."""
    return MovedPage(page.url, page.values[0])
