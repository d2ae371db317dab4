"""The pages of all quotes: everything on one while it is short, else the newest by day and the speakers by letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import groupby
from typing import Generic, NamedTuple, Protocol, TypeVar

from msgspec.structs import replace

from newsbrief.collate import addresses, letters
from newsbrief.collate.quotes import newest_first, order
from newsbrief.model.quotes import QuoteDay, QuotesPage, SpeakerQuotes
from newsbrief.model.views import Link, QuoteView

URL = "quotes/"
# Up to so many quotes are one page that can be read from beginning to end.
QUOTES_ON_ONE_PAGE = 100
# Of more, so many stand by day on the first page, and so many speakers are named there.
NEWEST, MOST = 30, 24


class Said(Protocol):
    """A quote, as pages show it or as the register has it."""

    @property
    def role(self) -> str: ...  # noqa: D102  # as in QuoteView


Quote = TypeVar("Quote", bound=Said)
# The quotes of each speaker, newest first, by name.
BySpeaker = Mapping[str, Sequence[Quote]]
# The speakers of each letter's page, by its address.
ByLetter = Mapping[str, Sequence[str]]


class Shown(NamedTuple, Generic[Quote]):
    """How speakers and quotes are shown: the link of a speaker, by name, and a quote's view."""

    link: Callable[[str], Link]
    view: Callable[[Quote], QuoteView]


def pages(quotes: Sequence[QuoteView]) -> tuple[QuotesPage, tuple[QuotesPage, ...]]:
    """/quotes/, and the page of each letter if there are many quotes."""
    newest = newest_first([quote for quote in quotes if not quote.repeats])
    by_speaker: dict[str, list[QuoteView]] = defaultdict(list)
    for quote in newest:
        by_speaker[quote.speaker.text].append(quote)
    shown = Shown[QuoteView](lambda name: by_speaker[name][0].speaker, lambda quote: quote)
    if len(newest) <= QUOTES_ON_ONE_PAGE:
        names = sorted(by_speaker, key=letters.order)
        speakers = tuple(_speaker(name, by_speaker[name], shown, whole=True) for name in names)
        return QuotesPage(URL, len(newest), len(speakers), speakers), ()
    parted = by_letter(by_speaker)
    return front(newest, by_speaker, shown, parted), of_letters(by_speaker, shown, parted)


def front(newest: Sequence[Quote], by_speaker: BySpeaker[Quote], shown: Shown[Quote], parted: ByLetter) -> QuotesPage:
    """/quotes/ of many quotes, which are given newest first."""
    return QuotesPage(
        url=URL,
        count=len(newest),
        voices=len(by_speaker),
        days=_days([shown.view(quote) for quote in newest[:NEWEST]]),
        letters=ways(parted),
        most=_most(by_speaker, shown),
    )


def ways(parted: ByLetter) -> tuple[Link, ...]:
    """To the page of each letter with which a speaker's name begins; counts the speakers."""
    headings = ((url, ", ".join(dict.fromkeys(map(letters.letter, those))), those) for url, those in parted.items())
    return tuple(Link(heading, url, count=len(those)) for url, heading, those in headings)


def of_letters(
    by_speaker: BySpeaker[Quote], shown: Shown[Quote], parted: ByLetter, wanted: Collection[str] | None = None
) -> tuple[QuotesPage, ...]:
    """The pages of letters; `wanted`: those with one of these speakers, None for all."""
    links, made = {way.url: way for way in ways(parted)}, []
    # A new quote leaves the other letters as they are.
    uncounted = tuple(replace(way, count=0) for way in links.values())
    for url, names in parted.items():
        if wanted is None or not set(wanted).isdisjoint(names):
            speakers = tuple(
                _speaker(name, by_speaker[name], shown, whole=not _own_page(shown.link(name))) for name in names
            )
            count = sum(one.count for one in speakers)
            made.append(QuotesPage(url, count, len(names), speakers, letter=links[url].text, letters=uncounted))
    return tuple(made)


def by_letter(names: Iterable[str]) -> ByLetter:
    """The speakers of each page; letters that are written alike share one."""
    urls: dict[str, str] = {}
    shared: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=letters.order):
        heading = letters.letter(name)
        # Thousands of names have a few letters.
        if heading not in urls:
            urls[heading] = f"{URL}{letters.last_part(heading)}/"
        shared[urls[heading]].append(name)
    return dict(sorted(shared.items()))


def _most(by_speaker: BySpeaker[Quote], shown: Shown[Quote]) -> tuple[Link, ...]:
    """The speakers with most quotes, each with the place where they stand."""
    # Most speak once: to sort thousands by their names for a few that come first takes its time.
    least = min(nlargest(MOST, map(len, by_speaker.values())), default=0)
    those = (name for name, quotes in by_speaker.items() if len(quotes) >= least)
    often = sorted(those, key=lambda name: (-len(by_speaker[name]), letters.order(name)))[:MOST]
    return tuple(Link(name, _place(shown.link(name)), count=len(by_speaker[name])) for name in often)


def _place(speaker: Link) -> str:
    part = letters.last_part(letters.letter(speaker.text))
    return _own_page(speaker) or f"{URL}{part}/#{addresses.name_key(speaker.text)}"


def _own_page(speaker: Link) -> str:
    """The page that has all the speaker's quotes, or ""; an organisation's has none."""
    return "" if speaker.kind == "organisation" else speaker.url or ""


def _speaker(name: str, quotes: Sequence[Quote], shown: Shown[Quote], *, whole: bool) -> SpeakerQuotes:
    role = next((quote.role for quote in quotes if quote.role), "")
    days = _days([shown.view(quote) for quote in quotes]) if whole else ()
    latest = None if whole else shown.view(quotes[0])
    return SpeakerQuotes(addresses.name_key(name), shown.link(name), role, days, len(quotes), latest)


def _days(quotes: Sequence[QuoteView]) -> tuple[QuoteDay, ...]:
    return tuple(
        QuoteDay(of_day[0].day or of_day[0].published, tuple(of_day))
        for of_day in (list(group) for _, group in groupby(quotes, key=lambda quote: order(quote)[0]))
    )
