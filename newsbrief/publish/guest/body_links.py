"""Where the marks in a brief's body lead: a host's themes show bodies on pages of many depths, and feeds have them too.

So an address of ours stands in a body as Pelican's own `{filename}` does, and is written when Pelican writes those: for
the page or the feed that shows the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Any

from newsbrief.publish.press import of

HERE = "{newsbrief}"
# A quotation mark is never one in a body's words, for "<a " before it is a tag there.
LINK = re.compile(rf'<a href="{re.escape(HERE)}([^"]*)"')


def lead(content: Any) -> None:
    """`content_object_init`: write our addresses whenever Pelican writes its own."""
    pelicans = content._update_content
    content._update_content = lambda html, siteurl: pelicans(led(html, siteurl, content.settings), siteurl)


def led(html: str, siteurl: str, settings: Mapping[str, Any]) -> str:
    """A body with the addresses as they are under `siteurl`, which is the way to the site's root in what is written."""
    if not html or HERE not in html:
        return html
    links = of(settings).links
    # Relative addresses in a feed without an address of the site have no way up: Pelican's own have none either.
    root = f"{siteurl.rstrip('/')}/" if siteurl or not settings["RELATIVE_URLS"] else ""

    def written(found: re.Match[str]) -> str:
        return f'<a href="{root}{escape(links.href("index.html", unescape(found[1])))}"'

    return LINK.sub(written, html)
