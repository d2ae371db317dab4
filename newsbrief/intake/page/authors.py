"""Who wrote a page's article: people, and organisations only where no person is named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from newsbrief.intake.page import data
from newsbrief.intake.page.look import Look, fold, plain, words
from newsbrief.rules.pages import Bylines

FIELDS = (
    *("author", "article:author", "og:author", "parsely-author", "sailthru.author", "byl", "dc.creator"),
    *("dcterms.creator", "dc.creator.byline", "article.author", "cxenseparse:author", "mrf:authors", "byline"),
    *("creator", "authors", "citation_author", "rbauthors", "article:author_name", "twitter:creator_name"),
)
ADDRESS = re.compile(
    r"\S+@\S+\.\w+|(?:https?:)?//\S+|www\.\S+|(?<!\S)@\w+|\(?\[?(?:email|e-mail)\]?\)?:?(?=\s|$)", re.I
)
BRACKETS = re.compile(r"\s*[(\[{][^()\[\]{}]{0,120}[)\]}]")
TAGS = re.compile(r"<[^<>]{0,300}>")
EDGES = ' ,;:|/–—-•·.“”"'
MARKED = re.compile(
    r"(?:^|[\s_-])(?:author|byline|contributor|reporter)s?(?:[\s_-]*(?:name|link|url))s?(?:$|[\s_-])|^(?:author|byline)s?$",
    re.I,
)
# Two to four words, each with a capital but for particles.
PERSON = re.compile(
    r"[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s(?:[a-z]{1,3}|[^\W\d_a-zß-ÿ][\w.'’-]*)){0,2}\s[^\W\d_a-zß-ÿ][\w.'’-]*"
)
DAY = re.compile(r"(?:\b[A-Z][a-zé]{2,9},? )?\b\d{1,2}[ .]|\b[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}")
LONGEST, MOST_WORDS, MOST = 400, 6, 20


def authors(look: Look, rules: Bylines) -> tuple[str, ...]:
    """The names, each once, of the first place that names people: JSON-LD, metadata, a marked byline.

    Where none does, whatever is named in the first place that names anything.
    """
    bodies = look.sites() | {fold(name) for name in _organisations(look)}
    seen: list[tuple[str, ...]] = []
    for place in (_told, _declared, _marked):
        found = tuple(dict.fromkeys(name for one in islice(place(look), MOST) for name in named(one, rules)))
        people = tuple(name for name in found if not _is_body(name, bodies, rules))
        if people and (place is not _marked or reads_like_people(people, rules)):
            return people
        seen.append(found)
    return next((found for found in seen[:-1] if found), ())


def reads_like_people(names: Sequence[str], rules: Bylines) -> bool:
    """Whether all names are written like people's: for places that may hold anything."""
    return all(PERSON.fullmatch(name) and not _is_body(name, (), rules) for name in names)


def _organisations(look: Look) -> Iterator[str]:
    """Authors that JSON-LD calls organisations."""
    for item in look.articles():
        listed = item.get("author")
        for one in listed if isinstance(listed, list) else [listed]:
            if isinstance(one, Mapping) and data.kinds(one) & data.OUTLETS:
                yield from data.names(one)


def _told(look: Look) -> Iterator[str]:
    """The first article object that names anyone; of a page object only when no article does."""
    pages = (item for item in look.items if data.kinds(item) & data.PAGES)
    for item in (*look.articles(), *pages):
        listed = data.names(item.get("author")) or data.names(item.get("creator"))
        if listed:
            yield from listed
            return


def _declared(look: Look) -> Iterator[str]:
    for name in FIELDS:
        listed = [one for one in look.meta.get(name, ()) if "://" not in one]
        if listed:
            yield from listed
            return


def _marked(look: Look) -> Iterator[str]:
    """Elements whose class, rel or itemprop says that they hold an author's name."""
    for tag in look.soup.find_all(True):
        told = [tag.get("itemprop"), tag.get("rel"), tag.get("class")]
        if any(MARKED.search(" ".join(one) if isinstance(one, list) else str(one)) for one in told if one):
            # A byline's element may be the row's that holds the day, too.
            yield DAY.split(words(tag))[0]


def named(text: str, rules: Bylines) -> Iterator[str]:
    """The names in a byline, without "By", roles, addresses and what follows a name."""
    bare = BRACKETS.sub(" ", ADDRESS.sub(" ", TAGS.sub(" ", plain(text)[:LONGEST])))
    while match := rules.before.match(bare):
        bare = bare[match.end() :]
    parts: list[str] = []
    for part in rules.joins.split(bare):
        name = rules.after.sub("", f" {plain(part).strip(EDGES[:-3])}").strip(EDGES)
        if parts and fold(part) in rules.suffixes:
            parts[-1] = f"{parts[-1]} {part.strip(' ,;')}"
        elif name:
            shortened = fold(name.split()[-1]) in rules.suffixes and f"{name}." in part
            parts.append(f"{name}." if shortened else name)
    for name in parts:
        if _is_name(name, rules) and not (len(parts) > 1 and rules.titled.fullmatch(name)):
            yield name


def _is_name(name: str, rules: Bylines) -> bool:
    folded = fold(name)
    whole = 0 < len(name.split()) <= MOST_WORDS and any(sign.isalpha() for sign in name)
    return (
        whole and folded not in rules.nobody and not rules.role.fullmatch(name) and not any(s.isdigit() for s in name)
    )


def _is_body(name: str, sites: Collection[str], rules: Bylines) -> bool:
    folded = fold(name)
    return (
        folded in sites or folded.removeprefix("the ") in sites or any(part in rules.bodies for part in folded.split())
    )
