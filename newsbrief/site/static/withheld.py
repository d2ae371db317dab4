"""Static files that are not copied: photos of briefs, and files that only texts name which readers do not get.

A draft's picture would give the draft away, and a photo without credit or rights would be published after all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsbrief.site.facts.body_links import named_in

# Where an address in Markdown, HTML, front matter or a template may end.
END = re.compile(r"""[)"'<>|\s?#\\,;}\]]|$""")
THEME_TEXTS = (".html", ".css", ".js", ".xml")


def withheld(
    files: Collection[str], hidden: Iterable[str], shown: Iterable[str], theme: Iterable[str]
) -> frozenset[str]:
    """Return the static files that are not for readers: those that are named in `hidden` and nowhere else.

    `hidden` and `shown` are what texts have from each mention of a folder of static files on, as `named_in` returns it:
    texts that readers do not get, and texts that they get. `theme` are the whole texts of the theme, which are read
    only if there is anything to decide.
    """
    found = set(_named(hidden, files))
    if found:
        found -= set(_named(shown, found))
    if found:
        folders = folders_of(found)
        found -= set(_named((mention for text in theme for mention in named_in(text, folders)), found))
    return frozenset(found)


def folders_of(files: Iterable[str]) -> tuple[str, ...]:
    """Return the first folders of paths: "images/"."""
    return tuple(sorted({f"{path.partition('/')[0]}/" for path in files if "/" in path}))


def _named(mentions: Iterable[str], files: Collection[str]) -> Iterator[str]:
    """Yield the files that are named at the beginning of a mention, wherever the name ends."""
    beginnings = {_first_word(path) for path in files}
    for mention in mentions:
        # A mention has many places where a name may end, and most mentions name none of these files.
        if _first_word(mention) in beginnings:
            yield from (path for end in END.finditer(mention) if (path := mention[: end.start()]) in files)


def _first_word(text: str) -> str:
    end = END.search(text)
    return text[: end.start()] if end else text


def theme_texts(settings: Mapping[str, Any], folders: Iterable[Path]) -> Iterator[str]:
    """Yield the texts of settings and theme, which may name pictures of the content folder, such as a logo."""
    yield from (value for value in settings.values() if isinstance(value, str))
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in THEME_TEXTS and file.is_file():
                yield file.read_bytes().decode("utf-8", "replace")
