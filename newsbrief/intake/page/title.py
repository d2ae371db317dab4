"""A page's headline: its h1 where that is the article's, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from newsbrief.intake.page import data
from newsbrief.intake.page.look import Look, fold, plain, words

DECLARED = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "sailthru.title",
    "parsely-title",
    "title",
    "headline",
)
SEPARATOR = re.compile(r"\s+(?:\||-|–|—|::?|»|«|•|·|/)\s+|\s*\|\s*|:\s(?=\S+$)")
HEADLINE = re.compile(r"headline|title", re.IGNORECASE)
CUT_SHORT = re.compile(r"\s*(?:…|\.\.\.)$")
# A heading that shares fewer of its words with every declared title is another's.
ALIKE = 0.5
LONGEST = 400
# What follows a bar is the site's name if it is no longer than this, in words.
SITE_WORDS = 4
# A heading or title of no more words may be a section's.
SECTION_WORDS = 3


def headline(look: Look) -> str:
    """The article's headline; "" if the page has none."""
    sites = look.sites()
    declared = tuple(_declared(look, sites))
    headings = [words for heading in look.headings if fold(words := _without_site(heading, sites)) not in {"", *sites}]
    own = _same(headings, declared) or _same(look.pieces, declared) or _agreeing(headings, declared, look.title)
    if own:
        return own
    if part := _shown(look):
        return part
    telling = [title for title in declared if len(title.split()) > SECTION_WORDS]
    if len(headings) == 1 and (not telling or _is_own(headings[0], sites)):
        return headings[0]
    return _fullest(declared) or next(iter(headings), "")


def _shown(look: Look) -> str:
    """The part of the page's title that an element marked as a headline shows; "" if there is an h1, or none does."""
    if look.headings:
        return ""
    parts = {fold(part) for part in SEPARATOR.split(look.title)}
    marked = (words(tag) for tag in look.soup.find_all(class_=HEADLINE))
    return next((shown for shown in marked if len(shown.split()) > SECTION_WORDS and fold(shown) in parts), "")


def _is_own(heading: str, sites: Collection[str]) -> bool:
    """Whether a page's only heading is the article's although the page declares another: no section's, no slogan."""
    return len(heading.split()) > SECTION_WORDS and not any(site in fold(heading) for site in sites)


def _declared(look: Look, sites: Collection[str]) -> Iterator[str]:
    """The titles that the page declares elsewhere, the surest first."""
    for item in look.articles():
        yield from _clean(data.text(item.get("headline")) or data.text(item.get("name")), sites)
    for name in DECLARED:
        for told in look.meta.get(name, ()):
            yield from _clean(told, sites)
    yield from _clean(look.title, sites)


def _clean(words: str, sites: Collection[str]) -> Iterator[str]:
    bare = _without_site(plain(words)[:LONGEST].rstrip(), sites)
    if fold(bare) and fold(bare) not in sites:
        yield bare


def _without_site(title: str, sites: Collection[str]) -> str:
    """Take the site's name, and a section's between bars, off a title's ends."""
    for _ in range(3):
        parts = list(SEPARATOR.finditer(title))
        if not parts:
            return title
        first, last = parts[0], parts[-1]
        head, tail = title[: first.start()], title[last.end() :]
        if _is_site(tail, sites) or ("|" in last[0] and 0 < len(tail.split()) <= SITE_WORDS < len(title.split())):
            title = title[: last.start()]
        elif _is_site(head, sites):
            title = title[first.end() :]
        else:
            return title
    return title


def _is_site(words: str, sites: Collection[str]) -> bool:
    """Whether the words are a site's name, written as one word or with its top-level domain, too."""
    bare = fold(words).replace(" ", "")
    known = {site.replace(" ", "") for site in sites}
    return bool(bare) and any(bare in (site, site.removeprefix("the"), f"the{site}", f"{site}com") for site in known)


def _same(headings: Iterable[str], declared: Iterable[str]) -> str:
    """The first heading, or part of one, that is a declared title; "" if none is."""
    wanted = {fold(title) for title in declared}
    return next((heading for heading in headings if fold(heading) in wanted), "")


def _goes_on(heading: str, title: str, page: str) -> bool:
    """Whether a heading is a declared title and, behind it, the end of the page's title: the site's name."""
    rest = fold(heading).removeprefix(fold(title))
    return len(title.split()) > SECTION_WORDS and rest != fold(heading) and fold(page).endswith(rest)


def _agreeing(headings: Iterable[str], declared: Sequence[str], page: str) -> str:
    """The heading that goes on from a declared title, or is most like one; "" if none is."""
    listed = tuple(headings)
    wanted = {fold(title) for title in declared}
    begun = next((title for title in declared if any(_goes_on(heading, title, page) for heading in listed)), "")
    if begun:
        return begun
    parts = [frozenset(title.split()) for title in wanted]
    best, most = "", ALIKE
    for heading in listed:
        own = frozenset(fold(heading).split())
        likeness = max((_likeness(own, other) for other in parts), default=0.0)
        if likeness > most:
            best, most = heading, likeness
    return best


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter title's words that the longer has; one word alone proves nothing."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter > 1 else 0.0


def _fullest(declared: tuple[str, ...]) -> str:
    """The first declared title; one that was cut short gives way to one that goes on."""
    first = next(iter(declared), "")
    if CUT_SHORT.search(first):
        begun = CUT_SHORT.sub("", first)
        return next((title for title in declared if title.startswith(begun) and not CUT_SHORT.search(title)), first)
    return first
