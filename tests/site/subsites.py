"""A plugin as hosts have them for several languages: it builds the site anew within its output, once for each of them.

SUBSITES: the languages, each with the settings that differ. SUBSITES_WHEN: whether they are built "within" the run or
"after" it. What is in the language of another of these sites is a draft.
"""

from __future__ import annotations

from typing import Any

from pelican import Pelican
from pelican.contents import Article
from pelican.plugins import signals
from pelican.settings import configure_settings


def build(when: str, pelican: Any) -> None:
    """Run Pelican for each language, with what the settings are by now."""
    settings = pelican.settings
    if settings.get("SUBSITES_WHEN", "within") != when or settings.get("SUBSITES_LANG"):
        return
    for lang, own in settings["SUBSITES"].items():
        folder = f"{settings['OUTPUT_PATH']}/{lang}"
        place = {"OUTPUT_PATH": folder, "SITEURL": f"{settings['SITEURL']}/{lang}", "DEFAULT_LANG": lang}
        Pelican(configure_settings({**settings, **place, "SUBSITES_LANG": lang, **own})).run()


def within(pelican: Any) -> None:
    """`get_writer`: within the run, before the first file is written."""
    build("within", pelican)


def after(pelican: Any) -> None:
    """`initialized`: build them when the run is over."""
    run = pelican.run

    def both() -> None:
        run()
        build("after", pelican)

    pelican.run = both


def sort_out(generator: Any) -> None:
    """Make drafts of what another site has in its own language."""
    here = generator.settings["DEFAULT_LANG"]
    others = {"en", *generator.settings["SUBSITES"]} - {here}
    for one in [one for one in generator.articles if one.lang in others]:
        draft = Article(one._content, one.metadata, one.settings, one.source_path, one._context)
        draft.status = "draft"
        generator.articles.remove(one)
        generator.drafts.append(draft)


def register() -> None:
    """Pelican asks for it."""
    signals.get_writer.connect(within)
    signals.initialized.connect(after)
    signals.article_generator_pretaxonomy.connect(sort_out)
