"""Links in a body that Pelican would resolve: {filename}other.md, {static}/images/quay.jpg, |tag|ferries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from posixpath import normpath
from urllib.parse import unquote

# The syntax of Pelican's documentation, "Linking to internal content"; both kinds of brackets are accepted.
LINK = re.compile(r"[{|](filename|static|attach|author|category|tag|index)[|}]([^\s\"'<>)\]]*)", re.IGNORECASE)
# No path of a picture is longer.
LONGEST = 300
TO_FILES = ("filename", "static", "attach")


def has_links(body: str) -> bool:
    """Return whether a body has links of this kind, in Markdown or HTML."""
    return any(True for _ in _links(body))


def targets(path: str, body: str) -> tuple[str, ...]:
    """Return the paths, below the content folder, of the files that the links of a brief lead to.

    `path` is the brief's own. A target that starts with "/" counts from the content folder, another one from the
    brief's folder.
    """
    found = (resolved(path, target) for kind, target in _links(body) if kind.lower() in TO_FILES)
    return tuple(dict.fromkeys(target for target in found if target))


def resolved(path: str, target: str) -> str:
    """Return the path below the content folder that a target means in the brief at `path`; "" outside of it."""
    plain = unquote(unescape(re.split(r"[#?]", target, maxsplit=1)[0]))
    whole = plain.lstrip("/") if plain.startswith("/") else f"{path.rpartition('/')[0]}/{plain}"
    made = normpath(whole.lstrip("/")) if plain else ""
    return "" if made.startswith("..") or made in ("", ".") else made


def _links(body: str) -> Iterator[tuple[str, str]]:
    if "{" not in body and "|" not in body and "&" not in body:
        return
    # Markdown drops the backslash that escapes a sign, and HTML may write a sign as a reference.
    for text in dict.fromkeys((body, unescape(body).replace("\\", ""))):
        yield from ((match[1], match[2]) for match in LINK.finditer(text))


def named_in(body: str, folders: Iterable[str]) -> tuple[str, ...]:
    """Return what a body has from each mention of one of these folders ("images/") on, up to the end of the line.

    Where a file's name ends, only who knows the files can tell.
    """
    texts = [text for text in dict.fromkeys((body, unquote(body))) for folder in folders if folder in text]
    found = (
        text[match.start() : match.start() + LONGEST].partition("\n")[0]
        for text in dict.fromkeys(texts)
        for folder in folders
        for match in re.finditer(re.escape(folder), text)
    )
    return tuple(dict.fromkeys(found))
