"""What all pages of a build have in common, besides the briefs: the site's name, language, links and theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from newsbrief.site.options import BuildOptions
from newsbrief.site.render.links import Links
from newsbrief.site.render.translations import Translations


class OwnPage(Struct, frozen=True):
    """A page that people wrote: its clean HTML, and its metadata (title, slug, url, save_as …)."""

    html: str
    metadata: Mapping[str, Any]


class Site(Struct, frozen=True):
    """`has` tells whether the theme has a template ("timeline"). `settings` are Pelican's, with ours among them.

    `files` maps every file below the content folder, by its path there, to the digest
    of its bytes. `own_pages` are the pages that people wrote into content/pages/, by path. `memo` remembers what is
    expensive to find out about content, by a digest of everything that the answer depends on. `unread` is what
    files that could not be read have from each mention of a folder of static files on.
    """

    options: BuildOptions
    name: str
    tagline: str
    lang: str
    links: Links
    words: Translations
    has: Callable[[str], bool]
    settings: Mapping[str, Any]
    files: Mapping[str, str] = field(default_factory=dict)
    own_pages: Mapping[str, OwnPage] = field(default_factory=dict)
    memo: MutableMapping[bytes, bytes] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @property
    def content(self) -> Path:
        """The content folder."""
        return Path(self.settings["PATH"])

    @property
    def theme(self) -> Path:
        """The theme's folder."""
        return Path(self.settings["THEME"])
