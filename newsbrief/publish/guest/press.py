"""What one run works with where Pelican is the host: the briefs, read and collated, and nothing of the host's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment
from msgspec.structs import replace

import newsbrief
from newsbrief import collate
from newsbrief.build import stage
from newsbrief.build.pack import Pack
from newsbrief.build.survey import Survey
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.content.library import library, people_rules
from newsbrief.memory import Memory
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal
from newsbrief.plates import Plates
from newsbrief.publish import settings as ours
from newsbrief.publish.console import BuildError
from newsbrief.publish.guest import folders, place
from newsbrief.publish.kinds import parts
from newsbrief.publish.outline import outline
from newsbrief.publish.pictures import Pictures
from newsbrief.publish.press import LOOKED_AT, MEMORY, PLATES, Press, feed_length, feeds_of
from newsbrief.publish.printing import Printing
from newsbrief.publish.words import Words


def view(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings as a site of ours would have them: for readers, with our words, without what the host does itself.

    Its theme shows no banner over what nobody has read yet, so a host gets published briefs only, unless it asks.
    """
    return {
        **settings,
        "THEME": newsbrief.THEME,
        "ARTICLE_URL": place.brief_url(settings),
        "NEWSBRIEF_PUBLISH": settings.get("NEWSBRIEF_PUBLISH", True),
        "NEWSBRIEF_FEEDS": (),
        "NEWSBRIEF_CARDS": False,
    }


def set_up(settings: dict[str, Any], opened: stage.Stage, own_words: Words, env: Environment) -> Press:
    """Read all briefs and collate them. A host's build is a whole one: nothing is passed over."""
    content = ours.content_folder(settings)
    entries, refusals = library(content, ours.brief_folders(settings))
    folders.tell_of_strangers(settings, entries)
    rules, wrong = people_rules(content)
    if wrong:
        raise BuildError("\n".join(map(str, wrong)))
    printing = Printing(opened.output, opened.site, None, 1)
    printing.do_all("Pelican is the host")
    printing.read_templates(env)
    has = partial(place.has, printing)
    edition = ours.edition(view(settings), rules)
    # Any template of the host's may show a brief's story, and what is near to it.
    edition = replace(edition, parts=parts(has, ("story", "related"), publish=True))
    visible = [collate.as_published(entry) for entry in entries if collate.shown(entry, edition)]
    clashes = collate.clashes(visible, edition)
    lost = {clash.file for clash in clashes}
    kept = [entry for entry in visible if entry.path not in lost]
    named = (Refusal(f"{content.name}/{one.file}", one.line, one.reason) for one in clashes)
    done = Press(
        stage=opened,
        edition=edition,
        links=place.links(settings),
        clear_output=bool(settings.get("DELETE_OUTPUT_DIRECTORY")),
        words=own_words,
        survey=Survey(None, (), opened.output),
        settings_key="",
        digests={},
        python="",
        memory=Memory(Pack(opened.room / MEMORY), {}, RAW_FOLDER, ""),
        plates=Plates(Pack(opened.room / PLATES), ""),
        # A host copies its pictures itself, and briefs' photos are not shown there.
        pictures=Pictures(content, Pack(opened.room / LOOKED_AT), {}, ""),
        printing=printing,
        entries={entry.path: entry for entry in kept},
        refusals=(*refusals, *named),
    )
    return collated(done, kept, settings)


def collated(done: Press, kept: Sequence[Entry], settings: Mapping[str, Any]) -> Press:
    """The run with the site that these briefs make."""
    content = ours.content_folder(settings)
    site = collate.site(kept, done.edition)
    own = tuple(place.own_pages(site, done.printing))
    taken = {model.url for _, model in own} | {page.url for page in site.briefs.values()}
    redirects = place.has(done.printing, "moved")
    moved, bad = collate.moved(kept, done.edition, taken, ("theme/", "feeds/")) if redirects else ((), ())
    named = (Refusal(f"{content.name}/{one.file}", one.line, one.reason) for one in bad)
    return replace(
        done,
        briefs=site.briefs,
        others=own,
        site=site,
        moved=moved,
        refusals=tuple(dict.fromkeys((*done.refusals, *named))),
        outline=outline(site, feeds_of(done, site), feed_length(settings)),
    )
