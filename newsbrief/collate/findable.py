"""What the search of the site finds: published briefs, their quotes and dates, and people and things with a page.

A protected person is found by no name: not by a full one in any brief, nor by a part of it in those that name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from newsbrief.collate import addresses
from newsbrief.collate.edition import Edition
from newsbrief.collate.people import People
from newsbrief.collate.persons import Shelf
from newsbrief.collate.roles import latest
from newsbrief.model.entry import Entry
from newsbrief.model.pages import ListingPage, PersonPage
from newsbrief.model.quotes import BETWEEN_PARTS
from newsbrief.model.search import THINGS, Findable
from newsbrief.model.stories import StoryPage
from newsbrief.model.views import EventView, QuoteView, Teaser

# A result shows no more words of a quote or standfirst than this; it is found by all of them.
SHOWN_WORDS, SHOWN_SIGNS = 60, 400
NOBODY = re.compile(r"(?!)")
# A quote is shown between quotation marks, and so is each of its parts; the page puts those of its language.
BETWEEN = f"”{BETWEEN_PARTS}“"


class Secrets(Struct, frozen=True):
    """The names that nobody is to find a brief by. `full` holds everywhere, `parts` for what is told of this brief."""

    full: re.Pattern[str]
    parts: re.Pattern[str]

    def told_by(self, text: str) -> bool:
        """Whether a text names a protected person."""
        return self.full.search(text) is not None or self.parts.search(text) is not None

    def without(self, text: str) -> str:
        """The text without these names."""
        return self.parts.sub(" ", self.full.sub(" ", text))


def findable(
    entries: Sequence[Entry], shelf: Shelf, persons: Iterable[PersonPage], things: Iterable[ListingPage | StoryPage]
) -> tuple[Findable, ...]:
    """Everything that can be found, newest brief first, then people and things in the order of their pages."""
    of_briefs = (one for entry in entries for one in of_brief(entry, shelf))
    return (*of_briefs, *of_persons(persons, entries, shelf.people), *of_things(things, shelf.people))


def of_brief(entry: Entry, shelf: Shelf) -> Iterator[Findable]:
    """A brief, its quotes and its dates; nothing of one that is not published."""
    if entry.brief.status == "published":
        secrets = _secrets(entry, shelf.people)
        yield _brief(entry, shelf.people, secrets, shelf.teasers[entry.path])
        yield from _quotes(entry, shelf.said[entry.path], secrets)
        yield from _events(entry, shelf.happened[entry.path], secrets, shelf.edition)


def of_persons(pages: Iterable[PersonPage], entries: Iterable[Entry], people: People) -> Iterator[Findable]:
    """People by their names and roles. `entries`, newest first: at least all that name one of these people."""
    roles = _roles(entries, people)
    # Of someone who said much there are several pages; the first is theirs, the others are its older sheets.
    return (_person(page, roles[page.name]) for page in pages if page.name in roles and not page.sheet.number)


def of_things(pages: Iterable[ListingPage | StoryPage], people: People) -> Iterator[Findable]:
    """Stories, places, organisations and authors by their names, where a published brief has them."""
    secrets = _any_of({name for rule in people.rules.values() if rule.page == "no" for name in (rule.name, *rule.also)})
    for page in pages:
        kind = page.kind if isinstance(page, ListingPage) else "story"
        older = isinstance(page, ListingPage) and page.sheet.number
        hidden = people.protected(page.title) or secrets.search(page.title)
        if kind in THINGS and not older and not hidden and any(one.status == "published" for one in page.briefs):
            yield Findable(kind, "", page.url, page.title, page.title)


def _brief(entry: Entry, people: People, secrets: Secrets, teaser: Teaser) -> Findable:
    brief = entry.brief
    names = [name for known in _known(entry, people) for name in (known, *_spellings(known, people))]
    roles = [person.role for person in brief.people if not people.protected(people.name(person.name, entry))]
    others = (brief.summary, *names, *roles, *brief.organisations, *brief.places, *brief.tags, *brief.source)
    return Findable(
        kind="brief",
        day=brief.date.day.isoformat(),
        url=teaser.url,
        text=brief.title,
        words=secrets.without(brief.title),
        also=secrets.without("\n".join((*others, entry.text))),
        detail="" if secrets.told_by(brief.summary) else _shown(brief.summary),
        date=teaser.published,
    )


def _quotes(entry: Entry, quotes: Iterable[QuoteView], secrets: Secrets) -> Iterator[Findable]:
    for quote in quotes:
        text = BETWEEN.join(quote.parts)
        if quote.repeats or secrets.told_by(text):
            continue
        by = f"{quote.speaker.text}, {quote.role}" if quote.role else quote.speaker.text
        yield Findable(
            kind="quote",
            day=entry.brief.date.day.isoformat(),
            url=quote.url,
            text=_shown(text),
            words=f"{text}\n{by}",
            detail=by,
            date=quote.day or quote.published,
        )


def _events(entry: Entry, events: Iterable[EventView], secrets: Secrets, edition: Edition) -> Iterator[Findable]:
    """An event that several briefs tell stands with the brief whose telling leads."""
    own = f"{addresses.brief_url(entry, edition)}#"
    for event in events:
        if event.anchor.startswith(own) and event.text and not secrets.told_by(event.text):
            yield Findable(
                kind="date",
                day=entry.brief.date.day.isoformat(),
                url=event.anchor,
                text=_shown(event.text),
                words=event.text,
                detail=event.brief.text,
                date=event.date,
            )


def _roles(entries: Iterable[Entry], people: People) -> dict[str, list[str]]:
    """The roles of everyone whom published briefs name, the latest first."""
    roles: dict[str, list[str]] = {}
    for entry in entries:
        if entry.brief.status == "published":
            for name in _known(entry, people):
                role, so_far = people.role_in(entry, name), roles.setdefault(name, [])
                so_far += [role] if role and role not in so_far else []
    return roles


def _person(page: PersonPage, roles: Sequence[str]) -> Findable:
    names = "\n".join((page.name, *page.also))
    return Findable("person", "", page.url, page.name, names, "\n".join(roles), latest(roles))


def _shown(text: str) -> str:
    begin = " ".join(text.split()[:SHOWN_WORDS])[:SHOWN_SIGNS]
    return f"{begin} …" if len(begin) < len(" ".join(text.split())) else begin


def _named(entry: Entry) -> list[str]:
    """As the brief spells them."""
    named = (*(person.name for person in entry.brief.people), *(quote.speaker for quote in entry.brief.quotes))
    return list(dict.fromkeys(name for name in named if name))


def _known(entry: Entry, people: People) -> list[str]:
    """Who is named in a brief, as the site has the names, without those who are protected."""
    known = dict.fromkeys(people.name(name, entry) for name in _named(entry))
    return [name for name in known if not people.protected(name)]


def _spellings(known: str, people: People) -> tuple[str, ...]:
    rule = people.rules.get(known)
    return rule.also if rule else ()


def _secrets(entry: Entry, people: People) -> Secrets:
    """What to leave out of one brief; a rule that names briefs holds in those only."""
    stem = PurePosixPath(entry.path).stem
    rules = [rule for rule in people.rules.values() if rule.page == "no" and (not rule.briefs or stem in rule.briefs)]
    full = {name for rule in rules for name in (rule.name, *rule.also)}
    own = {name for name in _named(entry) if people.protected(people.name(name, entry))}
    # A word of a protected name may be another's name too, and that one is to be found.
    others = {part.casefold() for name in _named(entry) if name not in own for part in name.split()}
    parts = {part for name in own for part in name.split() if part.casefold() not in others}
    return Secrets(_any_of(full | own), _any_of(parts))


def _any_of(names: set[str]) -> re.Pattern[str]:
    """Any of these names as whole words, in capitals or not; between its words may stand any white space."""
    if not names:
        return NOBODY
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first if name.split())
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE) if either else NOBODY
