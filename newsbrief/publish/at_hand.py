"""What was kept of a brief, fetched when it is asked for: all of them together are most of a build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newsbrief import collate, plates
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.content.library import read_or_refused
from newsbrief.model.entry import Entry
from newsbrief.publish import settings as ours
from newsbrief.publish.plating import stamp_of
from newsbrief.publish.press import Press


def entry_of(press: Press, settings: Mapping[str, Any]) -> Callable[[str], Entry | None]:
    """The entry of a brief as it may be shown, by its path; None where the brief cannot be read any more."""
    content = ours.content_folder(settings)

    def entry(path: str) -> Entry | None:
        found = press.memory.recall(path) or read_or_refused(content, path, RAW_FOLDER)
        return collate.as_published(found) if isinstance(found, Entry) else None

    return entry


def plate_of(press: Press, kind: type[plates.Kept]) -> Callable[[str], plates.Kept | None]:
    """The plate of a brief, or its gist, by its path; None where it is not the last build's."""

    def plate(path: str) -> plates.Kept | None:
        return press.plates.get(path, kind, lambda one: stamp_of(one, press.printing.before, press.last_outline))

    return plate
