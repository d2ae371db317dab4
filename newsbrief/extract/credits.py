"""Credit lines, bylines and datelines, told from the text they stand among."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsbrief.model.article import Article, Photo, Reading
from newsbrief.rules import Rules

# Credit lines stand near an article's beginning or its end, and are short.
TOP, BOTTOM = 6, 5
LONGEST = 420


@dataclass(frozen=True, slots=True)
class Credits:
    """What the credit lines gave so far."""

    authors: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    photo: Photo | None = None
    date: str = ""
    dateline: str = ""


def read(article: Article, day: Callable[[str], str], rules: Rules) -> Reading:
    """Take the credit lines out of an article. `day` gives the ISO date that a line consists of, or ""."""
    authors = tuple(name for words in article.authors for name in _people(words, rules)[0] or (words,))
    known = Credits(authors, article.source, article.photo, article.date)
    body: list[str] = []
    count = len(article.paragraphs)
    for place, paragraph in enumerate(article.paragraphs):
        near = place < TOP or place >= count - BOTTOM
        taken = _line(paragraph, known, day, rules) if near and len(paragraph) <= LONGEST else None
        if taken is None:
            body.append(paragraph)
        else:
            known = taken
    # An article of nothing but credits keeps its words: something was misread.
    paragraphs = body or list(article.paragraphs)
    known, paragraphs[0] = _dateline(paragraphs[0], known, rules)
    text = "\n\n".join(paragraphs)
    return Reading(
        headline=article.headline,
        text=text,
        date=known.date,
        authors=known.authors,
        source=_sources(text, known, rules),
        photo=known.photo,
        dateline=known.dateline,
        lang=article.lang,
    )


def _line(line: str, known: Credits, day: Callable[[str], str], rules: Rules) -> Credits | None:
    """The known with this line's added; None if it is text."""
    for form in rules.credits.lines:
        match = form.pattern.search(line)
        if match is not None:
            return ADD[form.kind](match, known, day, rules)
    if line in rules.credits.agencies:
        return replace(known, source=_with(known.source, line))
    found = day(line) if len(line) <= 60 else ""
    return replace(known, date=known.date or found) if found else None


def _photo(match: re.Match[str], known: Credits, day: Callable[[str], str], rules: Rules) -> Credits | None:
    parts = match.groupdict()
    photo = Photo(
        credit=(parts["who"] or "").strip(), rights=parts.get("rights") or "", caption=parts.get("caption") or ""
    )
    return replace(known, photo=known.photo or photo)


def _authors(match: re.Match[str], known: Credits, day: Callable[[str], str], rules: Rules) -> Credits | None:
    found, source = _people(match["who"], rules)
    if not found:
        return None
    authors = known.authors or found
    return replace(known, authors=authors, source=_with(known.source, source) if source else known.source)


def _source(match: re.Match[str], known: Credits, day: Callable[[str], str], rules: Rules) -> Credits | None:
    return replace(known, source=_with(known.source, match["who"].strip()))


def _notice(match: re.Match[str], known: Credits, day: Callable[[str], str], rules: Rules) -> Credits | None:
    return known


def _date(match: re.Match[str], known: Credits, day: Callable[[str], str], rules: Rules) -> Credits | None:
    found = day(match["who"])
    return replace(known, date=known.date or found) if found else None


ADD: dict[str, Callable[[re.Match[str], Credits, Callable[[str], str], Rules], Credits | None]] = {
    "photo": _photo,
    "authors": _authors,
    "source": _source,
    "notice": _notice,
    "date": _date,
}


def _with(known: tuple[str, ...], one: str) -> tuple[str, ...]:
    return known if one in known else (*known, one)


def _people(words: str, rules: Rules) -> tuple[tuple[str, ...], str]:
    """The names of an author line, and the agency or outlet behind them."""
    names: list[str] = []
    source = ""
    for part in rules.credits.joins.split(words.strip(" .")):
        bare = part.strip(" .")
        for tail in rules.credits.tails:
            bare = tail.sub("", bare).strip()
        first, _, rest = bare.partition(" ")
        bare = rest if rest and first.lower() in rules.words.articles else bare
        job = bare.lower() in rules.credits.roles and (names or bare.lower() not in rules.credits.staff)
        if not bare or job:
            continue
        if bare in rules.credits.agencies or (names and _is_outlet(bare, rules)):
            source = source or bare
        elif bare.lower() in rules.credits.staff:
            names.append(bare[:1].upper() + bare[1:])
        elif _is_name(bare, rules):
            names.append(bare)
        elif bare.lower() not in rules.credits.roles:
            return (), ""
    return tuple(dict.fromkeys(names)), source


def _is_outlet(words: str, rules: Rules) -> bool:
    return any(word in rules.organisations.heads for word in words.split())


def _is_name(words: str, rules: Rules) -> bool:
    parts = words.split()
    large = [part for part in parts if part[0].isupper()]
    small = [part for part in parts if not part[0].isupper()]
    return len(large) >= 1 and len(parts) <= 6 and all(part in rules.people.particles for part in small)


def _dateline(paragraph: str, known: Credits, rules: Rules) -> tuple[Credits, str]:
    """“PORT ELLERY, Ruritania (EW) — The harbour” parts into its dateline and the text."""
    for pattern in rules.credits.datelines:
        match = pattern.match(paragraph[:160])
        if match is None:
            continue
        agency = match["agency"]
        source = _with(known.source, agency) if agency else known.source
        rest = paragraph[match.end() :]
        return replace(known, dateline=match["place"].strip(" ,"), source=source), rest
    return known, paragraph


def _sources(text: str, known: Credits, rules: Rules) -> tuple[str, ...]:
    """Agencies of the credit lines and those that sentences name as a source, each once in its fullest form there."""
    forms: dict[str, str] = {}
    for form in (*known.source, *_named(text, rules)):
        full = rules.credits.agencies.get(form, form)
        if len(form) > len(forms.get(full, "")):
            forms[full] = form
    return tuple(forms.values())


def _named(text: str, rules: Rules) -> Iterator[str]:
    found: Sequence[tuple[int, str]] = sorted(
        (match.start("agency"), match["agency"]) for pattern in rules.credits.naming for match in pattern.finditer(text)
    )
    return (agency for _, agency in found)
