"""What was set right, in all briefs: one page, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from newsbrief.collate import addresses
from newsbrief.collate.dating import date_text
from newsbrief.collate.edition import Edition
from newsbrief.collate.visible import listed
from newsbrief.model.entry import Entry
from newsbrief.model.pages import CorrectionsMonth, CorrectionsPage
from newsbrief.model.views import BriefNote, Link, NoteView

URL = "corrections/"
RETRACTION = "retraction"


def page(entries: Iterable[Entry], notes: Mapping[str, Sequence[NoteView]], edition: Edition) -> CorrectionsPage:
    """The notes of all briefs that lists may name, by month; those without a day come last.

    `entries` are newest first; `notes` are by the entry's path. A retracted brief stands here though nobody wrote why.
    """
    found = [one for entry in entries if listed(entry) for one in of_brief(entry, notes[entry.path], edition)]
    found.sort(key=lambda one: one.note.date.iso if one.note.date else "", reverse=True)
    months = groupby(found, key=lambda one: one.note.date.iso[:7] if one.note.date else "")
    return CorrectionsPage(
        URL, tuple(CorrectionsMonth(date_text(month) if month else None, tuple(those)) for month, those in months)
    )


def of_brief(entry: Entry, notes: Sequence[NoteView], edition: Edition) -> tuple[BriefNote, ...]:
    """One brief's notes, as they are shown outside of it."""
    status = entry.brief.status
    if not notes and status != "retracted":  # as most have none
        return ()
    brief = Link(entry.brief.title, addresses.brief_url(entry, edition), lang=entry.brief.lang)
    unexplained = status == "retracted" and all(note.kind != RETRACTION for note in notes)
    shown = (*notes, NoteView(RETRACTION, "")) if unexplained else notes
    return tuple(BriefNote(note, brief, status) for note in shown)
