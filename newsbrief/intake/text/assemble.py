"""Lines and what heads told, put together to an article: the same for plain text and for Markdown drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from newsbrief.intake.credit import parted
from newsbrief.intake.text import headline, pictures
from newsbrief.intake.text.atoms import Atom
from newsbrief.intake.text.blocks import blocks
from newsbrief.intake.text.byline import signed
from newsbrief.intake.text.credits import byline, picture
from newsbrief.intake.text.days import day, is_dated, transmitted
from newsbrief.intake.text.days import told as in_figures
from newsbrief.intake.text.head import Head
from newsbrief.intake.text.notices import DROPPED, Notice, ended, mended, reads_like_text, told
from newsbrief.model.article import Article, Photo
from newsbrief.model.refusal import RefusedError
from newsbrief.rules import Rules, copy, pages
from newsbrief.rules.copy import Copy
from newsbrief.rules.pages import Pages

NO_HEADLINE = (
    "no headline: line {line} reads like a paragraph; "
    "put the headline on a line of its own, with an empty line after it"
)
NO_BODY = "no body: nothing stands after the headline"
NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}(?=[ ,])")
# “12-Mar-2029”
HYPHENED = re.compile(r"\b(\d{1,2})-([A-Z][a-z]{2,8})-(\d{4})\b")
CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
# A credit alone is no longer, in words.
CREDIT = 7
# A mark behind the last sentence is no longer.
ENDING = 60
# A paragraph is no shorter.
SENTENCE = 40
# How many of the last paragraphs may tell of the writer.
TAIL = 4
# A byline that tells the day, too, stands this near to the headline.
SIGNED = 4
OUT = frozenset({*DROPPED, "rule", "kicker"})
# Kinds of lines above a headline in which a date may stand.
ABOVE = frozenset({"", "kicker", "turn", "slug", "furniture", "credit"})


def assembled(head: Head, atoms: Sequence[Atom], rules: Rules, marked: Mapping[int, str] | None = None) -> Article:
    """The article of a text's atoms. `marked`: the kinds of the atoms by their number, where marks tell them.

    Raises RefusedError without a headline or a body.
    """
    forms, page = copy.load(rules.lang), pages.load(rules.lang)
    notices = told(atoms, forms, page, rules)
    whole, tail = ended(notices)
    kept, photo = pictures.taken(mended(whole), lambda words: picture(words, rules), page)
    photo = photo or pictures.taken(tail, lambda words: picture(words, rules), page)[1]
    start, end, title = _headline(head, kept, forms, rules)
    above, rest = kept[:start], signed(kept[end:], title, forms, rules)
    credited = [notice for notice in above if notice.kind == "credit"]
    body = [notice for notice in (*credited, *rest) if notice.kind not in OUT]
    found, agency = _unmarked(_blocks([notice.atom for notice in _without_bio(body, page)], marked), forms, rules)
    if not found:
        raise RefusedError((kept[start].atom.number if kept else 1, NO_BODY))
    found = [(Atom(found[0][0].number, words, True), "") for words in head.fields.get("standfirst", ())] + found
    return Article(
        headline=title,
        paragraphs=tuple(atom.text for atom, _ in found),
        lines=tuple(atom.number for atom, _ in found),
        date=next(filter(None, map(day, head.fields.get("date", ()))), "") or transmitted(notices, rules),
        authors=head.fields.get("authors", ()) or _sender(head, [*above, *rest, *tail], rules),
        photo=_labelled(head, photo, page),
        lang=_language(head.first("lang")),
        source=(*_credited(head), *_sources(notices), *agency),
        kinds=tuple(kind for _, kind in found) if any(kind for _, kind in found) else (),
        dateline=head.first("dateline"),
        asides=(
            *head.fields.get("date", ()),
            *_asides([*above, *rest, *notices], tail),
            *_dated([*above, *rest[:SIGNED]], rules),
        ),
        notes=tuple(dict.fromkeys((*head.fields.get("note", ()), *_notes(notices, tail)))),
        embargo=head.first("embargo") or next((one.parts["until"] for one in notices if one.kind == "embargo"), ""),
    )


def _headline(head: Head, kept: Sequence[Notice], forms: Copy, rules: Rules) -> tuple[int, int, str]:
    """The headline with the places of its atoms; raises RefusedError without one."""
    if told := head.first("headline"):
        return 0, 0, told
    start, end, title = headline.find(kept, forms, rules)
    if title or head.first("subject"):
        return start, end, title or head.first("subject")
    left = next((notice.atom for notice in kept if not notice.kind), None)
    line = left.number if left else next((notice.atom.number for notice in kept), 0)
    raise RefusedError((line, NO_HEADLINE.format(line=line) if line else "empty file"))


def _blocks(atoms: Sequence[Atom], marked: Mapping[int, str] | None) -> list[tuple[Atom, str]]:
    if marked is None:
        return list(blocks(atoms))
    return [(atom, marked.get(atom.number, "")) for atom in atoms]


def _unmarked(
    found: list[tuple[Atom, str]], forms: Copy, rules: Rules
) -> tuple[list[tuple[Atom, str]], tuple[str, ...]]:
    """The blocks without the mark or the agency behind the last sentence; and that agency."""
    place = next((place for place in range(len(found) - 1, -1, -1) if len(found[place][0].text) >= SENTENCE), -1)
    if place < 0:
        return found, ()
    atom, kind = found[place]
    match = _ending(forms.ended, frozenset(rules.credits.agencies)).search(atom.text[-ENDING:])
    if match is None:
        return found, ()
    words = atom.text[: len(atom.text) - len(match[0])]
    return [*found[:place], (replace(atom, text=words), kind), *found[place + 1 :]], tuple(
        filter(None, [match["agency"]])
    )


@cache
def _ending(pattern: str, agencies: frozenset[str]) -> re.Pattern[str]:
    names = sorted(agencies, key=len, reverse=True)
    return re.compile(pattern.replace("{agency}", "|".join(map(re.escape, names))))


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


def _language(words: str) -> str:
    """A language's code; archives also write its name, which tells a reader nothing that the text does not."""
    return words if CODE.fullmatch(words) else ""


