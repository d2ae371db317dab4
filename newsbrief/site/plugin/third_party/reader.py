"""Briefs among a site's articles: a Markdown file in a folder of briefs is ours, every other file is Pelican's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category, Tag

from newsbrief.model.pages import BriefPage
from newsbrief.model.quotes import BETWEEN_PARTS
from newsbrief.site import settings as own_settings
from newsbrief.site.plugin.metadata import Metadata, metadata_of, skipped
from newsbrief.site.plugin.third_party.addresses import file_of
from newsbrief.site.plugin.third_party.body_links import HERE
from newsbrief.site.render.brief_body import marked_body
from newsbrief.site.render.foreign_text import named
from newsbrief.site.render.translations import Translations

ENDINGS = ("md", "markdown", "mkd", "mdown")
# Pelican's settings have the run here.
RUN = "NEWSBRIEF_BUILD"


def with_briefs(former: type[BaseReader]) -> type[BaseReader]:
    """Return the site's Markdown reader with ours for briefs. It keeps its name, which articles show."""

    class Reader(former):  # type: ignore[misc]  # Pelican ships no types
        file_extensions = ()

        def read(self, source_path: str) -> tuple[str, Metadata]:
            path = Path(os.path.relpath(source_path, own_settings.content_folder(self.settings))).as_posix()
            if any(path.startswith(f"{folder}/") for folder in own_settings.brief_folders(self.settings)):
                return read_brief(path, self.settings)
            found: tuple[str, Metadata] = super().read(source_path)
            return found

    Reader.__name__ = former.__name__
    return Reader


def read_brief(path: str, settings: Mapping[str, Any]) -> tuple[str, Metadata]:
    """Return HTML and metadata of a brief. Every text is escaped, because the site's templates escape nothing."""
    run = settings[RUN]
    page = run.planned.models.get(path)
    if page is None:
        return "", skipped()
    entry, escaped, words = run.planned.entries[path], run.escaped, run.planned.site.words
    found = metadata_of(entry.brief, page, settings)
    clean = {name: escape(value) if isinstance(value, str) else value for name, value in found.items()}
    clean |= {"status": "published", "template": "article", **_taxonomy(page, settings)}
    # The site's addresses of articles need not end with the slug.
    clean |= {"save_as": file_of(page.url), "model": escaped(page), "slug": run.planned.index.by_path[path].slug}
    if page.status == "retracted":
        clean["title"], content = _retracted(page, words)
    elif page.status == "withdrawn":
        # Pelican writes a hidden article and lists it nowhere.
        clean |= {"title": escape(words.gettext("This page has been withdrawn.")), "status": "hidden"}
        content = Markup()
    elif page.rights == "excerpt":
        content = _excerpt(page, words)
    else:
        # Pelican resolves {filename} and its like: it knows the site's own articles and files.
        content = Markup(marked_body(entry, page, run.planned.site, lambda url: f"{HERE}{url}"))  # noqa: S704  # cleaned
    return content, clean


def _taxonomy(page: BriefPage, settings: Mapping[str, Any]) -> Metadata:
    """Return tags, authors and category. What is missing is left out, and Pelican puts in its defaults."""
    found: Metadata = {
        "tags": [named(Tag, topic.text, settings) for topic in page.topics],
        "authors": [named(Author, author.text, settings) for author in page.authors],
    }
    if page.section:
        found["category"] = named(Category, page.section.text, settings)
    return {key: value for key, value in found.items() if value}


def _retracted(page: BriefPage, words: Translations) -> tuple[Markup, Markup]:
    """Return headline and reason; nothing else is left of a retracted brief."""
    _ = words.gettext
    notice = (_("This brief has been retracted."), _("Its text, quotes and dates are no longer published."))
    reasons = Markup("").join(Markup("<p>{}</p>").format(note.text) for note in page.notes)
    title = escape(_("Retracted: %(headline)s", headline=page.headline))
    return title, Markup("<p><strong>{}</strong> {}</p>").format(*notice) + reasons


def _excerpt(page: BriefPage, words: Translations) -> Markup:
    """Return the quotes and a link to the article: no other word of it may be shown."""
    quotes = Markup("").join(
        Markup('<blockquote id="{}"><p>“{}”</p><p>{}</p></blockquote>').format(
            quote.id, BETWEEN_PARTS.join(quote.parts), quote.speaker.text
        )
        for quote in page.quotes
    )
    if not page.link:
        return quotes
    text = words.gettext("Read the whole article")
    return quotes + Markup('<p><a href="{}" rel="noopener noreferrer">{}</a></p>').format(page.link, text)
