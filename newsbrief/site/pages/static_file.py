"""Pictures and other files of the content folder, copied as they are. Pictures lose what is private in them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from newsbrief.images import look
from newsbrief.model.refusal import Refusal, printable
from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.site import Site
from newsbrief.site.static import selection
from newsbrief.site.static.checks import is_picture_file
from newsbrief.site.views.resolve import PageViews

log = logging.getLogger(__name__)
# The files depend on their sources alone. Count it up when a copied picture comes out otherwise.
VERSION = 1


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return a page for each file. Its values are the path below the content folder and a digest of its bytes."""
    for path in selection.copied(index, site):
        target = str(site.settings["STATIC_SAVE_AS"]).format(path=path)
        yield Page(target, "static_file", (), (path, site.files[path]))


def refusals(index: Index, site: Site, pages: Sequence[Page]) -> Iterable[Refusal]:
    """Say which files of STATIC_PATHS are not copied, and why."""
    done = frozenset(page.values[0] for page in pages if page.kind == "static_file")
    for path, reason in selection.refused(index, site, done):
        yield Refusal(f"{site.content.name}/{path}", 0, f"is not copied: {reason}")
    for path, reason in selection.broken_links(index, site, done):
        log.warning("%s is not copied: %s", printable(path), reason)


def files(page: Page, _views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the file."""
    file = site.content / page.values[0]
    yield page.url, look.stripped(look.read(file)) if is_picture_file(file) else file.read_bytes()
