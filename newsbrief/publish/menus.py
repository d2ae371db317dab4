"""The ways through the site that every page offers, and what its lists are called."""

from __future__ import annotations

from collections.abc import Mapping

from newsbrief.collate.corrections import URL as CORRECTIONS
from newsbrief.collate.listings import ARCHIVE
from newsbrief.model.views import Link
from newsbrief.publish.words import Words

# What readers of feeds know the other forms by; names, not words.
FEED_FORMS = {"application/rss+xml": "RSS", "application/feed+json": "JSON Feed"}


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


def footer_links(
    words: Words, lists: Mapping[str, str], pages: tuple[Link, ...], feeds: tuple[Link, ...]
) -> tuple[Link, ...]:
    """A small map of the site: every list that has something in it, then what people wrote, and the feeds.

    `lists`: the address of each of these lists, by its kind; their links have "list" as `detail`, and so have
    `feeds`: of all briefs, the most usual form first. A brief's own foot leaves them out: its head names its feed.
    """
    _ = words.gettext
    names = {
        "topic": _("Topics"),
        "place": _("Places"),
        "organisation": _("Organisations"),
        "section": _("Sections"),
        "author": _("Authors"),
    }
    return (
        *(Link(name, lists[kind], "list") for kind, name in names.items() if kind in lists),
        Link(_("Archive"), ARCHIVE),
        Link(_("Corrections"), CORRECTIONS),
        *pages,
        *(Link(_("Feed"), one.url, "list") for one in feeds[:1]),
        *(Link(FEED_FORMS.get(one.detail, one.text), one.url, "list") for one in feeds[1:]),
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
