"""A site of which a few briefs came, went or were edited: what these reach is made, and all else is as it was.

`collate/late` tells what they reach. Where that is more than it looks at, where anything else changed, and in a site
for readers, the whole site is collated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.build import named
from newsbrief.build.account import Made
from newsbrief.build.jobs import Done
from newsbrief.collate.late.amended import Amended, amended, at_once
from newsbrief.collate.late.apart import Apart
from newsbrief.collate.late.change import Change, Desk
from newsbrief.collate.moved import place
from newsbrief.model.plate import Gist, Plate
from newsbrief.model.register import Register
from newsbrief.publish.at_hand import entry_of, plate_of
from newsbrief.publish.changed import as_published, changes
from newsbrief.publish.console import BuildError
from newsbrief.publish.exports import job
from newsbrief.publish.feeds.late import amended_feeds
from newsbrief.publish.kept import Kept
from newsbrief.publish.kinds import ALWAYS, INDEXES, LISTINGS
from newsbrief.publish.links import file_of
from newsbrief.publish.outline import Outline
from newsbrief.publish.own_pages import OwnPage
from newsbrief.publish.pages_aside import PagesAside
from newsbrief.publish.pages_aside import pages as pages_apart
from newsbrief.publish.press import REGISTER, Press, feed_length
from newsbrief.publish.reach import same_instant
from newsbrief.publish.searched import Sought

Value = TypeVar("Value")


class Base(Struct, frozen=True):
    """What the last build left: its ledger's entry, its outline, its register."""

    made: Made
    outline: Outline
    register: Register


def worth_keeping(press: Press) -> bool:
    """Whether a later build may make use of a register of this one."""
    return not (press.printing.whole or press.edition.publish or press.links.siteurl)


def late(
    press: Press,
    settings: Mapping[str, Any],
    own_pages: Callable[[], Mapping[str, OwnPage]],
    aside: Callable[[Press], Done] | None = None,
) -> Press | None:
    """The run that prints what the changed briefs reach; None where the whole site has to be looked at.

    `own_pages` gives those that people wrote, by path. `aside`: what prints pages of no brief, and their files, for a
    run that is like the one that comes of this but for what it offers.
    """
    base = _base(press)
    found = changes(base.register, press, settings) if base else ()
    if base is None or not found:
        return None
    own = own_pages()
    pages = PagesAside(press, base.outline, aside) if aside else None
    run = None
    try:
        run = _worked_out(press, settings, base, found, own, pages)
    except (BuildError, KeyError):
        pass  # a plate is lost, or one of an earlier version
    finally:
        if pages and run is None:
            pages.end()
    return run


def _worked_out(
    press: Press,
    settings: Mapping[str, Any],
    base: Base,
    found: Iterable[Change],
    own: Mapping[str, OwnPage],
    pages: PagesAside | None,
) -> Press | None:
    taken = {_address(page) for page in own.values()}
    made = amended(_desk(base, found, press, settings), taken, pages or at_once)
    run = _press(press, settings, base, made) if made else None
    if run is None or made is None:
        return None
    _fetch(run, base)
    # From here on it waits for what others found out meanwhile: what is made apart, and whether the output is intact.
    if not _free(base, made, taken) or not press.survey.intact or (pages and not pages.fits(run)):
        return None
    press.printing.elsewhere = pages.elsewhere if pages else None
    _keep_entries(found, press)
    register = named.named(REGISTER, lambda: made.registered, press.stage.room)
    return replace(_with_apart(run, made.apart()), pages=own, register=register)


def _with_apart(run: Press, apart: Apart) -> Press:
    """The run with what was made apart, if it was made here."""
    return replace(
        run,
        others=(*run.others, *pages_apart(apart, run)),
        files=apart.dates.files if run.printing.has("timeline") else (),
        gone=run.gone.union(map(file_of, apart.gone), map(job, apart.dates.unexported)),
    )


def _free(base: Base, made: Amended, taken: Collection[str]) -> bool:
    """Whether no page that people wrote, and no old address, is or was where the change makes or takes away a page."""
    places = {place(url) for url in made.addresses}
    below = tuple(map(str.casefold, made.people_of))
    old = base.register.aliases
    return (
        places.isdisjoint(old)
        and not any(one.startswith(below) for one in old if below)
        and {url.casefold() for url in made.addresses}.isdisjoint(taken)
    )


