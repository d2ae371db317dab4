"""One block of Markdown as the words that a reader sees: emphasis, code, links, tags and references resolved."""

from __future__ import annotations

import html
import re
from collections.abc import Collection

from msgspec import Struct, field

MARKED = re.compile(r"[\\`*_\[\]<&]")
TOKEN = re.compile(
    r"""
      \\(?P<escaped>[\\`*_{}\[\]()>\#+.!|-])
    | (?P<ticks>`+)
    | (?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | <(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*+|[^<>\s@!]++@[^<>\s@]++)>
    | <[/!?]?(?P<tag>[A-Za-z][A-Za-z0-9]*)[^<>]*+>
    | (?P<opening>!?\[)
    | \](?P<target>
        \(\s*+ (?:<[^<>]*+>|(?:[^\s()<>]|\([^\s()<>]*+\))*+) (?:\s++(?:"[^"]*+"|'[^']*+'))?+ \s*+ \)
      | [ ]?\[(?P<label>[^\[\]]*+)\]
      )?+
    | (?P<run>\*++|_++)
    """,
    re.VERBOSE,
)
TICKS = re.compile("`+")
APART = re.compile(
    r"(?:address|article|aside|blockquote|br|d[dtl]|details|div|fig(?:caption|ure)|footer|h[1-6]|header|hr|li|main|nav"
    r"|[ou]l|p|pre|section|summary|t(?:able|body|d|foot|h|head|r))",
    re.IGNORECASE,
)  # tags whose words stand apart from those around them
MAX_LABEL = 200


class _Words(Struct):
    """What was read so far. `out` holds the pieces; openings that nothing closed stay in it as they are written."""

    out: list[str] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)
    runs: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: {"*": [], "_": []})


def words(block: str, labels: Collection[str]) -> str:
    """Resolve the inline markup of one block; `labels` are the link and footnote (`^1`) labels defined anywhere."""
    if not MARKED.search(block):
        return block
    read = _Words()
    closing = _closing_ticks(block)
    at = 0
    while (match := TOKEN.search(block, at)) is not None:
        read.out.append(block[at : match.start()])
        at = _token(read, block, match, closing, labels)
    read.out.append(block[at:])
    return "".join(read.out)


def _token(
    read: _Words, block: str, match: re.Match[str], closing: dict[int, list[int]], labels: Collection[str]
) -> int:
    """Read one token and return where the next may begin."""
    if match["run"]:
        _emphasis(read, block, match)
    elif match["ticks"]:
        return _code(read, block, match, closing)
    elif match["opening"]:
        read.brackets.append((len(read.out), match.end()))
        read.out.append(match["opening"])
    elif match[0].startswith("]"):
        return _link(read, block, match, labels)
    elif match["tag"]:
        read.out.append(" " if APART.fullmatch(match["tag"]) else "")
    elif match["reference"]:
        character = html.unescape(match["reference"])
        read.out.append(match["reference"] if character.endswith(";") and len(character) > 1 else character)
    else:
        read.out.append(match["escaped"] or match["address"])
    return match.end()


def _closing_ticks(block: str) -> dict[int, list[int]]:
    """Where runs of backticks begin, by their length, last first."""
    places: dict[int, list[int]] = {}
    for match in TICKS.finditer(block):
        places.setdefault(match.end() - match.start(), []).append(match.start())
    for starts in places.values():
        starts.reverse()
    return places


def _code(read: _Words, block: str, match: re.Match[str], closing: dict[int, list[int]]) -> int:
    length = match.end() - match.start()
    starts = closing.get(length, [])
    while starts and starts[-1] < match.end():
        starts.pop()
    if not starts:
        read.out.append(match[0])
        return match.end()
    read.out.append(block[match.end() : starts[-1]].strip())
    return starts.pop() + length


def _link(read: _Words, block: str, match: re.Match[str], labels: Collection[str]) -> int:
    """A closing bracket: of a link or an image, whose text alone is kept, or of plain brackets."""
    if read.brackets:
        piece, begin = read.brackets.pop()
        short = match.start() - begin <= MAX_LABEL
        own = block[begin : match.start()] if short and labels else ""
        label = (match["label"] or own).strip().lower() if labels else ""
        if own.startswith("^") and own.lower() in labels:  # a footnote's mark
            read.out[piece:] = [""] * (len(read.out) - piece)
            return match.start() + 1
        if match["target"] and (match["label"] is None or label in labels):
            read.out[piece] = ""
            return match.end()
        if own and own.strip().lower() in labels:
            read.out[piece] = ""
            return match.start() + 1
    read.out.append("]")
    return match.start() + 1


def _emphasis(read: _Words, block: str, match: re.Match[str]) -> None:
    """A run of `*` or `_`: it closes what it can, and what is left of it may open something."""
    sign, left = match[0][0], match.end() - match.start()
    before, after = block[match.start() - 1 : match.start()], block[match.end() : match.end() + 1]
    closes, opens = bool(before.strip()), bool(after.strip())
    if sign == "_":
        closes, opens = closes and not _is_word(after), opens and not _is_word(before)
    openings = read.runs[sign]
    while closes and left and openings:
        piece, waiting = openings.pop()
        used = min(left, waiting)
        left -= used
        read.out[piece] = sign * (waiting - used)
        if waiting > used:
            openings.append((piece, waiting - used))
    if left and opens:
        openings.append((len(read.out), left))
    read.out.append(sign * left)


def _is_word(character: str) -> bool:
    return character.isalnum()
