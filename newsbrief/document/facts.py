"""The facts of a brief's front matter: people, quotes, events; each problem with its line."""

from __future__ import annotations

import re

from newsbrief.document.edtf import fault
from newsbrief.document.nodes import Items, Node, Pairs, Text
from newsbrief.document.values import Problems, flag_of, items_of, keys_of, line_of, shown, text_of
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote

# An id is part of a file's name.
ID = re.compile(r"[a-z0-9-]{1,40}")
PERSON_KEYS = ("name", "role")
QUOTE_KEYS = ("id", "speaker", "said", "occasion", "text", "differs", "lead")
EVENT_KEYS = ("id", "date", "when", "text", "claim", "label", "outcome", "same", "apart")
# Another brief's event: its slug, with its day in front where two share one, and the event's id.
EVENT_NAME = re.compile(r"[a-z0-9-]+#[a-z0-9-]+")


def people_of(node: Node, what: str, problems: Problems) -> tuple[BriefPerson, ...]:
    """Read `people`: maps of name and role, or plain names."""
    if isinstance(node, Text) and node.text.strip():
        node = Items(node.line, node.end, (node,))
    return tuple(person for item in items_of(node, what, problems) if (person := _person(item, problems)))


def _person(node: Node, problems: Problems) -> BriefPerson | None:
    if isinstance(node, Text):
        name = line_of(node, "a person", problems)
        return BriefPerson(name) if name else None
    keys = keys_of(node, "a person", PERSON_KEYS, problems)
    name = _line(keys, "name", problems)
    if isinstance(node, Pairs) and not name:
        problems.append((node.line, "this person has no name; add `name: …`"))
    return BriefPerson(name, _line(keys, "role", problems)) if name else None


def quotes_of(node: Node, what: str, problems: Problems) -> tuple[BriefQuote, ...]:
    """Read `quotes`; a quote needs an id and at least one part of text."""
    return tuple(quote for item in items_of(node, what, problems) if (quote := _quote(item, problems)))


def _quote(node: Node, problems: Problems) -> BriefQuote | None:
    keys = keys_of(node, "a quote", QUOTE_KEYS, problems)
    if not isinstance(node, Pairs):
        return None
    parts = _parts(keys.get("text"), problems)
    if not parts:
        problems.append((node.line, "this quote has no text; add `text: …` with the words as the body has them"))
    return BriefQuote(
        id=_id(keys, node, "quote", problems),
        text=parts,
        speaker=_line(keys, "speaker", problems),
        said=_said(keys, problems),
        occasion=_line(keys, "occasion", problems),
        differs=_text(keys, "differs", problems),
        lead="lead" in keys and flag_of(keys["lead"], "`lead`", problems),
        line=node.line,
    )


def _parts(node: Node | None, problems: Problems) -> tuple[str, ...]:
    nodes: tuple[Node, ...] = ()
    if node is not None:
        nodes = node.items if isinstance(node, Items) else (node,)
    texts = (text_of(part, "a quote's text", problems) for part in nodes)
    return tuple(text for text in texts if text)


def events_of(node: Node, what: str, problems: Problems) -> tuple[BriefEvent, ...]:
    """Read `events`; an event needs an id and an EDTF date."""
    return tuple(event for item in items_of(node, what, problems) if (event := _event(item, problems)))


def _event(node: Node, problems: Problems) -> BriefEvent | None:
    keys = keys_of(node, "an event", EVENT_KEYS, problems)
    if not isinstance(node, Pairs):
        return None
    same, apart = (_event_names(keys, key, problems) for key in ("same", "apart"))
    for name in sorted({*same} & {*apart}):
        problems.append((keys["apart"].line, f"`same` and `apart` both name {name}; keep one of them"))
    return BriefEvent(
        id=_id(keys, node, "event", problems),
        date=_edtf(keys.get("date"), node.line, problems),
        when=_text(keys, "when", problems),
        text=_text(keys, "text", problems),
        claim=_line(keys, "claim", problems),
        label=_text(keys, "label", problems),
        outcome=_text(keys, "outcome", problems),
        same=same,
        apart=apart,
        line=node.line,
    )


def _event_names(keys: dict[str, Node], key: str, problems: Problems) -> tuple[str, ...]:
    """One or several other events."""
    node = keys.get(key, Items(0, 0, ()))
    names = []
    for item in node.items if isinstance(node, Items) else (node,):
        name = line_of(item, f"`{key}`", problems)
        if name and not EVENT_NAME.fullmatch(name):
            wrong = f"`{key}` {shown(name)} names no event; write a brief's slug and an event's id: morning-ferry#e1"
            problems.append((item.line, wrong))
        names.append(name)
    return tuple(filter(None, names))


def _edtf(node: Node | None, line: int, problems: Problems) -> str:
    if node is None:
        problems.append((line, "this event has no date; add `date: 2023-09-20`, or a month or year alone"))
        return ""
    if isinstance(node, Items):  # YAML reads a one-of set, [2022,2023], as a list
        value = "[" + ",".join(line_of(item, "a date of a set", problems) for item in node.items) + "]"
    elif isinstance(node, Text):
        value = node.text.strip()
    else:
        return line_of(node, "an event's date", problems)
    return _without_fault(value, "the event's date", node.line, problems)


def _said(keys: dict[str, Node], problems: Problems) -> str:
    """When a quote was said, as EDTF."""
    value = _line(keys, "said", problems)
    return _without_fault(value, "`said`", keys["said"].line, problems) if value else ""


def _without_fault(value: str, what: str, line: int, problems: Problems) -> str:
    wrong = fault(value)
    if wrong is not None:
        problems.append((line, f"{what} {shown(value)} {wrong}"))
    return value


def _id(keys: dict[str, Node], node: Node, kind: str, problems: Problems) -> str:
    if "id" not in keys:
        problems.append(
            (node.line, f"this {kind} has no id; add one that was never used here, such as `id: {kind[0]}9`")
        )
        return ""
    value = line_of(keys["id"], f"a {kind}'s id", problems)
    if not ID.fullmatch(value):
        wrong = f"the id {shown(value)} cannot be part of an address; use up to 40 small letters a to z, digits and -"
        problems.append((keys["id"].line, wrong))
    return value


def note_repeated_ids(facts: tuple[BriefQuote | BriefEvent, ...], problems: Problems) -> None:
    """Quotes and events share their ids, because notes and addresses name either by its id alone."""
    seen: dict[str, int] = {}
    for fact in facts:
        if fact.id in seen:
            wrong = f"the id {fact.id} stands on lines {seen[fact.id]} and {fact.line}; give the newer one a new id"
            problems.append((fact.line, wrong))
        elif fact.id:
            seen[fact.id] = fact.line


def note_lost_claims(quotes: tuple[BriefQuote, ...], events: tuple[BriefEvent, ...], problems: Problems) -> None:
    """An event that somebody claims stands on a quote of the same brief."""
    known = {quote.id for quote in quotes}
    for event in events:
        if event.claim and event.claim not in known:
            wrong = (
                f"the event {event.id} is claimed in the quote {shown(event.claim)}, which is not here; "
                "remove the event, or `claim:` if the article itself says so"
            )
            problems.append((event.line, wrong))


def _line(keys: dict[str, Node], key: str, problems: Problems) -> str:
    return line_of(keys[key], f"`{key}`", problems) if key in keys else ""


def _text(keys: dict[str, Node], key: str, problems: Problems) -> str:
    return text_of(keys[key], f"`{key}`", problems) if key in keys else ""
