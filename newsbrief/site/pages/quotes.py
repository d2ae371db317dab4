"""The lists of quotes: one page while they are few, otherwise the newest by day and a page for each letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import groupby, islice
from typing import NamedTuple

from newsbrief.model.quotes import QuoteDay, QuotesPage, SpeakerQuotes
from newsbrief.model.views import DateText, Link, QuoteView
from newsbrief.site.build.plan import Page, Shared
from newsbrief.site.facts import addresses
from newsbrief.site.index import letters
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.quotes import newest_first
from newsbrief.site.index.references import QuoteRef
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

URL = addresses.QUOTES
# Readers can go through so many quotes on one page.
QUOTES_ON_ONE_PAGE = 100
# The first page of a longer list shows so many quotes by day, and names so many speakers.
NEWEST, MOST = 30, 24

# The quotes of each speaker, newest first, by name; and the speakers of each letter's page by its address.
BySpeaker = Mapping[str, Sequence[QuoteRef]]
ByLetter = Mapping[str, Sequence[str]]


class Speaker(NamedTuple):
    """A speaker on a page of quotes: how many quotes they have, and how many of the page's views are theirs.

    `whole`: the page shows all their quotes. Otherwise it shows the newest, and the view after that one, if there is
    one, is the newest that gives a role.
    """

    name: str
    total: int
    views: int
    whole: bool


class Front(NamedTuple):
    """What /quotes/ of a long list says of all quotes and speakers."""

    total: int
    voices: int
    letters: tuple[Link, ...]
    most: tuple[Link, ...]


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "quotes"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return /quotes/ and, if there are many quotes, the page of each letter.

    The values of a page are its letter, the links to all letters, its speakers, and a Front or None.
    """
    if not site.has("quotes") or "quotes" not in site.options.parts:
        return
    every = [one for facts in index.told for one in index.quotes.by_brief[facts.path] if not one.source]
    by_speaker = _by_speaker(every)
    if len(every) <= QUOTES_ON_ONE_PAGE:
        yield _page(URL, "", None, [_whole(name, by_speaker) for name in sorted(by_speaker, key=letters.order)])
        return
    by_letter = _by_letter(by_speaker)
    headings = _headings(by_letter)
    links = tuple(Link(headings[url], url, count=len(names)) for url, names in by_letter.items())
    front = Front(len(every), len(by_speaker), links, _most(by_speaker, index))
    yield Page(URL, "quotes", _ids(_newest(every)), ("", None, (), front))
    # A new quote should not change the pages of other letters, so their links count nothing.
    uncounted = Shared(tuple(Link(heading, url) for url, heading in headings.items()))
    for url, names in by_letter.items():
        yield _page(url, headings[url], uncounted, [_speaker(name, by_speaker, index) for name in names])


def _by_speaker(quotes: Iterable[QuoteRef]) -> BySpeaker:
    found: dict[str, list[QuoteRef]] = defaultdict(list)
    for one in quotes:
        found[one.speaker].append(one)
    return {name: newest_first(said) if len(said) > 1 else said for name, said in found.items()}


def _newest(quotes: Sequence[QuoteRef]) -> Sequence[QuoteRef]:
    """Return the first NEWEST of the quotes, the latest day first."""
    oldest = nlargest(NEWEST, (one.day for one in quotes))[-1]
    return newest_first(one for one in quotes if one.day >= oldest)[:NEWEST]


def _by_letter(names: Iterable[str]) -> ByLetter:
    """Return the names under the address of their letter's page. Letters that differ by an accent share a page."""
    urls: dict[str, str] = {}
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=letters.order):
        heading = letters.letter(name)
        if heading not in urls:
            urls[heading] = f"{URL}{letters.last_part(heading)}/"
        found[urls[heading]].append(name)
    return dict(sorted(found.items()))


def _headings(by_letter: ByLetter) -> Mapping[str, str]:
    return {url: ", ".join(dict.fromkeys(map(letters.letter, names))) for url, names in by_letter.items()}


def _most(by_speaker: BySpeaker, index: Index) -> tuple[Link, ...]:
    """Return the speakers with most quotes, linked to the pages where these are."""
    # Most people speak once: only the names of those who may come first are worth sorting.
    least = nlargest(MOST, map(len, by_speaker.values()))[-1]
    often = [name for name, said in by_speaker.items() if len(said) >= least]
    often.sort(key=lambda name: (-len(by_speaker[name]), letters.order(name)))
    return tuple(Link(name, _place(name, index), count=len(by_speaker[name])) for name in often[:MOST])


def _place(name: str, index: Index) -> str:
    if name in index.people.with_page:
        return addresses.named_url("people", name)
    return f"{URL}{letters.last_part(letters.letter(name))}/#{addresses.name_key(name)}"


Shown = tuple[Speaker, Sequence[QuoteRef]]


def _whole(name: str, by_speaker: BySpeaker) -> Shown:
    said = by_speaker[name]
    return Speaker(name, len(said), len(said), whole=True), said


def _speaker(name: str, by_speaker: BySpeaker, index: Index) -> Shown:
    """Return a speaker as a letter's page shows them. Someone with a page has all quotes there."""
    if name not in index.people.with_page:
        return _whole(name, by_speaker)
    said = by_speaker[name]
    person = index.lists.persons[name]
    giving = {facts.path for role, facts in zip(person.roles, person.briefs, strict=True) if role}
    with_role = next((one for one in said if one.path in giving), said[0])
    shown = said[:1] if with_role is said[0] else (said[0], with_role)
    return Speaker(name, len(said), len(shown), whole=False), shown


def _page(url: str, letter: str, links: Shared | None, speakers: Sequence[Shown]) -> Page:
    shows = tuple(one.id for _, said in speakers for one in said)
    return Page(url, "quotes", shows, (letter, links, tuple(speaker for speaker, _ in speakers), None))


def _ids(quotes: Iterable[QuoteRef]) -> tuple[str, ...]:
    return tuple(one.id for one in quotes)


def model(page: Page, views: PageViews, _site: Site) -> QuotesPage:
    """Return the page with its quotes."""
    letter, links, planned, front = page.values
    quotes = map(views.quote, page.shows)
    if front:
        days = _days(tuple(quotes))
        return QuotesPage(page.url, front.total, front.voices, days=days, letters=front.letters, most=front.most)
    speakers = tuple(_quotes_of(one, tuple(islice(quotes, one.views))) for one in planned)
    return QuotesPage(
        url=page.url,
        count=sum(one.count for one in speakers),
        voices=len(speakers),
        speakers=speakers,
        letter=letter,
        letters=links.value if links else (),
    )


def _quotes_of(speaker: Speaker, quotes: Sequence[QuoteView]) -> SpeakerQuotes:
    return SpeakerQuotes(
        id=addresses.name_key(speaker.name),
        speaker=quotes[0].speaker,
        role=next((quote.role for quote in quotes if quote.role), ""),
        days=_days(quotes) if speaker.whole else (),
        count=speaker.total,
        latest=None if speaker.whole else quotes[0],
    )


def _days(quotes: Sequence[QuoteView]) -> tuple[QuoteDay, ...]:
    by_day = (tuple(of_day) for _, of_day in groupby(quotes, key=lambda quote: _said_on(quote).iso))
    return tuple(QuoteDay(_said_on(of_day[0]), of_day) for of_day in by_day)


def _said_on(quote: QuoteView) -> DateText:
    return quote.day or quote.published
