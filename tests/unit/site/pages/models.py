"""Plans and page models of one kind, made from a few briefs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib import import_module
from itertools import chain
from typing import Any

from newsbrief.model.entry import Entry
from newsbrief.site import pages
from newsbrief.site.build.keys import page_key
from newsbrief.site.build.plan import Page
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.index.digests import view_digests
from newsbrief.site.index.visible import is_shown
from newsbrief.site.options import BuildOptions
from newsbrief.site.render.links import Links
from newsbrief.site.render.site import Site
from newsbrief.site.render.translations import IN_ENGLISH
from newsbrief.site.views.resolve import PageViews, Views
from tests.unit.briefs import options, views_of


def site_of(chosen: BuildOptions, without: Collection[str] = (), **fields: Any) -> Site:
    """A site whose theme has every template `without` some; `fields` are further ones of `Site`."""
    common = (chosen, "Harbour News", "", "en", Links("https://harbour.example", files=False), IN_ENGLISH)
    return Site(*common, has=lambda name: name not in without, **{"settings": {}, **fields})


def shown_views(*entries: Entry, **fields: Any) -> Views:
    """The views of those briefs that such a build shows; `fields` are those of its options."""
    chosen = options(**fields)
    shown = [one for one in entries if is_shown(facts_of(one, chosen.zone, chosen.brief_url), chosen)]
    return views_of(*shown, **fields)


def planned(kind: str, *entries: Entry, site: Mapping[str, Any] | None = None, **fields: Any) -> dict[str, Page]:
    """The pages of a kind by address. `site` has arguments of `site_of`, `fields` are those of the options."""
    index = shown_views(*entries, **fields).index
    return {page.url: page for page in _module(kind).plan(index, site_of(index.options, **(site or {})))}


def models(kind: str, *entries: Entry, site: Mapping[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """The page models of a kind by address; arguments as in `planned`."""
    views, module = shown_views(*entries, **fields), _module(kind)
    own = site_of(views.index.options, **(site or {}))
    made = (
        pages.models_of(page, PageViews(page.url, page.shows, views), own) for page in module.plan(views.index, own)
    )
    return dict(chain.from_iterable(made))


def page_keys(kind: str, *entries: Entry, **fields: Any) -> dict[str, bytes]:
    """The keys of a kind's pages by address: those whose key is another one are rendered again."""
    index = shown_views(*entries, **fields).index
    return {
        page.url: page_key(page, b"", view_digests(index)) for page in _module(kind).plan(index, site_of(index.options))
    }


def _module(kind: str) -> Any:
    return import_module(f"newsbrief.site.pages.{kind}")
