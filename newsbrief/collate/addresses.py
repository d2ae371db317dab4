"""Where each page stands, relative to the site's root, and which briefs claim the same place."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath

from newsbrief.collate.edition import Edition
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal

SLUG_LENGTH = 60
# Windows keeps these names for devices, whatever follows behind a dot; a site must fit on any disk.
DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
# Words of which a slug says the same, in small letters.
PLAIN = re.compile("[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
SLUG = "{slug}"
# Below it the pages of quotes are.
QUOTES = "quotes/"
DATED_NAME = re.compile(r"^\d{4}-\d{2}-\d{2}[-_ ]*")


def slug(entry: Entry) -> str:
    """The brief's own slug, else its file's name after the date, else its title; letters, digits and hyphens only."""
    return _slug(entry.brief.slug, entry.path, entry.brief.title)


# Everything that names a brief asks for its address, some twenty times in a build.
@lru_cache(maxsize=1 << 16)
def _slug(own: str, path: str, title: str) -> str:
    made = own and _slugified(own, SLUG_LENGTH)
    made = made or _slugified(DATED_NAME.sub("", PurePosixPath(path).stem), SLUG_LENGTH)
    return _portable(made or _slugified(title, SLUG_LENGTH) or "brief")


def _slugified(words: str, longest: int = 0) -> str:
    """Words as a part of an address. `longest`: where it ends at the latest, between two words; 0 where it need not."""
    if PLAIN.fullmatch(words) and (not longest or len(words) <= longest):
        return words.lower().replace(" ", "-")
    from slugify import slugify  # a late change mostly does without, and it takes its time to load

    return slugify(words, max_length=longest, word_boundary=True)


def brief_url(entry: Entry, edition: Edition) -> str:
    """The brief's address: "2023/09/21/slug/"."""
    brief = entry.brief
    return _url(edition.brief_url, brief.date.day, brief.slug, entry.path, brief.title)


# Likewise.
@lru_cache(maxsize=1 << 16)
def _url(pattern: str, day: dt.date, own: str, path: str, title: str) -> str:
    made = _slug(own, path, title)
    if pattern.count("slug") == pattern.count(SLUG) == 1:
        return _dated(pattern, day).replace(SLUG, made)
    return pattern.format(date=day, slug=made)


# To write a day takes longer than all else, and several briefs are of one.
@lru_cache(maxsize=1 << 12)
def _dated(pattern: str, day: dt.date) -> str:
    return pattern.format(date=day, slug=SLUG)


def quote_url(entry: Entry, quote_id: str) -> str:
    """A quote's permalink: "quotes/2023-09-21-slug-q2/"."""
    return f"{QUOTES}{entry.brief.date.day.isoformat()}-{slug(entry)}-{quote_id}/"


def named_url(folder: str, name: str) -> str:
    """The address of a person, topic, section or author by name: "people/yoon-suk-yeol/"."""
    return f"{folder}/{name_key(name)}/"


# A name is looked up for every brief, page and link that has it, and a slug takes longer than the rest of the work.
@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """What two spellings of one name share ("Yoon Suk-yeol", "Yoon Suk Yeol"): the last part of their address."""
    made = _slugified(name)
    if len(made) > SLUG_LENGTH:
        # Two long names may begin alike; cut off, they would be one person or topic.
        return f"{made[: SLUG_LENGTH - len(_sum(made)) - 1].rstrip('-')}-{_sum(made)}"
    # Signs that have no Latin reading leave no slug; such a name still needs an address that stays the same.
    return _portable(made or f"n{_sum(name)}")


def _sum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"


def _portable(slug: str) -> str:
    return f"{slug}-" if DEVICES.fullmatch(slug) else slug


def portable(part: str) -> bool:
    """Whether a part of an address can be a file's name on any disk."""
    stem = part.partition(".")[0].casefold()
    return bool(stem) and not part.endswith(".") and not DEVICES.fullmatch(stem)


def clashes(entries: Iterable[Entry], edition: Edition) -> tuple[Refusal, ...]:
    """The briefs of which an earlier file (by name) has taken an address already, one refusal each.

    A brief's own address, and those of its quotes: "harbour" has a quote "a-q1", and "harbour-a" a quote "q1".
    """
    taken: dict[str, str] = {}
    refusals = []
    for entry in sorted(entries, key=lambda one: one.path):
        urls = (brief_url(entry, edition), *(quote_url(entry, quote.id) for quote in entry.brief.quotes))
        lost = next((url for url in urls if url in taken), None)
        if lost is None:
            taken.update(dict.fromkeys(urls, entry.path))
            continue
        line = entry.brief.lines.get("slug") or entry.brief.lines.get("title", 0)
        reason = f"the address /{lost} is taken by {taken[lost]}; give this brief another slug or date"
        refusals.append(Refusal(entry.path, line, reason))
    return tuple(refusals)
