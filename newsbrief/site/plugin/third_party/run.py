"""One run of Pelican on a site with its own theme: what the plugin does at which signal."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from msgspec import Struct
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from newsbrief.content.folders import PEOPLE_FILE, RAW_FOLDER
from newsbrief.model.refusal import Refusal, printable
from newsbrief.site import settings as own_settings
from newsbrief.site.plugin import own_links
from newsbrief.site.plugin.console import BuildError, hide_own_tracebacks, report, say, summary
from newsbrief.site.plugin.third_party import (
    addresses,
    body_links,
    filters,
    folders,
    following,
    pictures,
    reader,
    subsites,
)
from newsbrief.site.plugin.third_party.generator import BriefsGenerator
from newsbrief.site.plugin.third_party.planning import Planned, planned, seen_settings
from newsbrief.site.plugin.third_party.reader import ENDINGS, RUN
from newsbrief.site.plugin.third_party.subsites import KEY, Target
from newsbrief.site.render.foreign_text import Escaped, mark_escaped, striptags, unescape_names
from newsbrief.site.render.translations import Translations, install, translations
from newsbrief.site.steps.build import Opened, commit_staged, open_place

log = logging.getLogger(__name__)
# Whether this run has briefs, and what was reported already.
TAKES_PART, REPORTED = "NEWSBRIEF_GUEST", "NEWSBRIEF_REPORTED"
TARGET = "NEWSBRIEF_TARGET"
I18N = "jinja2.ext.InternationalizationExtension"


class Run(Struct):
    """A run of Pelican with briefs. `opened`: the build of the output folder, None for a part of another site."""

    opened: Opened | None
    planned: Planned
    words: Translations
    escaped: Escaped | None = None


def begin(pelican: Any) -> None:
    """Take part if the site has a folder of briefs. At `initialized`."""
    settings = pelican.settings
    settings[TAKES_PART] = True
    folders.warn_of_missing(settings)
    content = own_settings.content_folder(settings)
    named = [folder for folder in own_settings.brief_folders(settings) if (content / folder).is_dir()]
    target = settings[TARGET] = subsites.enter(settings, pelican.output_path)
    # What lies in a folder of ours is ours to bring into place.
    if named or target.is_part:
        pelican.output_path = str(target.stage)
    if not named:
        settings[TAKES_PART] = False
        return
    hide_own_tracebacks()
    own_settings.refuse_sources(settings)
    addresses.brief_url(settings)
    for signal, receiver in RECEIVERS:
        signal.disconnect(receiver)
        signal.connect(receiver)
    _name_folders(settings, named)
    # A cached brief would be shown when its time is over, or when another file has changed it.
    settings["CACHE_CONTENT"] = settings["LOAD_CONTENT_CACHE"] = False


def _name_folders(settings: dict[str, Any], named: Collection[str]) -> None:
    """Let Pelican read briefs as articles, and neither read raw articles nor copy either of the two."""
    paths = [path.strip("/") for path in settings["ARTICLE_PATHS"]]
    left = [one for one in named if not any(not path or f"{one}/".startswith(f"{path}/") for path in paths)]
    settings["ARTICLE_PATHS"] = [*settings["ARTICLE_PATHS"], *left]
    _exclude(settings, "ARTICLE_EXCLUDES", [RAW_FOLDER])
    _exclude(settings, "PAGE_EXCLUDES", [RAW_FOLDER, *named])
    _exclude(settings, "STATIC_EXCLUDES", [RAW_FOLDER, *named])


def _exclude(settings: dict[str, Any], name: str, named: Collection[str]) -> None:
    settings[name] = [*settings[name], *(folder for folder in named if folder not in settings[name])]


def share_markdown(readers: Any) -> None:
    """Read briefs, whichever reader the site has for Markdown. At `readers_init`."""
    for ending in ENDINGS:
        former = readers.reader_classes.get(ending)
        if former is not None:
            readers.reader_classes[ending] = reader.with_briefs(former)


def guard(content: Any) -> None:
    """Check addresses and texts of a brief; the site's articles are its own business. At `content_object_init`."""
    if hasattr(content, "model"):
        own_links.guard(content)
        body_links.follow(content)
        mark_escaped(content)


def begin_generator(generator: Any) -> None:
    """Equip each environment, and plan at the first of a run, the generator of articles. At `generator_init`."""
    settings = generator.settings
    first = isinstance(generator, ArticlesGenerator)
    words = translations(seen_settings(settings)) if first else settings[RUN].words
    lend(generator.env, settings, words)
    if first:
        target: Target = settings[TARGET]
        settings[RUN] = Run(_opened(settings, target), planned(settings, generator.env, words), words)
        following.set_addresses(settings)


def _opened(settings: dict[str, Any], target: Target) -> Opened | None:
    if target.is_part:
        return None
    outermost = settings[KEY]
    if target.place.output == outermost.output:
        outermost.is_open = True
        outermost.refusals.clear()
    return open_place(target.place, say)


