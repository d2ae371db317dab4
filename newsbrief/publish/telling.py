"""All that a page model tells, for its key."""

from __future__ import annotations

import msgspec

_ENCODER = msgspec.json.Encoder()


def told(model: object) -> bytes:
    """In words that only its equals of the same kind have: as JSON, which is there before Python would begin a `repr`.

    Instants keep their offset, which pages show.
    """
    try:
        return _ENCODER.encode(model)
    except UnicodeEncodeError:  # a file's name that is no text
        return repr(model).encode("utf-8", "surrogatepass")
