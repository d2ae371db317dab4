"""The stories that readers follow: which briefs each has, and what stands on its page.

A person names a brief's story (`story:`, or `series:` as Pelican's plugin of that name has it). Briefs whose names lead
to one address are of one story.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsbrief.collate import facts, proposals, quotes, timeline
from newsbrief.collate.dating import period
from newsbrief.collate.edition import Edition
from newsbrief.collate.people import People
from newsbrief.collate.proposals import Looks
from newsbrief.collate.roles import latest
from newsbrief.collate.things import Things
from newsbrief.collate.timelines import exports_of
from newsbrief.model.entry import Entry
from newsbrief.model.stories import Proposal, StoriesPage, StoryPage, StorySoFar, Voice
from newsbrief.model.views import EventView, Link, PersonLine, QuoteView, StoryLine, Teaser

# So much of a story stands on its page; the timeline and the people's pages have the rest.
HAPPENED, QUOTES_A_VOICE, VOICES, PEOPLE, PLACES = 40, 2, 12, 16, 8
# The front page shows the stories that moved last; one of a single brief has not moved yet.
ON_FRONT, FEWEST_ON_FRONT = 4, 2
# How many briefs of the same story a brief leads to.
BEFORE, AFTER = 3, 1
Events = Mapping[str, Sequence[EventView]]
Views = tuple[EventView, ...]
Quotes = Mapping[str, Sequence[QuoteView]]
Teasers = Mapping[str, Teaser]


def pages(
    told: Sequence[Entry],
    people: People,
    named: Things,
    said: Quotes,
    happened: Events,
    timelines: Mapping[str, Link],
    teasers: Teasers,
    edition: Edition,
) -> tuple[StoryPage, ...]:
    """Every story's page. `told` is newest first; `said`, `happened` and `teasers` are by path.

    `timelines` are by the story's address.
    """
    written = {file.key: file for file in edition.stories}
    made = []
    for link, entries in by_story(told, edition).items():
        url = link.url or ""
        file = written.get(url.split("/")[1])
        events = [event for entry in entries for event in happened[entry.path]]
        spoken = [quote for entry in entries for quote in said[entry.path] if not quote.repeats]
        past, ahead, unknown = _in_time(events, edition)
        made.append(
            StoryPage(
                url=url,
                title=link.text,
                words=file.words if file else "",
                briefs=tuple(teasers[entry.path] for entry in entries),
                happened=past[-HAPPENED:],
                announced=ahead,
                unreported=unknown,
                voices=_voices(spoken),
                people=_people(entries, people, spoken),
                places=_places(entries, named),
                earlier=max(0, len(past) - HAPPENED),
                timeline=timelines.get(url),
                exports=exports_of(url) if url in timelines else (),
                feed=_feed(url, entries) if "stories" in edition.feeds else "",
            )
        )
    return tuple(sorted(made, key=lambda page: page.url))


def by_story(told: Iterable[Entry], edition: Edition) -> dict[Link, list[Entry]]:
    """The briefs of each story in the order given; the first of them spells its name."""
    found: dict[str | None, tuple[Link, list[Entry]]] = {}
    for entry in told:
        if link := facts.story(entry, edition):
            found.setdefault(link.url, (link, []))[1].append(entry)
    return dict(found.values())


def _feed(url: str, entries: Iterable[Entry]) -> str:
    published = any(entry.brief.status == "published" for entry in entries)
    return f"feeds/{url.strip('/')}.atom.xml" if published else ""


def _in_time(events: Sequence[EventView], edition: Edition) -> tuple[Views, Views, Views]:
    """What happened, what is announced, and what was announced and nobody has told of since; the earliest first."""
    ordered = tuple(reversed(timeline.newest_first(events)))
    ahead = tuple(one for one in ordered if one.announced and not edition.past(period(one.date.edtf)[1]))
    unknown = tuple(one for one in ordered if one.overdue and one not in ahead)
    return tuple(one for one in ordered if one not in ahead and one not in unknown), ahead, unknown


def _voices(spoken: Sequence[QuoteView]) -> tuple[Voice, ...]:
    """Who spoke last comes first."""
    by_speaker: dict[str, list[QuoteView]] = defaultdict(list)
    for quote in quotes.newest_first(spoken):
        by_speaker[quote.speaker.text].append(quote)
    voices = (
        Voice(
            said[0].speaker,
            next((quote.role for quote in said if quote.role), ""),
            tuple(said[:QUOTES_A_VOICE]),
            max(0, len(said) - QUOTES_A_VOICE),
        )
        for said in by_speaker.values()
    )
    return tuple(voices)[:VOICES]


def _people(entries: Sequence[Entry], people: People, spoken: Sequence[QuoteView]) -> tuple[PersonLine, ...]:
    counts: Counter[str] = Counter()
    roles: dict[str, list[str]] = {}
    for entry in entries:
        for name in dict.fromkeys(people.name(person.name, entry) for person in entry.brief.people):
            counts[name] += 1
            role, given = people.role_in(entry, name), roles.setdefault(name, [])
            given += [role] if role else []
    said = Counter(quote.speaker.text for quote in spoken)
    names = sorted((name for name in counts if not people.protected(name)), key=lambda one: (-counts[one], one))
    return tuple(PersonLine(people.link(name), latest(roles[name]), said[name]) for name in names[:PEOPLE])


def _places(entries: Sequence[Entry], named: Things) -> tuple[Link, ...]:
    counts = Counter(place for entry in entries for place in named.links("place", entry))
    order = sorted(counts, key=lambda place: (-counts[place], place.text))
    return tuple(order[:PLACES])


def index(made: Iterable[StoryPage], looks: Iterable[Looks], teasers: Teasers) -> StoriesPage:
    """Every story, the one that moved last first. `looks`: what is proposed; readers are shown no proposals."""
    return listed(map(line, made), (proposal(one, teasers) for one in looks))


def listed(lines: Iterable[StoryLine], proposed: Iterable[Proposal]) -> StoriesPage:
    """The same of the stories' lines."""
    return StoriesPage("stories/", tuple(sorted(lines, key=_moved, reverse=True)), tuple(proposed))


