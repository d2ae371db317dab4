"""One run of Pelican: what the plugin does at which signal.

On a site with our theme alone, Pelican reads nothing and our generator makes the site. Where a template or another
plugin asks for `articles`, Pelican reads the briefs through our reader, and every page is rendered.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from msgspec import Struct
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.plugins import signals

from newsbrief.site import settings as own_settings
from newsbrief.site.plugin.console import BuildError, hide_own_tracebacks, report, say, summary
from newsbrief.site.plugin.mode import needs_articles
from newsbrief.site.plugin.own_pages import own_pages
from newsbrief.site.render.templates import TemplateDigests, environment
from newsbrief.site.steps.build import Opened, Outcome, Planned, Request, complete, open_build, prepare

# What the plugin keeps among Pelican's settings: this run, a digest of what was asked for, what was reported already.
RUN, ARGUMENTS, REPORTED = "NEWSBRIEF_BUILD", "NEWSBRIEF_ARGUMENTS", "NEWSBRIEF_REPORTED"
FIRST = "NEWSBRIEF_FIRST"
# Where Pelican looks for what it reads and copies. Empty: it finds nothing.
PATHS = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS")
TEMPLATES = (
    *("article", "page", "404", "moved", "index", "timeline", "quotes", "stories", "story", "people", "archives"),
    *("corrections", "search", "quote", "person", "period_archives", "tag", "category", "author", "place"),
    *("organisation", "listing", "tags", "categories", "authors", "places", "organisations"),
)


class Run(Struct):
    """A run of Pelican. `settings` are the site's own, before the plugin changed any; `planned` once it is known.

    `everything` says why Pelican reads the articles, "" if it does not.
    """

    settings: dict[str, Any]
    output: Path
    env: Environment
    everything: str
    opened: Opened | None = None
    planned: Planned | None = None
    outcome: Outcome | None = None
    counted: list[Any] = []


def connect() -> None:
    """Connect the receivers. Signals hold weak references, so receivers are module-level functions."""
    signals.initialized.connect(begin)
    signals.generator_init.connect(begin_generator)
    signals.get_generators.connect(generators)
    signals.finalized.connect(end)


def of(settings: Any) -> Run:
    """Return the run that these settings belong to."""
    run: Run = settings[RUN]
    return run


def begin(pelican: Any) -> None:
    """Check the settings, and let Pelican write to the stage. At `initialized`."""
    hide_own_tracebacks()
    # Receivers are called in the order in which they were connected. What other plugins write at the end belongs to
    # the site, too, so ours is the last one.
    signals.finalized.disconnect(end)
    signals.finalized.connect(end)
    settings = pelican.settings
    own_settings.links(settings)
    own_settings.report(settings)
    own_settings.refuse_sources(settings)
    own = dict(settings)
    env = environment(own)
    everything = needs_articles(own, TemplateDigests(env), [f"{name}.html" for name in TEMPLATES])
    if everything:
        say(f"Everything is built anew: {everything}")
    settings[RUN] = Run(own, Path(pelican.output_path), env, everything)
    for name in PATHS if not everything else PATHS[2:]:
        settings[name] = []
    pelican.output_path = str(open_stage(settings))


def open_stage(settings: Any) -> Path:
    """Open the build of a run, and return the folder that it writes to."""
    run = of(settings)
    run.opened = open_build(run.output, say)
    return run.opened.place.stage


def begin_generator(generator: Any) -> None:
    """Note the generators whose contents Pelican counts at the end. At `generator_init`."""
    if isinstance(generator, ArticlesGenerator | PagesGenerator):
        of(generator.settings).counted.append(generator)


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Makes the whole site, after Pelican's own generators."""

    def generate_output(self, _writer: Any) -> None:
        """Plan the site, and write what changed."""
        run = of(self.settings)
        planned = prepare(_opened(run), _request(run, self.settings))
        run.outcome = complete(planned)
        _count(run, planned)


def generators(_pelican: Any) -> type[SiteGenerator]:
    """Return our generator. At `get_generators`."""
    return SiteGenerator


def _opened(run: Run) -> Opened:
    if run.opened is None:
        # Under --autoreload, Pelican runs again with the same settings.
        run.opened = open_build(run.output, say)
    opened, run.opened = run.opened, None
    return opened


def _request(run: Run, settings: Any) -> Request:
    pages, refusals = own_pages(run.settings, own_settings.content_folder(run.settings))
    return Request(
        settings=run.settings,
        env=run.env,
        arguments=str(settings.get(ARGUMENTS, "")),
        own_pages=pages,
        refusals=refusals,
        say=say,
        everything=run.everything,
        first=frozenset(settings.get(FIRST, ())),
    )


def _count(run: Run, planned: Planned) -> None:
    """Give Pelican what it counts in its last line."""
    for generator in run.counted:
        if isinstance(generator, ArticlesGenerator):
            generator.articles = list(planned.index.by_path)
        else:
            generator.pages = [page for page in planned.site.own_pages.values() if page.metadata["status"] != "hidden"]
            generator.hidden_pages = [
                page for page in planned.site.own_pages.values() if page.metadata["status"] == "hidden"
            ]
    run.counted.clear()


def end(pelican: Any) -> None:
    """Report what was left out, when everything else is in place. At `finalized`."""
    run = of(pelican.settings)
    refusals = run.outcome.refusals if run.outcome else ()
    report(refusals)
    # Under --autoreload, Pelican answers an error by building again at once: there it is raised once and not again.
    if refusals and pelican.settings.get(REPORTED) != refusals:
        pelican.settings[REPORTED] = refusals
        raise BuildError(summary(refusals))
