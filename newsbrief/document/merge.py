"""A changed raw article and the brief that people may have edited since: who wins, field by field."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.document.anchor import locate
from newsbrief.document.fingerprint import DESK_FIELDS, fingerprints, last_numbers
from newsbrief.document.inplace import rewritten
from newsbrief.document.plaintext import plain
from newsbrief.document.read import parse
from newsbrief.model.brief import Brief, BriefEvent, BriefQuote, RawRecord

Fact = TypeVar("Fact", BriefQuote, BriefEvent)


class Update(Struct, frozen=True):
    """What became of a brief whose raw article changed.

    `text` is the file's new text. `updated` names the fields (and `body`) that took the desk's new words, `conflicts`
    those where a person's words stayed although the desk has new ones. `identical`: `text` is as it was.
    """

    text: str
    updated: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    identical: bool = False


def update(text: str, fresh: Brief) -> Update:
    """Bring the file `text` up to what the desk now makes of its raw article, `fresh`.

    A field that still is as the desk last wrote it takes the fresh words, or goes. A field that a person changed, added
    or removed stays; it is a conflict, told once, when the desk's own words for it are new too. Fields that the desk
    never writes are not looked at. Unchanged quotes and events keep their ids; new ones get numbers never used here.
    Raises RefusedError when `text` is no brief.
    """
    current = parse(text)
    fresh = _numbered(fresh, current)
    taken, conflicts = _word_for_word(current, fresh, *_compared(current, fresh))
    taken, conflicts = _with_their_quotes(current, fresh, taken, conflicts)
    values = {name: getattr(fresh, name) for name in taken}
    new = rewritten(text, replace(current, **values, raw=_record(current, fresh, taken)))
    return Update(new, taken, conflicts, new == text)


def withdraw(text: str, raw: RawRecord) -> Update:
    """Bring the file `text` to what its agency says that calls the item back: the status goes, all else stays.

    A status that a person set stays and is a conflict. `raw` is the record of the version that calls it back; the file
    that has the words is still the one that the brief was made from.
    """
    current = parse(text)
    old = current.raw or RawRecord(file="")
    raw = raw if raw.file == old.file else replace(raw, file=old.file, sha256=old.sha256)
    by_hand = old.desk.get("status") not in (None, fingerprints(current).get("status"))
    stays = by_hand or current.status in ("retracted", "withdrawn")
    gone = replace(current, status="withdrawn", raw=raw)
    desk = {**old.desk, "status": fingerprints(gone)["status"]}
    record = replace(raw, desk=desk, last=old.last, unread=old.unread)
    new = rewritten(text, replace(current, status=current.status if stays else gone.status, raw=record))
    conflicts = ("status",) if by_hand and current.status not in ("retracted", "withdrawn") else ()
    return Update(new, () if stays else ("status",), conflicts, new == text)


def _numbered(fresh: Brief, current: Brief) -> Brief:
    """The fresh brief with the ids of the file; an event goes on claiming in the same quote."""
    known = last_numbers(current)
    quotes = _with_ids(fresh.quotes, current.quotes, lambda quote: quote.text, "q", known["q"])
    ids = {old.id: new.id for old, new in zip(fresh.quotes, quotes, strict=True)}
    events = tuple(replace(event, claim=ids.get(event.claim, "")) for event in fresh.events)
    events = _with_ids(events, current.events, lambda event: (event.date, event.when, event.text), "e", known["e"])
    return replace(fresh, quotes=quotes, events=events)


def _compared(current: Brief, fresh: Brief) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields to take from `fresh`, and those in conflict."""
    wrote: Mapping[str, str] = current.raw.desk if current.raw else {}
    stands, offered = fingerprints(current), fingerprints(fresh)
    taken, conflicts = [], []
    for name in (*DESK_FIELDS, "status", "body"):
        here, before, now = stands.get(name), wrote.get(name), offered.get(name)
        if here == now:
            continue
        if here == before:
            taken.append(name)
        elif now != before:
            conflicts.append(name)
    return tuple(taken), tuple(conflicts)


def _word_for_word(
    current: Brief, fresh: Brief, taken: tuple[str, ...], conflicts: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Quotes and body belong together: one is not taken when the other, which a person edited, contradicts it."""
    wrote, stands = (current.raw.desk if current.raw else {}), fingerprints(current)
    for newer, edited in (("quotes", "body"), ("body", "quotes")):
        if newer not in taken or stands.get(edited) == wrote.get(edited):
            continue
        body = fresh.body if newer == "body" else current.body
        quotes = fresh.quotes if newer == "quotes" else current.quotes
        text = plain(body)
        if any(isinstance(locate(text, quote.text), int) for quote in quotes):
            return tuple(name for name in taken if name != newer), (*conflicts, newer)
    return taken, conflicts


def _with_their_quotes(
    current: Brief, fresh: Brief, taken: tuple[str, ...], conflicts: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Events are not taken where one of them would claim in a quote that the file has not, nor quotes away from one."""
    quotes = fresh.quotes if "quotes" in taken else current.quotes
    events = fresh.events if "events" in taken else current.events
    if {event.claim for event in events if event.claim} <= {quote.id for quote in quotes}:
        return taken, conflicts
    newer = "events" if "events" in taken else "quotes"
    return tuple(name for name in taken if name != newer), (*conflicts, newer)


def _record(current: Brief, fresh: Brief, taken: tuple[str, ...]) -> RawRecord:
    """The raw article's record after the update; `last` counts the ids that are used now and all that ever were."""
    old, new = current.raw or RawRecord(file=""), fresh.raw or RawRecord(file="")
    kept = replace(
        current,
        quotes=(*current.quotes, *(fresh.quotes if "quotes" in taken else ())),
        events=(*current.events, *(fresh.events if "events" in taken else ())),
    )
    last = {kind: str(number) for kind, number in last_numbers(kept).items() if number}
    desk = dict(fingerprints(fresh))
    # Pictures are given to a brief after its words. One that a person took out must not come again.
    if "photo" in old.desk and current.photo is None and fresh.photo is None:
        desk["photo"] = old.desk["photo"]
    return replace(
        new,
        file=new.file or old.file,
        sha256=new.sha256 or old.sha256,
        desk=desk,
        last=last,
        unread=unread(current, taken),
    )


def unread(brief: Brief, changed: Iterable[str]) -> tuple[str, ...]:
    """What is not as it was when somebody read the brief, once these fields are changed; none where nobody did."""
    known = brief.raw.unread if brief.raw else ()
    return tuple(dict.fromkeys((*known, *(changed if brief.reviewed else ()))))


def _with_ids(
    fresh: Sequence[Fact], current: Sequence[Fact], content: Callable[[Fact], Hashable], kind: str, last: int
) -> tuple[Fact, ...]:
    """The fresh facts with the ids of those in the file that say the same, the others numbered above `last`."""
    ids: dict[Hashable, deque[str]] = defaultdict(deque)
    for fact in current:
        ids[content(fact)].append(fact.id)
    numbered = []
    for fact in fresh:
        same = ids.get(content(fact))
        if same:
            numbered.append(replace(fact, id=same.popleft()))
        else:
            last += 1
            numbered.append(replace(fact, id=f"{kind}{last}"))
    return tuple(numbered)
