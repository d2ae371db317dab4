"""The tree of front matter as nearly all of it is written, in a third of the time that PyYAML takes.

YAML is a large language, and front matter uses little of it: a field a line, dashes or fields below it, brackets that
hold texts, texts on one line that are plain or in quotes without escapes. This much is read here. At the first sign of
anything else it gives up and PyYAML reads the whole, so it never has to know what is wrong with a text, or why.
"""

from __future__ import annotations

import re

from msgspec import Struct

from newsbrief.document.nodes import Items, Node, Pairs, Text

# A plain text begins with none of these; what they begin is told apart, or left to PyYAML.
INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=~")
# A text in brackets, and what follows it. Colons and question marks in a plain one are left to PyYAML.
INSIDE = r""" *(?:([^\s\-?:,\[\]{}#&*!|>'"%@`=~\\][^,\[\]{}:#?]*)|"([^"\\]*)"|'([^']*)') *(,|$)"""
ENTRY = re.compile(INSIDE)
PAIR = re.compile(rf" *([A-Za-z_][\w-]{{0,99}}):(?= ){INSIDE}", re.ASCII)
# Longer names, and what lies deeper, are left to PyYAML.
MAX_KEY = 100
MAX_DEPTH = 6

Fields = list[tuple[Text, Node]]


class _GivenUpError(Exception):
    """Something stands here that only PyYAML reads."""


class _Block(Struct):
    """A list (`key` is no matter) or a map whose end has not been met; `key` still waits for its value."""

    indent: int
    items: list[Node] | None
    pairs: Fields
    key: Text | None = None

    def give(self, value: Node | None) -> None:
        """Put in what was read whole: the list's next item, or the value of the name that waits for one."""
        if value is None:
            return
        if self.key is not None:
            self.pairs.append((self.key, value))
            self.key = None
        elif self.items is not None:
            self.items.append(value)


class _Brackets(Struct):
    """A list or a map in brackets whose end has not been met."""

    is_map: bool
    line: int
    begin: int
    items: list[Node]
    pairs: Fields


def read_tree(source: str, first: int) -> Node:
    """The tree of one YAML document whose first line is the file's line `first`.

    Raises RefusedError, see `yaml_tree.compose`.
    """
    found = plain_tree(source, first)
    if found is not None:
        return found
    from newsbrief.document.yaml_tree import compose  # PyYAML takes its time to load, and is seldom asked

    return compose(source, first)


def plain_tree(source: str, first: int) -> Pairs | None:
    """The tree of front matter whose first line is the file's line `first`, or None where PyYAML has to read it."""
    if "\t" in source or "\r" in source:
        return None
    reading = _Reading()
    try:
        for number, line in enumerate(source.split("\n"), first):
            body = line.strip(" ")
            if body and body[0] != "#":
                reading.take(body, number, line.index(body[0]))
        return reading.ended()
    except _GivenUpError:
        return None


