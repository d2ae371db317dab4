"""Bring a brief up to date with a new version of its article. What people changed by hand stays."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from newsbrief import document
from newsbrief.check import changed_since_read
from newsbrief.content.text_files import read_to_change, write_text
from newsbrief.desk.drafting import record
from newsbrief.desk.records import Drafted, Outcome, shown
from newsbrief.model.brief import Brief


def updated(drafted: Drafted, fresh: Brief, brief_file: Path) -> Outcome:
    """Write what the article says now into its brief; withdraw the brief if the agency cancelled the item.

    `fresh` is the brief that the article would make if it were new.
    """
    text = read_to_change(brief_file)
    current = document.parse(text)
    delivery = drafted.delivery
    if delivery and delivery.status == "canceled":
        update = document.withdraw(text, record(drafted.raw, delivery))
        why = f"{brief_file.name}: called back by its agency, “{delivery.kill}”"
        notes: tuple[str, ...] = (f"{why}; the brief is withdrawn" if update.updated else why,)
    else:
        notes = drafted.notes
        # The brief got its story when it was new; the changed article does not change that.
        fresh = replace(fresh, story=current.story, status=_status(fresh, current))
        update = document.update(text, document.stamp(fresh))
        update = replace(update, text=_with_corrections(update.text, fresh, current))
    write_text(brief_file, update.text)
    made = document.parse(update.text)
    if update.text != text and changed_since_read.unread(made):
        notes = (*notes, f"{brief_file.name}: {changed_since_read.told(made, shown(brief_file))}")
    conflicts = tuple(
        f"{brief_file.name}: {field} was edited by hand and stays; the changed raw article says otherwise"
        for field in update.conflicts
    )
    return Outcome(drafted.raw.file, "updated", brief_file, (*notes, *conflicts))


def _with_corrections(text: str, fresh: Brief, current: Brief) -> str:
    """Add the corrections that the agency tells readers to the notes of the brief's text."""
    known = {note.text for note in current.notes}
    added = tuple(note for note in fresh.notes if note.text not in known)
    if not added:
        return text
    brief = document.parse(text)
    brief = replace(brief, notes=current.notes + added)
    if brief.raw:
        brief = replace(brief, raw=replace(brief.raw, unread=document.unread(brief, ["notes"])))
    return document.set_fields(text, {name: document.field_source(brief, name) for name in ("notes", "raw")})


def _status(fresh: Brief, current: Brief) -> str:
    """Return the desk's status for the new version.

    It changes if the agency holds the item back or releases it, not if the setting for new briefs changed.
    """
    written = document.desk_status(current)
    moved = {fresh.status, written} & {"draft", "withdrawn"}
    return fresh.status if moved or not written else written
