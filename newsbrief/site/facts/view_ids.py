"""The ids of views. A view is one thing that a page can show of a brief.

The teaser's id is the brief's path; the others add a mark and, for quotes and events, the id in the front matter:
"briefs/a.md#whole", "briefs/a.md#notes", "briefs/a.md#photo", "briefs/a.md#q:q1" (quote),
"briefs/a.md#e:e1" (event).
"""

from __future__ import annotations

# What follows the path and its "#": the views that a brief has one of, and those that have a name.
WHOLE = frozenset({"whole", "notes", "photo"})
NAMED = frozenset({"q:", "e:"})


def whole_id(path: str) -> str:
    """Everything that a brief says: its text, all its fields and all its other views."""
    return f"{path}#whole"


def notes_id(path: str) -> str:
    """The corrections and other notes of a brief."""
    return f"{path}#notes"


def photo_id(path: str) -> str:
    """The photo of a brief, with its credit and its sizes."""
    return f"{path}#photo"


def quote_id(path: str, quote: str) -> str:
    """A quote with its speaker, day and brief."""
    return f"{path}#q:{quote}"


def event_id(path: str, event: str) -> str:
    """An event, as its brief tells it and as a timeline shows it."""
    return f"{path}#e:{event}"


def brief_of(view: str) -> str:
    """Return the path of the brief that a view belongs to."""
    path, _, mark = view.rpartition("#")
    # A file's name may have a "#" of its own, but ends in ".md".
    return path if mark[:2] in NAMED or mark in WHOLE else view


def name_of(view: str) -> str:
    """Return the id, in its front matter, of the quote or event that a view shows."""
    return view.rpartition(":")[2]
