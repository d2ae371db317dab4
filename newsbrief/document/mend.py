"""Lines that YAML refuses although any reader knows what they mean: `title: Seoul: a warning`.

Only the text of known fields is mended, by putting it in quotes where it stands, so that no line moves.
"""

from __future__ import annotations

import re

from newsbrief.document.yaml_tree import compose
from newsbrief.model.refusal import RefusedError

TOP_FIELDS = frozenset({"title", "summary", "category", "dateline", "story", "slug", "lang"})
LIST_FIELDS = frozenset({"source", "author", "authors", "tags", "organisations", "places"})
INNER_FIELDS = frozenset(
    {"text", "speaker", "when", "label", "outcome", "occasion", "differs", "name", "role", "credit", "caption", "by"}
)
TOP = re.compile(r"(?P<lead>)(?P<key>[A-Za-z]+)[ \t]*:[ \t]+(?P<value>\S.*)")
INNER = re.compile(r"(?P<lead> *(?:- +)?)(?P<key>[a-z]+)[ \t]*:[ \t]+(?P<value>\S.*)")
ITEM = re.compile(r"(?P<lead> *)-(?P<key>) +(?P<value>\S.*)")
BLOCK_SCALAR = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
COMMENT = re.compile(r"[ \t]#")


def mend(source: str) -> str:
    """Quote the text of every known text field that YAML cannot read by itself; all else stays as it is."""
    lines = source.split("\n")
    at = 0
    while at < len(lines):
        found = _field(lines[at])
        if found is None:
            at += 1
            continue
        end = _end(lines, at, len(found["lead"]))
        region = lines[at:end]
        if not BLOCK_SCALAR.match(found["value"]) and not _readable(found["value"], region[1:]):
            lines[at:end] = _quoted(region, found.start("value"))
        at = end
    return "\n".join(lines)


def _field(line: str) -> re.Match[str] | None:
    top = TOP.match(line)
    if top is not None:
        key = top["key"].lower()
        return top if key in TOP_FIELDS or (key in LIST_FIELDS and top["value"][0] not in "[{") else None
    inner = INNER.match(line)
    if inner is not None:
        return inner if inner["key"] in INNER_FIELDS else None
    item = ITEM.match(line)
    return item if item is not None and item["value"][0] not in "[{" else None


def _end(lines: list[str], at: int, column: int) -> int:
    """The index after the last line that continues the text begun on line `at` by a key in `column`."""
    end = at + 1
    while end < len(lines):
        words = lines[end].lstrip(" \t")
        if not words or words.startswith("#") or len(lines[end]) - len(words) <= column:
            break
        end += 1
    return end


def _readable(value: str, more: list[str]) -> bool:
    try:
        compose("\n".join([f"x: {value}", *(f" {line}" for line in more), ""]), 1)
    except RefusedError:
        return False
    return True


def _quoted(region: list[str], start: int) -> list[str]:
    lead, value = region[0][:start], region[0][start:].rstrip()
    remark = ""
    note = COMMENT.search(value) if len(region) == 1 else None
    if note is not None:
        value, remark = value[: note.start()].rstrip(), "  " + value[note.start() :].lstrip()
    more = [_escaped(line.rstrip()) for line in region[1:]]
    quoted = [f'{lead}"{_escaped(value)}', *more]
    quoted[-1] += '"' + remark
    return quoted


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
