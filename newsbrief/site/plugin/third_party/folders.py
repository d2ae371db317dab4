"""Warnings about folders of briefs: missing ones, and files in them that may be no briefs.

A site may have had such a folder before. A file in it without a status is a brief in review, because a brief that lost
that line must not go online; but about an article that readers had, somebody has to be told.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsbrief.model.entry import Entry
from newsbrief.model.refusal import printable
from newsbrief.site import settings as own_settings
from newsbrief.site.plugin.third_party.reader import ENDINGS

log = logging.getLogger(__name__)
# Fields that only briefs have. Other fields of ours are in the articles of many a site, too.
SIGNS = frozenset((
    "status", "embargo", "dateline", "people", "organisations", "places", "quotes", "events", "notes", "reviewed",
    "silence", "raw",
))  # fmt: skip


def warn_of_missing(settings: Mapping[str, Any]) -> None:
    """Warn of folders that the setting names and that do not exist. The default folder need not exist."""
    content = own_settings.content_folder(settings)
    for folder in own_settings.brief_folders(settings) if "NEWSBRIEF_FOLDERS" in settings else ():
        if not (content / folder).is_dir():
            log.warning(
                "NEWSBRIEF_FOLDERS names %s, and there is no folder %s: correct the name, or make the folder. Briefs "
                "in another folder are published as articles, whatever their status and embargo",
                printable(folder),
                printable(f"{content.name}/{folder}"),
            )


def warn_of_strangers(settings: Mapping[str, Any], entries: Iterable[Entry]) -> None:
    """Warn of files in folders of briefs that nothing marks as briefs. `entries` are all that were read."""
    content, folders = own_settings.content_folder(settings), own_settings.brief_folders(settings)
    for entry in entries:
        if not SIGNS & entry.brief.lines.keys():
            log.warning(
                "%s has no `status:` and nothing else that only briefs have: it is taken for a brief in review, and "
                "readers do not see it. If it is one, write `status: review`; if it is an article, move it out of %s",
                printable(f"{content.name}/{entry.path}"),
                printable(f"{content.name}/{_folder_of(entry.path, folders)}"),
            )
    for path in _unread(content, folders):
        log.warning(
            "%s is read by nobody: in a folder of briefs only files that end in .md are briefs, and other Markdown is "
            "not published. Rename it, or move it out of %s",
            printable(f"{content.name}/{path}"),
            printable(f"{content.name}/{_folder_of(path, folders)}"),
        )


def _folder_of(path: str, folders: Sequence[str]) -> str:
    return next(folder for folder in folders if path.startswith(f"{folder}/"))


def _unread(content: Path, folders: Sequence[str]) -> Iterator[str]:
    others = {f".{ending}" for ending in ENDINGS} - {".md"}
    for folder in folders:
        for file in sorted((content / folder).rglob("*")):
            if file.suffix in others and file.is_file() and not file.name.startswith((".", "#")):
                yield file.relative_to(content).as_posix()
