"""One run of Pelican's where we are the guest: what is done at which of its signals."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from msgspec.structs import replace
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from newsbrief.content.folders import PEOPLE_FILE, RAW_FOLDER
from newsbrief.model.refusal import printable
from newsbrief.publish import own_links, press, run, theme, words
from newsbrief.publish import settings as ours
from newsbrief.publish.body import ENDINGS
from newsbrief.publish.console import quiet_own_errors
from newsbrief.publish.escaped import as_named, marked, stripped
from newsbrief.publish.guest import body_links, place, reader, told, whole
from newsbrief.publish.guest import folders as found
from newsbrief.publish.guest.concealed import concealed, hidden_briefs
from newsbrief.publish.guest.generator import GuestGenerator
from newsbrief.publish.guest.press import set_up, view

log = logging.getLogger(__name__)
# Pelican's settings have the run's stage here, before it is opened.
STAGE = "NEWSBRIEF_STAGE"
I18N = "jinja2.ext.InternationalizationExtension"


def begin(pelican: Any) -> None:
    """`initialized`: take part if the site has a folder of briefs, and keep out of its way if it has none."""
    settings = pelican.settings
    settings[ours.GUEST] = True
    found.tell_of_missing(settings)
    content = ours.content_folder(settings)
    folders = [folder for folder in ours.brief_folders(settings) if (content / folder).is_dir()]
    planned = settings[STAGE] = whole.enter(settings, pelican.output_path)
    # What lies in a folder of ours is ours to bring into place.
    if folders or isinstance(planned, whole.Part):
        pelican.output_path = str(planned.site)
    if not folders:
        settings[ours.GUEST] = False
        return
    quiet_own_errors()
    ours.refuse_sources(settings)
    place.brief_url(settings)
    for signal, receiver in HEARD:
        signal.disconnect(receiver)
        signal.connect(receiver)
    _part_folders(settings, folders)
    # What it remembers of a brief would be shown when the brief's time is over, or another file changed it.
    settings["CACHE_CONTENT"] = settings["LOAD_CONTENT_CACHE"] = False


def _part_folders(settings: dict[str, Any], folders: Collection[str]) -> None:
    """Briefs are articles, also where the host names the folders of its own.

    Pelican reads no raw article, and copies neither raw articles nor briefs.
    """
    paths = [path.strip("/") for path in settings["ARTICLE_PATHS"]]
    left = [one for one in folders if not any(not path or f"{one}/".startswith(f"{path}/") for path in paths)]
    settings["ARTICLE_PATHS"] = [*settings["ARTICLE_PATHS"], *left]
    _leave_out(settings, "ARTICLE_EXCLUDES", [RAW_FOLDER])
    _leave_out(settings, "PAGE_EXCLUDES", [RAW_FOLDER, *folders])
    _leave_out(settings, "STATIC_EXCLUDES", [RAW_FOLDER, *folders])


def _leave_out(settings: dict[str, Any], name: str, folders: Collection[str]) -> None:
    settings[name] = [*settings[name], *(folder for folder in folders if folder not in settings[name])]


def share_markdown(readers: Any) -> None:
    """`readers_init`: whichever reader the host has for Markdown, briefs are ours."""
    for ending in ENDINGS:
        former = readers.reader_classes.get(ending)
        if former is not None:
            readers.reader_classes[ending] = reader.beside(former)


def guard(content: Any) -> None:
    """`content_object_init`: addresses and texts of a brief; the host's articles are its own business."""
    if hasattr(content, "model"):
        own_links.guard(content)
        body_links.lead(content)
        marked(content)


def equip(generator: Any) -> None:
    """`generator_init`: the articles' generator is the first of a run."""
    settings = generator.settings
    first = isinstance(generator, ArticlesGenerator)
    own_words = words.words(view(settings)) if first else press.of(settings).words
    lend(generator.env, place.links(settings), own_words)
    if not first:
        return
    done = settings[press.KEY] = set_up(settings, whole.opened(settings, settings[STAGE]), own_words, generator.env)
    told.ways(settings, done)


