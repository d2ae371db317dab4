"""The briefs of a site with its own theme: read, related and planned anew in every build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from jinja2 import Environment
from msgspec.structs import replace

import newsbrief
from newsbrief.content.library import library, people_rules
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage
from newsbrief.model.refusal import Refusal
from newsbrief.site import settings as own_settings
from newsbrief.site.build.plan import Page
from newsbrief.site.facts.excerpt import as_published
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.index.gathering import Index
from newsbrief.site.options import BuildOptions
from newsbrief.site.pages import models_of
from newsbrief.site.plugin.console import BuildError
from newsbrief.site.plugin.third_party import addresses, folders
from newsbrief.site.plugin.third_party.addresses import OURS
from newsbrief.site.render.site import Site
from newsbrief.site.render.templates import TemplateDigests
from newsbrief.site.render.translations import Translations
from newsbrief.site.steps.plan import plan, relate
from newsbrief.site.views.resolve import PageViews, Views

# Kinds of pages that have a template of ours, or that go with one.
KINDS = (
    "brief",
    "corrections",
    "list_index",
    "listing",
    "moved",
    "people",
    "person",
    "person_briefs",
    "quote",
    "quotes",
)
TIMELINES = ("timeline", "timeline_files", "stories", "story")


def seen_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings as a site of ours would have them: for readers, with our words, without feeds and cards.

    The site's theme shows no banner over what nobody has reviewed, so it gets published briefs only unless it asks.
    """
    return {
        **settings,
        "THEME": newsbrief.THEME,
        "ARTICLE_URL": addresses.brief_url(settings),
        "NEWSBRIEF_PUBLISH": settings.get("NEWSBRIEF_PUBLISH", True),
        "NEWSBRIEF_FEEDS": (),
        "NEWSBRIEF_CARDS": False,
    }


class Planned:
    """The briefs of one run. `pages` are ours; `models` are those of briefs by path."""

    def __init__(self, index: Index, site: Site, entries: Mapping[str, Entry], refusals: Sequence[Refusal]) -> None:
        self.index, self.site, self.entries = index, site, entries
        self.views = Views(index, entries.__getitem__, entries.__getitem__)
        planned, left_out = plan(index, site, (*KINDS, *TIMELINES))
        self.briefs = {page.values[0]: page for page in planned if page.kind == "brief"}
        self.pages = [page for page in planned if page.kind != "brief"]
        self.refusals = tuple(dict.fromkeys((*refusals, *left_out)))

    @cached_property
    def models(self) -> Mapping[str, BriefPage]:
        """The page models of briefs by path."""
        return {path: model for path, page in self.briefs.items() for _, model in self.models_of(page)}

    def models_of(self, page: Page) -> Iterable[tuple[str, Any]]:
        """Return the address and the model of each page that an entry of the plan stands for."""
        return models_of(page, PageViews(page.url, page.shows, self.views), self.site)

    def only(self, paths: frozenset[str]) -> Planned:
        """Return the same of some briefs: another plugin took the others out of the site."""
        kept = {path: entry for path, entry in self.entries.items() if path in paths}
        return _planned(kept, self.site, self.refusals)


def planned(settings: Mapping[str, Any], env: Environment, words: Translations) -> Planned:
    """Read all briefs, relate them and plan their pages."""
    content = own_settings.content_folder(settings)
    entries, refusals = library(content, own_settings.brief_folders(settings))
    folders.warn_of_strangers(settings, entries)
    rules, wrong = people_rules(content)
    if wrong:
        raise BuildError("\n".join(map(str, wrong)))
    has = TemplateDigests(env).has
    options = own_settings.options(seen_settings(settings), rules)
    options = replace(options, parts=_parts(has, options))
    site = Site(
        options=options,
        name=str(settings["SITENAME"]),
        tagline=str(settings.get("SITESUBTITLE") or ""),
        lang=str(settings.get("DEFAULT_LANG") or "en"),
        links=addresses.links(settings),
        words=words,
        has=lambda name: name in OURS and has(f"{name}.html"),
        settings=seen_settings(settings),
    )
    if site.has("timeline"):
        # Exports have whole addresses. Raises SettingsError for a site for readers without one.
        own_settings.feed_siteurl({**settings, "SITEURL": site.links.siteurl})
    return _planned({entry.path: as_published(entry) for entry in entries}, site, refusals)


def _parts(has: Any, options: BuildOptions) -> frozenset[str]:
    # Any template of the site may show a brief's story and related briefs.
    wanted = {"timelines": has("timeline.html"), "quotes": has("quotes.html") or has("quote.html")}
    return frozenset(("stories", "related", *(part for part, is_wanted in wanted.items() if is_wanted))) & options.parts


def _planned(entries: Mapping[str, Entry], site: Site, refusals: Sequence[Refusal]) -> Planned:
    options = site.options
    every = [facts_of(entry, options.zone, options.brief_url) for entry in entries.values()]
    index, lost = relate(every, options, lambda path: entries[path].brief, {}, site.content.name)
    return Planned(index, site, entries, (*refusals, *lost))
