"""The pictures with which networks show links to pages: one for each published brief and story, and the site's own."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.site import settings as own_settings
from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.cards import Cards, cards, look_of
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

# Drawing is expensive: the files depend on this number instead of all code. Count it up when they come out otherwise.
VERSION = 1
SITE = "cards/of/"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return a file for each card. Its values are what it is of, with a digest of how the site's cards look."""
    if not site.links.siteurl or not own_settings.value(site.settings, "NEWSBRIEF_CARDS"):
        return
    look = look_of(site.settings, site.words)
    yield Page(SITE, "card", (), ("site", "", look))
    for facts in index.told:
        if facts.status == "published" and not facts.digests.photo:
            yield Page(f"{SITE}{facts.url}", "card", (facts.path,), ("brief", facts.path, look))
    if "stories" in site.options.parts:
        for story in index.stories.values():
            latest = next((path for path in story.paths if index.by_path[path].status == "published"), "")
            if latest:
                yield Page(f"{SITE}{story.url}", "card", (latest,), ("story", story.title, look))


def files(page: Page, views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the picture, if the typefaces have its letters."""
    drawing = _cards(site)
    kind, of, _ = page.values
    if kind == "brief":
        words = drawing.words_of_brief(views.teaser(of))
    elif kind == "story":
        words = drawing.words_of_story(of, views.teaser(page.shows[0]).published)
    else:
        words = drawing.words_of_site()
    card = drawing.drawn(words)
    if card:
        yield f"cards/{card.name}", card.png()


def _cards(site: Site) -> Cards:
    return cards(site.settings, site.words)
