"""What is said of an answer when it is written, and when it is undone: both times, what is so now."""

from __future__ import annotations

from msgspec import Struct

from newsbrief.edtf.text import date_text
from newsbrief.model.brief import Brief


class Said(Struct, frozen=True):
    """`done` is so once the answer is written, `undone` once it is taken back."""

    done: str
    undone: str


def speaker(brief: Brief, quote_id: str, name: str) -> Said:
    """A quote that stood under somebody else's name."""
    before = next((quote.speaker for quote in brief.quotes if quote.id == quote_id), "")
    return Said(f"{quote_id} is now {name}’s", f"{quote_id} is {before or 'nobody'}’s again")


def date(brief: Brief, event_id: str, value: str) -> Said:
    """An event that had another date."""
    before = next((event.date for event in brief.events if event.id == event_id), "")
    return Said(f"{event_id} now has the date {_day(value)}", f"{event_id} has the date {_day(before)} again")


def removed(what: str, fact_id: str) -> Said:
    """`what`: quote or event."""
    return Said(f"{fact_id} is taken out: it is no {what}", f"{fact_id} is among the {what}s again")


def new_quote(name: str) -> Said:
    """A quote that the brief had not."""
    return Said(f"A new quote of {name}’s is in the brief", f"the new quote of {name}’s is out of the brief again")


def new_event(value: str) -> Said:
    """An event that the brief had not."""
    told = f"event of {_day(value)}"
    return Said(f"A new {told} is in the brief", f"the new {told} is out of the brief again")


def confirmed(quote_id: str, name: str) -> Said:
    """A quote whose speaker was not sure, and is the right one."""
    done = f"{quote_id} is {name}’s, and the file says that you looked"
    return Said(done, f"nobody has looked whose {quote_id} is, says the file again")


def silenced(finding: str) -> Said:
    """A finding by its code and what it is about."""
    return Said(f"{finding} is silenced", f"{finding} is not silenced any more")


def approved(brief: Brief, path: str) -> Said:
    """What was in review."""
    return Said(f"{path} is approved; it is published with the next build", f"{path} is a {brief.status} again")


def story(brief: Brief, name: str) -> Said:
    """The brief's story."""
    before = f"of the story “{brief.story}” again" if brief.story else "of no story any more"
    return Said(f"The brief is of the story “{name}”", f"the brief is {before}")


def rights(brief: Brief, value: str) -> Said:
    """What may be published of the article."""
    before = f"`rights: {brief.rights}` stands there again" if brief.rights else "nothing says `rights` any more"
    return Said(f"`rights: {value}` is written", before)


def answered(event_id: str, name: str, field: str) -> Said:
    """An event that is, or is not, another brief's: `field` is same or apart."""
    return Said(f"`{field}: {name}` stands beside {event_id}", f"`{field}: {name}` is gone from {event_id} again")


def merged(wrong: str, right: str) -> Said:
    """Two spellings of a person."""
    return Said(f"{wrong} is {right} on the site", f"{wrong} and {right} are two people again")


def _day(value: str) -> str:
    """An EDTF date, of a day with its weekday: whoever typed it sees whether it is the one that was meant."""
    weekday = date_text(value).weekday if value else ""
    return f"{value} ({weekday})" if weekday else value or "of before"
