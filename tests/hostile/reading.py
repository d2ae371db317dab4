"""Which words a page may have of a string that came in by one way, and where every string was found again.

A reader who puts `&amp;` into an article means "&", and who writes Markdown means its marks. All that a way in may make
of a string stands here, with its reason; everything else has to arrive sign by sign (but for `hostile.shown`).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import unescape

from tests.hostile import SIGNATURE, judge, shown, signed

# Saved pages: HTML has no place for control signs and for what is no character; parsers leave them out without a gap.
PAGES = frozenset({"htmltext", "htmlitem", "htmlquoted", "htmltitle"})
NOT_IN_PAGES = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Drafts are Markdown: marks of emphasis are no words, a link is its words, a comment is none.
DRAFT = frozenset({"draft", "draftitem", "drafttitle"})
EMPHASIS = str.maketrans("", "", "*_")
NO_WORDS = re.compile(r"<!--|\]\s*\(|!\[")
# Code in a Markdown body: Python-Markdown closes a reference that is not closed, and mends a comment's end.
CLOSED = str.maketrans("", "", ";!")
# Plain text, saved pages and drafts: a character reference is the sign that it stands for. Wires and pages are full of
# references that were escaped once too often.
REFERENCES = {"headline", "bare", "text"} | PAGES | DRAFT
# At the beginning of a line these make it a list's item; the page shows an item.
ITEM = re.compile(r"(?:[-•·*]\s+|[•*](?=[\w“\"‘'«(]))")


def readings(field: str, number: int, text: str) -> set[str]:
    """The signed texts one of which a page has to show."""
    if field == "markup":  # as markup a string has no words of its own; its paragraph has to be there
        return {signed("", field, number)}
    found = {signed(text, field, number)}
    if field in REFERENCES:
        found |= {unescape(text), unescape(unescape(text))}
    if field in PAGES:
        found |= {NOT_IN_PAGES.sub("", one) for one in found}
    if field == "bare":
        found |= {ITEM.sub("", one.strip(), count=1) for one in found}
    if field in DRAFT and NO_WORDS.search(text):
        found.add(signed("", field, number))
    return found


def loose(field: str, words: str) -> str:
    """Shown words without the signs that this way in may take or add."""
    if field not in {*DRAFT, "code"}:
        return words
    return " ".join(words.translate(EMPHASIS if field in DRAFT else CLOSED).split())


def is_excused(field: str, text: str) -> bool:
    """Whether a string may be gone with its signature.

    In a draft's comment, which begins with this string or with another's; behind the bar in a page's title, where the
    name of its site stands.
    """
    return (field in DRAFT and "<!--" in text) or (field == "htmltitle" and " | " in text)


def found_again(files: Mapping[str, bytes]) -> dict[tuple[str, int], list[str]]:
    """For each signature the words of the files that have it: pages, and our own JSON."""
    where: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name, source in files.items():
        if name.endswith(".html"):
            words = shown(judge.words(source.decode("utf-8")))
        elif name.endswith("/events.json"):
            words = shown(" ".join(_strings(json.loads(source))))
        else:
            continue
        for field, number in set(SIGNATURE.findall(words)):
            where[field, int(number)].append(words)
    return where


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def is_shown(field: str, number: int, text: str, words: Iterable[str]) -> bool:
    """Whether one of the pages with a string's signature has the string before it."""
    wanted = {loose(field, shown(one)) for one in readings(field, number, text)}
    return any(one in loose(field, page) for page in words for one in wanted)
