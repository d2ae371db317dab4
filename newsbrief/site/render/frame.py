"""The frame of every page: the variable `nb` of the templates, with the site's names, menus, feeds and functions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

from markupsafe import Markup, escape
from msgspec import Struct

from newsbrief import __version__
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import Link
from newsbrief.site import settings as own_settings
from newsbrief.site.build.plan import Page
from newsbrief.site.render import languages, report, social, structured, titles
from newsbrief.site.render.breadcrumbs import OwnPage
from newsbrief.site.render.foreign_text import plain
from newsbrief.site.render.identity import Identity
from newsbrief.site.render.links import NOT_FOUND, Links
from newsbrief.site.render.menus import footer_links, list_names, nav_links
from newsbrief.site.render.site import Site
from newsbrief.site.render.social import Meta
from newsbrief.site.render.translations import Translations, catalogue_files

STYLE, SCRIPT, SEARCH, ICON = "theme/newsbrief.css", "theme/newsbrief.js", "theme/search.js", "theme/favicon.svg"
# The page of content/pages/ that says how the newsroom corrects mistakes.
POLICY = "corrections-policy"


class Frame(Struct, frozen=True):
    """What all pages have in common; docs/theme.md explains what templates use of it.

    `feeds` are those of the whole site, `feeds_by_page` those of a topic, a story or a person, by the address of their
    page. `digest` covers everything but `feeds_by_page`.
    """

    site: Site
    identity: Identity
    csp: Markup
    nav: tuple[Link, ...]
    feeds: tuple[Link, ...]
    footer: tuple[Link, ...]
    policy: Link | None
    reports: str
    feeds_by_page: Mapping[str, tuple[Link, ...]]
    digest: bytes

    style: ClassVar[str] = STYLE
    script: ClassVar[str] = SCRIPT
    search: ClassVar[str] = SEARCH
    icon: ClassVar[str] = ICON
    version: ClassVar[str] = __version__

    @property
    def name(self) -> str:
        """The site's name."""
        return self.site.name

    @property
    def tagline(self) -> str:
        """The site's tagline, or ""."""
        return self.site.tagline

    @property
    def lang(self) -> str:
        """The site's language, a BCP 47 tag."""
        return self.site.lang

    @property
    def publish(self) -> bool:
        """Whether the site is built for readers."""
        return self.site.options.publish

    @property
    def links(self) -> Links:
        """How pages link to one another."""
        return self.site.links

    @property
    def words(self) -> Translations:
        """The interface's translations."""
        return self.site.words

    def report(self, title: str, file: str) -> str:
        """Return where a reader of a page reports a mistake, "" without NEWSBRIEF_REPORT.

        `title` is the page's, as the template escaped it; `file` the page's file. The newsroom knows its own site, so
        that the site's name at the end of the title is left out.
        """
        url = without_index(file)
        # The page for missing addresses does not know which one is missing.
        address = "" if file == NOT_FOUND else self.links.canonical(url) or f"/{url}"
        return report.address(self.reports, unescape(str(title)).removesuffix(f" · {self.name}"), address)

    def structured(self, model: object) -> Markup:
        """Return the page's JSON-LD, or "" for a kind of page that has none."""
        return Markup(structured.of_page(_model(model), self.identity))  # noqa: S704  # escaped for HTML there

    def metas(self, model: object) -> tuple[Meta, ...]:
        """Return what networks show of a link to the page; () in a preview without an address."""
        return social.metas(_model(model), self.identity)

    def feeds_of(self, model: object) -> tuple[Link, ...]:
        """Return the feeds of the page itself: of its topic, its person, of corrections; () for none."""
        url = getattr(model, "url", "")
        return self.feeds_by_page.get(url, ()) if url else ()

    def ours(self, lang: str) -> Markup:
        """Return ` lang="…"` for the interface's words on a page in `lang`; "" if that is the site's language.

        `dir="…"` follows if the two are written in different directions.
        """
        return self.words.ours(lang)

    def theirs(self, lang: str, around: str = "") -> Markup:
        """Return the same for words in `lang` amid others in `around`; "" for either is the site's language."""
        return self.words.theirs(lang, around)

    def quoted(self, parts: Sequence[str], limit: int = 0) -> str:
        """Return a quote's parts, each between quotation marks, cut after `limit` characters (0: never)."""
        return self.words.quoted(parts, limit)

    def from_right(self, lang: str) -> bool:
        """Return whether a language is written from right to left."""
        return languages.from_right(lang)

    def canonical(self, url: str) -> str:
        """Return the absolute address of a page; "" in a preview without one."""
        return self.links.canonical(url)

    def title(self, model: TimelinePage) -> str:
        """Return the title of a timeline, which its exports have too."""
        return titles.timeline_title(model, self.words)


