"""The record of what was last published: written with the site, read again before the next one is published.

It goes out with the site and comes back from the branch that holds what readers have, so that every clone knows it.
Where there is no such branch, the last `--publish` build on this machine stands in.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

from newsbrief.collate.published import Published, Record

FILE = "published.json"
BRANCH = "gh-pages"
FORM = 1
SECONDS = 20


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


def state(site: Path, branch: str) -> str:
    """The branch and a digest of the record on it: whether readers have something else since. No digest without one."""
    texts = (_on_branch(site, name) for name in ((branch, f"origin/{branch}") if branch else ()))
    text = next(filter(None, texts), "")
    return f"{branch} {hashlib.blake2b(text.encode(), digest_size=16).hexdigest() if text else ''}"


def stands(site: Path, known: str) -> bool:
    """Whether the record on the branch is the one of which this was the state."""
    return state(site, known.partition(" ")[0]) == known


def _on_branch(site: Path, branch: str) -> str:
    command = ["git", "-C", str(site), "show", f"{branch}:{FILE}"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  # no shell
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
