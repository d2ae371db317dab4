"""What one run of Pelican works with: read once at its beginning, handed on in Pelican's settings."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment

import newsbrief
from newsbrief import collate
from newsbrief.build import code, ledger, stage
from newsbrief.build.ledger import Made
from newsbrief.build.pack import Pack
from newsbrief.build.sources import Sources, look
from newsbrief.build.workers import cores
from newsbrief.collate import Edition
from newsbrief.library import RAW_FOLDER, people_rules, story_files
from newsbrief.memory import Memory
from newsbrief.model.entry import Entry
from newsbrief.model.pages import MovedPage, Site
from newsbrief.model.refusal import Refusal
from newsbrief.publish import keys, reading, statics
from newsbrief.publish import settings as ours
from newsbrief.publish.console import BuildError
from newsbrief.publish.kinds import NAMES, parts
from newsbrief.publish.links import NOT_FOUND, Links
from newsbrief.publish.own_pages import OURS, OwnPage, own_pages
from newsbrief.publish.printing import Printing
from newsbrief.publish.words import Words

KEY = "NEWSBRIEF_PRESS"
MEMORY = "entries.pack"
PACKAGE = str(Path(newsbrief.__file__).parent)
# Seconds after which a page may be another by itself, where it is not known when.
SOON = 0.001


@dataclass(frozen=True, slots=True)
class Press:
    """One run. `entries` are by path and only those that may be shown: the others are not handed on at all.

    `pages` are those that people wrote, by path; `moved` stand at old addresses. `roots` are the folders and files
    that the site is made of, `sources` what lies there, `digests` those of the content folder by their path in it;
    `settings_key` and `python` tell how the site is made. `due`: when it changes by itself, None for never.
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
    roots: tuple[str, ...]
    sources: Sources
    settings_key: str
    digests: Mapping[str, str]
    python: str
    memory: Memory
    due: dt.datetime | None
    printing: Printing


def set_up(settings: dict[str, Any], opened: stage.Stage, own_words: Words, env: Environment) -> Press:
    """Read all briefs and collate them; read the pages, and look at the files that would be copied.

    `env` finds the theme's templates: what no template reads is not collated.
    """
    content = ours.content_folder(settings)
    last = opened.last
    # Before anything is read: what is changed from now on, the next build will see.
    roots = _roots(settings)
    sources = look(roots, last.made.sources if last and last.made else None)
    settings_key, python = keys.of_settings(settings, _ingredients(settings, roots, sources)), code.python()
    printing = Printing(opened.output, opened.site, _usable(last, settings_key, python), cores())
    templates = printing.read_templates(env)
    digests = _below_content(sources, roots[0])
    memory = Memory(Pack(opened.room / MEMORY), digests, RAW_FOLDER, f"{python} {code.of_folder(PACKAGE)}")
    entries, refusals = reading.entries(content, ours.brief_folders(settings), memory, cores(), opened.room)
    rules, wrong = people_rules(content)
    if wrong:
        # Without its rules the site would show names that it must protect: better the last site than that.
        raise BuildError("\n".join(map(str, wrong)))
    stories, bad_stories = story_files(content)
    edition = ours.edition(settings, rules, stories)
    reads = {read for name in filter(printing.has, NAMES) for read in templates.reads(f"{name}.html")}
    edition = replace(edition, parts=parts(printing.has, reads, edition.publish))
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
        words=own_words,
        roots=roots,
        sources=sources,
        settings_key=settings_key,
        digests=digests,
        python=python,
        memory=memory,
        due=collate.next_change(entries, edition, news=bool(ours.links(settings).siteurl)),
        printing=printing,
    )


def _roots(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """The content folder comes first."""
    font = str(ours.value(settings, "NEWSBRIEF_CARD_FONT") or "")
    others = (settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"], *ours.translation_folders(settings), font)
    return (str(ours.content_folder(settings)), *dict.fromkeys(str(one) for one in others if str(one)))


def _below_content(sources: Sources, content: str) -> Mapping[str, str]:
    above = f"{content}{os.sep}"
    inside = ((path.removeprefix(above), one.digest) for path, one in sources.items() if path.startswith(above))
    return {path.replace(os.sep, "/"): digest for path, digest in inside}


def _ingredients(settings: Mapping[str, Any], roots: Sequence[str], sources: Sources) -> Sources:
    """What every page may be made of, besides templates and what the newsroom wrote: words, colours, typefaces."""
    static = Path(settings["THEME"]) / "static"
    folders = tuple(f"{folder}{os.sep}" for folder in (static, *ours.translation_folders(settings)))
    return {path: one for path, one in sources.items() if path.startswith(folders) or path in roots}


def _usable(last: ledger.Ledger | None, settings_key: str, python: str) -> ledger.Ledger | None:
    made = last.made if last else None
    same = made and made.settings == settings_key and made.python == python and code.stands(made.code)
    return last if same else None


def made_of(press: Press, asked: str) -> Made:
    """What the run that ends here was made of."""
    now, due = press.edition.now.timestamp(), press.due.timestamp() if press.due else None
    return Made(
        asked=asked,
        python=press.python,
        code=code.loaded(),
        settings=press.settings_key,
        roots=press.roots,
        sources=press.sources,
        templates=press.printing.templates.found,
        jobs=press.printing.done,
        built=now,
        # What other plugins and templates make of the clock nobody can tell.
        until=now + SOON if press.printing.whole else due,
        told=tuple(map(str, press.refusals)),
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
