"""Briefs that would have an address which another brief has already."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from newsbrief.site.facts import addresses
from newsbrief.site.facts.records import Facts


def clashes(shown: Iterable[Facts]) -> dict[str, tuple[str, str]]:
    """Return, by path, the briefs that cannot have their addresses: (the address, the path of the brief that has it).

    Of two briefs the first by its path keeps the address. The addresses of quotes count, too: a brief "harbour" may
    have a quote "a-q1", and a brief "harbour-a" a quote "q1".
    """
    shown = list(shown)
    every = [_same(url) for facts in shown for url in _urls(facts)]
    if len(set(every)) == len(every):
        return {}
    taken: dict[str, str] = {}
    lost: dict[str, tuple[str, str]] = {}
    for facts in sorted(shown, key=lambda one: one.path):
        urls = _urls(facts)
        # Some disks take two names for one that differ in case or in how an accent is written.
        files = [_same(url) for url in urls]
        first = next((place for place, file in enumerate(files) if file in taken), None)
        if first is None:
            taken.update(dict.fromkeys(files, facts.path))
        else:
            lost[facts.path] = (urls[first], taken[files[first]])
    return lost


def _urls(facts: Facts) -> list[str]:
    of_brief = addresses.quotes_url(facts.day, facts.slug)
    return [facts.url, *[addresses.quote_url(of_brief, quote.id) for quote in facts.quotes]]


def _same(url: str) -> str:
    return url.casefold() if url.isascii() else unicodedata.normalize("NFC", url).casefold()
