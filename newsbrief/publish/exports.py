"""A timeline for other programs."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.build.jobs import Files
from newsbrief.export.timelines import Timelines
from newsbrief.model.views import EventView, Link


def export_files(exports: Sequence[Link], title: str, events: Sequence[EventView], timelines: Timelines) -> Files:
    """Each of the `exports` with its text."""
    forms = timelines.forms(title, events)
    return ((link.url or "", text) for link, text in zip(exports, forms, strict=True))
