"""Bodies of briefs as pages have them: HTML in which quotes, dates and people are marked."""

from __future__ import annotations

from functools import partial

from newsbrief.document import words_alone
from newsbrief.model.pages import BriefPage
from newsbrief.publish.body import to_html
from newsbrief.publish.clean_html import joined, of_words
from newsbrief.publish.marks import Href, marked
from newsbrief.publish.press import Press

# What the marks in a body lead to, by the first part of the address, and its template.
MARKED = {"quotes": "quote", "people": "person"}


def printed(body: str, page: BriefPage, press: Press, way: Href) -> tuple[str, str]:
    """A brief's body as HTML with its marks, and without; both are empty where nothing of it is shown.

    `way`: what a mark leads to, by the address of another page.
    """
    if page.status not in ("published", "review"):
        return "", ""
    plain = of_words(body) if words_alone(body) else None
    html = joined(plain[0]) if plain else to_html(body)

    def href(url: str) -> str:
        return way(url) if press.printing.has(MARKED.get(url.partition("/")[0], "")) else ""

    return marked(html, page, href, press.words, plain), html


def leading(page: BriefPage, press: Press) -> Href:
    """What a mark in the body of a page has for the address of another."""
    return partial(press.links.href, f"{page.url}index.html")
