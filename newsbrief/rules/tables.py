"""The rule files as they stand, examples and all.

To read TOML takes a hundredth of a second for each of the large ones, in Python, and a build of one brief asks for
several: what was read is kept in the user's own cache, by a digest of the file.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from msgspec import msgpack

from newsbrief.rules import user_cache

FOLDER = Path(__file__).parent
# More than there are rule files, of this version and the one before.
MOST = 100


def read(*place: str) -> dict[str, Any]:
    """`read("en", "words")` is en/words.toml. Raises FileNotFoundError where there is none."""
    return parsed(FOLDER.joinpath(*place).with_suffix(".toml").read_bytes())


def has(*place: str) -> bool:
    """Whether there is such a file."""
    return FOLDER.joinpath(*place).with_suffix(".toml").is_file()


def parsed(data: bytes) -> dict[str, Any]:
    """A rule file's bytes as a table."""
    cache = user_cache.folder("rules")
    file = cache / f"{hashlib.blake2b(data, digest_size=16).hexdigest()}.msgpack" if cache else None
    if file and (kept := user_cache.get(file)):
        return msgpack.decode(kept, type=dict[str, Any])
    import tomllib  # which most runs do without

    table = tomllib.loads(data.decode("utf-8"))
    if file:
        user_cache.put(file, msgpack.encode(table), MOST)
    return table
