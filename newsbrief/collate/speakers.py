"""The pages of all quotes: everything on one while it is short, else the newest by day and the speakers by letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from newsbrief.collate import addresses, letters
from newsbrief.collate.quotes import newest_first, order
from newsbrief.model.quotes import QuoteDay, QuotesPage, SpeakerQuotes
from newsbrief.model.views import Link, QuoteView

URL = "quotes/"
# Up to so many quotes are one page that can be read from beginning to end.
QUOTES_ON_ONE_PAGE = 100
# Of more, so many stand by day on the first page, and so many speakers are named there.
NEWEST, MOST = 30, 24
BySpeaker = Mapping[str, Sequence[QuoteView]]


def pages(quotes: Sequence[QuoteView]) -> tuple[QuotesPage, tuple[QuotesPage, ...]]:
    """/quotes/, and the page of each letter if there are many quotes."""
    newest = newest_first([quote for quote in quotes if not quote.repeats])
    by_speaker: dict[str, list[QuoteView]] = defaultdict(list)
    for quote in newest:
        by_speaker[quote.speaker.text].append(quote)
    if len(newest) <= QUOTES_ON_ONE_PAGE:
        speakers = tuple(_speaker(name, by_speaker[name], True) for name in sorted(by_speaker, key=letters.order))
        return QuotesPage(URL, len(newest), len(speakers), speakers), ()
    by_letter = _letters(by_speaker)
    ways = tuple(Link(page.letter, page.url, count=page.voices) for page in by_letter)
    front = QuotesPage(
        url=URL,
        count=len(newest),
        voices=len(by_speaker),
        days=_days(newest[:NEWEST]),
        letters=ways,
        most=_most(by_speaker),
    )
    # A new quote leaves the other letters as they are.
    uncounted = tuple(replace(way, count=0) for way in ways)
    return front, tuple(replace(page, letters=uncounted) for page in by_letter)


def _letters(by_speaker: BySpeaker) -> tuple[QuotesPage, ...]:
    """A page for each letter with which a speaker's name begins; letters that are written alike share one."""
    shared: dict[str, list[str]] = defaultdict(list)
    for name in sorted(by_speaker, key=letters.order):
        shared[f"{URL}{letters.last_part(letters.letter(name))}/"].append(name)
    made = []
    for url, names in sorted(shared.items()):
        speakers = tuple(_speaker(name, by_speaker[name], not _own_page(by_speaker[name][0].speaker)) for name in names)
        heading = ", ".join(dict.fromkeys(map(letters.letter, names)))
        made.append(QuotesPage(url, sum(one.count for one in speakers), len(names), speakers, letter=heading))
    return tuple(made)


def _most(by_speaker: BySpeaker) -> tuple[Link, ...]:
    """The speakers with most quotes, each with the place where they stand."""
    often = sorted(by_speaker, key=lambda name: (-len(by_speaker[name]), letters.order(name)))[:MOST]
    return tuple(Link(name, _place(by_speaker[name][0].speaker), count=len(by_speaker[name])) for name in often)


def _place(speaker: Link) -> str:
    part = letters.last_part(letters.letter(speaker.text))
    return _own_page(speaker) or f"{URL}{part}/#{addresses.name_key(speaker.text)}"


def _own_page(speaker: Link) -> str:
    """The page that has all the speaker's quotes, or ""; an organisation's has none."""
    return "" if speaker.kind == "organisation" else speaker.url or ""


def _speaker(name: str, quotes: Sequence[QuoteView], whole: bool) -> SpeakerQuotes:
    role = next((quote.role for quote in quotes if quote.role), "")
    days = _days(quotes) if whole else ()
    return SpeakerQuotes(
        addresses.name_key(name), quotes[0].speaker, role, days, len(quotes), None if whole else quotes[0]
    )


def _days(quotes: Sequence[QuoteView]) -> tuple[QuoteDay, ...]:
    return tuple(
        QuoteDay(of_day[0].day or of_day[0].published, tuple(of_day))
        for of_day in (list(group) for _, group in groupby(quotes, key=lambda quote: order(quote)[0]))
    )
