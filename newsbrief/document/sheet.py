"""A brief's file as lines: where its fields and their parts stand, and which lines have a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from newsbrief.document.front import divide
from newsbrief.document.nodes import Node, Pairs, Text
from newsbrief.document.read import front_read
from newsbrief.document.yaml_tree import comments

DOCUMENT_END = re.compile(r"\.{3}(?!\S)")
# What YAML takes for no words of a text; other white space, as a space that does not break, is some.
BLANK = " \t\r\n\x85\u2028\u2029"
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Region(Struct, frozen=True):
    """Lines of a file, counted from 0, `end` not included; `column`: where a value of one line ends."""

    start: int
    end: int
    column: int


class Sheet(Struct, frozen=True):
    """`lines` with their ends; `root` the front matter; `remarks` the comments by line, counted from 0.

    `first` is the line after the opening `---`, `closing` the second one's, both counted from 0. In the lines of
    `mended` YAML reads other signs than stand there, so that columns in them mean nothing.
    """

    lines: Sequence[str]
    root: Pairs
    first: int
    closing: int
    remarks: Mapping[int, str]
    mended: frozenset[int] = field(default_factory=frozenset)

    @property
    def line_end(self) -> str:
        """The file's kind of line end."""
        first = self.lines[0] if self.lines else "\n"
        return "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"

    def regions(self, pairs: Sequence[tuple[Text, Node]], limit: int) -> list[Region]:
        """The lines of each key with its value; `limit` is the first line (from 0) that can be none of theirs."""
        # A key with a question mark and no value ends, for YAML, where the next thing begins.
        following = [*(key.line - 1 for key, _ in pairs[1:]), limit]
        return [
            Region(key.line - 1, self.trimmed(key.line - 1, min(value.end, after)), value.column)
            for (key, value), after in zip(pairs, following, strict=True)
        ]

    def trimmed(self, start: int, end: int) -> int:
        """The end of a value without what YAML counts in: a block text's blank lines, others the document's end."""
        end = max(start + 1, end)
        while end > start + 1 and not self._holds_words(end - 1):
            end -= 1
        return end

    def _holds_words(self, line: int) -> bool:
        text = self.lines[line]
        return bool(text.strip(BLANK)) and not DOCUMENT_END.match(text)

    def kept(self, start: int, end: int, beside: str | None = None) -> list[str]:
        """The comments of lines that go, as lines of their own; `beside`: one that stays where it is."""
        found = []
        for line in range(start, end):
            remark = self.remarks.get(line)
            if remark is None or remark == beside:
                continue
            whole = self.lines[line].rstrip("\r\n")
            found.append(whole if whole.lstrip().startswith("#") else remark)
        return found

    def remark(self, region: Region) -> str:
        """The comment beside a value of one line, with the space before it."""
        if region.end - region.start != 1 or region.start not in self.remarks:
            return ""
        line, words = self.lines[region.start].rstrip("\r\n"), self.remarks[region.start]
        before = line.removesuffix(words)
        return line[len(before.rstrip(" \t")) :] if before != line else f"  {words}"


def sheet(text: str) -> Sheet:
    """Lay a file out. Raises RefusedError when its front matter cannot be read."""
    front = divide(text)
    root, source = front_read(front)
    shown, given = source.split("\n"), front.source.split("\n")
    first = front.first - 1
    mended = frozenset(first + at for at, (one, other) in enumerate(zip(shown, given, strict=True)) if one != other)
    remarks = {line - 1: words for line, words in comments(source, front.first).items()}
    return Sheet(LINE.findall(text), root, first, front.closing - 1, remarks, mended)


class Edit(Struct, frozen=True):
    """Lines from `start` to `end` (from 0, not included) that give way to `lines`, which have no line ends."""

    start: int
    end: int
    lines: tuple[str, ...] = ()


def edited(on: Sheet, edits: Iterable[Edit]) -> str:
    """The file after edits that do not overlap; of several at one place the first given comes first."""
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        out += on.lines[at : edit.start]
        if edit.lines and out and not out[-1].endswith(("\n", "\r")):
            out[-1] += on.line_end
        out += (line.replace("\n", on.line_end) + on.line_end for line in edit.lines)
        at = max(at, edit.end)
    return "".join([*out, *on.lines[at:]])
