"""What the search finds of a brief: its words, quotes and dates, without the names of protected people.

A protected person is found by no name: not by the full one in any brief, nor by a part of it in briefs that name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from newsbrief.model.entry import Entry
from newsbrief.model.quotes import BETWEEN_PARTS
from newsbrief.model.search import Findable
from newsbrief.model.views import EventView, QuoteView, Teaser
from newsbrief.site.index.people import People

# A result shows no more words of a quote or standfirst than this; it is found by all of them.
SHOWN_WORDS, SHOWN_SIGNS = 60, 400
# A quote is shown between quotation marks, and so is each of its parts; the page adds those of its language.
BETWEEN = f"”{BETWEEN_PARTS}“"


class HiddenNames(Struct, frozen=True):
    """Names by which nobody is to find a brief; None for none. `full` holds everywhere, `parts` for what it says."""

    full: re.Pattern[str] | None
    parts: re.Pattern[str] | None

    def are_in(self, text: str) -> bool:
        """Return whether a text names a protected person."""
        return any(names is not None and names.search(text) for names in (self.full, self.parts))

    def removed_from(self, text: str) -> str:
        """Return a text without these names."""
        for names in (self.full, self.parts):
            text = names.sub(" ", text) if names else text
        return text


def of_brief(
    entry: Entry, teaser: Teaser, quotes: Iterable[QuoteView], events: Iterable[EventView], people: People
) -> Iterator[Findable]:
    """Yield a published brief, its quotes and its dates. `events` are those of which this brief's telling leads."""
    hidden = _hidden(entry, people)
    day = entry.brief.date.day.isoformat()
    yield _brief(entry, people, hidden, teaser)
    for quote in quotes:
        text = BETWEEN.join(quote.parts)
        if not quote.repeats and not hidden.are_in(text):
            by = f"{quote.speaker.text}, {quote.role}" if quote.role else quote.speaker.text
            when = quote.day or quote.published
            yield Findable("quote", day, quote.url, shown(text), f"{text}\n{by}", detail=by, date=when)
    for event in events:
        if event.text and not hidden.are_in(event.text):
            yield Findable(
                "date", day, event.anchor, shown(event.text), event.text, detail=event.brief.text, date=event.date
            )


def _brief(entry: Entry, people: People, hidden: HiddenNames, teaser: Teaser) -> Findable:
    brief = entry.brief
    stem = entry.stem
    known = dict.fromkeys(people.name(name, stem) for name in _named(entry))
    names = [name for one in known if not people.is_protected(one) for name in (one, *people.spellings(one))]
    roles = [one.role for one in brief.people if not people.is_protected(people.name(one.name, stem))]
    others = (brief.summary, *names, *roles, *brief.organisations, *brief.places, *brief.tags, *brief.source)
    return Findable(
        kind="brief",
        day=brief.date.day.isoformat(),
        url=teaser.url,
        text=brief.title,
        words=hidden.removed_from(brief.title),
        also=hidden.removed_from("\n".join((*others, entry.text))),
        detail="" if hidden.are_in(brief.summary) else shown(brief.summary),
        date=teaser.published,
    )


def shown(text: str) -> str:
    """Return as much of a text as a result shows."""
    words = text.split()
    begin = " ".join(words[:SHOWN_WORDS])[:SHOWN_SIGNS]
    return f"{begin} …" if len(begin) < len(" ".join(words)) else begin


def _named(entry: Entry) -> list[str]:
    """Return the people whom a brief names, as it spells them."""
    named = (*(person.name for person in entry.brief.people), *(quote.speaker for quote in entry.brief.quotes))
    return list(dict.fromkeys(name for name in named if name))


def _hidden(entry: Entry, people: People) -> HiddenNames:
    """Return what to leave out of one brief. A rule that names briefs holds in those only."""
    stem = entry.stem
    rules = [one for one in people.rules.values() if one.page == "no" and (not one.briefs or stem in one.briefs)]
    full = {name for rule in rules for name in (rule.name, *rule.also)}
    named = _named(entry) if people.rules else []
    own = {name for name in named if people.is_protected(people.name(name, stem))}
    # A word of a protected name may be another's name too, and that one is to be found.
    others = {part.casefold() for name in named if name not in own for part in name.split()}
    parts = {part for name in own for part in name.split() if part.casefold() not in others}
    return HiddenNames(any_of(full | own), any_of(parts))


def any_of(names: set[str]) -> re.Pattern[str] | None:
    """Match any of these names as whole words, in any case, with any white space between its words; None for none."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first if name.split())
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE) if either else None
