"""A Markdown draft: a headline behind "#" or in simple front matter, then paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from newsbrief.intake.text import Head, Line, assembled, joined, lines
from newsbrief.intake.text.credits import picture
from newsbrief.intake.text.lines import one_line
from newsbrief.model.address import is_web_address
from newsbrief.model.article import Article
from newsbrief.model.refusal import RefusedError
from newsbrief.rules import Rules, known, load

FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):\s*(.*)")
HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]{0,300})\]\([^)\n]{0,600}\)")
LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,600}\)")
BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400})(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,400})(?<=\S)\1(?![\w*])")
MARK = re.compile(r"(?P<quote>(?:>\s?)+)|(?P<item>[-*+]\s+)(?=\S)|(?P<number>\d{1,3}[.)]\s+)(?=\S)")
# What drafts of site generators call them.
CREDITS = ("photo_credit", "image_credit", "photo credit", "image credit", "photocredit", "imagecredit")
CAPTIONS = ("photo_caption", "image_caption", "photo caption", "image caption", "caption")
COMMENT_WORDS = re.compile(r"<!--((?:(?!<!--|-->)[\s\S])*)-->")
COMMENT = re.compile(r"<!--(?:(?!<!--|-->)[\s\S])*-->")
LEVELS = ("", "h2", "h2", "h3", "h4", "h4", "h4")


def read(text: str, rules: Rules) -> Article:
    """Read a draft; raises RefusedError without a headline or a body."""
    fields, body, first = _front_matter(text)
    # A comment's lines stay, empty, so that numbers of lines are right; what it says is for the desk.
    comments = tuple(filter(None, map(one_line, COMMENT_WORDS.findall(body))))
    if lang := known(fields.get("lang", "")):
        rules = load(lang)
    found = lines(COMMENT.sub(lambda match: "\n" * match[0].count("\n"), body), first)
    headline = fields.get("title", "")
    if not headline:
        headline, found = _heading(found)
    kinds = {line.number: _kind(line) for line in found}
    unmarked = [line for line in map(_unmarked, _pictured(found, rules)) if line.text.strip()]
    atoms = [replace(atom, text=plain(atom.text)) for atom in joined(unmarked, rules)]
    head = Head(_told(fields, plain(headline)), ())
    article = assembled(head, [atom for atom in atoms if atom.text], rules, kinds)
    link = fields.get("link", "")
    notes = tuple(dict.fromkeys((*comments, *article.notes)))
    return replace(article, notes=notes, link=link if is_web_address(link) else "")


def _told(fields: Mapping[str, str], headline: str) -> dict[str, tuple[str, ...]]:
    """The fields of the front matter as heads give them."""
    told = {
        "headline": (headline,),
        "standfirst": (plain(fields.get("subtitle", "")),),
        "date": (fields.get("date", ""),),
        "authors": _listed(fields.get("authors") or fields.get("author", "")),
        "credit": tuple(fields[name] for name in CREDITS if fields.get(name)),
        "caption": tuple(fields[name] for name in CAPTIONS if fields.get(name)),
        "lang": (fields.get("lang", ""),),
        "source": _listed(fields.get("source", "")),
    }
    return {name: words for name, words in told.items() if any(words)}


def _pictured(found: Sequence[Line], rules: Rules) -> Iterator[Line]:
    """What describes a picture stays where a line below it credits one: it is the caption then."""
    for line, following in zip_longest(found, found[1:]):
        image = IMAGE.fullmatch(line.text)
        credited = following is not None and picture(plain(following.text), rules) is not None
        yield replace(line, text=image["alt"]) if image and image["alt"] and credited else line


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
