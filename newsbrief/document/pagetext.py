"""The words of a web page's source, for holding quotes against: what it shows, and what its JSON-LD says."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from newsbrief.document.inline import APART
from newsbrief.document.plaintext import visible

PAGE = re.compile(r"\ufeff?\s*<(?:[!?a-z])", re.IGNORECASE)
TAG = re.compile(r"<[/!?]?(?P<tag>[A-Za-z][A-Za-z0-9]*)[^<>]*+>")
DATA = re.compile(r"<script[^<>]{0,300}ld\+json[^<>]{0,300}>([^<]{0,2000000})(?:<!--|</script)", re.IGNORECASE)
# Of a page only what gives a year, or reserves rights, is its owner's word about it; menus have “Copyright”, too.
NOTICE = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[^\n]{0,80}?(?:\b(?:19|20)[0-9]{2}\b|rights reserved)[^\n]*", re.IGNORECASE
)
LONGEST_NOTICE = 1_000
MOST = 20_000


def is_page(text: str) -> bool:
    """Whether a raw file's text is a page's source."""
    return PAGE.match(text) is not None


def page_words(source: str) -> str:
    """All words of a page, in order, without markup; then those of its JSON-LD."""
    return "\n".join([_shown(visible(source)), *map(_shown, _data(source))])


def page_notices(source: str) -> tuple[str, ...]:
    """The copyright lines that a page shows, in order, each from its sign on."""
    lines = _shown(visible(source).replace("\n", " "), "\n").replace("\xa0", " ").split("\n")
    found = (NOTICE.search(" ".join(line[:LONGEST_NOTICE].split())) for line in map(str.strip, lines))
    return tuple(match[0] for match in found if match)


def _shown(source: str, between: str = " ") -> str:
    """Its words; `between`: what stands for a tag that parts them."""
    return html.unescape(TAG.sub(lambda match: between if APART.fullmatch(match["tag"]) else "", source))


def _data(source: str) -> Iterator[str]:
    """Every string in JSON-LD; some pages have their text only there and let a script show it."""
    for match in DATA.finditer(source):
        try:
            waiting = [json.loads(match[1], strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(MOST):
            if not waiting:
                break
            value = waiting.pop()
            if isinstance(value, str):
                yield value
            elif isinstance(value, dict | list):
                waiting.extend(value.values() if isinstance(value, dict) else value)