def lend(env: Environment, links: Any, own_words: words.Words) -> None:
    """Our filters and words, where the host has none of these names; how it escapes is left alone."""
    ours_only = Environment(autoescape=True)
    theme.equip(ours_only, links, own_words)
    lent = {name: ours_only.filters[name] for name in ("to", "markdown", "body", "dated")}
    env.filters.update({name: lent[name] for name in lent if name not in env.filters})
    env.filters["striptags"] = stripped
    env.tests.setdefault("plain", ours_only.tests["plain"])
    if I18N not in env.extensions:
        kept = {name: value for name, value in env.globals.items() if name.endswith("gettext") or name == "_"}
        words.equip(env, own_words)
        env.globals.update(kept)


def generators(_pelican: Any) -> type[GuestGenerator]:
    """`get_generators`: ours runs after Pelican's own for articles and pages."""
    return GuestGenerator


def keep_links_private(generator: Any) -> None:
    """`*_generator_finalized`: Pelican copies whatever a body links to, and ends where a file is missing."""
    content, folders = ours.content_folder(generator.settings), ours.brief_folders(generator.settings)
    wanted = sorted(generator.context["static_links"])
    missing = [link for link in wanted if not (content / link).exists()]
    for link in missing:
        log.warning("%s is not copied: there is no such file", printable(link))
    hidden = {link for link in wanted if private(content / link, content, folders)}
    generator.context["static_links"] = set(wanted) - hidden - set(missing)


def keep_private(generator: Any) -> None:
    """`static_generator_finalized`: the same for what lies in the folders of static files."""
    content, folders = ours.content_folder(generator.settings), ours.brief_folders(generator.settings)
    kept = [one for one in generator.staticfiles if not private(Path(one.source_path), content, folders)]
    paths = {one: Path(os.path.relpath(one.source_path, content)).as_posix() for one in kept}
    # Briefs that are shown are among the host's contents by now.
    shown = [one._content for one in generator.context["generated_content"].values() if one and one._content]
    hidden = hidden_briefs(press.of(generator.settings).entries, content, folders)
    templates = map(
        Path, (*generator.settings["THEME_TEMPLATES_OVERRIDES"], f"{generator.settings['THEME']}/templates")
    )
    away = concealed(paths.values(), hidden, shown, templates)
    generator.staticfiles = generator.context["staticfiles"] = [one for one in kept if paths[one] not in away]


def private(file: Path, content: Path, folders: Collection[str]) -> bool:
    """Raw articles, briefs and the list of people, by whatever name or link they are reached."""
    resolved, root = file.resolve(), content.resolve()
    if not resolved.is_relative_to(root):
        return False
    path = resolved.relative_to(root).as_posix()
    ending = resolved.suffix.lower().lstrip(".")
    of_briefs = any(path.startswith(f"{folder}/") for folder in folders) and ending in ENDINGS
    return path == PEOPLE_FILE or path.startswith(f"{RAW_FOLDER}/") or of_briefs


def name_in_feed(_context: Any, feed: Any) -> None:
    """`feed_generated`: see `as_named`."""
    as_named(feed)


def bring_into_place(pelican: Any) -> None:
    """`finalized`: only which files there are is remembered, so that what the next build has no more goes."""
    done = press.of(pelican.settings)
    if whole.closed(pelican.settings, done.stage, done.refusals, done.clear_output):
        within = pelican.settings[whole.KEY].refusals
        run.tell(pelican, replace(done, refusals=tuple(dict.fromkeys((*done.refusals, *within)))))


def _of_guests(receiver: Callable[..., Any]) -> Callable[..., Any]:
    """A site within another's may have no briefs, or the other none: both runs send the same signals."""

    def heard(sender: Any, **given: Any) -> Any:
        # Who makes a feed sends all variables of the templates, which have the settings among them.
        first = sender[0] if isinstance(sender, list) else sender
        settings = first if isinstance(first, Mapping) else first.settings
        return receiver(sender, **given) if settings.get(ours.GUEST) else None

    return heard


HEARD: tuple[tuple[Any, Callable[..., Any]], ...] = tuple(
    (signal, _of_guests(receiver))
    for signal, receiver in (
        (signals.readers_init, share_markdown),
        (signals.content_object_init, guard),
        (signals.generator_init, equip),
        (signals.get_generators, generators),
        (signals.article_generator_finalized, keep_links_private),
        (signals.page_generator_finalized, keep_links_private),
        (signals.static_generator_finalized, keep_private),
        (signals.all_generators_finalized, told.follow),
        (signals.feed_generated, name_in_feed),
        (signals.finalized, bring_into_place),
    )
)
