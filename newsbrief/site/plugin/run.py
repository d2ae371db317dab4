"""One run of Pelican: what the plugin does at which signal.

On a site with our theme alone, Pelican reads nothing and our generator makes the site. Where a template or another
plugin asks for `articles`, Pelican reads the briefs through our reader, and every page is rendered.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.plugins import signals

from newsbrief.site import settings as own_settings
from newsbrief.site.pages.brief import Article
from newsbrief.site.plugin.console import BuildError, hide_own_tracebacks, report, say, summary
from newsbrief.site.plugin.mode import needs_articles
from newsbrief.site.plugin.own_pages import own_pages
from newsbrief.site.plugin.reader import PLANNED, read_ours_only
from newsbrief.site.plugin.third_party import filters
from newsbrief.site.render.frame import frame_of
from newsbrief.site.render.templates import TemplateDigests, environment
from newsbrief.site.render.translations import install
from newsbrief.site.steps.build import (
    Opened,
    Outcome,
    Planned,
    Request,
    Staged,
    bring_into_place,
    close,
    complete,
    open_build,
    prepare,
    render_pages,
)

# What the plugin keeps among Pelican's settings: this run, a digest of what was asked for, what was reported already.
RUN, ARGUMENTS, REPORTED = "NEWSBRIEF_BUILD", "NEWSBRIEF_ARGUMENTS", "NEWSBRIEF_REPORTED"
FIRST = "NEWSBRIEF_FIRST"
# Where Pelican looks for what it reads and copies. Empty: it finds nothing.
PATHS = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "THEME_STATIC_PATHS")
TEMPLATES = (
    *("article", "page", "404", "moved", "index", "timeline", "quotes", "stories", "story", "people", "archives"),
    *("corrections", "search", "quote", "person", "period_archives", "tag", "category", "author", "place"),
    *("organisation", "listing", "tags", "categories", "authors", "places", "organisations"),
)


class Run(Struct):
    """A run of Pelican. `settings` are the site's own, before the plugin changed any.

    `everything` says why Pelican reads the articles, "" if it does not. `planned` and `staged` are set if it does.
    """

    settings: dict[str, Any]
    output: Path
    everything: str
    opened: Opened | None = None
    planned: Planned | None = None
    staged: Staged | None = None
    outcome: Outcome | None = None
    counted: list[Any] = []


def connect() -> None:
    """Connect the receivers. Signals hold weak references, so receivers are module-level functions."""
    signals.initialized.connect(begin)
    signals.readers_init.connect(read_briefs)
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
    opened = open_build(pelican.output_path, say)
    templates = TemplateDigests(environment(own), opened.memo)
    everything = needs_articles(own, templates, [f"{name}.html" for name in TEMPLATES])
    if everything:
        say(f"Everything is built anew: {everything}")
    settings[RUN] = Run(own, Path(pelican.output_path), everything, opened)
    for name in PATHS[2:] if everything else PATHS:
        settings[name] = []
    pelican.output_path = str(opened.place.stage)


def begin_generator(generator: Any) -> None:
    """Note the generators whose contents Pelican counts at the end. At `generator_init`."""
    run = of(generator.settings)
    if isinstance(generator, ArticlesGenerator | PagesGenerator):
        run.counted.append(generator)
    if run.everything:
        if isinstance(generator, ArticlesGenerator):
            run.planned = generator.settings[PLANNED] = prepare(_opened(run), _request(run, generator.settings))
            # We render the pages of briefs; Pelican writes the lists that the settings ask for.
            generator.generate_articles = partial(_announce_articles, generator)
        if isinstance(generator, PagesGenerator):
            generator.generate_output = partial(_announce_pages, generator)
        _equip(generator, run)


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Makes the whole site, after Pelican's own generators."""

    def generate_output(self, _writer: Any) -> None:
        """Plan the site, and write what changed."""
        run = of(self.settings)
        if run.planned:
            try:
                run.staged = render_pages(run.planned, self.context, partial(_announce_file, self))
            except BaseException:
                close(run.planned.opened)
                raise
            return  # the site is brought into place at the end, when other plugins are done
        opened = _opened(run)
        try:
            planned = prepare(opened, _request(run, self.settings))
            run.outcome = complete(planned)
        finally:
            close(opened)
        _count(run, planned)


def _announce_articles(generator: ArticlesGenerator, _write: Any) -> None:
    """Tell other plugins of each article, as Pelican does before it writes one."""
    for article in (
        *generator.translations,
        *generator.articles,
        *generator.hidden_translations,
        *generator.hidden_articles,
    ):
        signals.article_generator_write_article.send(generator, content=article)


def _announce_pages(generator: PagesGenerator, writer: Any) -> None:
    """Tell other plugins of each page that people wrote, and that Pelican's generator of pages is done."""
    for page in (*generator.translations, *generator.pages, *generator.hidden_translations, *generator.hidden_pages):
        signals.page_generator_write_page.send(generator, content=page)
    signals.page_writer_finalized.send(generator, writer=writer)


def _announce_file(generator: Generator, file: str, variables: Mapping[str, Any]) -> None:
    """Tell other plugins that a page was written, as Pelican's writer does."""
    context = {**generator.context, **variables, "output_file": file}
    if isinstance(context.get("article"), Article):
        del context["article"]  # another plugin took the brief out of Pelican's lists
    signals.content_written.send(str(Path(generator.output_path) / file), context=context)


def read_briefs(readers: Any) -> None:
    """Read briefs and pages with our reader, where Pelican reads them at all. At `readers_init`."""
    if of(readers.settings).everything:
        read_ours_only(readers)


def _equip(generator: Any, run: Run) -> None:
    """Let Pelican render our templates for the lists that it writes itself."""
    if run.planned is None:
        return
    site = run.planned.site
    generator.env.autoescape = True
    generator.env.filters.update(filters.of(site.links, site.words))
    install(generator.env, site.words)
    generator.context["nb"] = frame_of(site, run.planned.pages)


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
        env=environment(run.settings),
        arguments=str(settings.get(ARGUMENTS, "")),
        own_pages=pages,
        refusals=refusals,
        say=say,
        everything=run.everything,
        first=settings.get(FIRST),
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
    if run.staged:
        try:
            run.outcome = bring_into_place(run.staged)
        finally:
            close(run.staged.planned.opened)
            run.planned = run.staged = None
    refusals = run.outcome.refusals if run.outcome else ()
    report(refusals)
    # Under --autoreload, Pelican answers an error by building again at once: there it is raised once and not again.
    if refusals and pelican.settings.get(REPORTED) != refusals:
        pelican.settings[REPORTED] = refusals
        raise BuildError(summary(refusals))
