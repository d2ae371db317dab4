"""The blocks of marked-up text: HTML, XHTML and NITF have the same few roles for their elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.etree import _Element, iterwalk
from msgspec import Struct

from newsbrief.intake import overfull
from newsbrief.intake.spans import without
from newsbrief.intake.text.lines import one_line
from newsbrief.intake.wire.tree import local

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4", "hl1": "h2", "hl2": "h2"}
QUOTES = frozenset({"blockquote", "bq"})
LISTS = {"ol": "number", "ul": "item", "menu": "item"}
BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "body", "html", "block", "body.content"),
        *("address", "center", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "hr", "pre"),
        *("li", "details", "summary", "nitf-table", "nitf-col", "fn", "credit", *HEADINGS, *QUOTES, *LISTS),
    )
)
# What is no text of an article, or stands elsewhere in it.
LEFT_OUT = frozenset(
    (
        *(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "nav",
            "aside",
            "form",
            "button",
            "select",
            "svg",
        ),
        *("math", "iframe", "object", "embed", "video", "audio", "canvas", "figure", "figcaption", "textarea", "input"),
        *("media", "note", "byline", "dateline", "copyrite", "abstract", "datasource", "nitf-table-metadata", "option"),
        *("distributor", "hedline", "body.head", "body.end", "map", "applet", "frameset", "noframes", "plaintext"),
    )
)
# Of those, what stands within a line.
WITHIN = frozenset({"script", "style", "noscript", "template", "svg", "math", "button", "select", "input", "option"})
CELLS = frozenset({"td", "th"})
# A row of a table whose cells are all shorter holds figures or names, no text.
CELL = 60
COLUMNS = re.compile(r"\S(?: {2,}|\t)\s*\S")
# A cell of more elements, or a table of figures of more signs, is none.
MOST_WITHIN, MOST_SIGNS = 100, 20_000
BREAK = "\u2028"
# Line breaks part paragraphs where two stand together, or where each part is a sentence of this length.
SENTENCE, SENTENCE_END = 60, re.compile(r"[.!?…:;][\"”’»)\]]*$")
BREAKS = re.compile(rf"{BREAK}\s*(?:{BREAK}\s*)+")
BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")
# libxml2 gives up at a depth of 256.
DEEPEST = 250
TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w.:-]*+)[^<>]*+>")
MARKUP = re.compile(
    r"</?(?:p|br|div|h[1-6]|hl2|ul|ol|li|blockquote|table|tr|td|a|em|strong|b|i|u|span|sup|sub|body|html|section|figure"
    r"|img|pre|article)\b[^<>]*>",
    re.IGNORECASE,
)
MOST_TAGS = 150_000


class Block(Struct, frozen=True):
    """One block of text; `kind` is one of `model.article.KINDS`."""

    kind: str
    text: str


def is_markup(text: str) -> bool:
    """Whether a string holds HTML rather than plain text."""
    return MARKUP.search(text) is not None


def of_html(source: str) -> tuple[Block, ...]:
    """The blocks of a string of HTML, whole or a fragment, in linear time; of what is no tree, its words."""
    if not source.strip():
        return ()
    if source.count("<") > MOST_TAGS:
        return _flat(source)
    marked = re.search(rf"<(?:{'|'.join(sorted(BLOCKS))}|br)\b", source, re.IGNORECASE)
    if not marked and BLANK_LINE.search(source.strip()):
        # Text with line ends that was called HTML: its blank lines are what parts it.
        return tuple(block for part in BLANK_LINE.split(source) for block in of_html(part))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = etree.fromstring(f"<body>{overfull.bare(source)}</body>".encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return _flat(source)
    if tree is None or _is_cut_short(tree):
        return _flat(source)
    return of_tree(tree)


def of_tree(tree: _Element) -> tuple[Block, ...]:
    """The blocks of an element's content in order, headings from the second level on."""
    return tuple(_levelled([block for block in _walked(tree) if block.text]))


