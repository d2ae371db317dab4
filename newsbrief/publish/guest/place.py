"""Where things stand on a host's site, and which pages are ours there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from string import Formatter
from typing import Any

from pelican.urlwrappers import Author, Category, Tag

from newsbrief.collate.edition import BRIEF_URL
from newsbrief.model.pages import Site
from newsbrief.model.views import Link
from newsbrief.publish import settings as ours
from newsbrief.publish.kinds import NAMES, pages
from newsbrief.publish.links import Links
from newsbrief.publish.printing import Printing

# Pages that the host writes itself, and what only a theme of ours has a script or a place for.
PELICANS = ("article", "page", "index", "tag", "tags", "category", "categories", "author", "authors")
NOT_OURS = frozenset((*PELICANS, "archives", "period_archives", "404", "search"))
OURS = frozenset(NAMES) - NOT_OURS
# The first part of our addresses of what the host has its own pages for, and the setting without which it has none.
HOSTS = {
    "topics": (Tag, "TAG_SAVE_AS"),
    "sections": (Category, "CATEGORY_SAVE_AS"),
    "authors": (Author, "AUTHOR_SAVE_AS"),
}


def has(printing: Printing, template: str) -> bool:
    """Whether we write pages of a kind: the host's theme has the template, and Pelican does not write them."""
    return template in OURS and printing.has(template)


def own_pages(site: Site, printing: Printing) -> Iterable[tuple[str, Any]]:
    """Each page that we write, with its template."""
    return ((name, model) for name, model in pages(site, lambda name: has(printing, name)) if name in OURS)


def brief_url(settings: Mapping[str, Any]) -> str:
    """The form of a brief's address: NEWSBRIEF_BRIEF_URL, else that of articles, if date and slug are all it needs."""
    own = str(ours.value(settings, "NEWSBRIEF_BRIEF_URL"))
    form = own or str(settings["ARTICLE_URL"])
    needs = {name for _, name, _, _ in Formatter().parse(form) if name is not None}
    if needs <= {"date", "slug"} and "slug" in needs:
        return form.lstrip("/")
    if own:
        raise ours.SettingsError(
            f'NEWSBRIEF_BRIEF_URL is "{own}"; it needs {{slug}}, and may have {{date:%Y}} and so on'
        )
    return BRIEF_URL


def file_of(url: str) -> str:
    """The file of an address: "slug/" is a folder's, "slug.html" and "slug" are pages."""
    if not url or url.endswith("/"):
        return f"{url}index.html"
    return url if url.rpartition("/")[2].endswith((".html", ".htm")) else f"{url}.html"


def links(settings: Mapping[str, Any]) -> Links:
    """How our pages name others; hosts may do without an address, or have one that is not whole."""
    siteurl = str(settings.get("SITEURL") or "").rstrip("/")
    whole = siteurl.startswith(("http://", "https://"))
    return Links(siteurl if whole else "", bool(settings.get("RELATIVE_URLS")))


def way(link: Link, settings: Mapping[str, Any], written: Collection[str]) -> str | None:
    """Where a link of ours leads on the host's site. `written`: the addresses that there are besides the host's."""
    url = link.url or ""
    kind, saved = HOSTS.get(url.partition("/")[0], (None, ""))
    if kind is not None:
        return str(kind(link.text, settings).url) if settings.get(saved) else None
    return url if url.partition("#")[0] in written else None
