"""The pages of quotes that a late change reaches: each quote's own page, all quotes, the letters of their speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct, field
from msgspec.structs import replace

from newsbrief.collate import quotes, speakers
from newsbrief.collate.late.change import Late
from newsbrief.collate.quotes import label
from newsbrief.collate.speakers import Shown
from newsbrief.model.quotes import QuotePage, QuotesPage
from newsbrief.model.register import QuoteRow, Row
from newsbrief.model.views import Link, QuoteView


class Quoted(Struct, frozen=True):
    """`own`: the pages of quotes that changed, by their brief's path; `gone`: the addresses of those there are no more.

    They are those of the changed briefs, and of others those that have another quote beside them.
    """

    own: Mapping[str, tuple[QuotePage, ...]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()


def quoted(late: Late) -> Quoted:
    """From the register, and from the plates of the briefs whose quotes have another beside them."""
    if "quotes" not in late.edition.parts:
        return Quoted()
    own = _own(late)
    come = {page.url for those in own.values() for page in those}
    return Quoted(own, frozenset({one.url for row in late.desk.gone for one in row.said if not one.repeats} - come))


def lists_of_quotes(late: Late) -> tuple[tuple[QuotesPage, ...], frozenset[str]]:
    """All quotes, and the letters that changed; the addresses of letters that there are no more."""
    if "quotes" not in late.edition.parts:
        return (), frozenset()
    return _lists(late, _told(late.desk.register.rows), _newest_first(late.rows))


class Spoken(Struct, frozen=True, gc=False):
    """A quote with the path of its brief, and that by which all are sorted, as `quotes.order` has it."""

    order: tuple[str, str, int, str]
    path: str
    row: QuoteRow

    @property
    def role(self) -> str:
        """The speaker's."""
        return self.row.role


def _told(rows: Iterable[Row]) -> list[QuoteRow]:
    """Without those that say again what an earlier brief has."""
    return [one for row in rows for one in row.said if not one.repeats]


def _spoken(rows: Iterable[Row], speakers: Collection[str] | None = None) -> list[Spoken]:
    """The same, of some speakers or of all."""
    return [
        Spoken((one.day or row.day, row.url, one.number, one.id), row.path, one)
        for row in rows
        for one in row.said
        if not one.repeats and (speakers is None or one.speaker in speakers)
    ]


def _newest_first(rows: Sequence[Row]) -> list[Spoken]:
    """As `quotes.newest_first` sorts them. `rows`: newest first, and so their quotes are all but in order already."""
    ordered = sorted(_spoken(reversed(rows)), key=attrgetter("order"))
    newest: list[Spoken] = []
    last = len(ordered)
    for place in range(len(ordered) - 1, -1, -1):
        # What a brief has of one day stands as it has it.
        if not place or ordered[place].order[:2] != ordered[place - 1].order[:2]:
            newest += ordered[place:last]
            last = place
    return newest


def _lists(
    late: Late, before: Sequence[QuoteRow], now: Sequence[Spoken]
) -> tuple[tuple[QuotesPage, ...], frozenset[str]]:
    """All quotes and the letters that changed, and the addresses of letters that there are no more."""
    if len(now) <= speakers.QUOTES_ON_ONE_PAGE:
        return (speakers.pages([_view(late, one) for one in now])[0],), frozenset(_letters(before))
    by_speaker: dict[str, list[Spoken]] = defaultdict(list)
    for one in now:
        by_speaker[one.row.speaker].append(one)
    parted = speakers.by_letter(by_speaker)
    has = {way.url or "": way.text for way in speakers.ways(parted)}
    many = len(before) > speakers.QUOTES_ON_ONE_PAGE
    had = has if many and {one.speaker for one in before} == by_speaker.keys() else _letters(before)
    shown = Shown[Spoken](late.who.people.link, lambda one: _view(late, one))
    # Each letter's page names all letters.
    letters = speakers.of_letters(by_speaker, shown, parted, _touched(late) if had == has else None)
    return (speakers.front(now, by_speaker, shown, parted), *letters), frozenset(had.keys() - has.keys())


def _letters(quotes: Sequence[QuoteRow]) -> Mapping[str, str]:
    """What each letter's page is called, by its address; few quotes have none."""
    if len(quotes) <= speakers.QUOTES_ON_ONE_PAGE:
        return {}
    parted = speakers.by_letter({one.speaker for one in quotes})
    return {way.url or "": way.text for way in speakers.ways(parted)}


def _touched(late: Late) -> frozenset[str]:
    return frozenset(one.speaker for row in late.touched for one in row.said)


def _view(late: Late, one: Spoken) -> QuoteView:
    return next(quote for quote in late.shelf.said[one.path] if quote.id == one.row.id)


Beside = tuple[Spoken | None, Spoken | None]


def _own(late: Late) -> Mapping[str, tuple[QuotePage, ...]]:
    touched = _touched(late)
    before, now = (
        sorted(_spoken(rows, touched), key=attrgetter("order")) for rows in (late.desk.register.rows, late.rows)
    )
    was, beside = _beside(before), _beside(now)
    changed = late.desk.changed
    found: dict[str, list[QuotePage]] = defaultdict(list)
    come = [(late.entries[row.path], late.shelf.said[row.path]) for row in late.come]
    new = {page.url: page for page in quotes.pages(come, {}, late.shelf.notes)}
    for one in now:
        if one.path in changed:
            found[one.path].append(_page(late, new[one.row.url], beside[one]))
        elif _moved(was.get(one), beside[one], changed):
            found[one.path] += [
                _page(late, page, beside[one]) for page in late.desk.plate(one.path).quotes if page.url == one.row.url
            ]
    return {path: tuple(pages) for path, pages in found.items()}


def _beside(ordered: Iterable[Spoken]) -> Mapping[Spoken, Beside]:
    """The same speaker's earlier and later quote, of each quote."""
    by_speaker: dict[str, list[Spoken]] = defaultdict(list)
    for one in ordered:
        by_speaker[one.row.speaker].append(one)
    return {
        one: (those[place - 1] if place else None, those[place + 1] if place + 1 < len(those) else None)
        for those in by_speaker.values()
        for place, one in enumerate(those)
    }


def _moved(was: Beside | None, beside: Beside, changed: frozenset[str]) -> bool:
    """Whether a quote has another one beside it, or one that may have other words now."""
    return was != beside or any(one is not None and one.path in changed for one in beside)


def _page(late: Late, page: QuotePage, beside: Beside) -> QuotePage:
    earlier, later = (_link(_view(late, one)) if one else None for one in beside)
    return replace(page, earlier=earlier, later=later)


def _link(quote: QuoteView) -> Link:
    return Link(label(quote), quote.url, lang=quote.brief.lang)
