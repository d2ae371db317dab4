"""Plain text: a headline on a line of its own, then paragraphs, and what newsrooms write around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsbrief.intake.text import headline, pictures
from newsbrief.intake.text.atoms import Atom, atoms
from newsbrief.intake.text.blocks import blocks
from newsbrief.intake.text.credits import byline, picture
from newsbrief.intake.text.days import day, transmitted
from newsbrief.intake.text.head import Head, labelled, mailed
from newsbrief.intake.text.lines import Line, lines
from newsbrief.intake.text.notices import DROPPED, Notice, ended, mended, told
from newsbrief.model.article import Article, Photo
from newsbrief.model.refusal import RefusedError
from newsbrief.rules import Rules, copy, pages
from newsbrief.rules.copy import Copy
from newsbrief.rules.pages import Pages

__all__ = ["Line", "lines", "paragraphs", "read"]

NO_HEADLINE = (
    "no headline: line {line} reads like a paragraph; "
    "put the headline on a line of its own, with an empty line after it"
)
NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}(?=[ ,])")
# How many of the last paragraphs may tell of the writer.
TAIL = 4
OUT = frozenset({*DROPPED, "rule", "kicker"})


def read(text: str, rules: Rules) -> Article:
    """Read plain text; raises RefusedError without a headline or a body, or with a line of over 200,000 characters."""
    forms, page = copy.load(rules.lang), pages.load(rules.lang)
    head = _head(lines(text), forms)
    notices = told(atoms(head.rest), forms, page, rules)
    whole, tail = ended(notices)
    kept, photo = pictures.taken(mended(whole), lambda words: picture(words, rules), page)
    start, end, title = _headline(head, kept, forms)
    above = (notice for notice in kept[:start] if notice.kind == "credit")
    body = [notice for notice in (*above, *kept[end:]) if notice.kind not in OUT]
    found = list(blocks([notice.atom for notice in _without_bio(body, page)]))
    if not found:
        raise RefusedError((kept[start].atom.number if kept else 1, "no body: nothing stands after the headline"))
    found = [(Atom(found[0][0].number, words, True), "") for words in head.fields.get("standfirst", ())] + found
    return Article(
        headline=title,
        paragraphs=tuple(atom.text for atom, _ in found),
        lines=tuple(atom.number for atom, _ in found),
        date=next(filter(None, map(day, head.fields.get("date", ()))), "") or transmitted(notices, rules),
        authors=head.fields.get("authors", ()) or _sender(head, notices, rules),
        photo=_labelled(head) or photo,
        lang=head.first("lang"),
        source=head.fields.get("source", ()) + tuple(_sources(notices)),
        kinds=tuple(kind for _, kind in found) if any(kind for _, kind in found) else (),
        dateline=head.first("dateline"),
        asides=(*head.fields.get("date", ()), *_asides(notices, tail)),
        notes=(*head.fields.get("note", ()), *(one.atom.text for one in notices if one.kind == "note")),
        embargo=head.first("embargo") or next((one.parts["until"] for one in notices if one.kind == "embargo"), ""),
    )


def paragraphs(found: Sequence[Line]) -> list[tuple[int, str]]:
    """(first line's number, words) of each paragraph; wrapped lines are joined."""
    return [(atom.number, atom.text) for atom in atoms(found)]


def _head(found: Sequence[Line], forms: Copy) -> Head:
    """What the heads before the article tell, and the lines after them."""
    letter = mailed(found, forms.mail) or Head({}, tuple(found))
    fields = labelled(letter.rest, forms)
    return Head({**letter.fields, **fields.fields}, fields.rest) if fields else letter


def _headline(head: Head, kept: Sequence[Notice], forms: Copy) -> tuple[int, int, str]:
    """The headline with the places of its atoms; raises RefusedError without one."""
    if told := head.first("headline"):
        return 0, 0, told
    start, end, title = headline.find(kept, forms)
    if title or head.first("subject"):
        return start, end, title or head.first("subject")
    left = next((notice.atom for notice in kept if not notice.kind), None)
    if left is None or not headline.is_paragraph(left.text):
        line = left.number if left else next((notice.atom.number for notice in kept), 0)
        raise RefusedError((line, NO_HEADLINE.format(line=line) if line else "empty file"))
    raise RefusedError((left.number, NO_HEADLINE.format(line=left.number)))


def _without_bio(body: Sequence[Notice], page: Pages) -> Iterator[Notice]:
    """Without what the last paragraphs tell of somebody whom the credits name: “Osla Brandt is a reporter”."""
    credited = " ".join(notice.atom.text.lower() for notice in body if notice.kind == "credit")
    for place, notice in enumerate(body):
        words = notice.atom.text
        name = NAME.match(words) if place and place >= len(body) - TAIL else None
        if name and name[0].lower() in credited and page.bio.match(words[name.end() :].lstrip(" ,")):
            continue
        yield notice


def _sender(head: Head, notices: Iterable[Notice], rules: Rules) -> tuple[str, ...]:
    """Whoever mailed an article wrote it, unless it says otherwise."""
    named = any(notice.kind == "credit" and byline(notice.atom.text, rules) for notice in notices)
    return () if named else head.fields.get("sender", ())


def _labelled(head: Head) -> Photo | None:
    credit, caption = head.first("credit"), head.first("caption")
    return Photo(credit, caption=caption) if credit else None


def _sources(notices: Iterable[Notice]) -> Iterator[str]:
    for notice in notices:
        if notice.kind == "closing" and "source" in notice.parts:
            yield notice.parts["source"]


def _asides(notices: Iterable[Notice], tail: Iterable[Notice]) -> Iterator[str]:
    """Lines outside of the text that may credit or date it."""
    for notice in notices:
        if notice.kind and "date" in notice.parts:
            yield notice.parts["date"]
    for notice in tail:
        if notice.kind == "credit":
            yield notice.atom.text