def frame_of(site: Site, pages: Sequence[Page]) -> Frame:
    """Return the frame of a site with these planned pages. Raises SettingsError for a wrong setting."""
    feeds = {page.values[0]: tuple(page.values[1]) for page in pages if page.kind == "feed"}
    own = own_links(site, {page.values[0] for page in pages if page.kind == "own_page"})
    identity, csp = _identity(site), _attribute(str(own_settings.value(site.settings, "NEWSBRIEF_CSP")))
    lists = {page.url for page in pages if page.kind == "list_index"}
    nav, footer = nav_links(site.words), footer_links(site.words, lists, own, feeds.get("", ()))
    policy = next((page for page in own if (page.url or "").strip("/").rpartition("/")[2] == POLICY), None)
    reports = own_settings.report(site.settings)
    values = (site.name, site.tagline, site.lang, site.options.publish, site.links, csp, nav, feeds.get("", ()), footer)
    whole = repr(
        (
            *values,
            policy,
            reports,
            site.has("quote"),
            site.has("person"),
            __version__,
            identity.cards and identity.cards.look,
        )
    ).encode()
    return Frame(
        site=site,
        identity=identity,
        csp=csp,
        nav=nav,
        feeds=feeds.get("", ()),
        footer=footer,
        policy=policy,
        reports=reports,
        feeds_by_page=feeds,
        digest=_digest((whole, *_files(site))),
    )


def own_links(site: Site, planned: Collection[str]) -> tuple[Link, ...]:
    """Return the published pages of content/pages/ that are planned, by path, in the order of their files' names."""
    order = sorted(planned, key=lambda path: (PurePosixPath(path).name, path))
    found = (site.own_pages[path].metadata for path in order)
    return tuple(Link(one["title"], without_index(one["url"])) for one in found if one["status"] == "published")


def without_index(url: str) -> str:
    """Return an address or a page's file without the "index.html" at its end."""
    return re.sub(r"(^|/)index\.html$", r"\1", url)


def _identity(site: Site) -> Identity:
    found = None
    if site.links.siteurl and own_settings.value(site.settings, "NEWSBRIEF_CARDS"):
        from newsbrief.site.render.cards import cards  # imports Pillow

        found = cards(site.settings, site.words)
    return Identity(site.name, site.tagline, site.lang, site.links, ICON, list_names(site.words), site.words, found)


def _files(site: Site) -> Iterable[bytes]:
    """Yield the bytes of the files that pages depend on besides templates: translations, and what cards look like."""
    font = str(own_settings.value(site.settings, "NEWSBRIEF_CARD_FONT") or "")
    tokens = site.theme / "static" / "css" / "tokens.css"
    every = (*catalogue_files(site.settings), tokens, *([Path(font)] if font else []))
    return (file.read_bytes() if file.is_file() else b"" for file in every)


def _digest(parts: Iterable[bytes]) -> bytes:
    whole = blake2b(digest_size=12)
    for part in parts:
        whole.update(b"%d:%b" % (len(part), part))
    return whole.digest()


def _model(model: object) -> object:
    """Return a model of ours for what a template of another theme passes: an escaped model, or a page of Pelican's."""
    if isinstance(model, Struct):
        return plain(model) if isinstance(getattr(model, "url", None), Markup) else model
    page: Any = model
    return OwnPage(page.title, without_index(page.url)) if hasattr(page, "title") and hasattr(page, "url") else model


def _attribute(text: str) -> Markup:
    """Escape a text for an attribute in double quotes. Single quotes, of which a policy has many, need no escaping."""
    return Markup(str(escape(text)).replace("&#39;", "'"))  # noqa: S704  # escaped here
