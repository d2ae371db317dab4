"""The pictures with which networks show links to pages: one for each published brief and story, and the site's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newsbrief.site import settings as own_settings
from newsbrief.site.build.plan import Page
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.stories import Story
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

# Drawing is slow, so the files do not depend on all code: a digest of how cards look is among the values of each page.
# Count this number up when they come out otherwise.
VERSION = 1
# A card's file is named after what it shows; here stands the address of its page.
FOLDER = "cards/of/"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return a page for each card; none if the site has no address. Its values are what it is of, and how cards look.

    A brief with a photo has no card: networks show the photo.
    """
    if not site.links.siteurl or not own_settings.value(site.settings, "NEWSBRIEF_CARDS"):
        return
    from newsbrief.site.render.cards import cards  # imports Pillow

    look = cards(site.settings, site.words).look
    stories = index.stories if "stories" in site.options.parts else {}
    yield Page(FOLDER, "card", (), ("site", "", look))
    for facts in index.told:
        if facts.status == "published" and not facts.digests.photo:
            yield Page(f"{FOLDER}{facts.url}", "card", (facts.path,), ("brief", _over(facts, stories), look))
    yield from _of_stories(stories, index, look)


def _over(facts: Facts, stories: Mapping[str, Story]) -> str:
    """Return what stands over the headline: the brief's story, else its section, else its first topic."""
    lists = facts.lists
    if lists.story.key in stories:
        return stories[lists.story.key].title
    return next((one.name for one in (lists.section, *lists.topics) if one), "")


def _of_stories(stories: Mapping[str, Story], index: Index, look: str) -> Iterator[Page]:
    for story in stories.values():
        latest = next((path for path in story.paths if index.by_path[path].status == "published"), "")
        if latest:
            yield Page(f"{FOLDER}{story.url}", "card", (latest,), ("story", story.title, look))


def files(page: Page, views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the picture; none if no typeface has the letters of the site's name."""
    from newsbrief.site.render.cards import FOLDER as FILES
    from newsbrief.site.render.cards import cards

    drawing = cards(site.settings, site.words)
    kind, name, _ = page.values
    shown = views.teaser(page.shows[0]) if page.shows else None
    if shown is None:
        words = drawing.words_of_site()
    elif kind == "brief":
        words = drawing.words_of_brief(shown.headline, name, shown.published)
    else:
        words = drawing.words_of_story(name, shown.published)
    card = drawing.drawn(words)
    if card:
        yield f"{FILES}{card.name}", card.png()
