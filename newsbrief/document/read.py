"""Text to Brief: front matter read field by field, with every problem of a file in one refusal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from newsbrief.document.facts import events_of, note_lost_claims, note_repeated_ids, people_of, quotes_of
from newsbrief.document.front import Front, divide
from newsbrief.document.moment import moment_of
from newsbrief.document.nodes import Items, Node, Pairs, Text
from newsbrief.document.plain_tree import read_tree
from newsbrief.document.records import notes_of, one_of, photo_of, raw_of, reasons_of, review_of
from newsbrief.document.signs import cleaned
from newsbrief.document.values import Problems, line_of, lines_of, shown, tags_of, text_of
from newsbrief.document.web import link_of, paths_of
from newsbrief.model.brief import RIGHTS, STATUSES, Brief, Moment
from newsbrief.model.refusal import RefusedError

ALIASES = {"author": "authors"}
OTHER_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
MAX_UNWRITABLE = 20


def parse(text: str) -> Brief:
    """Read a brief's file.

    Raises RefusedError with the (line, reason) of everything that is wrong with the front matter; a fault of YAML's own
    grammar hides those after it. A status left out is `review`. Fields that newsbrief does not know go to `unknown`.
    """
    front = divide(text)
    fields = fields_of(front)
    problems: Problems = []
    values = _values(fields, problems)
    for required in ("title", "date"):
        told = required in fields and any(line == fields[required][0].line for line, _ in problems)
        if not values.get(required) and not told:
            problems.append(_missing(required, fields, front.first - 1))
    note_lost_claims(values.get("quotes", ()), values.get("events", ()), problems)
    note_repeated_ids((*values.get("quotes", ()), *values.get("events", ())), problems)
    if problems:
        raise RefusedError(*sorted(dict.fromkeys(problems)))
    lines = {name: key.line for name, (key, _) in fields.items()}
    return Brief(**values, body=front.body, body_line=front.body_line, lines=lines)


def field_values(text: str) -> tuple[dict[str, Any], Problems]:
    """Each field's value by its name, held against no other field; and what is wrong with them."""
    problems: Problems = []
    return _values(fields_of(divide(text)), problems), problems


def fields_of(front: Front) -> Mapping[str, tuple[Text, Node]]:
    """The key and the value of each top-level field, by newsbrief's name for it, in the file's order."""
    root = front_tree(front)
    fields: dict[str, tuple[Text, Node]] = {}
    for key, value in root.pairs:
        name = field_name(key.text)
        if name in fields:
            other = fields[name][0]
            twice = f"`{key.text}` on this line and `{other.text}` on line {other.line} are one field; keep one of them"
            raise RefusedError((key.line, twice))
        fields[name] = (key, value)
    return fields


def field_name(key: str) -> str:
    """The name of a field as newsbrief knows it; `author` and `Title` are other spellings of `authors` and `title`."""
    name = ALIASES.get(key.strip().lower(), key.strip().lower())
    return name if name in READERS else key.strip()


def front_tree(front: Front) -> Pairs:
    """The front matter as a map; raises RefusedError when it is none."""
    return front_read(front)[0]


# Whoever asks what a brief says soon asks on which lines it says so.
@lru_cache(maxsize=4)
def front_read(front: Front) -> tuple[Pairs, str]:
    """The front matter as a map, and the YAML that says so: the file's own, or its mended lines, one for one."""
    source = front.source.translate(OTHER_BREAKS)
    bad = [(_line_at(front, found.start()), _unwritable(found[0])) for found in _first_unwritable(source)]
    if bad:
        raise RefusedError(*dict.fromkeys(bad))
    try:
        root = read_tree(source, front.first)
    except RefusedError:
        from newsbrief.document.mend import mend  # with PyYAML, which refused it

        mended = mend(source)
        if mended == source:
            raise
        root, source = read_tree(mended, front.first), mended
    if isinstance(root, Text) and not root.text.strip():
        return Pairs(front.first, front.first, ()), source
    if not isinstance(root, Pairs):
        raise RefusedError((root.line, "the front matter has no fields; write one a line, as `name: value`"))
    return root, source


