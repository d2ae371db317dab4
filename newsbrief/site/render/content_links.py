"""Links in a body that Pelican's syntax writes by paths: {filename}other.md, {static}/images/quay.jpg, |tag|ferries."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from urllib.parse import unquote

from msgspec import Struct

from newsbrief.site.facts.addresses import named_url
from newsbrief.site.facts.body_links import TO_FILES, resolved

log = logging.getLogger(__name__)

# An address in clean HTML that begins with a word in brackets.
LINK = re.compile(
    r'(<[a-z][^<>]*? (?:href|src)=")[{|](filename|static|attach|author|category|tag|index)[|}]([^"]*)"', re.I
)
# A path, and the query and fragment behind it.
PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)
FOLDERS = {"author": "authors", "category": "sections", "tag": "topics"}


class LinkTargets(Struct, frozen=True):
    """Where links lead. `addresses` maps paths below the content folder to addresses of the site, "" for no page.

    `link` makes of an address of the site what stands in the HTML; `has` tells whether the theme has a template.
    """

    addresses: Mapping[str, str]
    link: Callable[[str], str]
    has: Callable[[str], bool]


def resolve_links(html: str, path: str, targets: LinkTargets) -> str:
    """Return clean HTML with the links of Pelican's syntax resolved. `path` is that of the file it was written in.

    A link to a file that is not published, or to nothing, becomes "#", with a warning in the log. The rest of an
    address comes from the writer; it is escaped, and stands behind an address of this site, so it is no script.
    """
    if "{" not in html and "|" not in html:
        return html
    return LINK.sub(lambda match: f'{match[1]}{escape(_address(match, path, targets))}"', html)


def _address(match: re.Match[str], path: str, targets: LinkTargets) -> str:
    kind, value = match[2].lower(), unescape(match[3])
    found = PARTS.fullmatch(value)
    named, rest = (found[1], found[2]) if found else (value, "")
    if kind in TO_FILES:
        url = targets.addresses.get(resolved(path, value), "")
    elif kind == "index":
        return targets.link("") + rest
    else:
        url = named_url(FOLDERS[kind], unquote(named)) if targets.has(kind) else ""
    if not url:
        log.warning("%s: the link to {%s}%s leads nowhere", path, kind, value)
        return "#"
    return targets.link(url) + rest
