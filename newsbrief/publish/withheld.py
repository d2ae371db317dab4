"""Pictures in the folders of static files that are not copied: only what is not shown names them, or they are photos.

A draft's picture would tell what the draft is about, and a photo without credit or rights would be published after all.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from newsbrief.collate.photo import path_of
from newsbrief.collate.visible import telling
from newsbrief.content.text_files import read_text
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import RefusedError

# Where an address in Markdown, HTML, front matter or a template may end.
END = re.compile(r"""[)"'<>|\s?#\\,;}\]]|$""")
LONGEST = 300
THEME_TEXTS = (".html", ".css", ".js", ".xml")


def withheld(
    files: Collection[str], entries: Iterable[Entry], unread: Iterable[Path], shown: Iterable[str], theme: Iterable[str]
) -> frozenset[str]:
    """Which of the static `files` are not for readers.

    `entries` are all briefs, `unread` the files of those that could not be read. `shown`: all texts that are, and
    `theme`: what is always there, which is only read where there is anything to decide.
    """
    folders = tuple(sorted({f"{path.partition('/')[0]}/" for path in files if "/" in path}))
    hidden = {path for entry in entries if (path := path_of(entry)) in files}
    for entry in entries:
        hidden |= set(_named(entry.brief.body, folders, files))
    for file in unread:
        hidden |= set(_named(_text(file), folders, files))
    for texts in (shown, theme):
        for text in texts if hidden else ():
            hidden -= set(_named(text, folders, files))
    return frozenset(hidden)


def shown_texts(kept: Iterable[Entry], others: Iterable[str]) -> Iterator[str]:
    """What readers get: bodies of briefs that tell of something, and `others`."""
    yield from (entry.brief.body for entry in kept if telling(entry))
    yield from others


def theme_texts(settings: Mapping[str, Any], folders: Sequence[str]) -> Iterator[str]:
    """Templates, styles and settings may name pictures of the content folder: a logo, for one."""
    yield from (value for value in settings.values() if isinstance(value, str))
    for folder in map(Path, folders):
        for file in sorted(folder.rglob("*")):
            if file.suffix in THEME_TEXTS and file.is_file():
                yield _text(file)


def _text(file: Path) -> str:
    try:
        return read_text(file)
    except (OSError, RefusedError):
        try:
            return file.read_bytes().decode("utf-8", "replace")
        except OSError:
            return ""


def names_files(text: str, static_paths: Iterable[str]) -> bool:
    """Whether a text may name a file of the static folders, by the first part of its path as `withheld` takes it."""
    folders = {posixpath.normpath(path).strip("/").partition("/")[0] for path in static_paths}
    if not folders.isdisjoint(("", ".", "..")):
        return True
    return any(f"{folder}/" in one for folder in folders for one in (text, unquote(text)))


def _named(text: str, folders: Sequence[str], files: Collection[str]) -> Iterator[str]:
    """Every static file that a text names by its path, wherever it leads from."""
    if not any(folder in text for folder in folders):
        return
    for one in {text, unquote(text)}:
        for folder in folders:
            for found in re.finditer(re.escape(folder), one):
                rest = one[found.start() : found.start() + LONGEST].partition("\n")[0]
                ends = (rest[: end.start()] for end in END.finditer(rest))
                yield from (path for path in ends if path in files)
