"""What lies in the folders of briefs and is perhaps no brief, and folders that are not there: a person should know.

A site of long standing may have had such a folder before. In it a file without a status is a brief in review, for a
brief that lost that line must not go online; but of an article that readers had it has to be said.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsbrief.model.entry import Entry
from newsbrief.model.refusal import printable
from newsbrief.publish import settings as ours
from newsbrief.publish.body import ENDINGS

log = logging.getLogger(__name__)
# One of these says that somebody meant a brief. Other fields of ours (source, link, rights, photo, story, aliases) are
# in the articles of many a site, too, and so is the rest, which Pelican has as well; but a status is what was missing.
SIGNS = frozenset((
    "status", "embargo", "dateline", "people", "organisations", "places", "quotes", "events", "notes", "reviewed",
    "silence", "raw",
))  # fmt: skip


def tell_of_missing(settings: Mapping[str, Any]) -> None:
    """Warn of folders that a setting names and that are not there; the one that is meant by itself need not be."""
    content = ours.content_folder(settings)
    for folder in ours.brief_folders(settings) if "NEWSBRIEF_FOLDERS" in settings else ():
        if not (content / folder).is_dir():
            log.warning(
                "NEWSBRIEF_FOLDERS names %s, and there is no folder %s: correct the name, or make the folder. Briefs "
                "in another folder are published as articles, whatever their status and embargo",
                printable(folder),
                printable(f"{content.name}/{folder}"),
            )


def tell_of_strangers(settings: Mapping[str, Any], entries: Iterable[Entry]) -> None:
    """Warn of files in folders of briefs of which nothing says that they are briefs. `entries`: all that were read."""
    content, folders = ours.content_folder(settings), ours.brief_folders(settings)
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
