"""The menus of every page, and the names of the site's lists."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsbrief.model.views import Link
from newsbrief.site.render.translations import Translations

ARCHIVE, CORRECTIONS = "archive/", "corrections/"
# Readers know other feed formats by these names, in every language.
FEED_FORMS = {"application/rss+xml": "RSS", "application/feed+json": "JSON Feed"}


def nav_links(words: Translations) -> tuple[Link, ...]:
    """Return the links of the main menu."""
    _ = words.gettext
    return (
        Link(_("Stories"), "stories/"),
        Link(_("Timeline"), "timeline/"),
        Link(_("Quotes"), "quotes/"),
        Link(_("People"), "people/"),
        Link(_("Search"), "search/"),
    )


def footer_links(
    words: Translations, lists: Collection[str], pages: Sequence[Link], feeds: Sequence[Link]
) -> tuple[Link, ...]:
    """Return the links of the footer: the lists that the site has, the pages that people wrote, the site's feeds.

    `lists` are the addresses of lists that have entries. Their links, and those of the feeds, have the detail "list": a
    brief's footer leaves them out.
    """
    _ = words.gettext
    return (
        *(Link(name, url, "list") for url, name in _lists(words).items() if url in lists),
        Link(_("Archive"), ARCHIVE),
        Link(_("Corrections"), CORRECTIONS),
        *pages,
        *(Link(_("Feed"), one.url, "list") for one in feeds[:1]),
        *(Link(FEED_FORMS.get(one.detail, one.text), one.url, "list") for one in feeds[1:]),
    )


def list_names(words: Translations) -> dict[str, str]:
    """Return the names of lists by address. Every other page has a name of its own."""
    _ = words.gettext
    main = {link.url: link.text for link in nav_links(words) if link.url}
    return {**main, **_lists(words), ARCHIVE: _("Archive"), CORRECTIONS: _("Corrections")}


def _lists(words: Translations) -> dict[str, str]:
    _ = words.gettext
    return {
        "topics/": _("Topics"),
        "places/": _("Places"),
        "organisations/": _("Organisations"),
        "sections/": _("Sections"),
        "authors/": _("Authors"),
    }
