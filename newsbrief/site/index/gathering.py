"""The index: what all briefs of a build have to do with one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence

from msgspec import Struct

from newsbrief.model.brief import Brief
from newsbrief.site.facts import view_ids
from newsbrief.site.facts.records import Facts
from newsbrief.site.index import events, lists, people, quotes, related, repeats, same_events, stories, things
from newsbrief.site.index.events import Events
from newsbrief.site.index.lists import Lists
from newsbrief.site.index.people import People
from newsbrief.site.index.quotes import Quotes
from newsbrief.site.index.references import QuoteRef
from newsbrief.site.index.related import Related
from newsbrief.site.index.stories import Story
from newsbrief.site.index.things import Things
from newsbrief.site.index.visible import is_telling
from newsbrief.site.options import BuildOptions


class Index(Struct, frozen=True):
    """Everything that the plan needs to know of briefs.

    `told` are the briefs whose quotes and events count, newest first. `by_path` has all briefs that have a page, newest
    first; `hidden` are the facts of all others. `stories` are by key.
    `load` reads a brief by its path, for the few of which the facts do not say enough.
    """

    options: BuildOptions
    by_path: Mapping[str, Facts]
    told: tuple[Facts, ...]
    people: People
    things: Things
    quotes: Quotes
    events: Events
    stories: Mapping[str, Story]
    lists: Lists
    related: Related
    load: Callable[[str], Brief]
    hidden: tuple[Facts, ...] = ()

    @property
    def briefs(self) -> tuple[Facts, ...]:
        """All briefs that have a page, newest first."""
        return tuple(self.by_path.values())


def gather(
    shown: Iterable[Facts],
    options: BuildOptions,
    load: Callable[[str], Brief],
    memo: MutableMapping[bytes, bytes] | None = None,
    hidden: Iterable[Facts] = (),
) -> Index:
    """Relate the briefs of a build. `shown` have a page in it, `hidden` have none.

    `load` reads a brief by its path; `memo` remembers what is expensive to find out, by a digest of what it depends on.
    """
    memo = {} if memo is None else memo
    briefs = tuple(sorted(shown, key=lambda facts: facts.age, reverse=True))
    told = tuple(facts for facts in briefs if is_telling(facts))
    known = people.gather(told, options.people)
    named = things.gather(told, known)
    known = things.with_addresses(known, named)
    spoken = quotes.references(told, known)
    repeated = repeats.find(told, spoken, load)
    all_quotes = quotes.related(spoken, repeated.sources, repeated.variants)
    groups = same_events.find(briefs, told, known)
    happened = events.gather(told, known, named, groups, _speaking(spoken), options)
    return Index(
        options=options,
        by_path={facts.path: facts for facts in briefs},
        told=told,
        load=load,
        hidden=tuple(hidden),
        people=known,
        things=named,
        quotes=all_quotes,
        events=happened,
        stories=stories.gather(told, options),
        lists=lists.gather(told, known, named, all_quotes.by_brief, happened),
        related=related.find(told, known, options, load, memo),
    )


def _speaking(spoken: quotes.ByBrief) -> Mapping[str, frozenset[str]]:
    return {path: frozenset(view_ids.name_of(one.id) for one in those) for path, those in spoken.items()}


def shown_quotes(index: Index, paths: Iterable[str]) -> Sequence[QuoteRef]:
    """Return the quotes of these briefs that are no repetition of an older quote, in the order of the briefs."""
    return [one for path in paths for one in index.quotes.by_brief.get(path, ()) if not one.source]
