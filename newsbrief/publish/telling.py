"""All that a page model tells, for its key."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec.structs import replace

from newsbrief.model.pages import ListingPage, PersonPage
from newsbrief.model.views import Teaser

_ENCODER = msgspec.json.Encoder()
DIGEST = 16


def told(model: object) -> bytes:
    """In words that only its equals of the same kind have: as JSON, which is there before Python would begin a `repr`.

    Instants keep their offset, which pages show.
    """
    try:
        return _ENCODER.encode(model)
    except UnicodeEncodeError:  # a file's name that is no text
        return repr(model).encode("utf-8", "surrogatepass")


class Teller:
    """Tells models one after another. The teaser of a brief stands in many lists, and is told once, as a digest."""

    def __init__(self) -> None:
        # By where they are in memory; they are held, so that nothing else comes to be there.
        self._teasers: dict[int, tuple[Teaser, bytes]] = {}

    def told(self, model: object) -> bytes:
        """The same of a page: other bytes of the same power."""
        if not isinstance(model, ListingPage | PersonPage):
            return told(model)
        return told(replace(model, briefs=())) + b"".join(map(self._digest, model.briefs))

    def _digest(self, teaser: Teaser) -> bytes:
        known = self._teasers.get(id(teaser))
        if known is None:
            known = teaser, hashlib.blake2b(told(teaser), digest_size=DIGEST).digest()
            self._teasers[id(teaser)] = known
        return known[1]
