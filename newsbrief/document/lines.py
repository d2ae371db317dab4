"""Which lines of a brief's file each of its facts stands on: what a person is shown who wants to correct it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsbrief.document.front import divide
from newsbrief.document.nodes import Items, Node, Pairs, Text
from newsbrief.document.read import fields_of
from newsbrief.document.signs import cleaned

Lines = tuple[int, int]
BY_ID, BY_NAME = ("quotes", "events"), ("people", "organisations", "places")


def places(text: str) -> Mapping[tuple[str, str], Lines]:
    """First and last line of each fact, counted from 1, by its field and its id or name: ("quotes", "q2").

    A field as a whole stands under ("quotes", ""). Of two facts of one name the first counts. Raises RefusedError for
    front matter that is none.
    """
    found: dict[tuple[str, str], Lines] = {}
    for field, (key, node) in fields_of(divide(text)).items():
        found[field, ""] = (key.line, max(key.line, node.end))
        name = "id" if field in BY_ID else "name" if field in BY_NAME else ""
        for item in _items(node) if name else ():
            found.setdefault((field, _called(item, name)), (item.line, max(item.line, item.end)))
    return found


def _items(node: Node) -> Iterator[Node]:
    yield from node.items if isinstance(node, Items) else (node,)


def _called(node: Node, name: str) -> str:
    if isinstance(node, Text):
        return " ".join(cleaned(node.text).split())
    pairs = node.pairs if isinstance(node, Pairs) else ()
    return next((_called(value, name) for key, value in pairs if key.text == name and isinstance(value, Text)), "")
