"""The record of what was last published: written with the site, read again before the next one is published.

It goes out with the site and comes back from the branch that holds what readers have, so that every clone knows it.
Where there is no such branch, the last `--publish` build on this machine stands in.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from newsbrief.collate.edition import Edition
from newsbrief.collate.published import Published, Record, unexplained
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal
from newsbrief.publish.console import BuildError

FILE = "published.json"
FORM = 1
SECONDS = 20
ENDING = "Readers had this otherwise. Nothing is published, and the last site stays, until it says why."


def written(record: Record) -> str:
    """As the site has it."""
    briefs = {
        path: {
            "url": one.url,
            "date": one.date,
            "quotes": {name: list(pair) for name, pair in one.quotes.items()},
            "events": dict(one.events),
            "figures": sorted(one.figures),
            "notes": sorted(one.notes),
        }
        for path, one in sorted(record.items())
    }
    return json.dumps({"form": FORM, "briefs": briefs}, ensure_ascii=False, separators=(",", ":")) + "\n"


def read(text: str) -> Record:
    """What `written` gave; nothing where it is of another form or none of ours."""
    try:
        found = json.loads(text)
        return {path: _read(one) for path, one in found["briefs"].items()} if found["form"] == FORM else {}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _read(one: dict[str, Any]) -> Published:
    return Published(
        one["url"],
        one["date"],
        {name: (speaker, words) for name, (speaker, words) in one["quotes"].items()},
        one["events"],
        frozenset(one["figures"]),
        frozenset(one["notes"]),
    )


def last(site: Path, branch: str, room: Path) -> Record:
    """What readers have: the record on the branch, else the one that the last build for readers left in the room.

    `site`: the folder with the settings; `branch`: "" where none is to be asked.
    """
    for name in (branch, f"origin/{branch}") if branch else ():
        if text := _on_branch(site, name):
            return read(text)
    kept = room / FILE
    return read(kept.read_text("utf-8")) if kept.is_file() else {}


def _on_branch(site: Path, branch: str) -> str:
    command = ["git", "-C", str(site), "show", f"{branch}:{FILE}"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  # no shell
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def hold(before: Record, entries: Sequence[Entry], edition: Edition, refused: Sequence[Refusal], content: str) -> None:
    """Raise BuildError if something that readers had changed without a word.

    `entries`: all that are to be shown. `refused`: why others are not, which may be what is wrong. `content`: the name
    of the content folder.
    """
    changed = [replace(one, file=f"{content}/{one.file}") for one in unexplained(before, entries, edition)]
    if changed:
        known = {one.file for one in refused}
        raise BuildError(
            "\n".join([*map(str, refused), *(str(one) for one in changed if one.file not in known), ENDING])
        )