def _fetch(run: Press, base: Base) -> None:
    """Look at once at all that stands in a feed or in a part of the search which is made anew.

    Raises BuildError where something is lost.
    """
    known = set(base.outline.feeds)
    for feed in run.outline.feeds:
        paths = run.outline.told[feed.stem]
        same = feed in known and base.outline.told.get(feed.stem) == paths
        for path in () if same and run.edited.isdisjoint(paths) else paths:
            run.kept_plates[path]
    for path in run.sought.reached if run.sought else ():
        run.kept_plates[path]


def _address(page: OwnPage) -> str:
    return str(page.metadata["save_as"]).removesuffix("index.html").casefold()


def _base(press: Press) -> Base | None:
    last, known = press.printing.last, press.last_outline
    made = last.made if last else None
    if made is None or known is None or not known.register or known.linking or not worth_keeping(press):
        return None
    if not same_instant(made, press):
        return None
    register = press.last_register or named.read(REGISTER, press.stage.room, known.register, Register)
    return Base(made, known, register) if register else None


def _keep_entries(found: Iterable[Change], press: Press) -> None:
    press.memory.keep_all()
    press.pictures.keep_all()
    for change in found:
        if change.new:
            press.memory.keep(change.path, press.memory.written(change.new))
        else:
            press.memory.names.discard(change.path)


def _desk(base: Base, found: Iterable[Change], press: Press, settings: Mapping[str, Any]) -> Desk:
    entry = entry_of(press, settings)
    plate, gist = plate_of(press, Plate), plate_of(press, Gist)
    changed = tuple(map(as_published, found))
    return Desk(
        base.register,
        press.edition,
        changed,
        cache(partial(_sure, entry)),
        cache(partial(_sure, plate)),
        cache(partial(_sure, gist)),
    )


def _sure(fetch: Callable[[str], Value | None], path: str) -> Value:
    found = fetch(path)
    if found is None:
        raise KeyError(path)
    return found


def _press(press: Press, settings: Mapping[str, Any], base: Base, made: Amended) -> Press | None:
    lists = {index.kind: index.url for index in made.indexes if index.groups}
    if lists != base.outline.lists:
        return None  # the foot of every page names them
    briefs = {row.path: row.url for row in made.register.rows}
    known = base.outline
    found = amended_feeds(known.feeds, known.told, made, press.edition.feeds, feed_length(settings))
    others = tuple(_pages(made, press))
    plates = Kept(briefs, plate_of(press, Plate), dict(made.plates))
    instants = (at for row in made.register.rows for at in row.changes)
    due = (*instants, *(() if made.register.until is None else (made.register.until,)))
    return replace(
        press,
        entries=Kept(briefs, entry_of(press, settings)),
        briefs=Kept(briefs, lambda path: plates[path].page),
        offered=tuple(made.plates),
        edited=frozenset(row.path for row in made.touched if row.path in made.plates),
        others=others,
        outline=replace(base.outline, briefs=briefs, feeds=found.feeds, told=found.told),
        kept_plates=plates,
        sought=_sought(press, base, made),
        gone=frozenset((*map(file_of, made.gone), *_people_gone(press, made, others), *found.gone)),
        due=min((at for at in due if at > press.edition.now.timestamp()), default=None),
    )


def _sought(press: Press, base: Base, made: Amended) -> Sought | None:
    if not press.printing.has("search"):
        return None
    from newsbrief.publish.sought import sought  # which many a theme goes without

    return sought(press.printing, base.outline, base.register, made.register, made.plates)


def _people_gone(press: Press, made: Amended, others: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """The pages of changed people that there are no more."""
    offered = {file_of(model.url) for _, model in others}
    below = tuple(made.people_of)
    own = re.compile(f"(?:{'|'.join(map(re.escape, sorted(below)))})(?:(?:briefs/)?[0-9]+/)?index\\.html")
    # To ask thousands of names how they begin takes far less than to hold them against the whole pattern.
    those = (name for name in press.printing.before.keys if name.startswith(below))
    return (name for name in those if own.fullmatch(name) and name not in offered)


def _pages(made: Amended, press: Press) -> Iterator[tuple[str, Any]]:
    """Each page's template and model, of those for which the theme has one."""
    pages = (
        ("index", made.front),
        ("stories", made.stories),
        *(("story", page) for page in made.story_pages),
        *(("quote", page) for page in made.quote_pages),
        *(("person", page) for page in made.persons),
        *((LISTINGS[page.kind], page) for page in made.listings),
        *((INDEXES[page.kind], page) for page in made.indexes if page.groups),
    )
    return ((template, model) for template, model in pages if template in ALWAYS or press.printing.has(template))
