"""What a build is made from, as Pelican's settings say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec.structs import replace

import newsbrief
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.content.library import people_rules, story_files
from newsbrief.model.refusal import Refusal
from newsbrief.site import settings as own_settings
from newsbrief.site.build.code_version import code_version
from newsbrief.site.build.sources import Sources
from newsbrief.site.options import BuildOptions
from newsbrief.site.render.site import Site
from newsbrief.site.render.templates import TemplateDigests
from newsbrief.site.render.translations import translations
from newsbrief.site.steps.read import ReadOptions

PACKAGE = str(Path(newsbrief.__file__).parent)


def roots(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the folders and files that a site is made of: content, theme, overrides, translations, card font."""
    font = str(own_settings.value(settings, "NEWSBRIEF_CARD_FONT") or "")
    folders = (settings["PATH"], settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"])
    every = (*folders, *own_settings.translation_folders(settings), font)
    return tuple(dict.fromkeys(str(one) for one in every if str(one)))


def below(content: Path, sources: Sources) -> dict[str, str]:
    """Return the digests of the files below the content folder by their paths there."""
    above = f"{content}/"
    return {path[len(above) :]: one.digest for path, one in sources.items() if path.startswith(above)}


def options_of(settings: Mapping[str, Any], templates: TemplateDigests) -> tuple[BuildOptions, tuple[Refusal, ...]]:
    """Return what a build is asked for, and why texts about stories cannot be read.

    Raises SettingsError for a people.yaml that cannot be read.
    """
    content = Path(settings["PATH"])
    rules, wrong = people_rules(content)
    if wrong:
        # Without its rules the site would show names that it has to protect.
        raise own_settings.SettingsError("\n".join(map(str, wrong)))
    stories, refusals = story_files(content)
    found = own_settings.options(settings, rules, stories)
    return replace(found, parts=_parts(templates.has, publish=found.publish)), refusals


def _parts(has: Callable[[str], bool], *, publish: bool) -> frozenset[str]:
    """Return the parts of the site that the theme has templates for."""
    wanted = {
        "timelines": has("timeline.html"),
        "quotes": has("quotes.html") or has("quote.html"),
        "stories": has("story.html") or has("stories.html"),
        "related": has("article.html") or (has("stories.html") and not publish),
        "search": has("search.html"),
    }
    return frozenset(part for part, is_wanted in wanted.items() if is_wanted)


def read_options_of(settings: Mapping[str, Any], options: BuildOptions) -> ReadOptions:
    """Return how the briefs of a site are read."""
    content = Path(settings["PATH"])
    folders = own_settings.brief_folders(settings)
    static = tuple(
        sorted({f"{path.strip('/').partition('/')[0]}/" for path in settings["STATIC_PATHS"] if path.strip("/")})
    )
    values = (str(options.zone), options.brief_url, folders, static, code_version(PACKAGE))
    version = blake2b(repr(values).encode(), digest_size=8).hexdigest()
    return ReadOptions(content, folders, RAW_FOLDER, options.zone, options.brief_url, static, version)


def site_of(settings: Mapping[str, Any], options: BuildOptions, templates: TemplateDigests) -> Site:
    """Return what all pages have in common, as far as the settings say. Raises SettingsError."""
    return Site(
        options=options,
        name=str(settings["SITENAME"]),
        tagline=str(settings.get("SITESUBTITLE") or ""),
        lang=str(settings.get("DEFAULT_LANG") or "en"),
        links=own_settings.links(settings),
        words=translations(settings),
        has=lambda name: templates.has(f"{name}.html"),
        settings=settings,
    )