class _Reading:
    """What is open of one front matter, the outermost first."""

    def __init__(self) -> None:
        self.open = [_Block(0, None, [])]
        self.brackets: _Brackets | None = None

    def take(self, body: str, line: int, column: int) -> None:
        """Take one line; `column` is where its text begins."""
        if self.brackets is not None:
            self.open[-1].give(self._of_brackets(self.brackets, body, 0, line, column))
            return
        top = self.open[-1]
        dashed = body[0] == "-"
        while top.indent > column or (top.indent == column and top.items is not None and not dashed):
            top = self._close()
        if dashed:
            self._item(top, body, line, column)
            return
        if top.key is not None and column > top.indent:
            top = self._begin(column, None)
        if top.indent != column or top.items is not None or top.key is not None:
            raise _GivenUpError
        self._pair(top, body, line, column)

    def ended(self) -> Pairs | None:
        """All that was read; None for nothing."""
        if self.brackets is not None:
            raise _GivenUpError
        while len(self.open) > 1:
            self._close()
        root = self.open[0]
        if root.key is not None:
            raise _GivenUpError
        return _map(root.pairs, 0) if root.pairs else None

    def _begin(self, column: int, items: list[Node] | None) -> _Block:
        if len(self.open) == MAX_DEPTH:
            raise _GivenUpError
        self.open.append(_Block(column, items, []))
        return self.open[-1]

    def _close(self) -> _Block:
        done = self.open.pop()
        if done.key is not None or not self.open:
            raise _GivenUpError
        block = self.open[-1]
        block.give(_list(done.items, done.indent) if done.items else _map(done.pairs, done.indent))
        return block

    def _item(self, top: _Block, body: str, line: int, column: int) -> None:
        """Take `- value`, or `- name: value` of a map."""
        if body[:2] != "- ":
            raise _GivenUpError
        if top.items is None:
            if top.key is None:
                raise _GivenUpError
            top = self._begin(column, [])
        elif top.indent != column:
            raise _GivenUpError
        rest = body[2:].lstrip(" ")
        column += len(body) - len(rest)
        if rest[0] not in INDICATORS and (": " in rest or rest[-1] == ":"):
            self._pair(self._begin(column, None), rest, line, column)
        else:
            top.give(self._value(rest, line, column))

    def _pair(self, block: _Block, body: str, line: int, column: int) -> None:
        """Take `name: value`, or `name:` of what stands below it."""
        name, colon, rest = body.partition(": ")
        if not colon:
            name = body[:-1]
            if body[-1] != ":":
                raise _GivenUpError
        if not (name.isidentifier() or name.replace("-", "_").isidentifier()) or len(name) > MAX_KEY:
            raise _GivenUpError
        block.key = Text(line, line, name, column + len(name), column)
        if rest:
            rest = rest.lstrip(" ")
            block.give(self._value(rest, line, column + len(body) - len(rest)))

    def _value(self, text: str, line: int, column: int) -> Node | None:
        """What stands on one line; None for what begins there in brackets and goes on."""
        sign = text[0]
        if sign not in INDICATORS:
            if ": " in text or " #" in text or text[-1] == ":":
                raise _GivenUpError
            return Text(line, line, text, column + len(text), column)
        if sign in "[{":
            self.brackets = _Brackets(sign == "{", line, column, [], [])
            return self._of_brackets(self.brackets, text, 1, line, column)
        if sign in "\"'" and len(text) > 1 and text[-1] == sign and text.count(sign) == 2 and "\\" not in text:
            return Text(line, line, text[1:-1], column + len(text), column)
        raise _GivenUpError

    def _of_brackets(self, brackets: _Brackets, text: str, begin: int, line: int, column: int) -> Node | None:
        """The list or map in brackets, when it ends on this line; `begin` is where its entries begin in the text."""
        closed = text[-1] == ("}" if brackets.is_map else "]")
        last = len(text) - 1 if closed else len(text)
        comma = _entries(brackets, text, begin, last, line, column)
        if closed == comma:  # a comma before the bracket, or none at the end of the line
            raise _GivenUpError
        if not closed:
            return None
        self.brackets = None
        after = column + len(text)
        if brackets.is_map:
            return Pairs(brackets.line, line, _told_apart(brackets.pairs), after, True, brackets.begin)
        return Items(brackets.line, line, tuple(brackets.items), after, True, brackets.begin)


def _entries(brackets: _Brackets, text: str, at: int, last: int, line: int, column: int) -> bool:
    """Take the entries that stand between `at` and `last`; whether a comma ends them."""
    comma = False
    pattern = PAIR if brackets.is_map else ENTRY
    while at < last:
        match = pattern.match(text, at, last)
        if match is None:
            raise _GivenUpError
        at = match.end()
        comma = match[match.lastindex or 0] == ","
        if brackets.is_map:
            begin, end = match.span(1)
            key = Text(line, line, match[1], column + end, column + begin)
            brackets.pairs.append((key, _entry(match, 2, line, column)))
        else:
            brackets.items.append(_entry(match, 1, line, column))
    return comma


def _entry(match: re.Match[str], group: int, line: int, column: int) -> Text:
    """The text that one of the three groups from `group` on holds: plain, in double quotes, in single ones."""
    plain = match[group]
    if plain is not None:
        text = plain.rstrip(" ")
        begin = column + match.start(group)
        return Text(line, line, text, begin + len(text), begin)
    quoted = group + 1 if match[group + 1] is not None else group + 2
    begin, end = match.span(quoted)
    return Text(line, line, match[quoted], column + end + 1, column + begin - 1)


def _map(pairs: Fields, begin: int) -> Pairs:
    last = pairs[-1][1]
    return Pairs(pairs[0][0].line, last.end, _told_apart(pairs), last.column, False, begin)


def _list(items: list[Node], begin: int) -> Items:
    last = items[-1]
    return Items(items[0].line, last.end, tuple(items), last.column, False, begin)


def _told_apart(pairs: Fields) -> tuple[tuple[Text, Node], ...]:
    if len({key.text for key, _ in pairs}) != len(pairs):
        raise _GivenUpError
    return tuple(pairs)
