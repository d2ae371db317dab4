"""Which files of the content folder are copied to the site, and why others are not."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from html import unescape
from pathlib import Path
from posixpath import normpath

from newsbrief.site.facts.body_links import TO_FILES, named_in, resolved
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.content_links import LINK
from newsbrief.site.render.site import Site
from newsbrief.site.static import checks
from newsbrief.site.static.withheld import folders_of, theme_texts, withheld


def copied(index: Index, site: Site) -> Iterator[str]:
    """Yield the paths of the files that are copied: those of STATIC_PATHS, and those that shown texts link to."""
    fault, taken = _faults(site), set()
    for path in (*for_readers(index, site), *linked(index, site)):
        if path.casefold() not in taken and not fault(path):
            taken.add(path.casefold())
            yield path


def refused(index: Index, site: Site, done: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield (path, reason) of each file of STATIC_PATHS that is not copied; `done` are those that are.

    Nothing is said of hidden, Markdown and withheld files: nobody expects them on the site.
    """
    fault, taken = _faults(site), {path.casefold(): path for path in done}
    outside: set[str] = set()
    for path in for_readers(index, site):
        reason = "" if path in done else fault(path)
        if reason == checks.OUTSIDE:
            outside.add(checks.way_out(site.content, path))
        elif reason:
            yield path, reason
        elif path not in done:
            first = taken[path.casefold()]
            yield (
                path,
                f"its name differs from {first} in capitals only, and some disks take the two for one; rename it",
            )
    yield from ((path, checks.OUTSIDE) for path in sorted(outside))


def broken_links(index: Index, site: Site, done: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield (path, reason) of each file that shown texts link to and that is not copied; `done` are those that are."""
    fault = _faults(site)
    return ((path, fault(path)) for path in linked(index, site) if path not in done)


def linked(index: Index, site: Site) -> Sequence[str]:
    """Return the files besides Markdown that shown texts link to with {static} and the like, wherever they lie."""
    found = {path for facts in index.told for path in facts.links.files}
    for path, page in site.own_pages.items():
        found.update(file_links(path, page.html))
    return sorted(path for path in found if path in site.files and checks.ending(path) not in checks.SOURCES)


def file_links(path: str, html: str) -> Iterator[str]:
    """Yield the paths below the content folder that the links of a page lead to. `path` is that of its own file."""
    found = LINK.finditer(html) if "{" in html or "|" in html else ()
    return (resolved(path, unescape(match[3])) for match in found if match[2].lower() in TO_FILES)


def for_readers(index: Index, site: Site) -> Sequence[str]:
    """Return the files of STATIC_PATHS in order, without hidden, Markdown and withheld ones and STATIC_EXCLUDES."""
    every = frozenset(_static(site))
    folders = folders_of(every)
    others = (*(page.html for page in site.own_pages.values()), *(story.words for story in site.options.stories))
    shown = [name for facts in index.told for name in facts.links.names]
    shown += (name for text in others for name in named_in(text, folders))
    themes = [site.theme, *map(Path, site.settings["THEME_TEMPLATES_OVERRIDES"])]
    hidden = (*_hidden(index), *site.unread, *_unseen_pages(site, folders))
    return sorted(every - withheld(every, hidden, shown, theme_texts(site.settings, themes)))


def _hidden(index: Index) -> Iterator[str]:
    """Yield the photos of all briefs, and the mentions in briefs whose text is not shown."""
    told = {facts.path for facts in index.told}
    for facts in (*index.briefs, *index.hidden):
        if facts.links.photo:
            yield facts.links.photo
        if facts.path not in told:
            yield from facts.links.names


def _static(site: Site) -> Iterator[str]:
    roots = {_folder(path) for path in site.settings["STATIC_PATHS"]}
    excluded = tuple(folder for path in site.settings["STATIC_EXCLUDES"] if (folder := _folder(path)))
    within = tuple(roots)
    for path in site.files:
        if not path.startswith(within) and f"{path}/" not in roots:
            continue
        is_hidden = path.startswith(".") or "/." in path
        if not (is_hidden or path.startswith(excluded) or checks.ending(path) in checks.SOURCES):
            yield path


def _folder(path: str) -> str:
    """Return "images/" for "images" or "./images/", and "" for the content folder itself."""
    plain = normpath(path).strip("/")
    return "" if plain == "." else f"{plain}/"


def _unseen_pages(site: Site, folders: Sequence[str]) -> Iterator[str]:
    """Yield the mentions in files of PAGE_PATHS that are no pages: drafts, and those that were refused."""
    roots = tuple(_folder(path) for path in site.settings["PAGE_PATHS"])
    for path in site.files:
        if path.startswith(roots) and path.endswith(".md") and path not in site.own_pages:
            yield from named_in((site.content / path).read_bytes().decode("utf-8", "replace"), folders)


def _faults(site: Site) -> Callable[[str], str]:
    """Return a function that says why a file may not be copied. What files' bytes say is remembered in `site.memo`."""
    real = cache(os.path.realpath)

    def fault(path: str) -> str:
        return checks.fault(site.content, path, real) or _content_fault(path, site)

    return fault


def _content_fault(path: str, site: Site) -> str:
    made_of = f"static {checks.VERSION} {checks.ending(path)} {site.files[path]}"
    key = blake2b(made_of.encode("utf-8", "surrogatepass"), digest_size=12).digest()
    known = site.memo.get(key)
    if known is None:
        known = site.memo[key] = checks.content_fault(site.content / path).encode()
    return known.decode()
