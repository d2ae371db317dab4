"""What a brief's body gives to pages: its own, those of its quotes, what is found of it. All else is front matter's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from newsbrief.collate.quotes import context_of
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage
from newsbrief.model.quotes import QuotePage
from newsbrief.model.search import Findable


def differ_in_body_only(one: Entry, other: Entry) -> bool:
    """Whether all that other pages may show of the brief is the same."""
    return _outside(one) == _outside(other)


def _outside(entry: Entry) -> Entry:
    # Lines of front matter are named in messages only.
    return replace(entry, text="", parts={}, brief=replace(entry.brief, body="", lines={}))


def standfirst(entry: Entry) -> str:
    """The summary, unless the body begins with it."""
    text, summary = entry.text, entry.brief.summary
    first, second = text[:1], summary[:1]
    if first != second and not (first.isspace() or second.isspace()) and second:  # which tells of nearly all
        return summary
    return "" if " ".join(text[: 2 * len(summary) + 80].split()).startswith(" ".join(summary.split())) else summary


def page_with(page: BriefPage, entry: Entry) -> BriefPage:
    """The brief's page with another body."""
    return replace(page, standfirst=standfirst(entry))


def quote_with(page: QuotePage, entry: Entry) -> QuotePage:
    """The page of one of its quotes with another body around it."""
    return replace(page, context=context_of(entry.text, entry.parts.get(page.quote.id, ())))


def found_with(found: Sequence[Findable], old: Entry, new: Entry) -> tuple[Findable, ...]:
    """What the search finds of it, with another body; only where there are no names that it has to leave out."""
    return tuple(
        replace(one, also=one.also.removesuffix(old.text) + new.text) if one.kind == "brief" else one for one in found
    )
