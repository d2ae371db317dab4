"""YAML as a tree of text, lists and maps that know their lines.

Every scalar stays the text it is (`NO`, `12:30` and `2022` included).
"""

from __future__ import annotations

from msgspec import Struct


class Text(Struct, frozen=True):
    """One scalar. `line` and `end` are the file's first and last line of it.

    `begin` is the column where it begins, `column` the one where it ends (-1: unknown).
    """

    line: int
    end: int
    text: str
    column: int = -1
    begin: int = -1


class Items(Struct, frozen=True):
    """A list. `flow`: written in brackets."""

    line: int
    end: int
    items: tuple[Node, ...]
    column: int = -1
    flow: bool = False
    begin: int = -1


class Pairs(Struct, frozen=True):
    """A map, in the file's order. `flow`: written in braces."""

    line: int
    end: int
    pairs: tuple[tuple[Text, Node], ...]
    column: int = -1
    flow: bool = False
    begin: int = -1


Node = Text | Items | Pairs
