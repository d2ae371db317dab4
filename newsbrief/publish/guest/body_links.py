"""Where the marks in a brief's body lead: a host's themes show bodies on pages of many depths, and feeds have them too.

So an address of ours stands in a body as Pelican's own `{filename}` does, and is written when Pelican writes those: for
the page or the feed that shows the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Any

from newsbrief.publish.guest.told import WRITTEN
from newsbrief.publish.press import of

HERE = "{newsbrief}"
# The words of a mark that only leads elsewhere.
SIGN = "¶"
# A quotation mark is never one in a body's words, for "<a " before it is a tag there.
LINK = re.compile(rf'<a href="{re.escape(HERE)}([^"#]*)(#[^"]*)?"([^<>]*)>(.*?)</a>', re.DOTALL)


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
        url, anchor, attributes, words = found.groups()
        # Another plugin may have taken away what there was of it.
        if unescape(url) not in settings[WRITTEN]:
            return "" if words == SIGN else str(words)
        address = links.href("index.html", unescape(url))
        return f'<a href="{root}{escape(address)}{anchor or ""}"{attributes}>{words}</a>'

    return LINK.sub(written, html)
