"""Fingerprints of what the desk wrote, so that a person's edit can be told from the desk's own words."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from newsbrief.document.front import clean_body
from newsbrief.document.moment import moment_text
from newsbrief.document.signs import all_cleaned
from newsbrief.model.article import Photo
from newsbrief.model.brief import STATUSES, Brief, BriefEvent, BriefPerson, BriefQuote, Moment, RawRecord

DESK_FIELDS = (
    *("title", "date", "slug", "authors", "source", "summary", "tags", "category", "lang", "dateline", "photo"),
    *("people", "organisations", "places", "quotes", "events", "embargo", "rights", "link", "terms"),
)
LENGTH = 10
NUMBERED = {"q": re.compile(r"q([0-9]{1,9})"), "e": re.compile(r"e([0-9]{1,9})")}


def fingerprints(brief: Brief) -> dict[str, str]:
    """Ten hex digits of SHA-256 for each field of DESK_FIELDS that is not empty, and for `body`.

    White space between words does not count in fields, nor at the body's ends; neither do lines, nor the ids of quotes
    and events, which `update` carries over. Of an agency's item `status` counts too: the agency can call it back.
    """
    values = {name: _canonical(value) for name in DESK_FIELDS if (value := getattr(brief, name))}
    if brief.raw and brief.raw.item:
        values["status"] = brief.status
    body = clean_body(brief.body)
    if body:
        values["body"] = body
    return {name: _digest(value) for name, value in values.items()}


def _canonical(value: object) -> object:
    match value:
        case str():
            return " ".join(value.split())
        case Moment():
            return moment_text(value)
        case BriefPerson():
            return _canonical((value.name, value.role))
        case Photo():
            seen = (value.alt, value.file) if value.alt or value.file else ()
            return _canonical((value.credit, value.rights, value.caption, *seen))
        case BriefQuote():
            later = (value.said, value.occasion) if value.said or value.occasion else ()
            marked = ("lead",) if value.lead else ()
            return _canonical((value.speaker, value.text, value.differs, *later, *marked))
        case BriefEvent():
            claimed = ("claim",) if value.claim else ()
            linked = (value.same, value.apart) if value.same or value.apart else ()
            return _canonical((value.date, value.when, value.text, value.label, value.outcome, *claimed, *linked))
        case tuple():
            return [_canonical(part) for part in value]
    raise TypeError(f"a brief's field cannot hold a {type(value).__name__}")


def desk_status(brief: Brief) -> str:
    """The status that the desk last wrote; "" where it keeps no record of it."""
    written = brief.raw.desk.get("status") if brief.raw else None
    return next((status for status in STATUSES if _digest(status) == written), "")


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value).encode("ascii")).hexdigest()[:LENGTH]


def stamp(brief: Brief) -> Brief:
    """The brief without hidden signs; `raw.desk` holds its fingerprints, `raw.last` the highest numbers of its ids."""
    brief = all_cleaned(brief)
    raw = brief.raw or RawRecord(file="")
    last = {kind: str(number) for kind, number in last_numbers(brief).items() if number}
    desk = fingerprints(brief)
    return replace(brief, raw=replace(raw, desk=desk, last=last))


def last_numbers(brief: Brief) -> dict[str, int]:
    """The highest number of each kind of id that the brief uses, has a note about, or remembers in `raw.last`."""
    remembered = brief.raw.last if brief.raw else {}
    ids = [*(q.id for q in brief.quotes), *(e.id for e in brief.events), *(note.about for note in brief.notes)]
    return {kind: max(_numbers(kind, remembered, ids)) for kind in NUMBERED}


def _numbers(kind: str, remembered: Mapping[str, str], ids: Iterable[str]) -> Iterable[int]:
    yield int(remembered.get(kind) or "0")
    for used in ids:
        match = NUMBERED[kind].fullmatch(used)
        if match is not None:
            yield int(match[1])
