"""A brief's file brought to new values: of a list only the items that differ, of an item only the keys that do.

Every finer way of writing is tried first and read back; where it does not say what is wanted, the whole field is
written anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.document.nodes import Items, Pairs, Text
from newsbrief.document.read import field_values, parse
from newsbrief.document.scalars import scalar
from newsbrief.document.sheet import Edit, Sheet, edited, sheet
from newsbrief.document.splice import field_regions, set_body, set_fields
from newsbrief.document.write import ORDER, event_pairs, field_source, pairs_of, quote_pairs
from newsbrief.model.brief import Brief, BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.refusal import RefusedError

DASH = re.compile(r"([ ]*)-(?=[ \r\n]|$)")
RECORDS = ("people", "quotes", "events", "notes")
TEXTS = ("authors", "source", "tags", "aliases", "organisations", "places")
MAPS = ("photo", "reviewed", "silence")


def rewritten(text: str, wanted: Brief) -> str:
    """The file `text`, saying what `wanted` says. Comments, order and quoting of all that stays are kept.

    Fields that newsbrief does not know are not looked at. Raises RefusedError when `text` is no brief.
    """
    current = parse(text)
    new = text
    for name in (*ORDER, "raw"):
        if getattr(current, name) != getattr(wanted, name):
            new = _with_field(new, name, current, wanted)
    return set_body(new, wanted.body) if current.body != wanted.body else new


def _with_field(text: str, name: str, current: Brief, wanted: Brief) -> str:
    old, new = getattr(current, name), getattr(wanted, name)
    if old and new:
        try:
            tried = _finely(text, name, current, wanted)
        except RefusedError:
            tried = None
        if tried is not None and _says(tried, text, name, new):
            return tried
    return set_fields(text, {name: field_source(wanted, name) or None})


def _says(tried: str, before: str, name: str, value: object) -> bool:
    """Whether the tried text has the value, and all other fields as they were."""
    try:
        there, problems = field_values(tried)
        were, already = field_values(before)
    except RefusedError:
        return False
    return len(problems) <= len(already) and there.get(name) == value and there | {name: 0} == were | {name: 0}


def _finely(text: str, name: str, current: Brief, wanted: Brief) -> str | None:
    """The field changed in its parts; None where it is not written so that this can be done."""
    on = sheet(text)
    region = field_regions(on).get(name)
    node = next((value for key, value in on.root.pairs if region and key.line - 1 == region.start), None)
    if region is None or node is None:
        return None
    old, new = getattr(current, name), getattr(wanted, name)
    if name in MAPS and isinstance(node, Pairs):
        edits = _keys(on, node, _rendered(old), _rendered(new), region.end)
    elif name in (*RECORDS, *TEXTS) and isinstance(node, Items) and len(node.items) == len(old):
        write = _writer(name, wanted)
        items = _Items(on, node, old, new, write, region.end)
        edits = _in_brackets(items) if node.flow else _in_block(items)
    else:
        return None
    return None if edits is None else edited(on, edits)


def _writer(name: str, wanted: Brief) -> Callable[[Any], tuple[str, ...]]:
    """Writes one item of a block list as lines, the first with its dash."""
    if name in TEXTS:
        return lambda item: (f"- {scalar(item)}",)

    def lines(item: Any) -> tuple[str, ...]:
        alone: dict[str, Any] = {name: (item,)}
        return tuple(field_source(replace(wanted, **alone), name).split("\n")[1:])

    return lines


def _rendered(value: Any) -> dict[str, str]:
    """Each key of a record with its YAML value."""
    if isinstance(value, BriefQuote):
        return quote_pairs(value)
    if isinstance(value, BriefEvent):
        return event_pairs(value)
    pairs = dict(value) if isinstance(value, Mapping) else pairs_of(value)
    return {key: scalar(part) for key, part in pairs.items()}


def _id(item: object) -> object:
    """What an item is known by when it changes."""
    if isinstance(item, BriefQuote | BriefEvent):
        return item.id
    return item.name if isinstance(item, BriefPerson) else item


class _Items(Struct, frozen=True):
    """A list's node, what it says and what it shall say; `limit`: the first line that is not its own."""

    on: Sheet
    node: Items
    old: Sequence[Any]
    new: Sequence[Any]
    write: Callable[[Any], tuple[str, ...]]
    limit: int


