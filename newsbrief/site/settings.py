"""Our settings, read from Pelican's settings and the environment. Mistakes raise SettingsError."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newsbrief.content.published import BRANCH
from newsbrief.model.entry import PersonRule
from newsbrief.model.stories import StoryFile
from newsbrief.site.options import BRIEF_URL, FEEDS, FRONT_BRIEFS, BuildOptions
from newsbrief.site.render.links import Links
from newsbrief.site.render.report import fault as report_fault

# Every setting of ours with its default. docs/settings.md explains each; a test compares the two.
DEFAULTS: Mapping[str, Any] = {
    "NEWSBRIEF_PUBLISH": False,
    "NEWSBRIEF_FOLDERS": ("briefs",),
    "NEWSBRIEF_BRIEF_URL": "",
    "NEWSBRIEF_FRONT_BRIEFS": FRONT_BRIEFS,
    "NEWSBRIEF_FEED_ITEMS": 50,
    "NEWSBRIEF_FEED_FULL": False,
    "NEWSBRIEF_FEED_FORMS": ("atom",),
    "NEWSBRIEF_EXPORTS": ("site", "stories"),
    "NEWSBRIEF_FEEDS": ("topics", "stories", "people", "corrections"),
    "NEWSBRIEF_FEED_SITEURL": "http://localhost:8000",
    "NEWSBRIEF_TRANSLATIONS": (),
    "NEWSBRIEF_REPORT": "",
    "NEWSBRIEF_PUBLISHED_BRANCH": BRANCH,
    # Only `newsbrief check` uses it.
    "NEWSBRIEF_REPOSITORY": "",
    "NEWSBRIEF_CARDS": True,
    "NEWSBRIEF_CARD_FONT": "",
    "NEWSBRIEF_CSP": "default-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'",
}

# Set by the plugin itself on a site with a theme of its own.
GUEST = "NEWSBRIEF_GUEST"

NO_ADDRESS = (
    "no SITEURL: feeds and canonical links need the site's address; "
    "run `make publish SITEURL=https://name.github.io/project`"
)
NO_ADDRESS_OF_GUEST = (
    "NEWSBRIEF_PUBLISH is on, and SITEURL is no whole address, which calendars and other exports of timelines need: "
    'write SITEURL = "https://name.example" into the settings that you publish with, or take NEWSBRIEF_PUBLISH out'
)


class SettingsError(Exception):
    """A setting that no site can be built with. The message names it and says what to write."""


def value(settings: Mapping[str, Any], name: str) -> Any:
    """Return one of our settings, or its default."""
    return settings.get(name, DEFAULTS[name])


def content_folder(settings: Mapping[str, Any]) -> Path:
    """Return the content folder."""
    return Path(settings["PATH"])


def brief_folders(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the folders of briefs, relative to the content folder. On a site with our theme they are ARTICLE_PATHS."""
    named = value(settings, "NEWSBRIEF_FOLDERS") if settings.get(GUEST) else settings["ARTICLE_PATHS"]
    folders = (named,) if isinstance(named, str) else named
    return tuple(folder.strip("/") for folder in folders if folder.strip("/"))


def refuse_sources(settings: Mapping[str, Any]) -> None:
    """Raise SettingsError for OUTPUT_SOURCES: it publishes briefs' files, with notes to colleagues and all."""
    if settings.get("OUTPUT_SOURCES"):
        raise SettingsError(
            "OUTPUT_SOURCES is on: readers would get the briefs' files, bodies of excerpts included; take it out"
        )


def translation_folders(settings: Mapping[str, Any]) -> tuple[Path, ...]:
    """Return the folders of translations: those of NEWSBRIEF_TRANSLATIONS before the theme's."""
    own = value(settings, "NEWSBRIEF_TRANSLATIONS")
    named = (own,) if isinstance(own, (str, Path)) else tuple(own)
    return (*map(Path, named), Path(settings["THEME"]) / "translations")


def build_instant() -> dt.datetime:
    """Return the instant of SOURCE_DATE_EPOCH (seconds since 1970, see reproducible-builds.org), else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.datetime.now(dt.UTC)
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError):
        raise SettingsError(f'SOURCE_DATE_EPOCH is "{epoch}"; give whole seconds since 1970') from None


def options(
    settings: Mapping[str, Any], people: tuple[PersonRule, ...], stories: tuple[StoryFile, ...] = ()
) -> BuildOptions:
    """Return for whom and when a site is built, with these rules for people and story files."""
    return BuildOptions(
        now=build_instant(),
        zone=ZoneInfo(settings.get("TIMEZONE", "UTC")),
        publish=bool(value(settings, "NEWSBRIEF_PUBLISH")),
        people=people,
        front_briefs=int(value(settings, "NEWSBRIEF_FRONT_BRIEFS")),
        brief_url=settings.get("ARTICLE_URL") or BRIEF_URL,
        stories=stories,
        feeds=_feeds(settings),
    )


def _feeds(settings: Mapping[str, Any]) -> frozenset[str]:
    asked = value(settings, "NEWSBRIEF_FEEDS")
    kinds = frozenset((asked,) if isinstance(asked, str) else asked)
    unknown = ", ".join(sorted(map(str, kinds - FEEDS)))
    if unknown:
        raise SettingsError(f"NEWSBRIEF_FEEDS names {unknown}; there are {', '.join(sorted(FEEDS))}")
    return kinds


def report(settings: Mapping[str, Any]) -> str:
    """Return where readers report mistakes: an e-mail address, an https address, or "". Raises SettingsError."""
    setting = str(value(settings, "NEWSBRIEF_REPORT") or "").strip()
    wrong = report_fault(setting)
    if wrong:
        raise SettingsError(wrong)
    return setting


def links(settings: Mapping[str, Any]) -> Links:
    """Return how pages link to one another. Raises SettingsError if SITEURL is missing or no address."""
    siteurl = str(settings.get("SITEURL") or "").rstrip("/")
    publish = value(settings, "NEWSBRIEF_PUBLISH")
    if publish and not siteurl:
        raise SettingsError(NO_ADDRESS_OF_GUEST if settings.get(GUEST) else NO_ADDRESS)
    parts = urlsplit(siteurl)
    if siteurl and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        raise SettingsError(f'SITEURL is "{siteurl}"; give the whole address, like https://name.github.io/project')
    return Links(siteurl, bool(settings.get("RELATIVE_URLS")))


def feed_siteurl(settings: Mapping[str, Any]) -> str:
    """Return the address that feeds use, which is whole: SITEURL, or in a preview without one the local server's."""
    return links(settings).siteurl or str(value(settings, "NEWSBRIEF_FEED_SITEURL")).rstrip("/")
