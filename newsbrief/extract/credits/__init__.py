"""Credit lines, bylines and datelines, told from the text they stand among."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.extract.credits import dateline
from newsbrief.extract.credits.people import people
from newsbrief.model.article import Article, Photo, Reading
from newsbrief.rules import Rules

# Credit lines stand near an article's beginning or its end, and are short.
TOP, BOTTOM = 8, 6
LONGEST = 420
# Before the paragraph with the dateline stand no more than a standfirst and its points.
DATELINES = 7


class Credits(Struct, frozen=True):
    """What the credit lines gave so far. `byline`: the line before was one."""

    authors: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    photo: Photo | None = None
    date: str = ""
    dateline: str = ""
    byline: bool = False


Day = Callable[[str], str]


def read(article: Article, day: Day, dated: Day, rules: Rules) -> Reading:
    """Take the credit lines out of an article.

    `day` gives the ISO date that a line consists of, `dated` the one that it tells; both "" without one.
    """
    signed = [(_byline(words, rules), words) for words in article.authors]
    authors = tuple(name for (names, _), words in signed for name in names or (words,))
    behind = tuple(source for (_, source), _ in signed if source)
    known = Credits(authors, article.source or behind, article.photo, article.date, article.dateline)
    body: list[str] = []
    count = len(article.paragraphs)
    for place, paragraph in enumerate(article.paragraphs):
        near = place < TOP or place >= count - BOTTOM
        taken = _line(paragraph, known, day, rules) if near and len(paragraph) <= LONGEST else None
        if taken is None:
            body.append(paragraph)
        known = replace(known, byline=False) if taken is None else taken
    # An article of nothing but credits keeps its words: something was misread.
    paragraphs = body or list(article.paragraphs)
    known = _dateline(paragraphs, known, day, rules)
    known = _ending(paragraphs, known, rules)
    for aside in article.asides:
        known = _line(aside, known, day, rules) or known
        known = replace(known, date=known.date or dated(aside))
    text = "\n\n".join(paragraphs)
    return Reading(
        headline=article.headline,
        text=text,
        date=known.date,
        authors=tuple(dict.fromkeys(_as_written(name, text, rules) for name in known.authors)),
        source=_sources(text, known, rules),
        photo=known.photo,
        dateline=known.dateline,
        lang=article.lang,
        notes=article.notes,
        embargo=article.embargo,
    )


def _byline(words: str, rules: Rules) -> tuple[tuple[str, ...], str]:
    """The names in what a form marks up as its author, with or without “By” and roles, and whom they work for."""
    for form in rules.credits.lines:
        match = form.pattern.search(words) if form.kind == "authors" else None
        found = people(match["who"], rules) if match else ((), "")
        if found[0]:
            return found
    return people(words, rules)


def _line(line: str, known: Credits, day: Day, rules: Rules) -> Credits | None:
    """The known with this line's added; None if it is text."""
    for form in rules.credits.lines:
        match = form.pattern.search(line)
        taken = ADD[form.kind](match, known, day, rules) if match is not None else None
        if taken is not None:
            return taken
    if line in rules.credits.agencies:
        return replace(known, source=_with(known.source, line))
    found = day(line) if len(line) <= 60 else ""
    return replace(known, date=known.date or found) if found else None


def _photo(match: re.Match[str], known: Credits, day: Day, rules: Rules) -> Credits | None:
    parts = match.groupdict()
    photo = Photo(
        credit=(parts["who"] or "").strip(), rights=parts.get("rights") or "", caption=parts.get("caption") or ""
    )
    return replace(known, photo=known.photo or photo)


def _authors(match: re.Match[str], known: Credits, day: Day, rules: Rules) -> Credits | None:
    parts = match.groupdict()
    found, source = people(match["who"], rules)
    if not found:
        return None
    source = parts.get("agency") or source
    picture = Photo((parts.get("picture") or "").strip()) if parts.get("picture") else None
    return replace(
        known,
        authors=known.authors or found,
        source=_with(known.source, source) if source else known.source,
        dateline=known.dateline or (parts.get("place") or "").strip(" ,"),
        date=known.date or (day(parts["date"]) if parts.get("date") else ""),
        photo=known.photo or picture,
        byline=True,
    )


