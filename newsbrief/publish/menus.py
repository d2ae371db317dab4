"""The ways through the site that every page offers, and what its lists are called."""

from __future__ import annotations

from newsbrief.model.pages import Site
from newsbrief.model.views import Link
from newsbrief.publish.words import Words


def nav_links(words: Words) -> tuple[Link, ...]:
    """The ways through the site that every page offers."""
    _ = words.gettext
    return (
        Link(_("Stories"), "stories/"),
        Link(_("Timeline"), "timeline/"),
        Link(_("Quotes"), "quotes/"),
        Link(_("People"), "people/"),
        Link(_("Search"), "search/"),
    )


def footer_links(words: Words, site: Site, pages: tuple[Link, ...], feed: str) -> tuple[Link, ...]:
    """A small map of the site: every list that has something in it, then what people wrote, and the feed."""
    _ = words.gettext
    names = {
        "topic": _("Topics"),
        "place": _("Places"),
        "organisation": _("Organisations"),
        "section": _("Sections"),
        "author": _("Authors"),
    }
    filled = {index.kind: index.url for index in site.indexes if index.groups}
    return (
        *(Link(name, filled[kind]) for kind, name in names.items() if kind in filled),
        Link(_("Archive"), site.archive.url),
        Link(_("Corrections"), site.corrections.url),
        *pages,
        Link(_("Feed"), feed),
    )


def list_names(words: Words) -> dict[str, str]:
    """What lists are called, by address; every other page has a name of its own."""
    _ = words.gettext
    others = {
        "topics/": _("Topics"),
        "places/": _("Places"),
        "organisations/": _("Organisations"),
        "sections/": _("Sections"),
        "authors/": _("Authors"),
        "archive/": _("Archive"),
        "corrections/": _("Corrections"),
    }
    return {**{link.url: link.text for link in nav_links(words) if link.url}, **others}
