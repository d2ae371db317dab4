"""Where a page was saved from: the comment that browsers write into it, and the head that `newsbrief ingest` writes."""

from __future__ import annotations

import re

from msgspec import Struct

from newsbrief.model.address import is_web_address

# Browsers write the address behind its length; the extension SingleFile writes lines of its own.
SAVED = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!doctype[^<>]{0,300}>\s*)?(?:<html\b[^<>]{0,2000}>\s*)?"
    r"<!--\s*(?:saved from url=\(\d{4}\)|Page saved with SingleFile\s+url:\s*)(?P<url>\S{1,2100}?)"
    r"\s*(?:\n[^<>]{0,300})?-->",
    re.IGNORECASE,
)
HEAD = re.compile(
    r"<!-- saved from url=\(\d{4}\)(?P<url>\S{1,2100}) -->\r?\n"
    r"<!-- fetched by newsbrief on (?P<day>\d{4}-\d{2}-\d{2});[^<>\n]{0,200} -->\r?\n"
)
LINES = 2
# How much of a file has to be looked at, in bytes.
LONGEST = 5_000


class Origin(Struct, frozen=True):
    """`url`: the page's address, "" if nothing tells. `day`: when newsbrief fetched it first (ISO), "" if it did not.

    `lines`: how many lines of the file are newsbrief's own head; `text`: what follows them.
    """

    url: str
    day: str
    lines: int
    text: str


def origin(text: str) -> Origin:
    """What a raw file's text says of where it is from; only http and https addresses count."""
    if match := HEAD.match(text):
        return Origin(_address(match["url"]), match["day"], LINES, text[match.end() :])
    match = SAVED.match(text[:LONGEST])
    return Origin(_address(match["url"]) if match else "", "", 0, text)


def head(url: str, day: str) -> str:
    """The lines in front of a fetched page: first the comment that browsers write, then whose file it is."""
    bare = url.replace("--", "%2D%2D")  # two hyphens would end the comment
    return (
        f"<!-- saved from url=({len(bare):04}){bare} -->\n"
        f"<!-- fetched by newsbrief on {day}; fetching it again replaces this file, so edit the brief instead -->\n"
    )


def _address(text: str) -> str:
    url = re.sub("%2D", "-", text, flags=re.IGNORECASE)
    return url if is_web_address(url) else ""
