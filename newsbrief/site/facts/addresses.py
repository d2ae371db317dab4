"""The address of each page, relative to the root of the site."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from functools import lru_cache
from pathlib import PurePosixPath

from newsbrief.model.entry import Entry

SLUG_LENGTH = 60
# Windows reserves these names for devices, with any ending; a site must fit on any disk.
DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
# Words that are their own slug in small letters.
PLAIN = re.compile("[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
SLUG = "{slug}"
# The folder of the pages of quotes.
QUOTES = "quotes/"
DATED_NAME = re.compile(r"^\d{4}-\d{2}-\d{2}[-_ ]*")


def slug(entry: Entry) -> str:
    """Return the brief's own slug, else its file's name after the date, else its title, as letters, digits, hyphens."""
    return _slug(entry.brief.slug, entry.path, entry.brief.title)


@lru_cache(maxsize=1 << 16)
def _slug(own: str, path: str, title: str) -> str:
    made = own and _slugified(own, SLUG_LENGTH)
    made = made or _slugified(DATED_NAME.sub("", PurePosixPath(path).stem), SLUG_LENGTH)
    return _portable(made or _slugified(title, SLUG_LENGTH) or "brief")


def _slugified(words: str, longest: int = 0) -> str:
    """Return words as a part of an address, cut between two words after `longest` characters (0: never)."""
    if PLAIN.fullmatch(words) and (not longest or len(words) <= longest):
        return words.lower().replace(" ", "-")
    from slugify import slugify  # slow to import, and most names do without

    return slugify(words, max_length=longest, word_boundary=True)


def brief_url(entry: Entry, pattern: str) -> str:
    """Return the address of a brief by a format string over `date` and `slug`: "2023/09/21/slug/"."""
    brief = entry.brief
    made = _slug(brief.slug, entry.path, brief.title)
    if pattern.count("slug") == pattern.count(SLUG) == 1:
        return _dated(pattern, brief.date.day).replace(SLUG, made)
    return pattern.format(date=brief.date.day, slug=made)


# Formatting a date is slow, and many briefs share one.
@lru_cache(maxsize=1 << 12)
def _dated(pattern: str, day: dt.date) -> str:
    return pattern.format(date=day, slug=SLUG)


def quotes_url(day: str, brief_slug: str) -> str:
    """Return what the permalinks of a brief's quotes begin with: "quotes/2023-09-21-slug". `day` is ISO 8601."""
    return f"{QUOTES}{day}-{brief_slug}"


def quote_url(of_brief: str, quote_id: str) -> str:
    """Return the permalink of a quote: "quotes/2023-09-21-slug-q2/". `of_brief` is as `quotes_url` returns it."""
    return f"{of_brief}-{quote_id}/"


def named_url(folder: str, name: str) -> str:
    """Return the address of a person, topic, section or author by name: "people/yoon-suk-yeol/"."""
    return f"{folder}/{name_key(name)}/"


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Return what spellings of one name share ("Yoon Suk-yeol", "Yoon Suk Yeol"): the last part of their address."""
    made = _slugified(name)
    if len(made) > SLUG_LENGTH:
        # Two long names may begin alike; a plain cut would make them one person or topic.
        return f"{made[: SLUG_LENGTH - len(_checksum(made)) - 1].rstrip('-')}-{_checksum(made)}"
    # Characters without a Latin reading leave no slug; such a name still needs a stable address.
    return _portable(made or f"n{_checksum(name)}")


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"


def _portable(made: str) -> str:
    return f"{made}-" if DEVICES.fullmatch(made) else made


def portable(part: str) -> bool:
    """Return whether a part of an address can be a file's name on any disk."""
    stem = part.partition(".")[0].casefold()
    return bool(stem) and not part.endswith(".") and not DEVICES.fullmatch(stem)
