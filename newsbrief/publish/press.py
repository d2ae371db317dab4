"""What one run of Pelican works with: read once at its beginning, handed on in Pelican's settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment

import newsbrief
from newsbrief import collate, record
from newsbrief.build import code, ledger, stage
from newsbrief.build.ledger import Made
from newsbrief.build.pack import Pack
from newsbrief.build.sources import Sources, look
from newsbrief.build.workers import cores
from newsbrief.collate import Edition
from newsbrief.library import RAW_FOLDER, people_rules, story_files
from newsbrief.memory import Memory
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage, MovedPage, Site
from newsbrief.model.refusal import Refusal
from newsbrief.plates import Plate, Plates
from newsbrief.publish import keys, outline, reading, statics
from newsbrief.publish import settings as ours
from newsbrief.publish.console import BuildError
from newsbrief.publish.feeds.plan import planned
from newsbrief.publish.holding import hold
from newsbrief.publish.kinds import NAMES, pages, parts
from newsbrief.publish.links import NOT_FOUND, Links
from newsbrief.publish.outline import Outline
from newsbrief.publish.own_pages import OURS, OwnPage, own_pages
from newsbrief.publish.pictures import Pictures, with_photos
from newsbrief.publish.printing import Printing
from newsbrief.publish.withheld import shown_texts, theme_texts, withheld
from newsbrief.publish.words import Words

KEY = "NEWSBRIEF_PRESS"
MEMORY, PLATES, LOOKED_AT = "entries.pack", "plates.pack", "pictures.pack"
PACKAGE = str(Path(newsbrief.__file__).parent)
# Seconds after which a page may be another by itself, where it is not known when.
SOON = 0.001
NOTHING = Outline({}, {})


@dataclass(frozen=True, slots=True)
class Press:
    """One run. `entries` are by path and only those that may be shown: the others are not handed on at all.

    `briefs` are the pages of all of these, by path; `offered` the paths of those that this run may have to print, and
    `others` all pages besides, each with its template. `site` is None in a run that knows the site by its `outline`
    and its briefs by `kept_plates`.
    `pages` are those that people wrote, by path; `moved` stand at old addresses. `roots` are the folders and files
    that the site is made of, `sources` what lies there, `digests` those of the content folder by their path in it;
    `settings_key` and `python` tell how the site is made. `due`: when it changes by itself, None for never.
    `pictures` knows every picture file.
    """

    stage: stage.Stage
    edition: Edition
    links: Links
    clear_output: bool
    words: Words
    roots: tuple[str, ...]
    sources: Sources
    settings_key: str
    digests: Mapping[str, str]
    python: str
    memory: Memory
    plates: Plates
    pictures: Pictures
    printing: Printing
    last_outline: Outline | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)
    briefs: Mapping[str, BriefPage] = field(default_factory=dict)
    offered: tuple[str, ...] = ()
    others: tuple[tuple[str, Any], ...] = ()
    outline: Outline = NOTHING
    kept_plates: Mapping[str, Plate] = field(default_factory=dict)
    site: Site | None = None
    pages: Mapping[str, OwnPage] = field(default_factory=dict)
    moved: tuple[MovedPage, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    due: float | None = None


def lay_out(settings: dict[str, Any], opened: stage.Stage, own_words: Words, env: Environment) -> Press:
    """Look at what there is: all but the briefs and what comes of them.

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
    tool = keys.key(python, code.of_folder(PACKAGE))
    memory = Memory(Pack(opened.room / MEMORY), digests, RAW_FOLDER, tool)
    rules, wrong = people_rules(content)
    if wrong:
        # Without its rules the site would show names that it must protect: better the last site than that.
        raise BuildError("\n".join(map(str, wrong)))
    edition = ours.edition(settings, rules, story_files(content)[0])
    reads = {read for name in filter(printing.has, NAMES) for read in templates.reads(f"{name}.html")}
    plates = Plates(Pack(opened.room / PLATES), tool)
    return Press(
        stage=opened,
        edition=replace(edition, parts=parts(printing.has, reads, edition.publish)),
        links=ours.links(settings),
        clear_output=bool(settings.get("DELETE_OUTPUT_DIRECTORY")),
        words=own_words,
        roots=roots,
        sources=sources,
        settings_key=settings_key,
        digests=digests,
        python=python,
        memory=memory,
        plates=plates,
        pictures=Pictures(content, Pack(opened.room / LOOKED_AT), digests, tool),
        printing=printing,
        last_outline=_outline(plates, printing.last),
    )


def _outline(plates: Plates, last: ledger.Ledger | None) -> Outline | None:
    """The outline that the last build kept, if that is the one that the ledger knows."""
    kept = plates.pack.newest(outline.NAME) if last and last.made and last.made.outline else None
    if kept is None or last is None or last.made is None or kept[0] != last.made.outline:
        return None
    try:
        return outline.read(kept[1])
    except Exception:  # whatever is wrong with it, the site can be collated
        return None


