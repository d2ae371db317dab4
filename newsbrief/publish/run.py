"""One run of Pelican from our side: what is done at which of its signals."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from newsbrief.build import stage, workers
from newsbrief.model.refusal import printable
from newsbrief.publish import press, settled
from newsbrief.publish.body import ENDINGS
from newsbrief.publish.console import BuildError, quiet_own_errors, report, told
from newsbrief.publish.ending import into_place
from newsbrief.publish.few_changed import few_changed
from newsbrief.publish.generators import SiteGenerator
from newsbrief.publish.handing_over import forget_articles, prepare, why_whole
from newsbrief.publish.laying_out import lay_out
from newsbrief.publish.offering import PICTURES
from newsbrief.publish.own_pages import own_pages
from newsbrief.publish.reader import BriefReader
from newsbrief.publish.settings import content_folder, links, refuse_sources
from newsbrief.publish.settings import report as report_setting
from newsbrief.publish.statics import fault
from newsbrief.publish.theme import equip as equip_environment
from newsbrief.publish.words import Words, words

log = logging.getLogger(__name__)
SEEN, ASKED = "NEWSBRIEF_SEEN_REFUSALS", "NEWSBRIEF_ASKED"


def take_over(pelican: Any) -> None:
    """`initialized`: refuse settings that no site can be built with, and let Pelican write to the stage."""
    quiet_own_errors()
    gc.enable()  # the run before may have done without
    # Last of all that hear of the end: what other plugins write then belongs to the site, too.
    signals.finalized.disconnect(bring_into_place)
    signals.finalized.connect(bring_into_place)
    pelican.settings.setdefault(ASKED, "")
    links(pelican.settings)
    report_setting(pelican.settings)
    refuse_sources(pelican.settings)
    pelican.settings["NEWSBRIEF_OUTPUT"] = pelican.output_path
    pelican.output_path = str(stage.place(pelican.output_path))


def read_briefs(readers: Any) -> None:
    """`readers_init`: take Markdown over, and read nothing else: what another reader gives was never cleaned."""
    for ending in readers.reader_classes:
        if ending != "static":
            readers.reader_classes[ending] = None
    for ending in ENDINGS:
        readers.reader_classes[ending] = BriefReader


def equip(generator: Any) -> None:
    """`generator_init`: the articles' generator is the first of a run, and in `--autoreload` there are many runs."""
    settings = generator.settings
    first = isinstance(generator, ArticlesGenerator)
    own_words = words(settings) if first else press.of(settings).words
    equip_environment(generator.env, links(settings), own_words)
    if first:
        settings[press.KEY] = _press(generator, own_words)
        prepare(generator, press.of(settings))


def _press(generator: ArticlesGenerator, own_words: Words) -> press.Press:
    """What this run works with: what the last one kept, if that is enough, else all briefs."""
    settings = generator.settings
    # To look for rubbish would be a tenth of a run that knows the site, and there is next to none before its end.
    gc.disable()
    laid = lay_out(settings, stage.begin(settings["NEWSBRIEF_OUTPUT"]), own_words, generator.env)
    if why := why_whole(generator, laid.printing.templates):
        laid.printing.do_all(why)
        print(f"Everything is built anew: {why}")
        return _collated(laid, settings)
    own = cache(lambda: own_pages(settings, content_folder(settings), ())[0])
    few = few_changed(laid, settings, own) if not settings.get(press.FURTHER) else None
    return few or _collated(laid, settings)


def _collated(laid: press.Press, settings: dict[str, Any]) -> press.Press:
    gc.enable()
    from newsbrief.publish.collating import collated  # with much that a run does without which knows the site

    return collated(laid, settings)


def generators(_pelican: Any) -> type[SiteGenerator]:
    """`get_generators`: ours runs after Pelican's own for articles and pages."""
    return SiteGenerator


def keep_raw_private(generator: Any) -> None:
    """`*_generator_finalized`: Pelican copies whatever file a body links to with {static} or {attach}."""
    content = content_folder(generator.settings)
    wanted = generator.context["static_links"]
    pictures = press.of(generator.settings).pictures
    faults = {link: fault(content, link) or pictures.fault(link) for link in wanted}
    for link in sorted(link for link, reason in faults.items() if reason):
        log.warning("%s is not copied: %s", printable(link), faults[link])
    generator.context["static_links"] = {link for link, reason in faults.items() if not reason}


def copy_what_is_harmless(generator: Any) -> None:
    """`static_generator_finalized`: the same for all that lies in the folders of static files.

    Pictures are taken out of Pelican's hands: it would copy what is private in them, too.
    """
    content, run = content_folder(generator.settings), press.of(generator.settings)
    lost = {refusal.file for refusal in run.refusals}
    places = [
        (Path(os.path.relpath(file.source_path, content.absolute())).as_posix(), file) for file in generator.staticfiles
    ]
    kept = [
        (path, file) for path, file in places if path not in run.outline.withheld and _harmless(content, path, lost)
    ]
    generator.context[PICTURES] = {path: file for path, file in kept if run.pictures.has(path)}
    others = [file for path, file in kept if path not in generator.context[PICTURES]]
    generator.staticfiles = generator.context["staticfiles"] = others


def _harmless(content: Path, path: str, lost: Collection[str]) -> bool:
    return f"{content.name}/{path}" not in lost and not fault(content, path)


def bring_into_place(pelican: Any) -> None:
    """`finalized`: move the finished site into the output folder, then say what was left out."""
    done = press.of(pelican.settings)
    into_place(done, pelican.settings[ASKED], settled.settled(done, pelican))
    tell(pelican, done)


def tell(pelican: Any, done: press.Press) -> None:
    """Say what was left out, when all else is in place."""
    forget_articles()
    workers.thaw()
    report(done.refusals)
    # Under --autoreload Pelican answers an error by building again at once: there it is raised once and not again.
    if done.refusals and pelican.settings.get(SEEN) != done.refusals:
        pelican.settings[SEEN] = done.refusals
        raise BuildError(told(done.refusals))
