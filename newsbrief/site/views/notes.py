"""Corrections and other notes as pages show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from newsbrief.edtf.text import day_text
from newsbrief.model.brief import Brief, Note
from newsbrief.model.views import BriefNote, EventView, Link, NoteView, QuoteView, Teaser

LABEL_WORDS = 7
RETRACTION = "retraction"


def of_brief(brief: Brief, said: Iterable[QuoteView], happened: Iterable[EventView]) -> tuple[NoteView, ...]:
    """Return a brief's notes, newest first. `said` and `happened` are its quotes and events that pages show.

    A note about one of them leads there by its first words. A note about another one names it by its id.
    """
    about = {quote.id: Link(f"“{first_words(quote.parts[0])}”", quote.anchor, lang=brief.lang) for quote in said}
    about |= {event.id: Link(first_words(event.text), event.anchor, lang=brief.lang) for event in happened}
    ordered = sorted(brief.notes, key=lambda note: note.date or dt.date.min, reverse=True)
    return tuple(_view(note, about.get(note.about, Link(note.about))) for note in ordered)


def _view(note: Note, about: Link) -> NoteView:
    return NoteView(note.kind, note.text, day_text(note.date) if note.date else None, about if note.about else None)


def outside(notes: tuple[NoteView, ...], teaser: Teaser) -> tuple[BriefNote, ...]:
    """Return a brief's notes as other pages show them. A retracted brief has one though nobody wrote why."""
    link = Link(teaser.headline, teaser.url, lang=teaser.lang)
    unexplained = teaser.status == "retracted" and all(note.kind != RETRACTION for note in notes)
    shown = (*notes, NoteView(RETRACTION, "")) if unexplained else notes
    return tuple(BriefNote(note, link, teaser.status) for note in shown)


def first_words(text: str, cut: bool = False) -> str:
    """Return the beginning of a text for links; `cut`: something follows the text in any case."""
    words = text.split()
    return " ".join(words[:LABEL_WORDS]) + (" …" if cut or len(words) > LABEL_WORDS else "")
