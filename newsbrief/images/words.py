"""What stands on a card."""

from __future__ import annotations

from msgspec import Struct


class Words(Struct, frozen=True):
    """Plain text; everything but the headline may be empty. `kicker` stands above it, `date` and `site` at the foot."""

    headline: str
    kicker: str = ""
    date: str = ""
    site: str = ""
