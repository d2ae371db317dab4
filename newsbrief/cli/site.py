"""The site that a command works on: where its articles, its briefs and its pages are, as its settings say."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from newsbrief.cli.place import settings_file, site_folder
from newsbrief.cli.written import PLUGINS, settings

PATH_SETTING, OUTPUT_SETTING, ARTICLES_SETTING = "PATH", "OUTPUT_PATH", "ARTICLE_PATHS"
FOLDERS_SETTING = "NEWSBRIEF_FOLDERS"
# As in the library, which takes a while to load.
BRIEF_FOLDERS = ("briefs",)
ASKED = (PATH_SETTING, OUTPUT_SETTING, ARTICLES_SETTING, FOLDERS_SETTING, PLUGINS)
# On a site of ours; any other site is Pelican's, and we are a guest there.
OURS = "newsbrief.publish"
# By which of its names a host asks for the plugin.
AS_GUEST = frozenset(("newsbrief", "pelican.plugins.newsbrief", "newsbrief.publish.guest"))


class Site(Struct, frozen=True):
    """`folder`: the one with the `settings`; `content`: where Pelican reads; `output`: where it writes.

    `folders`: those of briefs, below the content folder. `guest`: whether it is a site of Pelican's. `plugged`: whether
    a build of it reads briefs at all.
    """

    folder: Path
    settings: Path
    content: Path
    output: Path
    folders: tuple[str, ...] = BRIEF_FOLDERS
    guest: bool = False
    plugged: bool = True

    @property
    def briefs(self) -> Path:
        """The folder that new briefs are written to."""
        return self.content / self.folders[0]

    @property
    def unplugged(self) -> str:
        """What to say where a build would take briefs for something else; "" where it does not."""
        reason = 'PLUGINS does not name "newsbrief", so Pelican will read briefs as articles of its own, whatever their'
        return "" if self.plugged else f"{self.settings.name}: {reason} status; add it"

    @property
    def path(self) -> str:
        """The content folder, as a command in the site's folder names it."""
        return os.path.relpath(self.content, self.folder)

    def named(self, file: str) -> str:
        """A file of the content folder, which messages call by its name alone, by its way from the site's folder."""
        first, slash, rest = file.partition("/")
        return Path(self.path, rest).as_posix() if slash and first == self.content.name else file


def site() -> Site:
    """The site of the folder that the command was called in. Raises UsageError outside of one, and ClickException."""
    folder = site_folder()
    file = settings_file(folder)
    found = settings(file, ASKED)
    plugins = found.get(PLUGINS)
    guest = OURS not in (plugins or ())
    # Where no plugins are named, Pelican loads those that are installed beside it.
    plugged = not guest or plugins is None or not AS_GUEST.isdisjoint(plugins)
    output = Path(os.path.normpath(folder / _text(file, found, OUTPUT_SETTING, "output")))
    return Site(folder, file, _content(file, found), output, _folders(file, found, guest=guest), guest, plugged)


def _content(file: Path, found: Mapping[str, Any]) -> Path:
    path = _text(file, found, PATH_SETTING, "content")
    content = Path(os.path.normpath(file.parent / path))
    if content.is_dir():
        return content
    if PATH_SETTING in found:
        reason = "and there is no such folder; make it, or correct PATH"
        raise click.ClickException(f'{file.name}: PATH is "{path}", {reason}')
    raise click.ClickException(
        f'{file.name} sets no PATH, and there is no folder {path}/ beside it; write PATH = "…", the folder that your '
        "articles are in"
    )


def _folders(file: Path, found: Mapping[str, Any], *, guest: bool) -> tuple[str, ...]:
    name = FOLDERS_SETTING if guest else ARTICLES_SETTING
    given = found.get(name, BRIEF_FOLDERS)
    named = (given,) if isinstance(given, str) else given
    if not isinstance(named, (list, tuple)) or not all(isinstance(one, str) for one in named):
        raise click.ClickException(f'{file.name}: {name} is {given!r}; give folders below PATH, such as ["briefs"]')
    folders = tuple(folder.strip("/") for folder in named if folder.strip("/"))
    if not folders and guest:
        raise click.ClickException(f'{file.name}: {name} names no folder; write {name} = ["briefs"], or take it out')
    return folders or BRIEF_FOLDERS


def _text(file: Path, found: Mapping[str, Any], name: str, default: str) -> str:
    given = found.get(name, default)
    if not isinstance(given, (str, os.PathLike)) or not str(given):
        raise click.ClickException(f"{file.name}: {name} is {given!r}; give a folder")
    return os.fspath(str(given))
