"""What every template gets besides its page model: the site's own names, links and filters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from html import unescape
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from msgspec import Struct

from newsbrief import __version__
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import Link
from newsbrief.publish import compiled, components, report, social, structured, titles, tongues, words
from newsbrief.publish import settings as ours
from newsbrief.publish.body import to_html
from newsbrief.publish.escaped import plain
from newsbrief.publish.feeds.plan import Feed
from newsbrief.publish.identity import Identity
from newsbrief.publish.links import NOT_FOUND, Links, place_of
from newsbrief.publish.menus import footer_links, list_names, nav_links
from newsbrief.publish.press import Press
from newsbrief.publish.social import Meta
from newsbrief.publish.trail import OwnPage
from newsbrief.publish.words import Words

STYLE, SCRIPT, ICON = "theme/newsbrief.css", "theme/newsbrief.js", "theme/favicon.svg"
# A list brief.txt beside the style's files makes theme/brief.css: a smaller style for a kind of page.
SMALLER_STYLE = "theme/{}.css"
# The page of content/pages/ that says how the newsroom sets its mistakes right.
POLICY = "corrections-policy"
# Scripts of one page only, which the others need not load.
SEARCH = "theme/search.js"
ALONE = ("search.js",)
# Pelican resolves {filename} and {static} to absolute addresses only; those of this site are made relative afterwards.
STAND_IN = "http://newsbrief.invalid"
OWN_LINK = re.compile(rf'(href|src)="{re.escape(STAND_IN)}/([^"]*)"')
# Where Pelican has the kinds of its own pages; a build may go without them.
PELICANS = "pelican.contents"
# So many links are remembered, by where they stand and where they lead.
REMEMBERED = 1 << 14
# What most bodies are made of, our marks among it: the smallest style of a brief's page knows nothing else.
TAG = re.compile(r"<([a-z][a-z0-9]*)")
PLAIN = frozenset(("p", "span", "small", "time", "a", "em", "strong", "b", "i", "br"))


class ThemeContext(Struct, frozen=True):
    """The variable `nb` of every template; docs/theme.md explains each field."""

    name: str
    tagline: str
    lang: str
    publish: bool
    csp: Markup
    nav: tuple[Link, ...]
    feeds: tuple[Link, ...]
    footer: tuple[Link, ...]
    style: str
    styles: frozenset[str]
    script: str
    search: str
    icon: str
    version: str
    links: Links
    words: Words
    policy: Link | None
    reports: str
    identity: Identity
    planned: Mapping[str, Feed]

    @property
    def frame(self) -> object:
        """All that stands on every page alike, besides settings and words."""
        return (self.publish, self.nav, self.feeds, self.footer, sorted(self.styles), self.policy, self.version)

    def report(self, title: str, file: str) -> str:
        """Where a reader of this page reports a mistake, "" while NEWSBRIEF_REPORT is not set.

        `title` is the page's, as the template escaped it; `file` the file being written. Whose site it is the newsroom
        knows: a title's end that only says that goes.
        """
        url = slug_of_page(file)
        # The page of missing ones does not know which was missed.
        whole = "" if file == NOT_FOUND else self.links.canonical(url) or f"/{url}"
        return report.address(self.reports, unescape(str(title)).removesuffix(f" · {self.name}"), whole)

    def structured(self, model: object) -> Markup:
        """The page's JSON-LD, or "" for a kind of page that has none."""
        return Markup(structured.of_page(_model(model), self.identity))  # noqa: S704  # escaped for HTML there

    def metas(self, model: object) -> tuple[Meta, ...]:
        """What networks and messengers show a link to the page with; () in a preview without an address."""
        return social.metas(_model(model), self.identity)

    def feeds_of(self, model: object) -> tuple[Link, ...]:
        """The feeds of the page itself: of its topic, its person, of corrections; () for a page that has none."""
        url = getattr(model, "url", "")
        return self.planned[url].links if url and url in self.planned else ()

    def style_for(self, kind: str) -> str:
        """The address of the smaller style of a kind of page, or of the whole style where the theme has none."""
        return SMALLER_STYLE.format(kind) if kind in self.styles else self.style

    def ours(self, lang: str) -> Markup:
        """` lang="…"` for the interface's words on a page in `lang`, or "" where that is the site's own language.

        `dir="…"` stands behind it where the two are written in different directions.
        """
        return self.words.ours(lang)

    def theirs(self, lang: str, around: str = "") -> Markup:
        """The same for words in `lang` amid others in `around`; "" for either is the site's language."""
        return self.words.theirs(lang, around)

    def quoted(self, parts: Sequence[str], limit: int = 0) -> str:
        """A quote's parts, each between quotation marks; `limit`: cut after so many signs."""
        return self.words.quoted(parts, limit)

    def from_right(self, lang: str) -> bool:
        """Whether a language is written from right to left."""
        return tongues.from_right(lang)

    def canonical(self, url: str) -> str:
        """The absolute address of a page, or "" in a preview without one."""
        return self.links.canonical(url)

    def title(self, model: TimelinePage) -> str:
        """What a timeline is called: its exports have the same title."""
        return titles.timeline_title(model, self.words)


