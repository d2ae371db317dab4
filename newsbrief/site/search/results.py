"""What can be found, as the index has it: a row to show, and the words by which it is found, dates in them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from newsbrief.model.search import Findable
from newsbrief.model.views import DateText

# A date in the site's language; the form "full" has the weekday, "text" has not.
Say = Callable[[DateText, str], str]


class Result(Struct, frozen=True):
    """`row`: text, address, date and detail, as shown. `kind`, `day`, `words` and `also` as in Findable."""

    kind: str
    day: str
    row: tuple[str, str, str, str]
    words: str
    also: str = ""


def result(item: Findable, say: Say) -> Result:
    """A dated event is found by its date, a brief by its day, in words and in figures; a quote by neither."""
    date = item.date
    row = (item.text, item.url, say(date, "text") if date else "", item.detail)
    when = f"{say(date, 'full')} {date.edtf}\n" if date else ""
    words = f"{when if item.kind == 'date' else ''}{item.words}"
    also = f"{when if item.kind == 'brief' else ''}{item.also}"
    return Result(item.kind, item.day, row, words, also)
