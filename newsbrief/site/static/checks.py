"""Why a file may not be copied: a browser would run it, it is private, or some disks cannot have its name.

No page of ours shows these files, so no Content-Security-Policy protects a reader who opens one by its own address.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path, PurePath
from posixpath import normpath
from stat import S_ISLNK, S_ISREG

from newsbrief.content.folders import RAW_FOLDER
from newsbrief.images import look
from newsbrief.images.forms import HEAD, is_picture
from newsbrief.model.refusal import RefusedError
from newsbrief.site.facts.addresses import DEVICES

# Count it up when `content_fault` answers otherwise: its answers are remembered.
VERSION = 1
# Endings of Markdown files, which are sources and never copied.
SOURCES = ("md", "markdown", "mkd", "mdown")
# What a browser runs when it is opened, or what a page could be made to run.
RUNS = {
    "html", "htm", "xhtml", "xht", "shtml", "xml", "xsl", "xslt", "rdf", "rss", "atom", "svgz", "mht", "mhtml",
    "js", "mjs", "cjs", "wasm", "swf", "jar", "hta", "php",
}  # fmt: skip
OUTSIDE = "it lies outside the content folder"
SVG_BYTES = 5_000_000
# Names that some disk or server reads otherwise: what Windows forbids, and invisible characters.
NAME = re.compile(r"[^<>:\"|?*\\/\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]{1,200}")
# In SVG: scripts, handlers, foreign elements, entities, and every address except those within the drawing and pictures
# written out in it. Names may have a prefix, and values may be written as character references.
SVG_RUNS = re.compile(
    r"""<(?:[\w.-]+:)?(?:script|foreignobject|iframe|object|embed|audio|video|handler|listener|set|animate\w*)\b
    | \bon\w+\s*= | <!entity | <!doctype[^>]*\[ | <\?xml-stylesheet | @import | javascript: | \bexpression\s*\(
    | <\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8|us-ascii) | \bxml:base\b | \\ | \bimage-set\( | \bsrc\(
    | \bhref\s*=\s*(?!["'](?:\#|data:image/(?:png|jpeg|gif|webp)[;,]))
    | \burl\(\s*["']?(?!\#) | http://www\.w3\.org/1999/xhtml""",
    re.IGNORECASE | re.VERBOSE,
)
# Returns the path of a file without links, as os.path.realpath does.
RealPath = Callable[[str], str]


def fault(content: Path, path: str, real: RealPath = os.path.realpath) -> str:
    """Return why a file may not be published by its place, name and ending; "" if it may.

    `path` is relative to the content folder. `real` may remember what it returned before.
    """
    return _wrong_place(content, path, real) or _wrong_name(normpath(path)) or _wrong_ending(path)


def _wrong_place(content: Path, path: str, real: RealPath) -> str:
    """A file has to lie in a folder of the content, wherever links lead, and be no article, brief or hidden file."""
    file = content / path
    mode = _mode(file)
    inside = _inside(content, path, real, is_link=S_ISLNK(mode))
    if inside is None:
        return OUTSIDE
    if not (S_ISREG(mode) or file.is_file()):
        return "there is no such file"
    is_hidden = inside.startswith(".") or "/." in inside
    if is_hidden or "/" not in inside or inside.startswith(f"{RAW_FOLDER}/") or ending(inside) in SOURCES:
        return "it is a raw article, a brief or a file of the newsroom's own"
    return ""


def _mode(file: Path) -> int:
    """Return what kind of file it is, without following a link; 0 for none."""
    try:
        return file.lstat().st_mode
    except (ValueError, OSError):
        return 0


def _inside(content: Path, path: str, real: RealPath, *, is_link: bool) -> str | None:
    """Return the path below the content folder that a path leads to; None if it leads out of the folder."""
    file = f"{content}/{path}"
    folder, _, name = file.rpartition("/")
    try:
        # All files of a folder share the way to it, and few of them are links.
        whole = real(file) if is_link else f"{real(folder)}{os.sep}{name}"
    except (ValueError, OSError):
        return None
    root = f"{real(str(content))}{os.sep}"
    return whole.removeprefix(root).replace(os.sep, "/") if whole.startswith(root) else None


def way_out(content: Path, path: str) -> str:
    """Return the first part of a path that leads out of the content folder: "images/etc" of "images/etc/passwd"."""
    parts = path.split("/")
    every = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
    outside = (one for one in every if _inside(content, one, os.path.realpath, is_link=True) is None)
    return next(outside, path)


def _wrong_name(path: str) -> str:
    for part in path.split("/"):
        if not NAME.fullmatch(part) or DEVICES.fullmatch(part.partition(".")[0].lower()) or part.endswith((".", " ")):
            return "some disks and servers read its name otherwise; use letters, digits, spaces, dots and hyphens"
    return ""


def _wrong_ending(path: str) -> str:
    kind = ending(path)
    if kind in RUNS:
        return f"browsers run what is in a file of the kind .{kind}; a template or the theme is the place for it"
    return ""


def content_fault(file: Path) -> str:
    """Return why a file may not be published by its bytes, "" if it may. Only bytes and ending decide."""
    try:
        if ending(file.name) == "svg" and not is_harmless_svg(file.read_bytes()[: SVG_BYTES + 1]):
            return "the drawing has a script, an address of another host, or more than one needs; save it as plain SVG"
        if is_picture_file(file):
            look.looked_at(look.read(file))
    except RefusedError as error:
        return "; ".join(reason for _, reason in error.reasons)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    return ""


def is_picture_file(file: Path) -> bool:
    """Return whether a file is a picture by its name or its first bytes. SVG is text. Raises OSError."""
    with file.open("rb") as handle:
        return is_picture(file.name, handle.read(HEAD))


def ending(path: str | PurePath) -> str:
    """Return the ending of a file's name in lower case, without the dot; "" for ".name" and "name."."""
    stem, _, found = str(path).rpartition("/")[2].rpartition(".")
    return found.lower() if stem else ""


def is_harmless_svg(data: bytes) -> bool:
    """Return whether a drawing has nothing that runs or asks another host. It may refuse too much, never too little."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(data) <= SVG_BYTES and "\0" not in text and not SVG_RUNS.search(unescape(text))