def _source(match: re.Match[str], known: Credits, day: Day, rules: Rules) -> Credits | None:
    return replace(known, source=_with(known.source, match["who"].strip()))


def _issue(match: re.Match[str], known: Credits, day: Day, rules: Rules) -> Credits | None:
    """“Ellery Beat, 17 October 2029” below a byline names the outlet; elsewhere, or in capitals, it is a dateline."""
    who, found = match["who"], day(match["date"])
    if not found:
        return None
    known = replace(known, date=known.date or found)
    if who.lower() in rules.calendar.weekdays:
        return known
    if known.byline and not who.isupper():
        return replace(known, source=_with(known.source, who))
    return replace(known, dateline=known.dateline or who)


def _notice(match: re.Match[str], known: Credits, day: Day, rules: Rules) -> Credits | None:
    return known


def _date(match: re.Match[str], known: Credits, day: Day, rules: Rules) -> Credits | None:
    found = day(match["who"])
    return replace(known, date=known.date or found) if found else None


ADD: dict[str, Callable[[re.Match[str], Credits, Day, Rules], Credits | None]] = {
    "photo": _photo,
    "authors": _authors,
    "source": _source,
    "issue": _issue,
    "notice": _notice,
    "date": _date,
}


def _with(known: tuple[str, ...], one: str) -> tuple[str, ...]:
    return known if one in known else (*known, one)


def _dateline(paragraphs: list[str], known: Credits, day: Day, rules: Rules) -> Credits:
    """Take the dateline off the first paragraph that has one."""
    for place, paragraph in enumerate(paragraphs[:DATELINES]):
        found = dateline.find(paragraph, place, paragraphs, rules)
        if found is None:
            continue
        if found.end < len(paragraph):
            paragraphs[place] = paragraph[found.end :]
        source = _with(known.source, found.agency) if found.agency else known.source
        return replace(known, dateline=known.dateline or found.place, source=source, date=known.date or day(found.date))
    return known


def _ending(paragraphs: list[str], known: Credits, rules: Rules) -> Credits:
    """A standfirst that names the writer at its end."""
    if known.authors or len(paragraphs) < 2:
        return known
    for pattern in rules.credits.endings:
        if match := pattern.match(paragraphs[0]):
            found, _ = people(match["who"] or match["by"], rules)
            if found:
                paragraphs[0] = match["rest"]
                return replace(known, authors=found)
    return known


def _as_written(name: str, text: str, rules: Rules) -> str:
    """A name in capitals as the text writes it, else as names are written."""
    if not name.isupper() or len(name.split()) < 2:
        return name
    there = re.search(re.escape(name), text, re.IGNORECASE)
    if there and not there[0].isupper():
        return there[0]
    return " ".join(word.lower() if word.lower() in rules.people.particles else _cased(word) for word in name.split())


def _cased(word: str) -> str:
    """“O'NEILL-MCRAE” as "O'Neill-McRae"."""
    cased = "".join(part.capitalize() for part in re.split(r"(?<=['’.-])", word))
    return re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), cased)


def _sources(text: str, known: Credits, rules: Rules) -> tuple[str, ...]:
    """Agencies of the credit lines and those that sentences name as a source, each once in its fullest form there."""
    forms: dict[str, str] = {}
    told = (*known.source, *_named(text, rules))
    for form in told:
        full = rules.credits.agencies.get(form) or next((name for name in told if _initials(name) == form), form)
        full = full.casefold()
        if len(form) > len(forms.get(full, "")):
            forms[full] = form
    return tuple(forms.values())


def _initials(name: str) -> str:
    """“HNA” of "Harbour News Agency"; "" of one word."""
    parts = [part for part in name.split() if part[0].isupper()]
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def _named(text: str, rules: Rules) -> Iterator[str]:
    found: Sequence[tuple[int, str]] = sorted(
        (match.start("agency"), match["agency"]) for pattern in rules.credits.naming for match in pattern.finditer(text)
    )
    return (agency for _, agency in found)
