"""A brief as lists show it."""

from __future__ import annotations

from newsbrief.edtf.text import day_text
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage
from newsbrief.model.views import Link, Teaser
from newsbrief.site.facts.records import Facts, NameFacts
from newsbrief.site.index.visible import is_telling
from newsbrief.site.options import BuildOptions
from newsbrief.site.views.moments import moments


def teaser(entry: Entry, facts: Facts, options: BuildOptions) -> Teaser:
    """Return the teaser of a brief. A retracted brief shows its headline only."""
    brief, lists, telling = entry.brief, facts.lists, is_telling(facts)
    return Teaser(
        headline=brief.title,
        url=facts.url,
        summary=brief.summary if telling else "",
        published=day_text(brief.date.day),
        section=_link("sections", lists.section) if lists.section else None,
        topics=tuple(_link("topics", topic) for topic in lists.topics),
        quotes=len(brief.quotes) if telling else 0,
        dates=len(brief.events) if telling else 0,
        source=brief.source,
        status=brief.status,
        story=story_link(facts, options),
        lang=brief.lang,
    )


def story_link(facts: Facts, options: BuildOptions) -> Link | None:
    """Return the brief's story, under the title that content/stories/ gives it."""
    story = facts.lists.story
    return Link(options.story_title(story.key) or story.name, f"stories/{story.key}/") if story.key else None


def _link(folder: str, name: NameFacts) -> Link:
    return Link(name.name, f"{folder}/{name.key}/")


def outline(entry: Entry, facts: Facts, options: BuildOptions) -> BriefPage:
    """Return the page of a brief with what feeds show of it besides its text, quotes, notes and photo."""
    brief, when, shown = entry.brief, moments(entry.brief, options), teaser(entry, facts, options)
    is_public = is_telling(facts)
    return BriefPage(
        url=facts.url,
        headline=brief.title,
        summary=shown.summary,
        published=shown.published,
        published_at=when.published_at,
        modified_at=when.modified_at,
        status=brief.status,
        authors=tuple(Link(name) for name in brief.authors) if is_public else (),
        topics=shown.topics if is_public else (),
        lang=brief.lang,
        source_file=entry.path,
    )
