"""Addresses that Pelican writes into a body in place of {static}, {filename} and their like.

It does so after the body was cleaned, and takes a file's name and all that stands around it as they are: a quotation
mark in one of them would end the attribute, `{filename}javascript:…` would become a script.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from newsbrief.publish.body import known_scheme, local


def guard(content: Any) -> None:
    """`content_object_init`: see to every address of one of Pelican's contents."""
    written = content._link_replacer
    content._link_replacer = lambda siteurl, match: harmless(written(siteurl, match), match, siteurl)


def harmless(written: str, match: re.Match[str], siteurl: str) -> str:
    """One attribute as Pelican wrote it (`href="…"` and what stands before), its address escaped, or "#" for a bad one.

    `match` has the groups of Pelican's expression: `markup` up to the address, `quote` its quotation mark.
    """
    head = f"{match['markup']}{match['quote']}"
    address = unescape(written[len(head) : -1])
    loads = not match["markup"].rstrip("= \t\n").lower().endswith("href")
    allowed = _ours(address, siteurl) or local(address) if loads else known_scheme(address)
    return f"{head}{escape(address) if allowed else '#'}{match['quote']}"


def _ours(address: str, siteurl: str) -> bool:
    return bool(siteurl) and address.startswith(f"{siteurl.rstrip('/')}/")
