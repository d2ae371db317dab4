"""Where pages stand on a site with its own theme, and which of them are ours."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from string import Formatter
from typing import Any

from pelican.urlwrappers import Author, Category, Tag

from newsbrief.model.views import Link
from newsbrief.site import settings as own_settings
from newsbrief.site.options import BRIEF_URL
from newsbrief.site.render.links import Links

# Templates of pages that we write if the site's theme has them. Pelican writes the others, or only our theme has them.
OURS = frozenset(
    (
        *("moved", "timeline", "quotes", "quote", "stories", "story", "people", "person", "corrections"),
        *("place", "places", "organisation", "organisations", "listing"),
    )
)
# Pages that Pelican has itself, by the first part of our addresses, and the setting without which it writes none.
PELICANS = {
    "topics": (Tag, "TAG_SAVE_AS"),
    "sections": (Category, "CATEGORY_SAVE_AS"),
    "authors": (Author, "AUTHOR_SAVE_AS"),
}


def brief_url(settings: Mapping[str, Any]) -> str:
    """Return the format of a brief's address: NEWSBRIEF_BRIEF_URL, else ARTICLE_URL if it needs date and slug only.

    Raises SettingsError for a NEWSBRIEF_BRIEF_URL that needs anything else.
    """
    own = str(own_settings.value(settings, "NEWSBRIEF_BRIEF_URL"))
    form = own or str(settings["ARTICLE_URL"])
    needs = {name for _, name, _, _ in Formatter().parse(form) if name is not None}
    if needs <= {"date", "slug"} and "slug" in needs:
        return form.lstrip("/")
    if own:
        raise own_settings.SettingsError(
            f'NEWSBRIEF_BRIEF_URL is "{own}"; it needs {{slug}}, and may have {{date:%Y}} and so on'
        )
    return BRIEF_URL


def file_of(url: str) -> str:
    """Return the file of an address: "slug/" is a folder's, "slug.html" and "slug" are pages."""
    if not url or url.endswith("/"):
        return f"{url}index.html"
    return url if url.rpartition("/")[2].endswith((".html", ".htm")) else f"{url}.html"


def links(settings: Mapping[str, Any]) -> Links:
    """Return how our pages link to others. Such sites may have no address, or a relative one."""
    siteurl = str(settings.get("SITEURL") or "").rstrip("/")
    whole = siteurl.startswith(("http://", "https://"))
    return Links(siteurl if whole else "", bool(settings.get("RELATIVE_URLS")))


def resolve(link: Link, settings: Mapping[str, Any], written: Collection[str]) -> str | None:
    """Return where a link of ours leads on the site, or None. `written`: the addresses of our pages and briefs."""
    url = link.url or ""
    kind, saved = PELICANS.get(url.partition("/")[0], (None, ""))
    if kind is not None:
        return str(kind(link.text, settings).url) if settings.get(saved) else None
    return url if url.partition("#")[0] in written else None
