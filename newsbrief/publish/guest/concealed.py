"""Pictures of briefs that a build does not show: they lie in the folder of all pictures, and are not copied from there.

A picture that nobody mentions is copied, as it always was: a template or a letter may lead to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from newsbrief.content.folders import brief_files
from newsbrief.model.entry import Entry

# Where a text may name a file: words, and what stands between quotation marks or angle brackets.
NAMES = re.compile(r"""[^\s()<>\[\]{}|"'*,;]+|(?<=")[^"\n]+(?=")|(?<=')[^'\n]+(?=')|(?<=<)[^<>\n]+(?=>)""")
ENDING = re.compile(r"\.\w{1,5}$", re.ASCII)
WAY = re.compile(r"^(?:[{|]\w+[}|])?(?:\.{0,2}/)*")


def concealed(
    paths: Iterable[str], hidden: Iterable[Path], shown: Iterable[str], templates: Iterable[Path]
) -> frozenset[str]:
    """Those of the `paths`, relative to the content folder, that only files mention which are not shown.

    `shown`: the texts that are. `templates`: folders of them.
    """
    unseen = mentioned(_texts(hidden))
    found = frozenset(path for path in paths if _is_named(path, unseen))
    if not found:
        return found
    seen = mentioned(shown) | mentioned(_texts(file for folder in templates for file in folder.rglob("*.html")))
    return frozenset(path for path in found if not _is_named(path, seen))


def hidden_briefs(entries: Mapping[str, Entry], content: Path, folders: Sequence[str]) -> tuple[Path, ...]:
    """Every brief's file that is not shown with its text: of another state, refused, or an excerpt.

    `entries`: the briefs of the build, by their path in the content folder.
    """
    files = brief_files(content, folders)
    return tuple(file for file in files if not _tells(entries.get(file.relative_to(content).as_posix())))


def texts_shown(entries: Mapping[str, Entry]) -> Iterable[str]:
    """The texts of those that are."""
    return (one.brief.body for one in entries.values() if _tells(one))


def _tells(entry: Entry | None) -> bool:
    """Whether readers see a brief's text."""
    return entry is not None and entry.brief.status in ("published", "review") and entry.brief.rights != "excerpt"


def _texts(files: Iterable[Path]) -> Iterable[str]:
    return (file.read_text("utf-8", "replace") for file in files if file.is_file())


def mentioned(texts: Iterable[str]) -> set[str]:
    """The files that texts name, without the way to them."""
    found = (name for text in texts for name in NAMES.findall(text) if ENDING.search(name))
    return {WAY.sub("", normpath(WAY.sub("", unquote(name)))) for name in found}


def _is_named(path: str, names: set[str]) -> bool:
    """A text may name a file from its own folder or from a folder above it."""
    parts = path.split("/")
    return any("/".join(parts[place:]) in names for place in range(len(parts)))