def context(settings: Mapping[str, Any], press: Press, pages: tuple[Link, ...]) -> ThemeContext:
    """The site's own names and links. `pages` are the footer's: about, a policy on corrections and the like."""
    identity = _identity(settings, press)
    feeds = press.outline.feeds
    return ThemeContext(
        name=identity.name,
        tagline=identity.tagline,
        lang=identity.lang,
        publish=press.edition.publish,
        csp=_attribute(str(ours.value(settings, "NEWSBRIEF_CSP"))),
        nav=nav_links(press.words),
        feeds=feeds[0].links,
        footer=footer_links(press.words, press.outline.lists, pages, feeds[0].links),
        style=STYLE,
        styles=frozenset(smaller_styles(Path(settings["THEME"]) / "static" / "css")),
        script=SCRIPT,
        search=SEARCH,
        icon=ICON,
        version=__version__,
        links=press.links,
        words=press.words,
        policy=next((page for page in pages if (page.url or "").strip("/").rpartition("/")[2] == POLICY), None),
        reports=ours.report(settings),
        identity=identity,
        planned={feed.page: feed for feed in feeds},
    )


def _identity(settings: Mapping[str, Any], press: Press) -> Identity:
    found = None
    if press.links.siteurl and ours.value(settings, "NEWSBRIEF_CARDS"):
        from newsbrief.publish.cards import cards  # Pillow takes its time to load

        found = cards(settings, press.words)
    return Identity(
        name=str(settings["SITENAME"]),
        tagline=str(settings.get("SITESUBTITLE") or ""),
        lang=str(settings.get("DEFAULT_LANG") or "en"),
        links=press.links,
        icon=ICON,
        menu=list_names(press.words),
        words=press.words,
        cards=found,
    )


def _model(model: object) -> object:
    """A page that people wrote is no model of ours: what it is called and where it stands is all that is told of it.

    A host's templates have models that are escaped already; what is made of these here is escaped anew.
    """
    if type(model).__module__ == PELICANS:
        page: Any = model
        return OwnPage(page.title, slug_of_page(page.url))
    return plain(model) if isinstance(getattr(model, "url", None), Markup) else model


def equip(env: Environment, links: Links, own_words: Words) -> None:
    """Give the environment our filters and the site's words, and make sure that it escapes."""
    env.autoescape = True
    # Every run has an environment of its own: no template changes while it is used.
    env.auto_reload = False
    components.equip(env)
    words.equip(env, own_words)
    compiled.equip(env)

    # A page has dozens of links, and pages of one depth have many in common.
    href, place = lru_cache(REMEMBERED)(links.href), lru_cache(REMEMBERED)(place_of)

    @pass_context
    def to(context: Context, url: str) -> str:
        return href(place(context.resolve_or_missing("output_file")), url)

    @pass_context
    def body(context: Context, content: Any) -> Markup:
        html = content.get_content(STAND_IN)
        if STAND_IN not in html:
            return Markup(html)  # noqa: S704  # the reader cleaned it
        here = partial(links.href, context["output_file"])
        return Markup(OWN_LINK.sub(lambda m: f'{m[1]}="{here(m[2])}"', html))  # noqa: S704  # the reader cleaned it

    env.filters["to"] = to
    env.filters["markdown"] = _markdown
    env.filters["body"] = body
    env.filters["dated"] = own_words.date
    env.tests["plain"] = _of_plain_tags


def _of_plain_tags(html: str, *more: str) -> bool:
    return PLAIN.issuperset(set(TAG.findall(html)).difference(more))


def _attribute(text: str) -> Markup:
    """Escaped for an attribute in double quotation marks: the single ones, of which a policy is full, may stay."""
    # As a plain text: Markup would escape the sign that it puts in, too.
    return Markup(str(escape(text)).replace("&#39;", "'"))  # noqa: S704  # escaped here


def _markdown(text: str) -> Markup:
    return Markup(to_html(plain(text)))  # noqa: S704  # cleaned there


def joined(folder: Path, suffix: str) -> str:
    """All files of one kind as one, smaller: those that order.txt names in its order, then the others by name."""
    order = folder / "order.txt"
    named = order.read_text("utf-8").split() if order.is_file() else []
    others = sorted(path.name for path in folder.glob(f"*{suffix}") if path.name not in ALONE)
    return _squeezed(folder, [*(name for name in named if name in others), *(n for n in others if n not in named)])


def smaller_styles(folder: Path) -> dict[str, str]:
    """For each list besides order.txt, by its name, the style that the files it names make together."""
    lists = sorted(path for path in folder.glob("*.txt") if path.name != "order.txt")
    return {path.stem: _squeezed(folder, path.read_text("utf-8").split()) for path in lists}


def alone(script: Path) -> str:
    """A script that is not joined with the others; a theme that has none of this name goes without."""
    return _squeezed(script.parent, [script.name])


def _squeezed(folder: Path, names: Iterable[str]) -> str:
    """Comments and white space are for those who read the files, not for phones."""
    texts = [(folder / name).read_text("utf-8") for name in names if (folder / name).is_file()]
    squeeze = rjsmin.jsmin if folder.name == "js" else rcssmin.cssmin
    between = "\n" if folder.name == "js" else ""
    return between.join(squeeze(text) for text in texts) + "\n"


def slug_of_page(url: str) -> str:
    """Pelican's page addresses without what a browser does not need."""
    return re.sub(r"(^|/)index\.html$", r"\1", url)
