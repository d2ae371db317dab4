"""Front-matter nodes as texts, lists of texts and maps of nodes; what is wrong is noted and reading goes on."""

from __future__ import annotations

from collections.abc import Collection

from newsbrief.document.nodes import Items, Node, Pairs, Text
from newsbrief.document.signs import cleaned

Problems = list[tuple[int, str]]
SHOWN = 60
FLAGS = {"true": True, "yes": True, "false": False, "no": False}


def shown(text: str) -> str:
    """A value as messages show it: in quotes, on one line, not too long."""
    line = " ".join(text[: SHOWN + 1].split())
    return f'"{line[:SHOWN]}…"' if len(text) > SHOWN else f'"{line}"'


def text_of(node: Node, what: str, problems: Problems) -> str:
    """A text, without white space around it and without signs that nobody sees; its own line breaks stay."""
    if isinstance(node, Text):
        return cleaned(node.text).strip()
    if isinstance(node, Items):
        problems.append((node.line, f"{what} is a list; write one text"))
    elif node.flow:
        problems.append((node.line, f"{what} is a map in braces; write one text, in double quotes if it has braces"))
    else:
        problems.append((node.line, f"{what} is a map; write one text, in double quotes if it has a colon"))
    return ""


def line_of(node: Node, what: str, problems: Problems) -> str:
    """A text of one line; line breaks in it become spaces."""
    text = text_of(node, what, problems)
    return " ".join(part.strip() for part in text.split("\n") if part.strip()) if "\n" in text else text


def flag_of(node: Node, what: str, problems: Problems) -> bool:
    """Yes or no, as `true` or `false`; an empty value is no."""
    word = line_of(node, what, problems)
    if word and word.lower() not in FLAGS:
        problems.append((node.line, f"{what} is {shown(word)}; write `true`, or leave the line out"))
    return FLAGS.get(word.lower(), False)


def lines_of(node: Node, what: str, problems: Problems) -> tuple[str, ...]:
    """A list of one-line texts; a single text is a list of one. Empty items are dropped."""
    if not isinstance(node, Items):
        text = line_of(node, what, problems)
        return (text,) if text else ()
    texts = (line_of(item, f"an item of {what}", problems) for item in node.items)
    return tuple(text for text in texts if text)


def tags_of(node: Node, what: str, problems: Problems) -> tuple[str, ...]:
    """Like `lines_of`, but a single text is divided at its commas, as Pelican does."""
    if isinstance(node, Text):
        return tuple(tag for part in line_of(node, what, problems).split(",") if (tag := part.strip()))
    return lines_of(node, what, problems)


def items_of(node: Node, what: str, problems: Problems) -> tuple[Node, ...]:
    """The items of a list; an empty field has none."""
    if isinstance(node, Items):
        return node.items
    if not (isinstance(node, Text) and not node.text.strip()):
        problems.append((node.line, f"{what} is no list; begin each item with `- ` on a line of its own"))
    return ()


def keys_of(node: Node, what: str, known: Collection[str], problems: Problems) -> dict[str, Node]:
    """A map's values by key; keys outside `known` are problems."""
    if not isinstance(node, Pairs):
        problems.append((node.line, f"{what} is no map; write it with the keys {', '.join(known)}"))
        return {}
    found = {}
    for key, value in node.pairs:
        if key.text in known:
            found[key.text] = value
        else:
            problems.append((key.line, f"{what} has no key {shown(key.text)}; use {', '.join(known)}"))
    return found
