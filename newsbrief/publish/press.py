"""What one run of Pelican works with: read once at its beginning, handed on in Pelican's settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from newsbrief import collate
from newsbrief.build import stage
from newsbrief.collate import Edition
from newsbrief.library import library, people_rules, story_files
from newsbrief.model.entry import Entry
from newsbrief.model.pages import MovedPage, Site
from newsbrief.model.refusal import Refusal
from newsbrief.publish import settings as ours
from newsbrief.publish import statics
from newsbrief.publish.console import BuildError
from newsbrief.publish.links import NOT_FOUND, Links
from newsbrief.publish.own_pages import OURS, OwnPage, own_pages
from newsbrief.publish.words import Words, words

KEY = "NEWSBRIEF_PRESS"


@dataclass(frozen=True, slots=True)
class Press:
    """One run. `entries` are by path and only those that may be shown: the others are not handed on at all.

    `pages` are those that people wrote, by path; `moved` stand at old addresses.
    """

    stage: stage.Stage
    edition: Edition
    links: Links
    entries: Mapping[str, Entry]
    site: Site
    pages: Mapping[str, OwnPage]
    moved: tuple[MovedPage, ...]
    refusals: tuple[Refusal, ...]
    clear_output: bool
    words: Words


def set_up(settings: dict[str, Any], opened: stage.Stage) -> Press:
    """Read all briefs and collate them; read the pages, and look at the files that would be copied."""
    content = ours.content_folder(settings)
    entries, refusals = library(content, ours.brief_folders(settings))
    rules, wrong = people_rules(content)
    if wrong:
        # Without its rules the site would show names that it must protect: better the last site than that.
        raise BuildError("\n".join(map(str, wrong)))
    stories, bad_stories = story_files(content)
    edition = ours.edition(settings, rules, stories)
    visible = [collate.as_published(entry) for entry in entries if collate.shown(entry, edition)]
    clashes = collate.clashes(visible, edition)
    lost = {clash.file for clash in clashes}
    kept = [entry for entry in visible if entry.path not in lost]
    site = collate.site(kept, edition)
    pages, bad_pages = own_pages(settings, content, _addresses(site))
    moved, bad_aliases = collate.moved(kept, edition, _taken(site, pages), (*OURS, *_static_folders(settings)))
    bad_files = statics.refused(content, settings["STATIC_PATHS"], settings["STATIC_EXCLUDES"])
    return Press(
        stage=opened,
        edition=edition,
        links=ours.links(settings),
        entries={entry.path: entry for entry in kept},
        site=site,
        pages=pages,
        moved=moved,
        refusals=(*refusals, *bad_stories, *_below(content, (*clashes, *bad_aliases)), *bad_pages, *bad_files),
        clear_output=bool(settings.get("DELETE_OUTPUT_DIRECTORY")),
        words=words(settings),
    )


def _below(content: Path, refusals: Iterable[Refusal]) -> Iterable[Refusal]:
    """Refusals of files in the content folder, named as people see them."""
    return (Refusal(f"{content.name}/{one.file}", one.line, one.reason) for one in refusals)


def _taken(site: Site, pages: Mapping[str, OwnPage]) -> set[str]:
    own = (page.metadata["save_as"].removesuffix("index.html") for page in pages.values())
    return _addresses(site) | set(own) | {NOT_FOUND}


def _static_folders(settings: Mapping[str, Any]) -> Iterable[str]:
    return (f"{folder.strip('/')}/" for folder in settings["STATIC_PATHS"] if folder.strip("/"))


def _addresses(site: Site) -> set[str]:
    """Every address at which the site itself puts a page."""
    found: set[str] = set()
    for field in fields(site):
        value = getattr(site, field.name)
        pages = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else (value,)
        found.update(page.url for page in pages)
    return found


def of(settings: Mapping[str, Any]) -> Press:
    """The run that these settings belong to."""
    press: Press = settings[KEY]
    return press
