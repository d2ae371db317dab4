"""What one run of Pelican works with: read once at its beginning, handed on in Pelican's settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

import newsbrief
from newsbrief.build import code, stage
from newsbrief.build.account import Account, Made, folders_of
from newsbrief.build.ahead import Ahead
from newsbrief.build.named import Named
from newsbrief.build.pieces import Piece
from newsbrief.build.survey import Survey
from newsbrief.collate import Edition
from newsbrief.memory import Memory
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage, MovedPage, Site
from newsbrief.model.plate import Plate
from newsbrief.model.refusal import Refusal
from newsbrief.model.register import Register
from newsbrief.model.search import Findable
from newsbrief.plates import Plates
from newsbrief.publish import settings as ours
from newsbrief.publish.feeds.plan import planned
from newsbrief.publish.links import Links
from newsbrief.publish.outline import Outline
from newsbrief.publish.own_pages import OwnPage
from newsbrief.publish.pictures import Pictures
from newsbrief.publish.printing import Printing
from newsbrief.publish.searched import Sought
from newsbrief.publish.words import Words

KEY, SURVEY = "NEWSBRIEF_PRESS", "NEWSBRIEF_SURVEY"
# The settings' file as a module, whether the next build may try to do without Pelican, and whether one has just found
# out that all has to be looked at.
CONF, MAY_SETTLE, FURTHER = "NEWSBRIEF_CONF", "NEWSBRIEF_MAY_SETTLE", "NEWSBRIEF_FURTHER"
MEMORY, PLATES, LOOKED_AT = "entries.pack", "plates.pack", "pictures.pack"
REGISTER, OUTLINE = "register", "outline"
PACKAGE = str(Path(newsbrief.__file__).parent)
# Seconds after which a page may be another by itself, where it is not known when.
SOON = 0.001
NOTHING = Outline({}, {})


class Press(Struct, frozen=True):
    """One run. `entries` are by path and only those that may be shown: the others are not handed on at all.

    `briefs` are the pages of all of these, by path; `offered` the paths of those that this run may have to print,
    `edited` of those among them that say something else, and `others` all pages besides, each with its template. `site`
    is None in a run that knows the site by its `outline` and its briefs by `kept_plates`; `found_before` is what the
    search found of those that it prints again, `sought` what a late change makes of the search, and `gone` are jobs of
    the last build of which nothing is left; `files` are timelines that other programs are given anew; `register` is one
    that is still to be written down. `pages` are those that people wrote, by path; `moved` stand at old addresses.
    `survey`: the files that the site is made of, and how the output looked; `digests`: those of the content folder, by
    their path in it. `settings_key` and `python` tell how the site is made. `due`: when it changes by itself, None for
    never. `pictures` knows every picture file, `photo_files` those that briefs show, below the content folder, by the
    path of the brief. `galleys`: bodies that were set ahead, with their marks and without. `linking`:
    briefs with links that Pelican resolves. `record`: what readers have of all this, as JSON; `readers`: the state of
    what they had before.
    `last_outline` and `last_register` are what the last build kept, the second where it was read already.
    """

    stage: stage.Stage
    edition: Edition
    links: Links
    clear_output: bool
    words: Words
    survey: Survey
    settings_key: str
    digests: Mapping[str, str]
    python: str
    memory: Memory
    plates: Plates
    pictures: Pictures
    printing: Printing
    galleys: Ahead = field(default_factory=Ahead)
    last_outline: Outline | None = None
    last_register: Register | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)
    linking: frozenset[str] = frozenset()
    photo_files: Mapping[str, str] = field(default_factory=dict)
    record: str = ""
    readers: str = ""
    briefs: Mapping[str, BriefPage] = field(default_factory=dict)
    offered: tuple[str, ...] = ()
    edited: frozenset[str] = frozenset()
    others: tuple[tuple[str, Any], ...] = ()
    outline: Outline = NOTHING
    kept_plates: Mapping[str, Plate] = field(default_factory=dict)
    found_before: Mapping[str, tuple[Findable, ...]] = field(default_factory=dict)
    sought: Sought | None = None
    site: Site | None = None
    register: Named | None = None
    gone: frozenset[str] = frozenset()
    files: tuple[Any, ...] = ()
    pages: Mapping[str, OwnPage] = field(default_factory=dict)
    moved: tuple[MovedPage, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    due: float | None = None


def register_name(press: Press) -> str:
    """That of the register which belongs to the site that this run makes, "" where none does."""
    return press.register.name if press.register else press.outline.register


def feed_length(settings: Mapping[str, Any]) -> int:
    """The most entries that a feed has."""
    return int(ours.value(settings, "NEWSBRIEF_FEED_ITEMS"))


def feeds_of(press: Press, site: Site) -> tuple[Any, ...]:
    """Every feed of the site, called by names in its language."""
    _ = press.words.gettext
    of_all = (_("All briefs (Atom)"), _("All briefs (RSS)"), _("All briefs (JSON Feed)"))
    return planned(site, of_all, _("Corrections"), press.edition.feeds)


def account_of(press: Press, asked: str, settled: str) -> Account:
    """What the run that ends here enters into the ledger; `asked`, `settled`: see `Made`."""
    made, found = _made(press, asked, settled), press.printing.done
    if not press.printing.staying:
        return Account(made, Piece(press.survey.sources), Piece(found.keys), Piece(found.others))
    changed, gone = press.survey.changed, press.printing.forgotten
    keys = Piece(found.keys, tuple(gone))
    # What made several files may make one now.
    others = Piece(found.others, tuple(gone | (found.keys.keys() - found.others.keys())))
    return Account(made, Piece(changed.new, changed.gone), keys, others, behind=True)


def _made(press: Press, asked: str, settled: str) -> Made:
    now, last = press.edition.now.timestamp(), press.printing.last
    # A run that made less loaded less; what the rest was made with belongs to the site all the same.
    before = last.made if last else None
    return Made(
        asked=asked,
        python=press.python,
        code={**(before.code if before else {}), **code.loaded()},
        settings=press.settings_key,
        roots=press.survey.roots,
        folders=_folders(press, before),
        templates={**(before.templates if before and not press.site else {}), **press.printing.templates.found},
        built=now,
        # What other plugins and templates make of the clock nobody can tell.
        until=now + SOON if press.printing.whole else press.due,
        told=tuple(map(str, press.refusals)),
        outline=press.printing.outline,
        readers=press.readers,
        settled=settled,
    )


def _folders(press: Press, before: Made | None) -> frozenset[str]:
    """Those of the sources; where others stand, they had theirs."""
    if before and press.printing.staying:
        return before.folders | folders_of(press.survey.changed.new)
    return folders_of(press.survey.sources)


def of(settings: Mapping[str, Any]) -> Press:
    """The run that these settings belong to."""
    press: Press = settings[KEY]
    return press
