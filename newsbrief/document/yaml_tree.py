"""Front matter as PyYAML reads it, for whatever `plain_tree` gives up at.

PyYAML's parser gives the events, one after another; the tree is built here, so that depth is bounded and aliases cannot
multiply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

import yaml
from msgspec import Struct

from newsbrief.document.nodes import Items, Node, Pairs, Text
from newsbrief.model.refusal import RefusedError

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MAX_DEPTH = 12
COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")
WHOLE_LINE = 1 << 30
# What YAML itself knows (its core schema, and timestamps); to us all of it is text, a list or a map.
STANDARD_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)
PLAINER = {
    "mapping values are not allowed in this context": "a colon stands where YAML expects none; put the text in quotes",
    "found unexpected end of stream": "a quotation mark is opened and never closed",
    "found character that cannot start any token": "a text cannot begin with this character; put it in quotes",
    "did not find expected key": "this line fits no field; check its indentation, and put texts with marks in quotes",
    "could not find expected ':'": "this line is no field; write `name: value`, or indent it to continue a text",
}


def compose(source: str, first: int, loader: type = LOADER) -> Node:
    """Build the tree of one YAML document whose first line is the file's line `first`; `loader` is PyYAML's.

    Raises RefusedError for what YAML refuses, and for aliases, anchors, tags, duplicate keys and deep nesting.
    """
    try:
        return _Tree(first).grow(yaml.parse(source, Loader=loader))
    except yaml.MarkedYAMLError as error:
        raise RefusedError(_explained(error, source, first)) from None
    except yaml.YAMLError as error:
        raise RefusedError((first, " ".join(f"YAML cannot read the front matter: {error}".split()))) from None


def _explained(error: yaml.MarkedYAMLError, source: str, first: int) -> tuple[int, str]:
    opened = error.context_mark if error.context and "scanning a quoted" in error.context else None
    mark = opened or error.problem_mark or error.context_mark
    line, column = _at(mark)
    if source.split("\n", line + 1)[min(line, source.count("\n"))][column : column + 1] == "\t":
        return line + first, "a tab stands where YAML wants spaces; replace it with spaces"
    problem = str(error.problem or "it is not YAML")
    return line + first, PLAINER.get(problem, f"YAML cannot read this: {problem}")


class _Open(Struct):
    """A list or map whose end has not been met."""

    is_map: bool
    flow: bool
    line: int
    begin: int
    children: list[Node]


class _Place(Protocol):
    """Either parser's mark."""

    line: int
    column: int


class _Tree:
    """Grows one tree from parser events without recursion."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.open = [_Open(False, False, first, 0, [])]

    def grow(self, events: Iterator[yaml.Event]) -> Node:
        documents = 0
        for event in events:
            if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
                # Nearly all there is.
                self.open[-1].children.append(self._text(event))
                continue
            line = _at(event.start_mark)[0] + self.first
            if isinstance(event, yaml.NodeEvent):
                self._begin(event, line)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise RefusedError((line, "a second YAML document begins here; keep one front matter"))
        roots = self.open[0].children
        return roots[0] if roots else Pairs(self.first, self.first, ())

    def _begin(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise RefusedError((line, f"`*{event.anchor}` is a YAML alias; write the value out, or put it in quotes"))
        if event.anchor is not None:
            raise RefusedError((line, f"`&{event.anchor}` is read as a YAML anchor; put the text in quotes"))
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in STANDARD_TAGS:
            raise RefusedError((line, f"`{tag}` is read as a YAML tag; put the text in quotes"))
        if isinstance(event, yaml.ScalarEvent):
            self.open[-1].children.append(self._text(event))
            return
        if len(self.open) > MAX_DEPTH:
            raise RefusedError((line, f"lists and maps are nested more than {MAX_DEPTH} deep; make them flatter"))
        flow = bool(getattr(event, "flow_style", False))
        begin = _at(event.start_mark)[1]
        self.open.append(_Open(isinstance(event, yaml.MappingStartEvent), flow, line, begin, []))

    def _text(self, event: yaml.ScalarEvent) -> Text:
        (line, begin), (end, column) = _at(event.start_mark), _at(event.end_mark)
        line, end = line + self.first, end + self.first
        if event.style in ("|", ">"):  # the mark stands on the line after the text
            return Text(line, max(line, end - 1), event.value, begin=begin)
        return Text(line, end, event.value, column, begin)

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        done = self.open.pop()
        row, column = _at(event.end_mark)
        end = row + self.first
        if not done.flow:  # a block ends with its last child, not with the comments after it
            end, column = (done.children[-1].end, done.children[-1].column) if done.children else (done.line, -1)
        children = tuple(done.children)
        node = (
            _pairs(done, end, column) if done.is_map else Items(done.line, end, children, column, done.flow, done.begin)
        )
        self.open[-1].children.append(node)


def comments(source: str, first: int, loader: type = LOADER) -> dict[int, str]:
    """The comment on each line that has one, by the file's line, from its `#` on; what a text holds is none.

    Takes a source that `compose` takes.
    """
    lines = source.split("\n")
    taken: dict[int, int] = {}
    for event in yaml.parse(source, Loader=loader):
        if not isinstance(event, yaml.ScalarEvent):
            continue
        (begin, column), (end, after) = _at(event.start_mark), _at(event.end_mark)
        if event.style in ("|", ">"):
            # Its own mark may have a comment beside it; the lines below have none.
            taken[begin] = column
            taken |= dict.fromkeys(range(begin + 1, end if after == 0 else end + 1), WHOLE_LINE)
            continue
        taken |= dict.fromkeys(range(begin, end), WHOLE_LINE)
        taken[end] = max(after, taken.get(end, 0))
    found = {}
    for number, line in enumerate(lines):
        match = COMMENT.search(line, min(taken.get(number, 0), len(line)))
        if match:
            found[number + first] = match[0].rstrip("\r")
    return found


def _at(mark: _Place | None) -> tuple[int, int]:
    """Line and column from 0; both parsers set every mark, though they need not."""
    return (mark.line, mark.column) if mark is not None else (0, -1)


def _pairs(done: _Open, end: int, column: int) -> Pairs:
    keys: dict[str, int] = {}
    pairs = []
    for key, value in zip(done.children[::2], done.children[1::2], strict=True):
        if not isinstance(key, Text):
            raise RefusedError((key.line, "a list or map stands where a field's name is expected"))
        if key.text in keys:
            twice = f"`{key.text}` stands on lines {keys[key.text]} and {key.line}; keep one of them"
            raise RefusedError((key.line, twice))
        keys[key.text] = key.line
        pairs.append((key, value))
    return Pairs(done.line, end, tuple(pairs), column, done.flow, done.begin)
