"""The key of every page of a build: a page with the key that it had last time is not rendered again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsbrief.site.build.code_version import code_version
from newsbrief.site.build.keys import page_key
from newsbrief.site.build.plan import Page
from newsbrief.site.build.settings_digest import settings_digest
from newsbrief.site.pages import kinds
from newsbrief.site.render.frame import Frame
from newsbrief.site.render.templates import TemplateDigests
from newsbrief.site.steps.inputs import PACKAGE


def page_keys(
    pages: Iterable[Page],
    digests: Mapping[str, bytes],
    settings: Mapping[str, Any],
    templates: TemplateDigests,
    frame: Frame,
) -> dict[str, bytes]:
    """Return the key of every page by its address. `digests` are those of the views that pages show."""
    version = f"{code_version(PACKAGE)} {settings_digest(settings)}".encode()
    common = {
        name: str(kind.VERSION).encode() if hasattr(kind, "VERSION") else version for name, kind in kinds().items()
    }
    bases: dict[str, bytes] = {}
    keys: dict[str, bytes] = {}
    for page in pages:
        kind: Any = kinds()[page.kind]
        if hasattr(kind, "files"):
            base = common[page.kind]
        else:
            template = kind.template(page)
            base = bases.get(template) or bases.setdefault(
                template, b" ".join((version, templates.digest(f"{template}.html"), frame.digest))
            )
            feeds = frame.feeds_by_page.get(page.url)
            base = base + repr(feeds).encode() if feeds and page.url else base
        keys[page.url] = page_key(page, base, digests)
    return keys
