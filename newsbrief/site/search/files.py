"""The files of the search index."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from newsbrief.model.search import KINDS
from newsbrief.site.search.results import Result
from newsbrief.site.search.shards import PER_FILE, shards

FOLDER = "search/"


def segment_files(name: str, results: Iterable[Result]) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the output folder and the bytes of each file of a segment."""
    items = sorted(results, key=lambda item: KINDS.index(item.kind))
    rows = [item.row for item in items]
    written = [
        (f"r{start // PER_FILE}", _json(rows[start : start + PER_FILE])) for start in range(0, len(rows), PER_FILE)
    ]
    found = shards(items)
    written += ((f"t{number}", _json(terms)) for number, terms in enumerate(found.terms))
    counts = Counter(item.kind for item in items)
    about = {
        "version": _version(data for _, data in written),
        "size": PER_FILE,
        "counts": [counts[kind] for kind in KINDS],
        "starts": " ".join(found.starts),
        "often": " ".join(found.often),
    }
    for file, data in (("about", _json(about)), *written):
        yield f"{FOLDER}{name}/{file}.json", data


def index_file(names: Sequence[str]) -> tuple[str, bytes]:
    """Return the path and the bytes of the list of segments."""
    return f"{FOLDER}index.json", _json({"segments": names})


def _version(files: Iterable[bytes]) -> str:
    whole = blake2b(digest_size=6)
    for data in files:
        whole.update(data)
    return whole.hexdigest()


def _json(value: Mapping[str, Any] | Sequence[Any]) -> bytes:
    # No tag in it, should anything ever take the file for a page.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c") + "\n"
    return text.encode("utf-8", "replace")
