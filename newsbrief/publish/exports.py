"""A timeline for other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsbrief.build.jobs import Files
from newsbrief.export.ical import ical
from newsbrief.export.plain import events_json
from newsbrief.export.timelinejs import timelinejs
from newsbrief.model.views import EventView, Link
from newsbrief.publish.press import Press


def export_files(
    exports: Sequence[Link], title: str, events: Sequence[EventView], address: Callable[[str], str], press: Press
) -> Files:
    """Each of the `exports` with its text; `address` makes the site's addresses absolute."""
    speech = press.words.speech
    forms = (
        ical(title, events, address, speech),
        timelinejs(title, events, address, speech),
        events_json(title, events, address, speech),
    )
    return ((link.url or "", text) for link, text in zip(exports, forms, strict=True))
