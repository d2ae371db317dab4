"""Where the marks in a brief's body lead on a site whose themes show bodies on pages of many depths, and in feeds.

An address of ours stands in a body as Pelican's own `{filename}` does. It is written when Pelican writes those: for the
page or feed that shows the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Any

from newsbrief.site.plugin.third_party import addresses

# Pelican's settings have the addresses of all our pages and briefs here.
WRITTEN = "NEWSBRIEF_WRITTEN"
HERE = "{newsbrief}"
# The words of a mark that only leads elsewhere.
SIGN = "¶"
# "<a " is a tag in a body's words only where it is ours, so a quotation mark in it ends an attribute.
LINK = re.compile(rf'<a href="{re.escape(HERE)}([^"#]*)(#[^"]*)?"([^<>]*)>(.*?)</a>', re.DOTALL)


def follow(content: Any) -> None:
    """Write our addresses whenever Pelican writes its own."""
    pelicans = content._update_content
    content._update_content = lambda html, siteurl: pelicans(resolved(html, siteurl, content.settings), siteurl)


def resolved(html: str, siteurl: str, settings: Mapping[str, Any]) -> str:
    """Return a body with its addresses under `siteurl`, which is the way to the site's root in what is written."""
    if not html or HERE not in html:
        return html
    links = addresses.links(settings)
    # Relative addresses in a feed of a site without an address have no way up; Pelican's own have none either.
    root = f"{siteurl.rstrip('/')}/" if siteurl or not settings["RELATIVE_URLS"] else ""

    def written(found: re.Match[str]) -> str:
        url, anchor, attributes, words = found.groups()
        # Another plugin may have taken the page away.
        if unescape(url) not in settings[WRITTEN]:
            return "" if words == SIGN else str(words)
        address = links.href("index.html", unescape(url))
        return f'<a href="{root}{escape(address)}{anchor or ""}"{attributes}>{words}</a>'

    return LINK.sub(written, html)
