"""A role that cannot be, if another brief's is right."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen, file_of
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "contradicting-role"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each person, at the newer brief."""
    for one in seen.across.roles.get(entry.path, ()):
        message = (
            f"{one.name} is “{one.role}” here and “{one.other}” in {file_of(one.path, entry, seen)}: correct the role "
            "that is wrong; if they are two people, part them with `in:` in content/people.yaml"
        )
        yield Finding(CODE, seen.file, entry.brief.lines.get("people", 0), message, names=(one.name,))
