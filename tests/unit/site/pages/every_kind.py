"""The pages of all kinds, for tests of what is planned last."""

from __future__ import annotations

from newsbrief.site.build.plan import Page
from newsbrief.site.pages import kinds
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import Views

# They copy files or need the settings of a whole site.
OF_FILES = ("card", "own_page", "photo", "published_record", "static_file", "theme_file")


def pages_of(views: Views, made: Site) -> list[Page]:
    """Every page of a site without files that are copied."""
    planned = (kind for name, kind in kinds().items() if name not in OF_FILES and hasattr(kind, "plan"))
    return [page for kind in planned for page in kind.plan(views.index, made)]
