"""The beginning of a run: what there is, without the briefs and what comes of them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from msgspec.structs import replace

from newsbrief.build import code, ledger, stage
from newsbrief.build.pack import Pack
from newsbrief.build.sources import Sources
from newsbrief.build.survey import Survey
from newsbrief.build.workers import cores
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.content.library import people_rules, story_files
from newsbrief.memory import Memory
from newsbrief.publish import keys
from newsbrief.publish import settings as ours
from newsbrief.publish.console import BuildError
from newsbrief.publish.digests import Digests
from newsbrief.publish.kinds import NAMES, parts
from newsbrief.publish.pictures import Pictures
from newsbrief.publish.press import LOOKED_AT, SURVEY, Press
from newsbrief.publish.printing import Printing
from newsbrief.publish.remembered import Remembered, forget_failed, remembered
from newsbrief.publish.words import Words


def lay_out(
    settings: dict[str, Any],
    opened: stage.Stage,
    own_words: Words,
    env: Environment,
    settings_key: str = "",
    ahead: Remembered | None = None,
) -> Press:
    """Look at what there is: all but the briefs and what comes of them.

    `env` finds the theme's templates: what no template reads is not collated. `settings_key`: that of all settings,
    where it is known. `ahead`: what the last build kept, where it was read since this one began.
    """
    content = ours.content_folder(settings)
    last = opened.last
    # Before anything is read: what is changed from now on, the next build will see.
    found = _survey(settings, last, opened.output)
    roots, sources = found.roots, found.sources
    settings_key = settings_key or keys.of_settings(settings, _ingredients(settings, roots, sources))
    kept = ahead if ahead and ahead.last is last else remembered(opened.room, last)
    forget_failed(opened.room, kept)
    printing = Printing(opened.output, opened.site, _usable(last, settings_key, kept.python), cores())
    templates = printing.read_templates(env)
    digests = Digests(sources, roots[0])
    memory = Memory(kept.entries, digests, RAW_FOLDER, kept.tool)
    rules, wrong = people_rules(content)
    if wrong:
        # Without its rules the site would show names that it must protect: better the last site than that.
        raise BuildError("\n".join(map(str, wrong)))
    edition = ours.edition(settings, rules, story_files(content)[0])
    reads = {read for name in filter(printing.has, NAMES) for read in templates.reads(f"{name}.html")}
    return Press(
        stage=opened,
        edition=replace(edition, parts=parts(printing.has, reads, edition.publish)),
        links=ours.links(settings),
        clear_output=bool(settings.get("DELETE_OUTPUT_DIRECTORY")),
        words=own_words,
        survey=found,
        settings_key=settings_key,
        digests=digests,
        python=kept.python,
        memory=memory,
        plates=kept.plates,
        pictures=Pictures(content, Pack(opened.room / LOOKED_AT), digests, kept.tool),
        printing=printing,
        last_outline=kept.outline if printing.last else None,
        last_register=kept.register if printing.last else None,
    )


def _survey(settings: dict[str, Any], last: ledger.Ledger | None, output: Path) -> Survey:
    """What the command looked at a moment ago, to see whether there is anything to do, need not be looked at again."""
    roots = _roots(settings)
    found: Survey | None = settings.pop(SURVEY, None)
    return found if found and found.roots == roots and found.last is last else Survey(last, roots, output)


def _roots(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """The content folder comes first."""
    font = str(ours.value(settings, "NEWSBRIEF_CARD_FONT") or "")
    others = (settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"], *ours.translation_folders(settings), font)
    return (str(ours.content_folder(settings)), *dict.fromkeys(str(one) for one in others if str(one)))


def _ingredients(settings: Mapping[str, Any], roots: Sequence[str], sources: Sources) -> Sources:
    """What every page may be made of, besides templates and what the newsroom wrote: words, colours, typefaces."""
    static = Path(settings["THEME"]) / "static"
    folders = tuple(f"{folder}{os.sep}" for folder in (static, *ours.translation_folders(settings)))
    return {path: one for path, one in sources.items() if path.startswith(folders) or path in roots}


def _usable(last: ledger.Ledger | None, settings_key: str, python: str) -> ledger.Ledger | None:
    made = last.made if last else None
    same = made and made.settings == settings_key and made.python == python and code.stands(made.code)
    return last if last and same and last.known else None
