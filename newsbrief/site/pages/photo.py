"""The photos of briefs, in the sizes that their pages show."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.images import look
from newsbrief.images.told import Told, line
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import view_ids
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.visible import is_telling
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

# Resizing is expensive: the files depend on this number instead of all code. Count it up when they come out otherwise.
VERSION = 1


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return a group of files for each brief with a photo. Its values are the picture's path and a digest of it."""
    for facts in index.briefs:
        if facts.digests.photo and is_telling(facts):
            path = facts.links.photo
            shows = (view_ids.photo_id(facts.path),)
            yield Page(f"photos/of/{facts.url}", "photo", shows, (facts.path, path, site.files.get(path, "")))


def files(page: Page, views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the photo in each of its sizes and forms."""
    from newsbrief.images import resizing  # imports Pillow

    brief, path, _ = page.values
    photo = views.photo(brief)
    owner = Told(line(photo.credit), line(photo.rights))
    yield from resizing.resized(look.read(site.content / path), (*photo.webp, *photo.jpeg), owner)
