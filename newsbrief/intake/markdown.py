"""A Markdown draft: a headline behind "#" or in simple front matter, then paragraphs."""

from __future__ import annotations

import re

from newsbrief.intake.text import Line, lines, paragraphs
from newsbrief.model.article import Article
from newsbrief.model.refusal import RefusedError

FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):\s*(.*)")
HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)")
LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,600}\)")
BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400})(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,400})(?<=\S)\1(?![\w*])")
MARK = re.compile(r"(?P<quote>(?:>\s?)+)|(?P<item>[-*+]\s+)(?=\S)|(?P<number>\d{1,3}[.)]\s+)(?=\S)")
COMMENT = re.compile(r"<!--(?:(?!<!--|-->)[\s\S])*-->")
LEVELS = ("", "h2", "h2", "h3", "h4", "h4", "h4")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read(text: str) -> Article:
    """Read a draft; raises RefusedError without a headline or a body."""
    fields, body, first = _front_matter(text)
    # A comment's lines stay, empty, so that numbers of lines are right.
    found = lines(COMMENT.sub(lambda match: "\n" * match[0].count("\n"), body), first)
    headline = fields.get("title", "")
    if not headline:
        headline, found = _heading(found)
    kinds = {line.number: _kind(line) for line in found}
    blocks = [(number, plain(words)) for number, words in paragraphs([_unmarked(line) for line in found])]
    blocks = [(number, words) for number, words in blocks if words]
    if fields.get("subtitle"):
        blocks.insert(0, (first, plain(fields["subtitle"])))
    if not blocks:
        raise RefusedError((first, "no body: nothing stands after the headline"))
    day = DAY.match(fields.get("date", ""))
    return Article(
        headline=plain(headline),
        paragraphs=tuple(words for _, words in blocks),
        lines=tuple(number for number, _ in blocks),
        date=fields.get("date", "") if day else "",
        authors=_listed(fields.get("authors") or fields.get("author", "")),
        lang=fields.get("lang", ""),
        source=_listed(fields.get("source", "")),
        kinds=tuple(kinds.get(number, "") for number, _ in blocks) if any(kinds.values()) else (),
    )


def plain(words: str) -> str:
    """Markdown's marks taken off a line; the words stay."""
    words = LINK.sub(r"\1", IMAGE.sub("", words))
    return EMPHASIS.sub(r"\2", BOLD.sub(r"\2", words)).strip()


def _front_matter(text: str) -> tuple[dict[str, str], str, int]:
    """(fields, the rest, the number of its first line). Only plain "key: value" lines are read."""
    if not text.startswith("---"):
        return {}, text, 1
    rows = text.split("\n")
    end = next((place for place, row in enumerate(rows[1:], 1) if row.strip() in {"---", "..."}), 0)
    if not end:
        return {}, text, 1
    fields = {}
    for row in rows[1:end]:
        match = FIELD.match(row)
        if match:
            fields[match[1].lower()] = _unquoted(match[2])
    return fields, "\n".join(rows[end + 1 :]), end + 2


def _listed(words: str) -> tuple[str, ...]:
    return tuple(part for one in words.strip("[]").split(",") if (part := _unquoted(one)))


def _unquoted(words: str) -> str:
    """Without the marks around a whole value; a mark that stands alone is the writer's."""
    bare = words.strip()
    return bare[1:-1].strip() if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'" else bare


def _heading(found: list[Line]) -> tuple[str, list[Line]]:
    match = HEADING.match(found[0].text) if found else None
    if match is None or not match[1]:
        line = found[0].number if found else 1
        raise RefusedError((line, f"no headline: line {line} is no heading; begin it with “# ” or give a title field"))
    return match[1], found[1:]


def _unmarked(line: Line) -> Line:
    """A heading or a list's item stands on its own, without its mark."""
    heading = HEADING.match(line.text)
    if heading:
        return Line(line.number, heading[1] or " ", True)
    marked = MARK.match(line.text)
    return Line(line.number, line.text[marked.end() :] or " ", True) if marked else line


def _kind(line: Line) -> str:
    """What a line's mark makes of it, as in `model.article.KINDS`."""
    if HEADING.match(line.text):
        return LEVELS[len(line.text) - len(line.text.lstrip("#"))]
    marked = MARK.match(line.text)
    return marked.lastgroup or "" if marked else ""
