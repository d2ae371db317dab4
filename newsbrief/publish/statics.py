"""Pictures and other files that are copied as they are: only such as a browser shows and does not run.

No page of ours carries them, so no Content-Security-Policy holds for one that is opened by its own address.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from html import unescape
from pathlib import Path
from posixpath import normpath

from newsbrief.collate.addresses import DEVICES
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.model.refusal import Refusal
from newsbrief.publish.body import ENDINGS

# What a browser runs when it is opened, or what a page could be made to run.
RUNS = {
    "html", "htm", "xhtml", "xht", "shtml", "xml", "xsl", "xslt", "rdf", "rss", "atom", "svgz", "mht", "mhtml",
    "js", "mjs", "cjs", "wasm", "swf", "jar", "hta", "php",
}  # fmt: skip
OUTSIDE = "it lies outside the content folder"
SVG_BYTES = 5_000_000
# Names that some disk or server reads otherwise: what Windows forbids, and signs that nobody sees.
NAME = re.compile(r"[^<>:\"|?*\\/\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]{1,200}")
# In SVG: scripts, handlers, foreign elements, entities, and every address but those within the drawing and pictures
# written out in it. Names may have a prefix, values may be written in references.
SVG_RUNS = re.compile(
    r"""<(?:[\w.-]+:)?(?:script|foreignobject|iframe|object|embed|audio|video|handler|listener|set|animate\w*)\b
    | \bon\w+\s*= | <!entity | <!doctype[^>]*\[ | <\?xml-stylesheet | @import | javascript: | \bexpression\s*\(
    | <\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8|us-ascii) | \bxml:base\b | \\ | \bimage-set\( | \bsrc\(
    | \bhref\s*=\s*(?!["'](?:\#|data:image/(?:png|jpeg|gif|webp)[;,]))
    | \burl\(\s*["']?(?!\#) | http://www\.w3\.org/1999/xhtml""",
    re.IGNORECASE | re.VERBOSE,
)


def refused(
    content: Path, folders: Sequence[str], excluded: Collection[str], picture_fault: Callable[[str], str] = lambda _: ""
) -> tuple[Refusal, ...]:
    """What lies in the folders of static files and is not copied, with the reason. `picture_fault`: a picture's own.

    Nothing is said of hidden and Markdown files and of the `excluded` folders: nobody expects them on a site.
    """
    found: list[Refusal] = []
    taken: dict[str, str] = {}
    for path in files(content, folders, excluded):
        reason = fault(content, path) or picture_fault(path)
        first = taken.setdefault(path.casefold(), path) if not reason else path
        if first != path:
            reason = f"its name differs from {first} in capitals only, and some disks take the two for one; rename it"
        if reason:
            found.append(Refusal(f"{content.name}/{path}", 0, f"is not copied: {reason}"))
    return tuple(found)


def files(content: Path, folders: Sequence[str], excluded: Collection[str]) -> list[str]:
    """What lies in the folders of static files, by its path below the content folder."""
    return sorted(_files(content, folders, excluded))


def _files(content: Path, folders: Sequence[str], excluded: Collection[str]) -> Iterable[str]:
    for folder in folders:
        for place, below, names in os.walk(content / folder):
            here = Path(place).relative_to(content)
            below[:] = [name for name in below if not name.startswith(".") and (here / name).as_posix() not in excluded]
            # A link to a folder is not followed; where it leads out of the content folder, it is named itself.
            links = [name for name in below if (content / here / name).is_symlink()]
            away = [name for name in links if _wrong_place(content, content / here / name).startswith(OUTSIDE)]
            files = [name for name in names if not name.startswith(".") and _ending(Path(name)) not in ENDINGS]
            yield from ((here / name).as_posix() for name in (*files, *away))


def fault(content: Path, path: str) -> str:
    """Why a file may not be published; "" if it may. `path` is relative to the content folder."""
    file = content / path
    return _wrong_place(content, file) or _wrong_name(normpath(path)) or _wrong_kind(file)


def _wrong_place(content: Path, file: Path) -> str:
    """Wherever links and ".." lead, a file lies in a folder of the content, and is no article, brief or hidden file."""
    try:
        inside = file.resolve().relative_to(content.resolve())
    except (ValueError, OSError):
        return OUTSIDE
    if not file.is_file():
        return "there is no such file"
    hidden = any(part.startswith(".") for part in inside.parts)
    source = _ending(inside) in ENDINGS
    if len(inside.parts) < 2 or inside.parts[0] == RAW_FOLDER or hidden or source:
        return "it is a raw article, a brief or a file of the newsroom's own"
    return ""


def _wrong_name(path: str) -> str:
    for part in path.split("/"):
        if not NAME.fullmatch(part) or DEVICES.fullmatch(part.partition(".")[0].lower()) or part.endswith((".", " ")):
            return "some disks and servers read its name otherwise; use letters, digits, spaces, dots and hyphens"
    return ""


def _wrong_kind(file: Path) -> str:
    ending = _ending(file)
    if ending in RUNS:
        return f"browsers run what is in a file of the kind .{ending}; a template or the theme is the place for it"
    if ending == "svg" and not harmless_svg(file.read_bytes()[: SVG_BYTES + 1]):
        return "the drawing has a script, an address of another host, or more than one needs; save it as plain SVG"
    return ""


def _ending(file: Path) -> str:
    return file.suffix.lower().lstrip(".")


def harmless_svg(data: bytes) -> bool:
    """Whether a drawing holds nothing that runs or asks another host for something. Told too strictly, if anything."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(data) <= SVG_BYTES and "\0" not in text and not SVG_RUNS.search(unescape(text))
