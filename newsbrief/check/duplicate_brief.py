"""A brief of an article that another brief was made of already."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen, file_of
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "duplicate-brief"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One, at the newer brief."""
    copy = seen.across.copies.get(entry.path)
    if copy is not None:
        message = (
            f"has {copy.why} as {file_of(copy.path, entry, seen)}; delete one of them, or make this one `status: "
            "withdrawn` if readers have its address"
        )
        yield Finding(CODE, seen.file, entry.brief.lines.get("title", 0), message)
