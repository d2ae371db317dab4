"""A brief without a story that looks as if it belonged to one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "no-story"
NAMED = 3


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One with the story's name, or, for the newest of several that look like a story of their own, with the others."""
    line = entry.brief.lines.get("title", 0)
    if name := seen.across.proposed.stories.get(entry.path):
        message = f"may belong to a story; if it does, write `story: {name}`"
        yield Finding(CODE, seen.file, line, message, names=(name,))
    for group in seen.across.proposed.new:
        if group.paths[-1] == entry.path:
            others = [PurePosixPath(path).name for path in reversed(group.paths[:-1])]
            shown = ", ".join(others[:NAMED]) + (f" and {len(others) - NAMED} more" if len(others) > NAMED else "")
            words = f" ({', '.join(group.shared)})" if group.shared else ""
            message = f"looks like one story with {shown}{words}; name it in a `story:` line"
            yield Finding(CODE, seen.file, line, message)
