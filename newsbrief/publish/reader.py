"""Pelican's way to a brief: the Markdown reader of the site, which lets nothing through that may not be shown."""

from __future__ import annotations

import datetime as dt
import logging
import os
import re
from pathlib import Path
from typing import Any

from pelican.contents import Article
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category, Tag

from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage
from newsbrief.publish import settings as ours
from newsbrief.publish.press import Press, of
from newsbrief.publish.typesetting import leading, printed

log = logging.getLogger(__name__)
Metadata = dict[str, Any]
FIELD = re.compile(r"[a-z][a-z0-9_]*")
# What contents.Article has by itself, on the class and on each article, and what we set.
TAKEN = frozenset(dir(Article)) | {
    *("settings", "metadata", "template", "translations", "author", "authors", "in_default_lang", "lang", "slug"),
    *("source_path", "date", "date_format", "timezone", "locale_date", "modified", "locale_modified", "status"),
    *("relative_source_path", "url", "save_as", "override_url", "override_save_as", "summary", "title", "tags"),
    *("category", "reader", "content", "model", "clean", "path"),
}
SKIPPED: Metadata = {"title": "", "status": "skip"}


def free(name: str) -> bool:
    """Whether a field that newsbrief does not know may become an attribute of Pelican's article.

    Pelican sets every metadatum as an attribute: `_content: <script>` would replace the body that was cleaned.
    """
    return FIELD.fullmatch(name) is not None and name not in TAKEN


class BriefReader(BaseReader):  # type: ignore[misc]  # Pelican ships no types
    """Hands out what was read before Pelican began: briefs, and the pages that people wrote."""

    enabled = True
    # Pelican gives every class that it knows of the files with these endings, also where nobody asked for it.
    file_extensions = ()

    def read(self, source_path: str) -> tuple[str, Metadata]:
        """HTML and metadata of one file, as Pelican's readers give them; status "skip" keeps a file out of the site."""
        content = ours.content_folder(self.settings)
        above = f"{content}{os.sep}"
        if source_path.startswith(above):
            path = source_path.removeprefix(above).replace(os.sep, "/")
        else:  # Pelican may call a folder that a link leads to by its own name
            path = Path(source_path).relative_to(content.resolve()).as_posix()
        if any(path.startswith(f"{folder}/") for folder in ours.brief_folders(self.settings)):
            return self._brief(path, of(self.settings))
        page = of(self.settings).pages.get(path)
        return (page.html, dict(page.metadata)) if page else ("", dict(SKIPPED))

    def _brief(self, path: str, press: Press) -> tuple[str, Metadata]:
        entry = press.entries.get(path)
        if entry is None:
            return "", dict(SKIPPED)
        page = press.briefs[path]
        html, clean = printed(entry.brief.body, page, press, lambda url: self._leading(page, url, press))
        return html, {**self._metadata(entry, page), "model": page, "clean": clean}

    def _leading(self, page: BriefPage, url: str, press: Press) -> str:
        """What a mark in the body of a page has for the address of another."""
        return leading(page, press)(url)

    def _metadata(self, entry: Entry, page: BriefPage) -> Metadata:
        brief = entry.brief
        metadata: Metadata = {
            **{name: text for name, text in brief.unknown.items() if free(name)},
            "title": page.headline,
            "date": dt.datetime.combine(brief.date.day, brief.date.time or dt.time(), brief.date.zone),
            "slug": page.url.strip("/").rpartition("/")[2],
            "status": "published",
            "url": page.url,
            "save_as": f"{page.url}index.html",
            "summary": page.summary,
            "template": "article",
            "tags": [Tag(topic.text, self.settings) for topic in page.topics],
            "authors": [Author(author.text, self.settings) for author in page.authors],
        }
        if page.section:
            metadata["category"] = Category(page.section.text, self.settings)
        if page.lang:
            metadata["lang"] = page.lang
        return {key: found for key, found in metadata.items() if found not in ([], None)}
