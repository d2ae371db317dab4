"""Check the addresses that Pelican writes into a body in place of {static}, {filename} and their like.

Pelican does so after the body was cleaned, and takes a file's name as it is: a quotation mark in it would end the
attribute, and `{filename}javascript:…` would become a script.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from newsbrief.site.render.body import known_scheme, local


def guard(content: Any) -> None:
    """Check every address of one of Pelican's contents. At `content_object_init`."""
    written = content._link_replacer
    content._link_replacer = lambda siteurl, match: harmless(written(siteurl, match), match, siteurl)


def harmless(written: str, match: re.Match[str], siteurl: str) -> str:
    """Return an attribute as Pelican wrote it (`href="…"`), with its address escaped, or "#" for a harmful one.

    `match` has the groups of Pelican's expression: `markup` up to the address, `quote` its quotation mark.
    """
    head = f"{match['markup']}{match['quote']}"
    address = unescape(written[len(head) : -1])
    loads = not match["markup"].rstrip("= \t\n").lower().endswith("href")
    allowed = _is_ours(address, siteurl) or local(address) if loads else known_scheme(address)
    return f"{head}{escape(address) if allowed else '#'}{match['quote']}"


def _is_ours(address: str, siteurl: str) -> bool:
    return bool(siteurl) and address.startswith(f"{siteurl.rstrip('/')}/")
