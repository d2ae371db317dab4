"""A brief's body as its page and feeds have it: Markdown, cleaned, with marks and with its links resolved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from markupsafe import Markup

from newsbrief.document import words_alone
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage
from newsbrief.site.facts.records import TELLING
from newsbrief.site.render.body import to_html
from newsbrief.site.render.clean_html import joined, word_tokens
from newsbrief.site.render.content_links import LinkTargets, resolve_links
from newsbrief.site.render.links import file_of
from newsbrief.site.render.marks import marked
from newsbrief.site.render.site import OwnPage, Site

# The first part of the addresses that marks lead to, and the template of these pages.
MARKED = {"quotes": "quote", "people": "person"}


def brief_body(entry: Entry, model: BriefPage, site: Site, addresses: Mapping[str, str]) -> Markup:
    """Return the body of a brief's page: HTML in which quotes, dates and people are marked.

    `addresses` maps paths below the content folder to addresses of the site. A brief whose text is not published has no
    body.
    """
    if entry.brief.status not in TELLING:
        return Markup()
    link = partial(site.links.href, file_of(model.url))
    html = marked_body(entry, model, site, link)
    return Markup(resolve_links(html, entry.path, LinkTargets(addresses, link, site.has)))  # noqa: S704  # cleaned


def marked_body(entry: Entry, model: BriefPage, site: Site, link: Callable[[str], str]) -> str:
    """Return the body as HTML with its marks, and with the links of Pelican's syntax as they are in the Markdown.

    `link` makes of an address of the site what stands in the HTML.
    """
    body = entry.brief.body
    plain = word_tokens(body) if words_alone(body) else None

    def href(url: str) -> str:
        return link(url) if site.has(MARKED.get(url.partition("/")[0], "")) else ""

    return marked(joined(plain[0]) if plain else to_html(body), model, href, site.words, plain)


def clean_body(entry: Entry, site: Site, addresses: Mapping[str, str], root: str) -> str:
    """Return the body of a brief without marks, for feeds. `root` stands before addresses: "https://name.example/"."""
    if entry.brief.status not in TELLING:
        return ""
    targets = LinkTargets(addresses, lambda url: f"{root}{url}", site.has)
    return resolve_links(to_html(entry.brief.body), entry.path, targets)


def own_page_body(page: OwnPage, path: str, url: str, site: Site, addresses: Mapping[str, str]) -> Markup:
    """Return the body of a page that people wrote, at `path` in the content folder and at `url` on the site."""
    targets = LinkTargets(addresses, partial(site.links.href, file_of(url)), site.has)
    return Markup(resolve_links(page.html, path, targets))  # noqa: S704  # cleaned when it was read
