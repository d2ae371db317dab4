"""A run that reads every brief and makes every page model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import fields, replace

from newsbrief import collate
from newsbrief.build import named, plain, workers
from newsbrief.collate import published
from newsbrief.collate.bonds import Bonds
from newsbrief.content import published as record
from newsbrief.content.library import story_files
from newsbrief.model.entry import Entry
from newsbrief.model.pages import Site
from newsbrief.model.refusal import Refusal
from newsbrief.publish import outline, read_ahead, reading, statics
from newsbrief.publish import settings as ours
from newsbrief.publish.articles import links_by_pelican
from newsbrief.publish.at_hand import entry_of
from newsbrief.publish.body import load
from newsbrief.publish.galleys import WORTH_A_COPY, set_ahead
from newsbrief.publish.holding import hold, remind
from newsbrief.publish.kept import Kept
from newsbrief.publish.kinds import pages
from newsbrief.publish.late import worth_keeping
from newsbrief.publish.links import NOT_FOUND
from newsbrief.publish.own_pages import OURS, OwnPage, own_pages
from newsbrief.publish.pictures import with_photos
from newsbrief.publish.press import REGISTER, Press, feed_length, feeds_of
from newsbrief.publish.withheld import shown_texts, theme_texts, withheld

# What a site has besides pages.
BESIDES = ("timeline_files", "teasers", "entries", "register")


def collated(press: Press, settings: dict[str, Any]) -> Press:
    """Read all briefs and collate them; read the pages, and look at the files that would be copied."""
    from newsbrief.document import yaml_tree  # noqa: F401  # as `body.load`: a copy of this process may read with it

    load()
    content, edition = ours.content_folder(settings), press.edition
    branch = str(ours.value(settings, "NEWSBRIEF_PUBLISHED_BRANCH"))
    entries, refusals = _read(press, settings)
    visible = [collate.as_published(entry) for entry in entries if collate.shown(entry, edition)]
    register = worth_keeping(press)
    found_out = _found_out(visible, partial(collate.bound, visible, edition, register=register))
    clashes = collate.clashes(visible, edition)
    lost = {clash.file for clash in clashes}
    kept, bad_photos = with_photos([entry for entry in visible if entry.path not in lost], press.pictures)
    if edition.publish:
        before = record.last(content.parent, branch, press.stage.room)
        hold(before, kept, edition, [*refusals, *_below(content, clashes)], content.name)
        remind(kept, edition, content.name)
    if found_out and len(kept) < len(visible):
        found_out()  # for nothing, but the copy is to end
        found_out = None
    site = collate.site(kept, edition, partial(set_ahead, press, kept), found_out, register=register)
    own, bad_pages = own_pages(settings, content, _addresses(site))
    moved, bad_aliases = collate.moved(kept, edition, _taken(site, own), (*OURS, *_static_folders(settings)))
    held_back = _held_back(press, settings, (entries, kept), refusals, own)
    bad_files = _bad_files(press, settings, held_back)
    bad_stories = story_files(content)[1]
    due = collate.next_change(entries, edition, news=bool(press.links.siteurl))
    known = outline.outline(site, feeds_of(press, site), feed_length(settings), held_back)
    return replace(
        press,
        entries=Kept(frozenset(entry.path for entry in kept), entry_of(press, settings), remembered=False),
        linking=frozenset(entry.path for entry in kept if links_by_pelican(entry)),
        photo_files={entry.path: entry.picture.file for entry in kept if entry.picture},
        readers=record.state(content.parent, branch) if edition.publish else "",
        record=record.written(published.record(kept, edition)) if edition.publish else "",
        briefs=site.briefs,
        offered=tuple(site.briefs),
        others=tuple(pages(site, press.printing.has)),
        outline=replace(known, register=_register(site, entries, press)),
        site=replace(site, register=None),
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


def _read(press: Press, settings: Mapping[str, Any]) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    content = ours.content_folder(settings)
    shelf = reading.Shelf(content, ours.brief_folders(settings), press.memory, press.survey.sources)
    return reading.entries(shelf, workers.cores(), press.stage.room, settings.get(read_ahead.KEY))


def _found_out(visible: Sequence[Entry], find: Callable[[], Bonds]) -> Callable[[], Bonds] | None:
    """Have it found out by a copy of this process, where there are many; gives what waits for that."""
    if len(visible) < WORTH_A_COPY:
        return None
    workers.freeze()
    told = workers.Told(lambda: plain.written(find()), worth=True)
    return lambda: plain.read(told.answer, Bonds)


def _register(site: Site, entries: Sequence[Entry], press: Press) -> str:
    """Write down what a late change has to know, and what briefs that are not shown may still do; gives its name."""
    if site.register is None:
        return ""
    hidden = [entry for entry in entries if entry.path not in site.briefs]
    until = collate.next_change(hidden, press.edition)
    raws = frozenset(entry.brief.raw.file for entry in hidden if entry.brief.raw)
    whole = replace(site.register, until=until.timestamp() if until else None, raws=raws)
    # At once: a copy of this process would come to have all of it in memory, and there is much already.
    return named.keep(REGISTER, whole, press.stage.room)


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
        theme_texts(settings, press.survey.roots[1:]),
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
        if one.name in BESIDES:
            continue
        value = getattr(site, one.name)
        made = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else (value,)
        found.update(page.url for page in made)
    return found