def proposal(looks: Looks, teasers: Teasers) -> Proposal:
    """What is proposed, the newest brief first."""
    newest = reversed(proposals.latest(looks.paths))
    return Proposal(tuple(teasers[path] for path in newest), looks.shared, len(looks.paths))


def line(page: StoryPage) -> StoryLine:
    """A story's line in lists."""
    return StoryLine(Link(page.title, page.url), page.briefs[0], len(page.briefs), next(iter(page.announced), None))


def _moved(line: StoryLine) -> tuple[str, str]:
    return (line.latest.published.iso, line.story.url or "")


def moving(every: StoriesPage) -> tuple[StoryLine, ...]:
    """The stories for the front page."""
    return tuple(one for one in every.stories if one.count >= FEWEST_ON_FRONT)[:ON_FRONT]


def so_far(told: Sequence[Entry], teasers: Teasers, edition: Edition) -> dict[str, StorySoFar]:
    """For each brief of a story of two and more, by its path, where it stands in it. `told` is newest first."""
    found = {}
    for link, entries in by_story(told, edition).items():
        those = [teasers[entry.path] for entry in entries]
        for place, entry in enumerate(entries):
            later, earlier = _around(those, place)
            found[entry.path] = StorySoFar(link, later, earlier, len(entries))
    return found


def _around(teasers: Sequence[Teaser], place: int) -> tuple[tuple[Teaser, ...], tuple[Teaser, ...]]:
    return tuple(teasers[max(0, place - AFTER) : place]), tuple(teasers[place + 1 : place + 1 + BEFORE])
