"""Which files of the content folder are copied to the site, and why others are not."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from posixpath import normpath

from newsbrief.site.facts.body_links import named_in, targets
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.site import Site
from newsbrief.site.static import checks
from newsbrief.site.static.withheld import folders_of, theme_texts, withheld


def copied(index: Index, site: Site) -> Iterator[str]:
    """Yield the paths of the files that are copied: those of STATIC_PATHS, and those that shown texts link to."""
    faults, taken = _Faults(site), set()
    for path in for_readers(index, site):
        if path.casefold() not in taken and not faults.of(path):
            taken.add(path.casefold())
            yield path
    for path in linked(index, site):
        if path.casefold() not in taken and not faults.of(path):
            taken.add(path.casefold())
            yield path


def refused(index: Index, site: Site, done: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield (path, reason) of each file of STATIC_PATHS that is not copied; `done` are those that are.

    Nothing is said of hidden, Markdown and withheld files: nobody expects them on the site.
    """
    faults, taken = _Faults(site), {path.casefold(): path for path in done}
    outside: set[str] = set()
    for path in for_readers(index, site):
        if path in done:
            continue
        reason = faults.of(path)
        if reason == checks.OUTSIDE:
            way_out = checks.way_out(site.content, path)
            if way_out not in outside:
                outside.add(way_out)
                yield way_out, reason
        elif reason:
            yield path, reason
        else:
            first = taken[path.casefold()]
            yield (
                path,
                f"its name differs from {first} in capitals only, and some disks take the two for one; rename it",
            )


def linked(index: Index, site: Site) -> Sequence[str]:
    """Return the files besides Markdown that shown texts link to with {static} and the like, wherever they lie."""
    found = {path for facts in index.told for path in facts.links.files}
    for path, page in site.own_pages.items():
        found.update(targets(path, page.html))
    return sorted(path for path in found if path in site.files and checks.ending(path) not in checks.SOURCES)


def for_readers(index: Index, site: Site) -> Sequence[str]:
    """Return the files of STATIC_PATHS in order, without hidden, Markdown and withheld ones and STATIC_EXCLUDES."""
    every = frozenset(_static(site))
    folders = folders_of(every)
    hidden = [name for facts in (*index.briefs, *index.hidden) for name in (facts.links.photo, *facts.links.names)]
    hidden += (*site.unread, *_unseen_pages(site, folders))
    shown = [name for facts in index.told for name in facts.links.names]
    others = (*(page.html for page in site.own_pages.values()), *(story.words for story in site.options.stories))
    shown += (name for text in others for name in named_in(text, folders))
    themes = [site.theme, *map(Path, site.settings["THEME_TEMPLATES_OVERRIDES"])]
    return sorted(every - withheld(every, hidden, shown, theme_texts(site.settings, themes)))


def _static(site: Site) -> Iterator[str]:
    roots = {_folder(path) for path in site.settings["STATIC_PATHS"]}
    excluded = tuple(_folder(path) for path in site.settings["STATIC_EXCLUDES"])
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


class _Faults:
    """Why files may not be copied. What their bytes say is remembered from build to build."""

    def __init__(self, site: Site) -> None:
        self._site, self._real = site, cache(os.path.realpath)

    def of(self, path: str) -> str:
        return checks.fault(self._site.content, path, self._real) or self._by_content(path)

    def _by_content(self, path: str) -> str:
        made_of = f"static {checks.VERSION} {checks.ending(path)} {self._site.files[path]}"
        key = blake2b(made_of.encode("utf-8", "surrogatepass"), digest_size=12).digest()
        known = self._site.memo.get(key)
        if known is None:
            known = self._site.memo[key] = checks.content_fault(self._site.content / path).encode()
        return known.decode()
