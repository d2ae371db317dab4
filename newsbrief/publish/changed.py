"""Which briefs changed since the last build, where nothing else did."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from newsbrief import collate
from newsbrief.collate.late.change import Change
from newsbrief.content.folders import RAW_FOLDER, is_brief
from newsbrief.content.library import read_or_refused
from newsbrief.model.entry import Entry
from newsbrief.model.register import Register
from newsbrief.publish import reading
from newsbrief.publish import settings as ours
from newsbrief.publish.press import Press
from newsbrief.publish.reach import MOST, reaches_out


def changes(register: Register, press: Press, settings: Mapping[str, Any]) -> tuple[Change, ...]:
    """The briefs that came, went or were edited, as they are read; none where anything else changed, too.

    Nor where one of them was not shown or is not, as a draft, or decides about other files.
    """
    content = ours.content_folder(settings)
    paths = _paths(press.survey.differing, content)
    briefs = [path for path in paths if is_brief(path, ours.brief_folders(settings))]
    others = [path for path in paths if path not in briefs]
    if not briefs or len(paths) > MOST or not _harmless(others, briefs, register):
        return ()
    shown = {row.path for row in register.rows}
    found = [_change(path, path in shown, press, settings) for path in briefs]
    return tuple(one for one in found if one) if all(found) else ()


def _paths(changed: Iterable[str], content: Path) -> list[str]:
    """Files that changed, below the content folder; of one elsewhere its whole path."""
    return [path.removeprefix(f"{content}{os.sep}").replace(os.sep, "/") for path in sorted(changed)]


def _harmless(others: Collection[str], briefs: Collection[str], register: Register) -> bool:
    """Whether all other files that changed are raw articles of no brief that did not change."""
    used = {row.raw for row in register.rows if row.path not in briefs} | register.raws
    return all(path.startswith(f"{RAW_FOLDER}/") and path.removeprefix(f"{RAW_FOLDER}/") not in used for path in others)


def _change(path: str, shown: bool, press: Press, settings: Mapping[str, Any]) -> Change | None:
    content = ours.content_folder(settings)
    source = press.survey.known.get(str(content / path))
    old = press.memory.before(path, source.digest) if source and shown else None
    if (source is not None) != shown or (shown and old is None):
        return None
    new = read_or_refused(content, path, RAW_FOLDER) if str(content / path) in press.survey.sources else None
    if new is not None and not (isinstance(new, Entry) and collate.shown(new, press.edition)):
        return None
    reading.hold(content, press.memory.raw_folder, press.survey.sources, {path: new} if new else {})
    reaching = any(reaches_out(one, settings) for one in (old, new) if one)
    return None if reaching else Change(path, old, new)


def as_published(change: Change) -> Change:
    """The brief as it may be shown, before and after."""
    old, new = (one and collate.as_published(one) for one in (change.old, change.new))
    return replace(change, old=old, new=new)
