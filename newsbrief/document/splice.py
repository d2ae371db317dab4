"""Changes to a file in place: a field or the body is replaced where it stands, all other bytes stay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsbrief.document.front import clean_body, divide
from newsbrief.document.read import field_name, front_tree
from newsbrief.document.write import ORDER
from newsbrief.model.refusal import RefusedError

DOCUMENT_END = re.compile(r"\.{3}(?!\S)")
# What YAML takes for no words of a text; other white space, as a space that does not break, is some.
BLANK = " \t\r\n\x85\u2028\u2029"
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
REMARK = re.compile(r"[ \t]+#.*", re.DOTALL)
RANKS = {name: rank for rank, name in enumerate(ORDER)} | {"raw": len(ORDER) + 1}


@dataclass(frozen=True, slots=True)
class _Region:
    """The lines of one field, counted from 0, `end` not included; `column`: where a one-line value ends."""

    start: int
    end: int
    column: int


def set_fields(text: str, changes: Mapping[str, str | None]) -> str:
    """Replace, add or (None) remove top-level fields, each given as its whole YAML source by `field_source`.

    Comments, order, quoting and line ends elsewhere stay byte for byte, and so does a comment beside a value of one
    line. A new field goes to its canonical place, before `raw`. Raises RefusedError when the front matter cannot be
    read, or is written in one pair of braces.
    """
    lines = LINE.findall(text)
    regions = _regions(text, lines)
    replaced: dict[int, str] = {}
    dropped: set[int] = set()
    added: dict[int, list[str]] = {}
    for name in sorted(changes, key=_rank):
        source, region = changes[name], regions.get(name)
        if region is not None:
            dropped.update(range(region.start, region.end))
            if source:
                replaced[region.start] = source + _remark(lines, region, source)
        elif source:
            added.setdefault(_place(name, regions, divide(text).first - 1), []).append(source)
    return _joined(lines, replaced, dropped, added)


def set_body(text: str, body: str) -> str:
    """Replace the body; the front matter and the blank lines after it stay, and so does the file's kind of line end."""
    front = divide(text)
    lines = LINE.findall(text)
    head = lines[: front.closing]
    blank = [line for line in lines[front.closing : front.body_line - 1] if not line.strip()]
    words = clean_body(body)
    if not words:
        return "".join(head)
    eol = _line_end(lines)
    if not head[-1].endswith(("\n", "\r")):
        head[-1] += eol
    return "".join([*head, *blank, words.replace("\n", eol), eol])


def _regions(text: str, lines: list[str]) -> dict[str, _Region]:
    front = divide(text)
    root = front_tree(front)
    if root.flow:
        raise RefusedError((root.line, "the front matter is one map in braces; write each field on a line of its own"))
    regions = {}
    # A key with a question mark and no value ends, for YAML, where the next thing begins.
    following = [*(key.line for key, _ in root.pairs[1:]), front.closing]
    for (key, value), limit in zip(root.pairs, following, strict=True):
        end = max(key.line, min(value.end, limit - 1))
        while end > key.line and not _holds_words(lines[end - 1]):
            end -= 1
        regions[field_name(key.text)] = _Region(key.line - 1, end, value.column)
    return regions


def _holds_words(line: str) -> bool:
    """Whether a line may be a value's last: a block text's own end counts blank lines, others the document's end."""
    return bool(line.strip(BLANK)) and not DOCUMENT_END.match(line)


def _rank(name: str) -> int:
    return RANKS.get(name, len(ORDER))


def _place(name: str, regions: Mapping[str, _Region], top: int) -> int:
    """The index of the line before which a new field goes: after the field that comes before it in the order."""
    before = [(_rank(other), region.end) for other, region in regions.items() if _rank(other) <= _rank(name)]
    return max(before)[1] if before else top


def _remark(lines: list[str], region: _Region, source: str) -> str:
    """The comment beside a value of one line, when the new value is of one line too."""
    if region.end - region.start != 1 or region.column < 0 or "\n" in source:
        return ""
    match = REMARK.fullmatch(lines[region.start].rstrip("\r\n")[region.column :])
    return match[0] if match else ""


def _line_end(lines: list[str]) -> str:
    first = lines[0] if lines else "\n"
    return "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"


def _joined(lines: list[str], replaced: dict[int, str], dropped: set[int], added: dict[int, list[str]]) -> str:
    eol = _line_end(lines)
    out: list[str] = []
    for number, line in enumerate(lines):
        new = [*added.get(number, ()), *([replaced[number]] if number in replaced else [])]
        out.extend(source.replace("\n", eol) + eol for source in new)
        if number not in dropped:
            out.append(line)
    return "".join(out)
