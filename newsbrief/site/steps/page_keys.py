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
    common = b" ".join((version, frame.digest))
    of_files = {name: _version(kind, common) for name, kind in kinds().items()}
    template_of: Mapping[str, Any] = {name: getattr(kind, "template", None) for name, kind in kinds().items()}
    of_templates: dict[str, bytes] = {}
    feeds = {url: repr(links).encode() for url, links in frame.feeds_by_page.items() if url}
    keys: dict[str, bytes] = {}
    for page in pages:
        template = template_of[page.kind]
        if template is None:
            base = of_files[page.kind]
        else:
            name = template(page)
            base = of_templates.get(name, b"")
            if not base:
                base = of_templates[name] = common + templates.digest(f"{name}.html")
            if page.url in feeds:
                base += feeds[page.url]
        keys[page.url] = page_key(page, base, digests)
    return keys


def _version(kind: object, common: bytes) -> bytes:
    """Return what the files of a kind depend on besides the plan: a number of the kind's own, or what all pages do."""
    return str(kind.VERSION).encode() if hasattr(kind, "VERSION") else common