def _credited(head: Head) -> tuple[str, ...]:
    """The outlets that a head names; what it merely credits is one only if the picture is credited elsewhere."""
    return head.fields.get("source", ()) + (head.fields.get("credited", ()) if head.first("credit") else ())


def _labelled(head: Head, photo: Photo | None, page: Pages) -> Photo | None:
    """The picture that the head credits; one that the text describes wins over a credit without a caption."""
    credit, caption = head.first("credit") or head.first("credited"), head.first("caption")
    if not credit or (photo and photo.caption and not caption):
        return photo
    if len(credit.split()) > CREDIT and (said := parted(credit, page)).credit:
        # “PHOTO: The ferry in May. (Osla Brandt)”
        return said
    return Photo(credit, caption=caption)


def _sources(notices: Iterable[Notice]) -> Iterator[str]:
    for notice in notices:
        if notice.kind == "closing" and "source" in notice.parts:
            yield notice.parts["source"]


def _asides(notices: Iterable[Notice], tail: Iterable[Notice]) -> Iterator[str]:
    """Lines outside of the text that may credit or date it."""
    for notice in notices:
        if notice.kind and "date" in notice.parts:
            yield notice.parts["date"].strip()
    for notice in tail:
        if notice.kind == "credit":
            yield notice.atom.text


def _dated(above: Iterable[Notice], rules: Rules) -> Iterator[str]:
    """Lines above the text that tell a day, such as a masthead or a byline."""
    for notice in above:
        if notice.kind in ABOVE and not reads_like_text(notice.atom.text) and is_dated(notice.atom.text, rules):
            yield (in_figures(notice.atom.text) or HYPHENED.sub(r"\1 \2 \3", notice.atom.text)).strip()


def _notes(notices: Iterable[Notice], tail: Sequence[Notice]) -> Iterator[str]:
    """What speaks to editors: notes anywhere, and what stands below “Notes to editors”."""
    for notice in notices:
        if notice.kind == "note":
            yield notice.atom.text
    to_editors = False
    for notice in tail:
        if notice.kind in ("tail", "end", "closing"):
            to_editors = "notes" in notice.parts
            if to_editors and notice.parts.get("note"):
                yield notice.parts["note"]
        elif to_editors and not notice.kind:
            yield notice.atom.text
