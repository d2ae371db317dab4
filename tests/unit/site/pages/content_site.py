"""A site over a content folder, for tests of kinds that copy or make files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pelican.settings import DEFAULT_CONFIG

from newsbrief import THEME
from newsbrief.model.entry import Entry
from newsbrief.site.build.plan import Page
from newsbrief.site.build.sources import digest
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.index.gathering import Index, gather
from newsbrief.site.index.visible import is_shown
from newsbrief.site.render.links import Links
from newsbrief.site.render.site import Site
from newsbrief.site.render.translations import IN_ENGLISH
from newsbrief.site.views.resolve import PageViews, Views
from tests.unit.briefs import options

STATIC = ("images/",)


def put(content: Path, files: Mapping[str, bytes | str]) -> None:
    """Write files below the content folder."""
    for path, data in files.items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)


def site(content: Path, siteurl: str = "", publish: bool = False, fields: Mapping[str, Any] = {}, **own: Any) -> Site:
    """A site with our theme. `own` are settings, `fields` those of `Site`."""
    settings = {
        **{name: value for name, value in DEFAULT_CONFIG.items() if name.isupper()},
        "PATH": str(content),
        "THEME": str(THEME),
        "SITENAME": "Tidings",
        "SITEURL": siteurl,
        "DEFAULT_LANG": "en",
        "STATIC_PATHS": ["images"],
        "STATIC_EXCLUDES": ["raw", "briefs"],
        "PAGE_URL": "{slug}/",
        "PAGE_SAVE_AS": "{slug}/index.html",
        "THEME_STATIC_PATHS": ["static/icons"],
        **own,
    }
    found = (file for file in sorted(content.rglob("*")) if file.is_file())
    files = {file.relative_to(content).as_posix(): digest(file.read_bytes()) for file in found}
    common = (options(publish=publish), "Tidings", "", "en", Links(siteurl, files=False), IN_ENGLISH)
    return Site(*common, has=lambda _: True, settings=settings, files=files, **fields)


def index_of(entries: Iterable[Entry], made: Site) -> tuple[Index, Views]:
    """The index of the site's briefs, and their views."""
    by_path = {entry.path: entry for entry in entries}
    every = [facts_of(one, made.options.zone, made.options.brief_url, STATIC) for one in by_path.values()]
    shown = [facts for facts in every if is_shown(facts, made.options)]
    hidden = [facts for facts in every if not is_shown(facts, made.options)]
    index = gather(shown, made.options, lambda path: by_path[path].brief, hidden=hidden)
    return index, Views(index, by_path.__getitem__, by_path.__getitem__)


def written(kind: Any, pages: Sequence[Page], views: Views, made: Site) -> dict[str, bytes]:
    """The files of these pages by path."""
    return dict(one for page in pages for one in kind.files(page, PageViews(page.url, page.shows, views), made))
