"""The picture that a link to a page is shown with elsewhere: its headline, where it stands and when it was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import asdict

from newsbrief.images.colours import Colours
from newsbrief.images.drawing import DRAWING, HEIGHT, WIDTH, drawn
from newsbrief.images.faces import Face, drawn_by, face_for
from newsbrief.images.words import Words

__all__ = ["HEIGHT", "WIDTH", "Card", "Words", "card"]
# More signs than this never fit, and a hostile headline may have a million.
LONGEST = 400


class Card(Struct, frozen=True):
    """A card that can be drawn: `face` has the signs of all its words."""

    words: Words
    face: Face
    colours: Colours

    @property
    def name(self) -> str:
        """Its file's name: the same for the same picture, and for no other."""
        return _name(self)

    def png(self) -> bytes:
        """The file, 1200 by 630 pixels."""
        return drawn(self.words, self.face, self.colours)


# A page names its card three times, and most pages have the site's.
@lru_cache(maxsize=1024)
def _name(card: Card) -> str:
    told = [DRAWING, drawn_by(), card.face.digest, asdict(card.colours), asdict(card.words)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:20] + ".png"


def card(words: Words, among: Iterable[Face], colours: Colours) -> Card | None:
    """The card for these words in the first typeface that has all their signs; None where none has."""
    folded = _folded(words)
    face = face_for("".join(asdict(folded).values()), among) if folded.headline else None
    return Card(folded, face, colours) if face else None


def _folded(words: Words) -> Words:
    return Words(**{name: " ".join(text[:LONGEST].split()) for name, text in asdict(words).items()})
