"""What Pelican is told about a brief, where it reads briefs as articles."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from pelican.contents import Article
from pelican.urlwrappers import Author, Category, Tag

from newsbrief.model.brief import Brief
from newsbrief.model.pages import BriefPage

Metadata = dict[str, Any]
FIELD = re.compile(r"[a-z][a-z0-9_]*")
# What contents.Article has by itself, on the class and on each article, and what we set.
TAKEN = frozenset(dir(Article)) | {
    *("settings", "metadata", "template", "translations", "author", "authors", "in_default_lang", "lang", "slug"),
    *("source_path", "date", "date_format", "timezone", "locale_date", "modified", "locale_modified", "status"),
    *("relative_source_path", "url", "save_as", "override_url", "override_save_as", "summary", "title", "tags"),
    *("category", "reader", "content", "model", "clean", "path"),
}


def skipped() -> Metadata:
    """Return the metadata of a file that is no article of the site."""
    return {"title": "", "status": "skip"}


def may_be_attribute(name: str) -> bool:
    """Return whether a front-matter field that newsbrief does not know may become an attribute of contents.Article.

    Pelican sets every metadatum as an attribute: `_content: <script>` would replace the cleaned body.
    """
    return FIELD.fullmatch(name) is not None and name not in TAKEN


def metadata_of(brief: Brief, page: BriefPage, settings: Mapping[str, Any]) -> Metadata:
    """Return the metadata of a brief that a build shows."""
    metadata: Metadata = {
        **{name: text for name, text in brief.unknown.items() if may_be_attribute(name)},
        "title": page.headline,
        "date": dt.datetime.combine(brief.date.day, brief.date.time or dt.time(), brief.date.zone),
        "slug": page.url.strip("/").rpartition("/")[2],
        "status": "published",
        "url": page.url,
        "save_as": f"{page.url}index.html",
        "summary": page.summary,
        "template": "article",
        "tags": [Tag(topic.text, settings) for topic in page.topics],
        "authors": [Author(author.text, settings) for author in page.authors],
    }
    if page.section:
        metadata["category"] = Category(page.section.text, settings)
    if page.lang:
        metadata["lang"] = page.lang
    return {key: found for key, found in metadata.items() if found not in ([], None)}
