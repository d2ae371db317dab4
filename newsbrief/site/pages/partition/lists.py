"""A list that is too long for one page, divided so that a new entry leaves the older pages as they are.

Pages are numbered from the oldest. The newest page has the list's own address and holds whatever came since the last
page was full. docs/decisions says why.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from newsbrief.edtf.text import date_text
from newsbrief.model.views import ONE_SHEET, Sheet, SheetLink

# Entries on a full page. The newest page holds up to twice as many, less one: it is never nearly empty.
PER_PAGE = 50
Entry = TypeVar("Entry")


class Part(NamedTuple, Generic[Entry]):
    """One page of a list: its address, its place among the others, and its entries."""

    url: str
    sheet: Sheet
    entries: Sequence[Entry]


def parts(url: str, entries: Sequence[Entry], day: Callable[[Entry], str], below: str = "") -> tuple[Part[Entry], ...]:
    """Return the pages of a list, the newest first. `entries` are newest first; `url` is the list's own address.

    `day` gives the day of an entry in ISO 8601. `below` is a folder for the older pages, where the address has another
    list already.
    """
    full = max(len(entries) // PER_PAGE - 1, 0)
    if not full:
        return (Part(url, ONE_SHEET, entries),)
    newest = len(entries) - full * PER_PAGE
    older = [entries[place : place + PER_PAGE] for place in range(newest, len(entries), PER_PAGE)]
    links = [
        SheetLink(f"{url}{below}{number}/", number, date_text(day(those[-1])), date_text(day(those[0])))
        for number, those in zip(range(full, 0, -1), older, strict=True)
    ]
    # The days of the newest page change with each new entry, and no older page should change with them.
    beside = [None, SheetLink(url, 0), *links, None]
    made = [Part(url, Sheet(older=beside[2], others=tuple(links)), entries[:newest])]
    for place, (link, those) in enumerate(zip(links, older, strict=True), 1):
        sheet = Sheet(link.number, beside[place + 2], beside[place], (), link.first, link.last)
        made.append(Part(link.url, sheet, those))
    return tuple(made)
