"""Brief to text: each field's YAML source, and whole new files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from newsbrief.document.edtf import fault
from newsbrief.document.front import clean_body
from newsbrief.document.moment import moment_text
from newsbrief.document.records import PHOTO_KEYS
from newsbrief.document.scalars import WIDTH, flow_list, flow_map, scalar, wrapped_map
from newsbrief.model.article import Photo
from newsbrief.model.brief import Brief, BriefEvent, BriefPerson, BriefQuote, Moment, Note, RawRecord
from newsbrief.model.refusal import RefusedError

ORDER = (
    *("title", "date", "modified", "status", "embargo", "slug", "lang", "authors", "source", "link", "rights", "terms"),
    *("summary", "tags", "category", "story", "dateline", "aliases", "photo", "people", "organisations", "places"),
    *("quotes", "events", "notes", "reviewed", "silence"),
)

# How Python stands in for bytes of a file name that are no text.
HALVES = re.compile("[\ud800-\udfff]")


def render(brief: Brief) -> str:
    """A whole new file in the canonical order; `parse` reads the same brief from it. Empty fields are left out."""
    names = (*ORDER, *brief.unknown, "raw")
    sources = [source for name in names if (source := field_source(brief, name))]
    front = "\n".join(["---", *sources, "---", ""])
    body = clean_body(brief.body)
    return f"{front}{body}\n" if body else front


def field_source(brief: Brief, field: str) -> str:
    """The YAML source of one field, its key included, without a line end at its end; "" when the field is empty."""
    if field in brief.unknown:
        return f"{scalar(field)}: {scalar(brief.unknown[field])}"
    value = getattr(brief, field)
    return WRITERS[field](field, value) if value else ""


def _text(key: str, value: str) -> str:
    return f"{key}: {scalar(value)}"


def _moment(key: str, value: Moment) -> str:
    return f"{key}: {moment_text(value)}"


def _record(key: str, value: object) -> str:
    """A photo or a review in braces; in lines of its own when too wide."""
    pairs = pairs_of(value)
    line = f"{key}: {flow_map(pairs)}" if pairs else ""
    return line if len(line) <= WIDTH else "\n".join([f"{key}:", *(f"  {k}: {scalar(v)}" for k, v in pairs.items())])


def pairs_of(value: object) -> dict[str, str]:
    """The keys of a person, a photo, a note or a review that have a value; on which line it stands is none."""
    names = PHOTO_KEYS if isinstance(value, Photo) else getattr(value, "__struct_fields__", ())
    return {name: str(part) for name in names if name != "line" and (part := getattr(value, name))}


def _people(key: str, people: tuple[BriefPerson, ...]) -> str:
    lines = [f"{key}:"]
    for person in people:
        line = f"- {flow_map(pairs_of(person))}"
        lines.append(line if len(line) <= WIDTH else _item({k: scalar(v) for k, v in pairs_of(person).items()}))
    return "\n".join(lines)


def _item(pairs: dict[str, str]) -> str:
    """One item of a block list: its keys with their YAML values, those without value left out."""
    lines = [f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}" for key, value in pairs.items() if value]
    return "- " + "\n  ".join(lines)


def _quotes(key: str, quotes: tuple[BriefQuote, ...]) -> str:
    return "\n".join([f"{key}:", *(_item(quote_pairs(quote)) for quote in quotes)])


def quote_pairs(quote: BriefQuote) -> dict[str, str]:
    """A quote's keys with their YAML values, "" for those left out; several parts stand on lines of their own."""
    parts = scalar(quote.text[0]) if len(quote.text) == 1 else "".join(f"\n  - {scalar(part)}" for part in quote.text)
    return {
        "id": scalar(quote.id),
        "speaker": _optional(quote.speaker),
        "said": _optional(quote.said),
        "occasion": _optional(quote.occasion),
        "text": parts,
        "differs": _optional(quote.differs),
        "lead": "true" if quote.lead else "",
    }


def _events(key: str, events: tuple[BriefEvent, ...]) -> str:
    return "\n".join([f"{key}:", *(_item(event_pairs(event)) for event in events)])


def event_pairs(event: BriefEvent) -> dict[str, str]:
    """An event's keys with their YAML values, "" for those left out."""
    pairs = {
        name: _optional(getattr(event, name)) for name in ("id", "date", "when", "text", "claim", "label", "outcome")
    }
    if event.date.startswith("[") and " " not in event.date and fault(event.date) is None:
        pairs["date"] = event.date  # a one-of set is a list to YAML, and reads back as it stands
    return pairs | {name: _names(names) for name in ("same", "apart") if (names := getattr(event, name))}


def _names(names: tuple[str, ...]) -> str:
    return scalar(names[0]) if len(names) == 1 else f"[{', '.join(map(scalar, names))}]"


def _notes(key: str, notes: tuple[Note, ...]) -> str:
    items = []
    for note in notes:
        date = note.date.isoformat() if note.date else ""
        pairs = {"kind": note.kind, "date": date, "about": _optional(note.about), "text": _optional(note.text)}
        items.append(_item(pairs))
    return "\n".join([f"{key}:", *items])


def _reasons(key: str, reasons: Mapping[str, str]) -> str:
    return "\n".join([f"{key}:", *(f"  {scalar(finding)}: {scalar(reason)}" for finding, reason in reasons.items())])


def _raw(key: str, raw: RawRecord) -> str:
    if HALVES.search(raw.file):
        raise RefusedError((0, "the file's name is not UTF-8, and no brief can name it; give the file another name"))
    names = {name: str(getattr(raw, name)) for name in ("file", "item", "version", "sent", "killed", "sha256")}
    if not (raw.desk or raw.last or raw.unread):
        return f"{key}: {flow_map({name: value for name, value in names.items() if value})}"
    lines = [f"  {name}: {scalar(value)}" for name, value in names.items() if value]
    if raw.desk:
        lines.append(wrapped_map("  desk", dict(raw.desk), 4))
    if raw.last:
        lines.append(wrapped_map("  last", dict(raw.last), 4))
    if raw.unread:
        lines.append(f"  unread: [{', '.join(scalar(name, flow=True) for name in raw.unread)}]")
    return "\n".join([f"{key}:", *lines])


def _optional(text: str) -> str:
    return scalar(text) if text else ""


Writer = Callable[[str, object], str]
WRITERS: Mapping[str, Callable[..., str]] = MappingProxyType(
    dict.fromkeys(ORDER, _text)
    | dict.fromkeys(("date", "modified", "embargo"), _moment)
    | dict.fromkeys(("authors", "source", "tags", "aliases", "organisations", "places"), flow_list)
    | dict.fromkeys(("photo", "reviewed"), _record)
    | {"people": _people, "quotes": _quotes, "events": _events, "notes": _notes, "silence": _reasons, "raw": _raw}
)
