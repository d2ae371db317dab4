"""The name of a fetched page's file: a day and the last part of its address."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain, count
from urllib.parse import unquote, urlsplit

from slugify import slugify

LONGEST = 60
ENDING = re.compile(r"\.[a-z][a-z0-9]{1,5}$", re.IGNORECASE)
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}(?:-|$)")
# What many pages' addresses end with says nothing of the page.
NOTHING = frozenset({"index", "default", "home", "amp", "print", "view", "article", "story"})


def slug(url: str) -> str:
    """Lower-case letters, figures and hyphens that name a page: of its address's last part with letters, else its host.

    Never empty; at most LONGEST signs.
    """
    parts = urlsplit(url)
    segments = [_plain(ENDING.sub("", unquote(part))) for part in reversed(parts.path.split("/"))]
    telling = [part for part in segments if part and part not in NOTHING]
    lettered = [part for part in telling[:2] if re.search("[a-z]", part)]
    return next(chain(lettered, telling, [_plain(parts.hostname or "")]), "") or "page"


def free(day: str, name: str, taken: Collection[str]) -> str:
    """The file's name without its ending, different from all of `taken` (lower-case)."""
    return next(stem for stem in _stems(f"{day}-{name}") if stem not in taken)


def _stems(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def _plain(words: str) -> str:
    return DAY.sub("", slugify(words, max_length=LONGEST, word_boundary=True))
