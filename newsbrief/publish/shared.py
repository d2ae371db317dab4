"""All that a page model tells, for its key. What many pages show, as an event or a quote, is read through once."""

from __future__ import annotations

import hashlib
from typing import Any

from msgspec import Struct

from newsbrief.model import views
from newsbrief.model.views import EventView, QuoteView, Teaser

# What stands on many pages. Others of the same room are small.
SHARED = (EventView, QuoteView, Teaser)


class Shared:
    """Two models of which it tells the same are equal."""

    def __init__(self) -> None:
        # With the value itself, so that no other one comes to have its number.
        self._known: dict[int, tuple[object, str]] = {}
        self._parts: dict[type, tuple[str, ...]] = {}

    def told(self, value: Any) -> str:
        """In words that only its equals have; of a value that is shared a digest."""
        kind = type(value)
        if kind in SHARED:
            return self._digest(value)
        if kind is tuple:
            return f"({','.join(map(self.told, value))})"
        if kind not in self._parts:
            self._parts[kind] = _parts(kind)
        names = self._parts[kind]
        if not names:
            return repr(value)
        return f"{kind.__name__}({','.join([self.told(getattr(value, name)) for name in names])})"

    def _digest(self, value: object) -> str:
        found = self._known.get(id(value))
        if found is None:
            text = repr(value).encode("utf-8", "surrogatepass")
            found = self._known[id(value)] = (value, hashlib.blake2b(text, digest_size=16).hexdigest())
        return found[1]


def _parts(kind: type) -> tuple[str, ...]:
    """The fields of what may hold something that is shared."""
    return kind.__struct_fields__ if issubclass(kind, Struct) and kind.__module__ != views.__name__ else ()
