"""What is kept from build to build as rows."""

from __future__ import annotations

from msgspec import Struct


class Stored(Struct, frozen=True, array_like=True):
    """A value that is written down without the names of its fields, each at its place: they took a third of the room.

    No other version reads it, so a field may come or go wherever it should.
    """