def _in_block(items: _Items) -> list[Edit] | None:
    spots = _spots(items)
    if spots is None or not items.new:
        return None
    indent = spots[0][2]
    edits: list[Edit] = []
    matcher = SequenceMatcher(None, [_id(one) for one in items.old], [_id(one) for one in items.new], autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind == "equal":
            for at, new in zip(range(first, last), items.new[begin:end], strict=True):
                if items.old[at] != new:
                    edits += _item(items, at, new, spots[at])
            continue
        for start, stop, _ in spots[first:last]:
            edits.append(Edit(start, stop, tuple(items.on.kept(start, stop))))
        place = spots[last - 1][1] if last else spots[0][0]
        added = [indent + line for new in items.new[begin:end] for line in items.write(new)]
        edits += [Edit(place, place, tuple(added))] if added else []
    return edits


def _spots(items: _Items) -> list[tuple[int, int, str]] | None:
    """For each item its first line, the line after its last one, and the indentation of its dash."""
    found: list[tuple[int, int, str]] = []
    for item in items.node.items:
        start = item.line - 1
        match = DASH.match(items.on.lines[start])
        while match is None and start > (found[-1][0] if found else items.node.line - 1):
            start -= 1
            match = DASH.match(items.on.lines[start])
        if match is None or (found and start <= found[-1][0]):
            return None
        found.append((start, item.end, match[1]))
    after = [*(start for start, _, _ in found[1:]), items.limit]
    return [
        (start, items.on.trimmed(start, min(end, limit)), indent)
        for (start, end, indent), limit in zip(found, after, strict=True)
    ]


def _item(items: _Items, at: int, new: Any, spot: tuple[int, int, str]) -> list[Edit]:
    """One item that changed: its keys where that can be done, else all of it."""
    node, (start, end, indent) = items.node.items[at], spot
    if isinstance(node, Pairs):
        edits = _keys(items.on, node, _rendered(items.old[at]), _rendered(new), end)
        if edits is not None:
            return edits
    return [Edit(start, end, (*items.on.kept(start, end), *(indent + line for line in items.write(new))))]


def _keys(on: Sheet, node: Pairs, old: Mapping[str, str], new: Mapping[str, str], limit: int) -> list[Edit] | None:
    """The edits that bring a map from the old values to the new ones; None where it has to be written anew."""
    changed = [key for key in dict.fromkeys((*old, *new)) if old.get(key, "") != new.get(key, "")]
    return (_keys_in_braces if node.flow else _keys_in_block)(on, node, changed, new, limit)


def _keys_in_block(
    on: Sheet, node: Pairs, changed: Sequence[str], new: Mapping[str, str], limit: int
) -> list[Edit] | None:
    regions = dict(zip((key.text for key, _ in node.pairs), on.regions(node.pairs, limit), strict=True))
    order = list(new)
    edits = []
    for name in changed:
        region, value = regions.get(name), new.get(name, "")
        if region is None:
            before = [regions[key].end for key in order[: order.index(name)] if key in regions]
            if not before:
                return None
            edits.append(Edit(max(before), max(before), _key_lines(" " * node.begin, node.begin, name, value)))
            continue
        head = on.lines[region.start][: node.begin]
        if not value and head.strip():  # the key beside the dash
            return None
        lines = _key_lines(head, node.begin, name, value) if value else ()
        remark = on.remark(region) if len(lines) == 1 else ""
        kept = on.kept(region.start, region.end, remark.lstrip() if remark else None)
        edits.append(Edit(region.start, region.end, (*kept, *lines[:-1], *(line + remark for line in lines[-1:]))))
    return edits


def _key_lines(head: str, indent: int, key: str, value: str) -> tuple[str, ...]:
    """A key with its value; the parts of a list stand below it, as `write` has them two columns in."""
    first, *more = value.split("\n")
    line = f"{head}{scalar(key)}: {first}".rstrip()
    return (line, *(" " * max(0, indent - 2) + part for part in more))


def _keys_in_braces(
    on: Sheet, node: Pairs, changed: Sequence[str], new: Mapping[str, str], limit: int
) -> list[Edit] | None:
    line = node.line - 1
    values = {key.text: value for key, value in node.pairs}
    if node.end != node.line or line in on.mended or limit != node.end or not node.pairs:
        return None
    swaps: list[tuple[int, int, str]] = []
    for name in changed:
        value, there = new.get(name, ""), values.get(name)
        if not value or "\n" in value:
            return None
        written = value if value.startswith(('"', "[")) else _in_flow(value)
        if there is None:
            at = node.pairs[-1][1].column
            if at < 0:
                return None
            swaps.append((at, at, f", {scalar(name, flow=True)}: {written}"))
        elif isinstance(there, Text) and 0 <= there.begin < there.column:
            swaps.append((there.begin, there.column, written))
        else:
            return None
    return [Edit(line, line + 1, (_swapped(on.lines[line], swaps),))]


def _in_flow(value: str) -> str:
    """A plain text as it may stand in braces."""
    return scalar(value, flow=True)


def _in_brackets(items: _Items) -> list[Edit] | None:
    """A list of texts in brackets on one line: what stays is taken over as it is written."""
    node, line = items.node, items.node.line - 1
    if node.end != node.line or line in items.on.mended or not items.new:
        return None
    given = items.on.lines[line]
    written: dict[str, str] = {}
    for item, text in zip(node.items, items.old, strict=True):
        if not isinstance(item, Text) or not isinstance(text, str):
            return None
        written[text] = given[item.begin : item.column]
    inner = ", ".join(written.get(text) or scalar(text, flow=True) for text in items.new)
    return [Edit(line, line + 1, (_swapped(given, [(node.begin, node.column, f"[{inner}]")]),))]


def _swapped(line: str, swaps: Sequence[tuple[int, int, str]]) -> str:
    made = line.rstrip("\r\n")
    for begin, end, words in sorted(swaps, key=lambda swap: swap[0], reverse=True):
        made = made[:begin] + words + made[end:]
    return made
