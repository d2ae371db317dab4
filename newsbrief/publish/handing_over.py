"""A lean build takes the articles out of the hands of Pelican's generator."""

from __future__ import annotations

from functools import partial
from typing import Any

from pelican.contents import Article, Content
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from newsbrief.publish.articles import KEY, Articles, Sources
from newsbrief.publish.keys import Templates
from newsbrief.publish.kinds import NAMES
from newsbrief.publish.lean import reason
from newsbrief.publish.press import Press


def why_whole(generator: ArticlesGenerator, templates: Templates) -> str:
    """Why the build cannot be a lean one, or ""."""
    if generator.settings["INTRASITE_LINK_REGEX"] != DEFAULT_CONFIG["INTRASITE_LINK_REGEX"]:
        return "INTRASITE_LINK_REGEX is a setting of this site's own"
    if type(generator) is not ArticlesGenerator:
        return f"{type(generator).__module__} makes the articles"
    return reason(generator.settings, templates, [f"{name}.html" for name in NAMES])


def prepare(generator: ArticlesGenerator, press: Press) -> None:
    """Make the build a lean one if it can be."""
    if press.printing.whole:
        return
    articles = Articles(press, partial(_read, generator), typogrify=bool(generator.settings["TYPOGRIFY"]))
    generator.context["generated_content"] = Sources(articles, press)
    # Only briefs with links of Pelican's own are read at once; it has to find the files that they lead to.
    generator.get_files = lambda _paths, exclude=None, extensions=None: set(articles.linking)
    generator.generate_output = partial(_output, generator, tuple(press.entries))
    generator.context[KEY] = articles


def _read(generator: ArticlesGenerator, path: str) -> Any:
    """Pelican's own article of a brief."""
    forget_articles()
    return generator.readers.read_file(
        base_path=generator.path,
        path=path,
        content_class=Article,
        context=generator.context,
        preread_signal=signals.article_generator_preread,
        preread_sender=generator,
        context_signal=signals.article_generator_context,
        context_sender=generator,
    )


def _output(generator: ArticlesGenerator, paths: tuple[str, ...], writer: Any) -> None:
    """The pages are written with all others of the site."""
    generator.articles = paths  # Pelican counts them when it is done, and does nothing else with them
    signals.article_writer_finalized.send(generator, writer=writer)


def forget_articles() -> None:
    """Pelican remembers the content of each article for as long as the process lives, and with it the article."""
    remembered = getattr(vars(Content)["get_content"], "cache", None)
    if remembered is not None:
        remembered.clear()
