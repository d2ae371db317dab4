"""A site of which only the bodies of some briefs changed: their pages are made from what the last build kept.

No other page shows anything of a brief's body. What does is named in `collate.bodies`; besides, feeds have the whole
body, and the search finds its words. All else is passed over without being looked at, so this costs the same however
many briefs there are. Whatever is not as simple as that is left to `collating`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec.structs import replace

from newsbrief import collate
from newsbrief.build.account import Made
from newsbrief.collate import bodies
from newsbrief.collate.excerpt import limited
from newsbrief.collate.visible import telling
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.content.library import read_or_refused
from newsbrief.model.entry import Entry
from newsbrief.model.plate import Plate
from newsbrief.model.search import Findable
from newsbrief.publish import reading
from newsbrief.publish import settings as ours
from newsbrief.publish.at_hand import entry_of, plate_of
from newsbrief.publish.console import BuildError
from newsbrief.publish.kept import Kept
from newsbrief.publish.outline import Outline
from newsbrief.publish.own_pages import OwnPage
from newsbrief.publish.plating import stamp_of
from newsbrief.publish.press import Press
from newsbrief.publish.reach import MOST, reaches_out, same_instant


def reprint(press: Press, settings: Mapping[str, Any], own_pages: Callable[[], Mapping[str, OwnPage]]) -> Press | None:
    """The run that prints nothing but what the changed bodies ask for; None where more has to be looked at.

    `own_pages` gives those that people wrote, by path.
    """
    last, known = press.printing.last, press.last_outline
    made = last.made if last else None
    if last is None or made is None or known is None or not same_instant(made, press):
        return None
    if press.edition.publish:
        return None  # what changed is held against what readers had
    paths = _changed(known, press, settings)
    if not paths or any(rule.page == "no" for rule in press.edition.people):
        return None
    entries, plates, before = {}, {}, {}
    for path in paths:
        found = _reset(path, press, settings)
        if found is None:
            return None
        entries[path], plates[path], before[path] = found
    if not press.survey.intact:  # a copy of this process has looked at the output meanwhile
        return None
    press.memory.keep_all()
    press.pictures.keep_all()
    again = replace(_press(press, made, known, entries, plates, settings), found_before=before, pages=own_pages())
    try:
        for path in _needed(known, entries):
            again.kept_plates[path]
    except BuildError:
        return None
    return again


def _needed(known: Outline, changed: Collection[str]) -> set[str]:
    """The briefs that stand in a feed together with one of those that changed.

    And those with links that Pelican resolves: it reads them in any case.
    """
    groups = (group for group in known.told.values() if not set(changed).isdisjoint(group))
    return {path for group in groups for path in group}.union(known.linking)


def _changed(known: Outline, press: Press, settings: Mapping[str, Any]) -> list[str]:
    """The briefs whose files changed; none where anything else did."""
    content = f"{ours.content_folder(settings)}{os.sep}"
    found = press.survey.differing
    if len(found) > MOST or not all(path in press.survey.known and path in press.survey.sources for path in found):
        return []
    paths = [path.removeprefix(content).replace(os.sep, "/") for path in sorted(found)]
    return paths if all(path in known.briefs for path in paths) else []


def _reset(path: str, press: Press, settings: Mapping[str, Any]) -> tuple[Entry, Plate, tuple[Findable, ...]] | None:
    """A brief as it is now, its plate with the new body, and what was found of it; None where more changed."""
    content = ours.content_folder(settings)
    old = press.memory.before(path, press.survey.known[str(content / path)].digest)
    new = read_or_refused(content, path, RAW_FOLDER)
    if old is None or not isinstance(new, Entry) or not bodies.differ_in_body_only(old, new):
        return None
    simple = telling(new) and not limited(new.brief) and not any(reaches_out(one, settings) for one in (old, new))
    plate = (
        press.plates.get(path, Plate, lambda one: stamp_of(one, press.printing.before, press.last_outline))
        if simple
        else None
    )
    reading.hold(content, press.memory.raw_folder, press.survey.sources, {path: new})
    if plate is None or not collate.shown(new, press.edition):
        return None
    press.memory.keep(path, press.memory.written(new))
    quotes = tuple(bodies.quote_with(page, new) for page in plate.quotes)
    page, found = bodies.page_with(plate.page, new), bodies.found_with(plate.found, old, new)
    return new, replace(plate, page=page, quotes=quotes, found=found, text=""), plate.found


def _press(
    press: Press,
    made: Made,
    known: Outline,
    entries: dict[str, Entry],
    plates: dict[str, Plate],
    settings: Mapping[str, Any],
) -> Press:
    all_plates = Kept(known.briefs, plate_of(press, Plate), plates)
    return replace(
        press,
        entries=Kept(known.briefs, entry_of(press, settings), entries),
        briefs=Kept(known.briefs, lambda path: all_plates[path].page),
        offered=tuple(entries),
        edited=frozenset(entries),
        others=tuple(("quote", page) for path in plates for page in plates[path].quotes),
        outline=known,
        kept_plates=all_plates,
        due=made.until,
    )
