"""Read and write published.json, the record of the briefs that readers have.

A build for readers puts it among the pages, so it comes back from the branch that holds the published site, in every
clone. Without such a branch, the copy that the last build for readers left on this machine counts.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newsbrief.model.entry import Entry
from newsbrief.site.index.published import Published, Record, published_of

FILE = "published.json"
BRANCH = "gh-pages"
# The version of the file's form; a file of another form counts as none.
FORM = 1
# The longest that git may take.
SECONDS = 20


def written(record: Record) -> str:
    """Return the text of published.json."""
    return joined({path: _fragment(one) for path, one in record.items()})


def joined(fragments: Mapping[str, str]) -> str:
    """Return the same from what it says about each brief, as JSON, by path."""
    briefs = ",".join(f"{_json(path)}:{one}" for path, one in sorted(fragments.items()))
    return f'{{"form":{FORM},"briefs":{{{briefs}}}}}\n'


def fragment(entry: Entry, brief_url: str) -> str:
    """Return what published.json says about a brief. `brief_url` is a format string over `date` and `slug`."""
    return _fragment(published_of(entry, brief_url))


def _fragment(one: Published) -> str:
    return _json(
        {
            "url": one.url,
            "date": one.date,
            "quotes": {name: list(pair) for name, pair in one.quotes.items()},
            "events": dict(one.events),
            "figures": sorted(one.figures),
            "notes": sorted(one.notes),
        }
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Record:
    """Return the record in the text of a published.json; an empty one if the text is of another form."""
    try:
        found = json.loads(text)
        return {path: _read(one) for path, one in found["briefs"].items()} if found["form"] == FORM else {}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def read_fragment(text: str) -> Published:
    """Return what `fragment` was made of."""
    return _read(json.loads(text))


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
    """Return the record of what readers have: the one on the branch, else the one in the folder `room`.

    `site` is the folder with the settings. With `branch` "", git is not asked.
    """
    for text in _on_branches(site, branch):
        return read(text)
    file = room / FILE
    return read(file.read_text("utf-8")) if file.is_file() else {}


def state(site: Path, branch: str) -> str:
    """Return the branch and a digest of the record on it; the branch alone if it has no record."""
    text = next(_on_branches(site, branch), "")
    return f"{branch} {hashlib.blake2b(text.encode(), digest_size=16).hexdigest() if text else ''}"


def is_current(site: Path, known: str) -> bool:
    """Return whether `state` still returns what it returned before."""
    return state(site, known.partition(" ")[0]) == known


def _on_branches(site: Path, branch: str) -> Iterator[str]:
    """Yield the record's text from the branch and from its copy of the remote `origin`, where there is one."""
    names = (branch, f"origin/{branch}") if branch else ()
    return (text for name in names if (text := _on_branch(site, name)))


def _on_branch(site: Path, branch: str) -> str:
    command = ["git", "-C", str(site), "show", f"{branch}:{FILE}"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  # no shell
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
