"""Markdown as a reader sees it: paragraphs of plain words.

An approximation of what Python-Markdown with `extra` shows, made for comparing words and for search, in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from newsbrief.document.decoding import with_newlines
from newsbrief.document.inline import words
from newsbrief.document.signs import cleaned

# What is cleaned away (see `signs`), and what splits lines.
_UNSEEN = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff"
# A line in which Markdown sees nothing but words: it begins no list, heading, quote or table, and has no marks.
_LINE = rf"(?![\s#>=+:~-]|\d+[.)])[^\\`*_\[\]{{}}<>&|{_UNSEEN}]+(?<!\s)"
# Most bodies are paragraphs of such lines. Possessive, so that no body takes more than one look at each sign.
ALONE = re.compile(rf"(?:{_LINE}\n{{0,2}}+)++(?<!\n)")
QUOTED = re.compile(r"(?: {0,3}> ?)++")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
ITEM = re.compile(r"\s*(?:[*+-]|\d+\.) +")
DEFINED_TERM = re.compile(r" {0,3}: {1,3}")
UNDERLINE = re.compile(r"(=+|-+) *")
SEPARATOR = re.compile(r" *\|?[ :|-]*-[ :|-]*")
LABEL = re.compile(r""" {0,3}\[([^\[\]]+)\]: *+\S++ *+(?:"[^"]*"|'[^']*'|\([^()]*\))? *""")
FOOTNOTE = re.compile(r" {0,3}\[(\^[^\[\]]+)\]: *")
ABBREVIATION = re.compile(r"\*\[[^\\\]]+\] ?:")
ATTRIBUTES = re.compile(r" *\{:?[^{}]*\} *")
HIDDEN = re.compile(r"<(?:(!--)|(script|style|template)\b)", re.IGNORECASE)


class _Page(Struct):
    """The blocks read so far; `lines` are those of the open one. `literal`: code, whose marks are words."""

    blocks: list[tuple[str, bool]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    literal: bool = False
    listed: bool = False
    table: bool = False
    quoted: bool = False

    def close(self) -> None:
        """End the open block."""
        if self.lines:
            self.blocks.append((" ".join(line for line in self.lines if line), self.literal))
        self.lines, self.literal, self.table, self.quoted = [], False, False, False


def plain(markdown: str) -> str:
    """The words of a body: paragraphs with one blank line between them, each on one line, without markup.

    Headings, list items, quoted paragraphs and code blocks are paragraphs of their own; links and images are reduced to
    their words, tags, comments and rules are gone.
    """
    if words_alone(markdown):
        # Most have a line a paragraph, and are as readers see them already.
        lines, ends = markdown.count("\n"), markdown.count("\n\n")
        blocks = [markdown] if lines == 2 * ends else markdown.replace("\n\n", "\0").replace("\n", " ").split("\0")
        return "\n\n".join(blocks)
    return "\n\n".join(text for block in _read(markdown) if (text := cleaned(block).strip()))


def words_alone(markdown: str) -> bool:
    """Whether Markdown sees nothing but paragraphs of words there, HTML no sign of its own, and `signs` none at all."""
    return ALONE.fullmatch(markdown) is not None


def _read(markdown: str) -> Iterator[str]:
    """The words of each block."""
    page = _Page()
    lines = visible(with_newlines(markdown)).split("\n")
    last = {match[1]: at for at, line in enumerate(lines) if (match := FENCE.match(line)) and _is_bare(line, match)}
    at = 0
    while at < len(lines):
        fence = FENCE.match(lines[at])
        if fence and last.get(fence[1], -1) > at:
            at = _code_block(page, lines, at, fence[1])
        else:
            _line(page, lines[at])
            at += 1
    page.close()
    return (block if literal else words(block, page.labels) for block, literal in page.blocks)


def _is_bare(line: str, fence: re.Match[str]) -> bool:
    return not line[fence.end() :].strip()


def _code_block(page: _Page, lines: list[str], at: int, fence: str) -> int:
    page.close()
    end = at + 1
    while lines[end].strip() != fence:
        end += 1
    page.lines, page.literal = [line.strip() for line in lines[at + 1 : end]], True
    page.close()
    return end + 1


def _line(page: _Page, line: str) -> None:
    quoted = QUOTED.match(line)
    if quoted:
        if not page.quoted:
            page.close()
        page.quoted = True
        line = line[quoted.end() :]
    if not line.strip():
        page.close()
    elif not page.lines and line.startswith(("    ", "\t")) and not page.listed:
        page.lines, page.literal = [line.strip()], True
    elif page.literal:
        page.lines.append(line.strip())
    elif not (_definition(page, line) or _rule(page, line) or _opening(page, line)):
        _words(page, line)


def _definition(page: _Page, line: str) -> bool:
    """Lines that define a link, an abbreviation or a footnote; only a footnote's words are seen."""
    label, note = LABEL.fullmatch(line), FOOTNOTE.match(line)
    if note:
        page.labels.add(note[1].lower())
        page.close()
        page.lines = [line[note.end() :].strip()]
    elif label:
        page.labels.add(label[1].strip().lower())
    return bool(label or note or ABBREVIATION.match(line))


def _rule(page: _Page, line: str) -> bool:
    """Lines without words: under a heading, under a table's head, attributes, or across the page."""
    signs = line.replace(" ", "")
    if page.lines and "|" in signs and len(page.lines) == 1 and SEPARATOR.fullmatch(line):
        page.lines, page.table = [_cells(page.lines[0])], True
        return True
    if page.lines and ATTRIBUTES.fullmatch(line):
        return True
    under = page.lines and UNDERLINE.fullmatch(line) and (signs[0] == "-" or len(page.lines) == 1)
    if under or (len(signs) > 2 and signs[0] in "*-_" and signs == signs[0] * len(signs)):
        page.close()
        return True
    return False


def _opening(page: _Page, line: str) -> bool:
    """Lines that begin a block of their own: headings, list items, defined terms."""
    if line.startswith("#"):
        level = min(6, len(line) - len(line.lstrip("#")))
        page.close()
        page.lines, page.listed = [line[level:].strip().rstrip("#").strip()], False
        page.close()
        return True
    item = ITEM.match(line) if page.listed or not page.lines else None
    term = DEFINED_TERM.match(line) if page.lines or page.blocks else None
    begun = item or term
    if begun:
        page.close()
        page.lines, page.listed = [line[begun.end() :].strip()], True
    return bool(begun)


def _words(page: _Page, line: str) -> None:
    if not page.lines and not line.startswith(" "):
        page.listed = False
    page.lines.append(_cells(line) if page.table else line.strip())


def _cells(row: str) -> str:
    return " ".join(cell.strip() for cell in row.strip().strip("|").split("|"))


def visible(text: str) -> str:
    """Without comments, scripts and styles; one that is never closed stays, as browsers' parsers would else eat all."""
    pieces, at, begin = [], 0, 0
    unclosed: set[str] = set()
    while (match := HIDDEN.search(text, begin)) is not None:
        kind = (match[1] or match[2]).lower()
        end = None if kind in unclosed else _end_of(kind, text, match.end())
        begin = match.end()
        if end is None:
            unclosed.add(kind)
            continue
        pieces.append(text[at : match.start()])
        at = begin = end
    return "".join([*pieces, text[at:]])


def _end_of(kind: str, text: str, start: int) -> int | None:
    closing = "-->" if kind == "!--" else rf"</{kind}[^<>]*>"
    match = re.compile(closing, re.IGNORECASE).search(text, start)
    return match.end() if match else None
