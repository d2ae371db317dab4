"""Briefs among a host's articles: a Markdown file in a folder of briefs is ours, every other file Pelican's."""

from __future__ import annotations

import os
from pathlib import Path

from markupsafe import Markup, escape
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category, Tag

from newsbrief.collate import addresses
from newsbrief.model.pages import BriefPage
from newsbrief.model.quotes import BETWEEN_PARTS
from newsbrief.publish import settings as ours
from newsbrief.publish.escaped import named
from newsbrief.publish.guest import body_links
from newsbrief.publish.guest.place import file_of
from newsbrief.publish.guest.told import ESCAPED
from newsbrief.publish.press import Press, of
from newsbrief.publish.reader import BriefReader, Metadata
from newsbrief.publish.words import Words


class GuestReader(BriefReader):
    """Reads a brief as the host's templates show it: they know title, summary and content, and escape nothing."""

    file_extensions = ()

    def brief(self, path: str) -> tuple[str, Metadata]:
        """HTML and metadata; every text is escaped."""
        press = of(self.settings)
        body, metadata = self._brief(path, press)
        page = metadata.get("model")
        if not isinstance(page, BriefPage):
            return body, metadata
        clean = {name: escape(value) if isinstance(value, str) else value for name, value in metadata.items()}
        clean |= {"status": "published", "template": "article", "clean": metadata["clean"], **self._taxonomy(page)}
        clean |= {"save_as": file_of(page.url), "model": self.settings[ESCAPED](page)}
        # The host's addresses need not end with it.
        clean["slug"] = addresses.slug(press.entries[path])
        content = body
        if page.status == "retracted":
            clean["title"], content = _retracted(page, press.words)
        elif page.status == "withdrawn":
            # Pelican writes it and lists it nowhere.
            clean |= {"title": escape(press.words.gettext("This page has been withdrawn.")), "status": "hidden"}
        elif page.rights == "excerpt":
            content = _excerpt(page, press)
        return content, clean

    def _leading(self, page: BriefPage, url: str, press: Press) -> str:
        """A host shows bodies on other pages, too, and in feeds: where a link stands is known when it is written."""
        return f"{body_links.HERE}{url}"

    def _taxonomy(self, page: BriefPage) -> Metadata:
        """As Pelican has it: what is not there is left out, and it puts in its own."""
        found: Metadata = {
            "tags": [named(Tag, topic.text, self.settings) for topic in page.topics],
            "authors": [named(Author, author.text, self.settings) for author in page.authors],
        }
        if page.section:
            found["category"] = named(Category, page.section.text, self.settings)
        return {key: value for key, value in found.items() if value}


def beside(former: type[BaseReader]) -> type[BaseReader]:
    """The host's reader of Markdown, which hands briefs to ours; it keeps its name, which articles tell."""

    class Shared(former):  # type: ignore[misc]  # Pelican ships no types
        file_extensions = ()

        def read(self, source_path: str) -> tuple[str, Metadata]:
            path = Path(os.path.relpath(source_path, ours.content_folder(self.settings))).as_posix()
            if any(path.startswith(f"{folder}/") for folder in ours.brief_folders(self.settings)):
                return GuestReader(self.settings).brief(path)
            found: tuple[str, Metadata] = super().read(source_path)
            return found

    Shared.__name__ = former.__name__
    return Shared


def _retracted(page: BriefPage, words: Words) -> tuple[Markup, Markup]:
    """Headline and reason; nothing else is left of it."""
    _ = words.gettext
    said = (_("This brief has been retracted."), _("Its text, quotes and dates are no longer published."))
    reasons = Markup("").join(Markup("<p>{}</p>").format(note.text) for note in page.notes)
    title = escape(_("Retracted: %(headline)s", headline=page.headline))
    return title, Markup("<p><strong>{}</strong> {}</p>").format(*said) + reasons


def _excerpt(page: BriefPage, press: Press) -> Markup:
    """The quotes, and the way to the article: no other word of it may be shown."""
    quotes = Markup("").join(
        Markup('<blockquote id="{}"><p>“{}”</p><p>{}</p></blockquote>').format(
            quote.id, BETWEEN_PARTS.join(quote.parts), quote.speaker.text
        )
        for quote in page.quotes
    )
    if not page.link:
        return quotes
    text = press.words.gettext("Read the whole article")
    return quotes + Markup('<p><a href="{}" rel="noopener noreferrer">{}</a></p>').format(page.link, text)