def _is_cut_short(tree: _Element) -> bool:
    depth, last = 0, tree
    while len(last) and depth < DEEPEST:
        depth, last = depth + 1, last[-1]
    return depth == DEEPEST


def _flat(source: str) -> tuple[Block, ...]:
    """The words of HTML that stands too deep in itself for a tree, without what runs."""
    bare = re.sub(r"<(script|style)\b[\s\S]*?(?:</\1\s*>|$)", " ", source, flags=re.IGNORECASE)
    parts = TAG.sub(lambda tag: "\n\n" if tag["name"].lower() in BLOCKS else "", without(bare, "<!--", "-->"))
    return tuple(Block("", said) for part in BLANK_LINE.split(parts) if (said := one_line(part)))


def _walked(tree: _Element) -> Iterator[Block]:
    """Blocks in document order; a block within another ends the outer one's text so far."""
    kinds: list[str] = [""]
    text: list[str] = []
    opened: list[bool] = []
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        outside = element is tree
        if event == "start":
            out = not outside and _is_out(element, name)
            blocks = outside or name in BLOCKS or (out and name not in WITHIN)
            opened.append(blocks)
            if blocks:
                yield from _flushed(kinds[-1], text)
                kinds.append(_kind(element, name, kinds[-1]))
            if out:
                walk.skip_subtree()
            else:
                text += (_opening(name), _inner(element.text, name))
        else:
            if name == "q":
                text.append("”")
            if opened.pop():
                yield from _flushed(kinds.pop(), text)
            text.append("" if outside else element.tail or "")
    yield from _flushed("", text)


def _opening(name: str) -> str:
    if name == "br":
        return BREAK
    return "“" if name == "q" else " " if name in CELLS else ""


def _inner(text: str | None, name: str) -> str:
    """An element's text; in `pre` line ends are the writer's."""
    said = text or ""
    return BLANK_LINE.sub(BREAK * 2, said) if name == "pre" else said


def _kind(element: _Element, name: str, outer: str) -> str:
    if name in HEADINGS:
        return HEADINGS[name]
    if name in QUOTES:
        return "quote"
    if name == "li":
        parent = element.getparent()
        return LISTS.get(local(parent), "item") if parent is not None else "item"
    return outer if outer in ("quote", "item", "number") else ""


def _is_out(element: _Element, name: str) -> bool:
    return name in LEFT_OUT or (name == "tr" and _is_figures(element)) or (name == "pre" and _is_columns(element))


def _is_figures(row: _Element) -> bool:
    return all((said := _short(cell)) is not None and len(said.strip()) < CELL for cell in row)


def _is_columns(pre: _Element) -> bool:
    """Whether what is typed out holds columns, as tables of figures do."""
    lines = [line.strip() for line in (_short(pre) or "").split("\n") if line.strip()]
    return bool(lines) and all(COLUMNS.search(line) for line in lines)


def _short(element: _Element) -> str | None:
    """What stands in a cell or table of figures; None for more, which is asked again of each that stands in it."""
    signs = 0
    for number, one in enumerate(element.iter()):
        signs += len(one.text or "") + len(one.tail or "")
        if number > MOST_WITHIN or signs > MOST_SIGNS:
            return None
    return "".join(map(str, element.itertext()))


def _flushed(kind: str, text: list[str]) -> Iterator[Block]:
    """The text so far as a block, or as several that line breaks part."""
    said = "".join(text)
    text.clear()
    for part in BREAKS.split(said):
        lines = [words for one in part.split(BREAK) if (words := one_line(one))]
        whole = all(len(words) >= SENTENCE and SENTENCE_END.search(words) for words in lines[:-1])
        yield from (Block(kind, words) for words in (lines if whole else [" ".join(lines)]))


def _levelled(found: Sequence[Block]) -> Iterator[Block]:
    """Headings leave no level out, whatever the text began with."""
    used = sorted({block.kind for block in found if block.kind.startswith("h")})
    level = {kind: f"h{min(number, 4)}" for number, kind in enumerate(used, 2)}
    return (Block(level.get(block.kind, block.kind), block.text) for block in found)
