"""The page of each story: its briefs, what happened and what lies ahead, who speaks, who and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from newsbrief.edtf.spans import period
from newsbrief.model.stories import StoryPage, Voice
from newsbrief.model.views import Link, PersonLine
from newsbrief.site.build.plan import Page
from newsbrief.site.index import events, quotes, roles
from newsbrief.site.index.gathering import Index, shown_quotes
from newsbrief.site.index.references import EventRef, QuoteRef
from newsbrief.site.index.stories import Story
from newsbrief.site.index.subjects import Subject
from newsbrief.site.options import BuildOptions
from newsbrief.site.pages.timeline import exports, is_exported
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

# So much of a story stands on its page; its timeline and the people's pages have the rest.
HAPPENED, QUOTES_A_VOICE, VOICES, PEOPLE, PLACES = 40, 2, 12, 16, 8


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "story"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return a page for each story. Its values are names, counts, and the ids of what each part of the page shows."""
    if site.has("story") and "stories" in site.options.parts:
        for story in sorted(index.stories.values(), key=lambda one: one.url):
            yield _page(story, index, site)


def _page(story: Story, index: Index, site: Site) -> Page:
    refs = events.newest_first(ref for path in story.paths for ref in index.events.entries[path])
    past, ahead, unreported = _in_time(refs[::-1], site.options)
    spoken = shown_quotes(index, story.paths)
    voices = _voices(spoken, index)
    feed = f"feeds/{story.url.strip('/')}.atom.xml" if story.published and "stories" in site.options.feeds else ""
    dates = tuple(tuple(ref.id for ref in those) for those in (past[-HAPPENED:], ahead, unreported))
    shows = dict.fromkeys((*story.paths, *chain.from_iterable(dates), *chain.from_iterable(ids for ids, _ in voices)))
    written = next((file.words for file in site.options.stories if file.key == story.key), "")
    values = (
        *(story.title, written, story.paths, dates, max(0, len(past) - HAPPENED), voices),
        *(_people(story, index, spoken), _places(story, index), _timeline(story, index, site), feed),
    )
    return Page(story.url, "story", tuple(shows), values)


def _in_time(refs: Sequence[EventRef], options: BuildOptions) -> tuple[list[EventRef], list[EventRef], list[EventRef]]:
    """Split events, the earliest first, into past ones, announced ones, and announced ones that nobody reported."""
    past: list[EventRef] = []
    ahead: list[EventRef] = []
    unreported: list[EventRef] = []
    for ref in refs:
        if ref.announced and not options.past(period(ref.edtf)[1]):
            ahead.append(ref)
        else:
            (unreported if ref.overdue else past).append(ref)
    return past, ahead, unreported


def _voices(spoken: Iterable[QuoteRef], index: Index) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return the ids of each speaker's quotes that are shown, and how many more there are; the last speaker first.

    Where none of these quotes gives the speaker a role, the newest one that does is added for its role.
    """
    by_speaker: dict[str, list[QuoteRef]] = {}
    for quote in quotes.newest_first(spoken):
        by_speaker.setdefault(quote.speaker, []).append(quote)
    return tuple(_voice_of(said, index) for said in islice(by_speaker.values(), VOICES))


def _voice_of(said: Sequence[QuoteRef], index: Index) -> tuple[tuple[str, ...], int]:
    shown = list(said[:QUOTES_A_VOICE])
    with_role = next((quote for quote in said if _gives_role(quote, index)), None)
    if with_role and with_role not in shown:
        shown.append(with_role)
    return tuple(quote.id for quote in shown), max(0, len(said) - QUOTES_A_VOICE)


def _gives_role(quote: QuoteRef, index: Index) -> bool:
    cast = zip(index.by_path[quote.path].people, index.people.cast[quote.path], strict=True)
    return any(one.role and name == quote.speaker for one, name in cast)


def _timeline(story: Story, index: Index, site: Site) -> tuple[Link, bool] | None:
    """Return the link to the story's timeline, and whether that is also written for other programs."""
    subject: Subject | None = index.events.subjects.get(story.url)
    return (subject.link, is_exported(subject, site)) if subject else None


def _people(story: Story, index: Index, spoken: Iterable[QuoteRef]) -> tuple[PersonLine, ...]:
    counts: Counter[str] = Counter()
    given: dict[str, list[str]] = {}
    for path in story.paths:
        named = [
            (name, one.role)
            for one, name in zip(index.by_path[path].people, index.people.cast[path], strict=True)
            if one.named
        ]
        for name in dict.fromkeys(name for name, _ in named):
            counts[name] += 1
            role = next((role for other, role in named if other == name and role), "")
            given.setdefault(name, []).extend([role] if role else [])
    said = Counter(quote.speaker for quote in spoken)
    names = sorted(
        (name for name in counts if not index.people.is_protected(name)), key=lambda one: (-counts[one], one)
    )
    return tuple(PersonLine(index.people.link(name), roles.latest(given[name]), said[name]) for name in names[:PEOPLE])


def _places(story: Story, index: Index) -> tuple[Link, ...]:
    counts = Counter(place for path in story.paths for place in index.things.links("place", index.by_path[path]))
    return tuple(sorted(counts, key=lambda place: (-counts[place], place.text))[:PLACES])


def model(page: Page, views: PageViews, _site: Site) -> StoryPage:
    """Return the page of a story."""
    title, written, paths, (happened, ahead, unreported), earlier, said, people, places, timeline, feed = page.values
    return StoryPage(
        url=page.url,
        title=title,
        words=written,
        briefs=tuple(map(views.teaser, paths)),
        happened=tuple(map(views.event, happened)),
        announced=tuple(map(views.event, ahead)),
        voices=tuple(_voice(ids, more, views) for ids, more in said),
        people=people,
        places=places,
        earlier=earlier,
        timeline=timeline[0] if timeline else None,
        exports=exports(timeline[0].url) if timeline and timeline[1] else (),
        feed=feed,
        unreported=tuple(map(views.event, unreported)),
    )


def _voice(ids: Sequence[str], more: int, views: PageViews) -> Voice:
    """Return a speaker with the latest role and quotes. A quote beyond those that a page shows only gives the role."""
    every = tuple(map(views.quote, ids))
    role = next((quote.role for quote in every if quote.role), "")
    return Voice(every[0].speaker, role, every[:QUOTES_A_VOICE], more)
