"""What a late change makes that all else of it does without: another process may make it meanwhile.

The timelines, the lists of quotes, that of people, the archive: each is made of what thousands of briefs say, and
nothing but the addresses of their pages, and which events stand where, is asked for afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from newsbrief.collate import persons
from newsbrief.collate.late import lists
from newsbrief.collate.late.change import Late
from newsbrief.collate.late.dated import Dated, Subjects, dated
from newsbrief.collate.late.quoted import lists_of_quotes
from newsbrief.model.pages import ArchivePage, PeoplePage
from newsbrief.model.quotes import QuotesPage
from newsbrief.model.register import PersonRow
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import Link, PersonLine


class Basis(Struct, frozen=True):
    """What it is made of. `of`: whose timelines are reached; `people`: who stands in the list of people, by name."""

    late: Late
    of: Subjects
    people: Mapping[str, PersonRow]


class Apart(Struct, frozen=True):
    """`people`: the list of them; `archives`: the archive, and the years and months that changed.

    `gone`: the addresses of pages that there are no more; `elsewhere`: those of pages that somebody else has printed,
    and none is here.
    """

    dates: Dated = field(default_factory=Dated)
    quotes: tuple[QuotesPage, ...] = ()
    people: PeoplePage | None = None
    archives: tuple[ArchivePage, ...] = ()
    gone: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()

    @property
    def addresses(self) -> frozenset[str]:
        """Of all pages that it made or took away, but the list of people and the archive, which are always there."""
        pages: tuple[TimelinePage | QuotesPage | ArchivePage, ...]
        pages = (*self.dates.pages, *self.quotes, *self.archives[1:])
        return self.gone.union(self.elsewhere, (page.url for page in pages))


# What begins with it, and gives what waits for it.
Making = Callable[[Basis], Callable[[], Apart]]


def apart(basis: Basis) -> Apart:
    """Make it."""
    late = basis.late
    dates = dated(late, basis.of)
    quotes, letters_gone = lists_of_quotes(late)
    top, archives, periods_gone = lists.archive(late)
    people = persons.listed(map(_line, basis.people.items()))
    return Apart(dates, quotes, people, (top, *archives), dates.gone.union(letters_gone, periods_gone))


def _line(known: tuple[str, PersonRow]) -> PersonLine:
    name, (url, role, quotes, briefs) = known
    return PersonLine(Link(name, url), role, quotes, briefs)