def collated(press: Press, settings: dict[str, Any]) -> Press:
    """Read all briefs and collate them; read the pages, and look at the files that would be copied."""
    content, edition = ours.content_folder(settings), press.edition
    folders = ours.brief_folders(settings)
    entries, refusals = reading.entries(content, folders, press.memory, cores(), press.stage.room)
    visible = [collate.as_published(entry) for entry in entries if collate.shown(entry, edition)]
    clashes = collate.clashes(visible, edition)
    lost = {clash.file for clash in clashes}
    kept, bad_photos = with_photos([entry for entry in visible if entry.path not in lost], press.pictures)
    if edition.publish:
        before = record.last(content.parent, str(ours.value(settings, "NEWSBRIEF_PUBLISHED_BRANCH")), press.stage.room)
        hold(before, kept, edition, [*refusals, *_below(content, clashes)], content.name)
    site = collate.site(kept, edition)
    own, bad_pages = own_pages(settings, content, _addresses(site))
    moved, bad_aliases = collate.moved(kept, edition, _taken(site, own), (*OURS, *_static_folders(settings)))
    held_back = _held_back(press, settings, (entries, kept), refusals, own)
    bad_files = _bad_files(press, settings, held_back)
    bad_stories = story_files(content)[1]
    due = collate.next_change(entries, edition, news=bool(press.links.siteurl))
    return replace(
        press,
        entries={entry.path: entry for entry in kept},
        briefs=site.briefs,
        offered=tuple(site.briefs),
        others=tuple(pages(site, press.printing.has)),
        outline=outline.outline(site, feeds_of(press, site), feed_length(settings), held_back),
        site=site,
        pages=own,
        moved=moved,
        refusals=(
            *refusals,
            *bad_stories,
            *_below(content, (*clashes, *bad_photos, *bad_aliases)),
            *bad_pages,
            *bad_files,
        ),
        due=due.timestamp() if due else None,
    )


def _held_back(
    press: Press,
    settings: Mapping[str, Any],
    briefs: tuple[Sequence[Entry], Sequence[Entry]],
    refusals: Iterable[Refusal],
    own: Mapping[str, OwnPage],
) -> frozenset[str]:
    """The static files that are not for readers; `briefs` are all, and those that are shown."""
    content = ours.content_folder(settings)
    others = (*(page.html for page in own.values()), *(story.words for story in press.edition.stories))
    return withheld(
        frozenset(statics.files(content, settings["STATIC_PATHS"], settings["STATIC_EXCLUDES"])),
        briefs[0],
        [*(content.parent / one.file for one in refusals), *_unseen_pages(content, settings, own)],
        shown_texts(briefs[1], others),
        theme_texts(settings, press.roots[1:]),
    )


def _unseen_pages(content: Path, settings: Mapping[str, Any], own: Mapping[str, OwnPage]) -> Iterable[Path]:
    """What people wrote into the folders of pages and is none: drafts, and those that could not be read."""
    files = (file for folder in settings["PAGE_PATHS"] for file in (content / folder).rglob("*.md"))
    return (file for file in files if file.relative_to(content).as_posix() not in own)


def _bad_files(press: Press, settings: Mapping[str, Any], held_back: frozenset[str]) -> tuple[Refusal, ...]:
    def fault(path: str) -> str:
        return "" if path in held_back else press.pictures.fault(path)

    content = ours.content_folder(settings)
    return statics.refused(content, settings["STATIC_PATHS"], settings["STATIC_EXCLUDES"], fault)


def feed_length(settings: Mapping[str, Any]) -> int:
    """The most entries that a feed has."""
    return int(ours.value(settings, "NEWSBRIEF_FEED_ITEMS"))


def feeds_of(press: Press, site: Site) -> tuple[Any, ...]:
    """Every feed of the site, called by names in its language."""
    _ = press.words.gettext
    of_all = (_("All briefs (Atom)"), _("All briefs (RSS)"), _("All briefs (JSON Feed)"))
    return planned(site, of_all, _("Corrections"), press.edition.feeds)


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
    now, last = press.edition.now.timestamp(), press.printing.last
    # A run that made less loaded less; what the rest was made with belongs to the site all the same.
    before = last.made if last else None
    kept = press.printing.outline.written() if press.printing.outline else b""
    if kept:
        press.plates.new[outline.NAME] = (outline.digest(kept), kept)
    return Made(
        asked=asked,
        python=press.python,
        code={**(before.code if before else {}), **code.loaded()},
        settings=press.settings_key,
        roots=press.roots,
        sources=press.sources,
        templates={**(before.templates if before and not press.site else {}), **press.printing.templates.found},
        jobs=press.printing.done,
        built=now,
        # What other plugins and templates make of the clock nobody can tell.
        until=now + SOON if press.printing.whole else press.due,
        told=tuple(map(str, press.refusals)),
        outline=outline.digest(kept) if kept else "",
    )


def _below(content: Path, refusals: Iterable[Refusal]) -> Iterable[Refusal]:
    """Refusals of files in the content folder, named as people see them."""
    return (Refusal(f"{content.name}/{one.file}", one.line, one.reason) for one in refusals)


def _taken(site: Site, own: Mapping[str, OwnPage]) -> set[str]:
    saved = (page.metadata["save_as"].removesuffix("index.html") for page in own.values())
    return _addresses(site) | set(saved) | {NOT_FOUND, record.FILE}


def _static_folders(settings: Mapping[str, Any]) -> Iterable[str]:
    return (f"{folder.strip('/')}/" for folder in settings["STATIC_PATHS"] if folder.strip("/"))


def _addresses(site: Site) -> set[str]:
    """Every address at which the site itself puts a page."""
    found: set[str] = set()
    for one in fields(site):
        value = getattr(site, one.name)
        made = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else (value,)
        found.update(page.url for page in made)
    return found


def of(settings: Mapping[str, Any]) -> Press:
    """The run that these settings belong to."""
    press: Press = settings[KEY]
    return press