def lend(env: Environment, settings: Mapping[str, Any], words: Translations) -> None:
    """Add our filters and translations where the site has none of these names. How it escapes stays as it is."""
    own = filters.of(addresses.links(settings), words)
    env.filters.update({name: one for name, one in own.items() if name not in env.filters})
    env.filters["striptags"] = striptags
    if I18N not in env.extensions:
        own_names = {name: value for name, value in env.globals.items() if name.endswith("gettext") or name == "_"}
        install(env, words)
        env.globals.update(own_names)


def generators(_pelican: Any) -> type[BriefsGenerator]:
    """Return our generator. At `get_generators`."""
    return BriefsGenerator


def keep_links_private(generator: Any) -> None:
    """Copy no private file that a body links to; Pelican would, and ends where one is missing. At `*_finalized`."""
    content = own_settings.content_folder(generator.settings)
    named = own_settings.brief_folders(generator.settings)
    wanted = sorted(generator.context["static_links"])
    missing = [link for link in wanted if not (content / link).exists()]
    for link in missing:
        log.warning("%s is not copied: there is no such file", printable(link))
    hidden = {link for link in wanted if is_private(content / link, content, named)}
    generator.context["static_links"] = set(wanted) - hidden - set(missing)


def keep_private(generator: Any) -> None:
    """Do the same for the folders of static files. At `static_generator_finalized`."""
    settings = generator.settings
    content, named = own_settings.content_folder(settings), own_settings.brief_folders(settings)
    kept = [one for one in generator.staticfiles if not is_private(Path(one.source_path), content, named)]
    paths = {one: Path(os.path.relpath(one.source_path, content)).as_posix() for one in kept}
    # The briefs that are shown are among the site's contents by now.
    shown = [one._content for one in generator.context["generated_content"].values() if one and one._content]
    entries = {path: one for path, one in settings[RUN].planned.entries.items() if path in settings[RUN].planned.briefs}
    hidden = pictures.hidden_briefs(entries, content, named)
    templates = map(Path, (*settings["THEME_TEMPLATES_OVERRIDES"], f"{settings['THEME']}/templates"))
    away = pictures.withheld(paths.values(), hidden, shown, templates)
    generator.staticfiles = generator.context["staticfiles"] = [one for one in kept if paths[one] not in away]


def is_private(file: Path, content: Path, named: Collection[str]) -> bool:
    """Return whether a file is a raw article, a brief or the list of people, by whatever name or link it is reached."""
    resolved, root = file.resolve(), content.resolve()
    if not resolved.is_relative_to(root):
        return False
    path = resolved.relative_to(root).as_posix()
    ending = resolved.suffix.lower().lstrip(".")
    is_brief = any(path.startswith(f"{folder}/") for folder in named) and ending in ENDINGS
    return path == PEOPLE_FILE or path.startswith(f"{RAW_FOLDER}/") or is_brief


def name_in_feed(_context: Any, feed: Any) -> None:
    """Undo the escaping of names that a feed escapes itself. At `feed_generated`."""
    unescape_names(feed)


def end(pelican: Any) -> None:
    """Bring the site into place and report what was left out. At `finalized`."""
    settings = pelican.settings
    run, outermost = settings[RUN], settings[KEY]
    if run.opened is None:
        outermost.refusals += run.planned.refusals
        return
    if run.opened.place.output == outermost.output:
        outermost.is_open = False
    commit_staged(run.opened, bool(settings.get("DELETE_OUTPUT_DIRECTORY")), say)
    _report(settings, tuple(dict.fromkeys((*run.planned.refusals, *outermost.refusals))))


def _report(settings: dict[str, Any], refusals: tuple[Refusal, ...]) -> None:
    report(refusals)
    if refusals and settings.get(REPORTED) != refusals:
        settings[REPORTED] = refusals
        raise BuildError(summary(refusals))


def _where_briefs_are(receiver: Callable[..., Any]) -> Callable[..., Any]:
    """Call the receiver for runs with briefs only: of a site and one within it, either may have none."""

    def received(sender: Any, **given: Any) -> Any:
        # `feed_generated` is sent by all variables of the templates, which have the settings among them.
        first = sender[0] if isinstance(sender, list) else sender
        settings = first if isinstance(first, Mapping) else first.settings
        return receiver(sender, **given) if settings.get(TAKES_PART) else None

    return received


RECEIVERS: tuple[tuple[Any, Callable[..., Any]], ...] = tuple(
    (signal, _where_briefs_are(receiver))
    for signal, receiver in (
        (signals.readers_init, share_markdown),
        (signals.content_object_init, guard),
        (signals.generator_init, begin_generator),
        (signals.get_generators, generators),
        (signals.article_generator_finalized, keep_links_private),
        (signals.page_generator_finalized, keep_links_private),
        (signals.static_generator_finalized, keep_private),
        (signals.all_generators_finalized, following.follow),
        (signals.feed_generated, name_in_feed),
        (signals.finalized, end),
    )
)
