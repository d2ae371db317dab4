"""Changes to a file in place: a field or the body is replaced where it stands, all other bytes stay."""

from __future__ import annotations

from collections.abc import Mapping

from newsbrief.document.front import clean_body, divide
from newsbrief.document.read import field_name
from newsbrief.document.sheet import LINE, Edit, Region, Sheet, edited, sheet
from newsbrief.document.write import ORDER
from newsbrief.model.refusal import RefusedError

RANKS = {name: rank for rank, name in enumerate(ORDER)} | {"raw": len(ORDER) + 1}


def set_fields(text: str, changes: Mapping[str, str | None]) -> str:
    """Replace, add or (None) remove top-level fields, each given as its whole YAML source by `field_source`.

    Comments, order, quoting and line ends elsewhere stay byte for byte. A comment beside a value of one line stays
    beside it; one inside a value that goes gets a line of its own. A new field goes to its canonical place, before
    `raw`. Raises RefusedError when the front matter cannot be read, or is written in one pair of braces.
    """
    on = sheet(text)
    regions = field_regions(on)
    edits = []
    for name in sorted(changes, key=_rank):
        source, region = changes[name], regions.get(name)
        if region is not None:
            edits.append(_replaced(on, region, source))
        elif source:
            place = _place(name, regions, on.first)
            edits.append(Edit(place, place, (source,)))
    return edited(on, edits)


def _replaced(on: Sheet, region: Region, source: str | None) -> Edit:
    remark = on.remark(region) if source and "\n" not in source else ""
    kept = on.kept(region.start, region.end, remark.lstrip() if remark else None)
    return Edit(region.start, region.end, (*kept, *([source + remark] if source else ())))


def set_body(text: str, body: str) -> str:
    """Replace the body; the front matter and the blank lines after it stay, and so does the file's kind of line end."""
    front = divide(text)
    lines = LINE.findall(text)
    head = lines[: front.closing]
    blank = [line for line in lines[front.closing : front.body_line - 1] if not line.strip()]
    words = clean_body(body)
    if not words:
        return "".join(head)
    first = lines[0]
    eol = "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"
    if not head[-1].endswith(("\n", "\r")):
        head[-1] += eol
    return "".join([*head, *blank, words.replace("\n", eol), eol])


def field_regions(on: Sheet) -> dict[str, Region]:
    """The lines of each top-level field by its name. Raises RefusedError for front matter in one pair of braces."""
    if on.root.flow:
        reason = "the front matter is one map in braces; write each field on a line of its own"
        raise RefusedError((on.root.line, reason))
    names = [field_name(key.text) for key, _ in on.root.pairs]
    return dict(zip(names, on.regions(on.root.pairs, on.closing), strict=True))


def _rank(name: str) -> int:
    return RANKS.get(name, len(ORDER))


def _place(name: str, regions: Mapping[str, Region], top: int) -> int:
    """The index of the line before which a new field goes: after the field that comes before it in the order."""
    before = [(_rank(other), region.end) for other, region in regions.items() if _rank(other) <= _rank(name)]
    return max(before)[1] if before else top