def _first_unwritable(source: str) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    if source.replace("\n", " ").isprintable():
        return found
    for match in _not_writable().finditer(source):
        found.append(match)
        if len(found) == MAX_UNWRITABLE:
            break
    return found


# To compile it takes as long as to read some briefs.
@cache
def _not_writable() -> re.Pattern[str]:
    """What YAML 1.1 does not take as it is (its c-printable), and U+FEFF, which nobody sees."""
    return re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def _unwritable(character: str) -> str:
    return f"the invisible character U+{ord(character):04X} cannot stand in front matter; delete it"


def _line_at(front: Front, offset: int) -> int:
    return front.first + front.source.count("\n", 0, offset)


def _values(fields: Mapping[str, tuple[Text, Node]], problems: Problems) -> dict[str, Any]:
    values: dict[str, Any] = {}
    unknown: dict[str, str] = {}
    for name, (key, node) in fields.items():
        reader = READERS.get(name)
        if reader is None:
            unknown[name] = _loose_text(node)
            continue
        value = reader(node, f"`{key.text}`", problems)
        if value:
            values[name] = value
    values["unknown"] = unknown
    return values


def _missing(name: str, fields: Mapping[str, tuple[Text, Node]], line: int) -> tuple[int, str]:
    example = "title: …" if name == "title" else "date: 2023-09-21"
    if name in fields:
        key, node = fields[name]
        empty = isinstance(node, Text) and not node.text.strip()
        reason = f"`{name}` is empty; write `{example}` (a text that begins with # needs quotes)"
        return (key.line, reason) if empty else (key.line, f"`{name}` cannot be used as it is; write `{example}`")
    return line, f"the {name} is missing; add a line `{example}`"


def _moment(node: Node, what: str, problems: Problems) -> Moment | None:
    value = line_of(node, what, problems)
    moment = moment_of(value) if value else None
    if value and moment is None:
        wrong = f"{what} {shown(value)} is no date newsbrief can read; write 2023-09-21, or 2023-09-21 14:30"
        problems.append((node.line, wrong))
    return moment


def _status(node: Node, what: str, problems: Problems) -> str:
    value = line_of(node, what, problems)
    return one_of(value, STATUSES, "status", node.line, problems) if value else ""


def _rights(node: Node, what: str, problems: Problems) -> str:
    value = line_of(node, what, problems)
    return one_of(value, RIGHTS, "rights", node.line, problems) if value else ""


def _loose_text(node: Node) -> str:
    if isinstance(node, Text):
        return cleaned(node.text).strip()
    if isinstance(node, Items) and all(isinstance(item, Text) for item in node.items):
        return ", ".join(text for item in node.items if (text := _loose_text(item)))
    return cleaned(json.dumps(_plain_value(node), ensure_ascii=False))


def _plain_value(node: Node) -> object:
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Items):
        return [_plain_value(item) for item in node.items]
    return {key.text: _plain_value(value) for key, value in node.pairs}


Reader = Callable[[Node, str, Problems], object]
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "title": line_of,
        "date": _moment,
        "status": _status,
        "slug": line_of,
        "authors": lines_of,
        "source": lines_of,
        "link": link_of,
        "summary": text_of,
        "tags": tags_of,
        "category": line_of,
        "lang": line_of,
        "modified": _moment,
        "dateline": line_of,
        "rights": _rights,
        "terms": text_of,
        "story": line_of,
        "embargo": _moment,
        "aliases": paths_of,
        "photo": photo_of,
        "people": people_of,
        "organisations": lines_of,
        "places": lines_of,
        "quotes": quotes_of,
        "events": events_of,
        "notes": notes_of,
        "reviewed": review_of,
        "silence": reasons_of,
        "raw": raw_of,
    }
)
