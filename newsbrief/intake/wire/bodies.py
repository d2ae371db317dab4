"""One text in several renditions, and which of them to read."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from newsbrief.intake.wire.markup import Block

# A rendition with fewer of the longest one's words is a short one.
WHOLE = 0.85


class Body(Struct, frozen=True):
    """A rendition: `blocks` where it is marked up, else `text`; `lang` its language, if it says so."""

    blocks: tuple[Block, ...] = ()
    text: str = ""
    lang: str = ""

    @property
    def size(self) -> int:
        """How many signs of words it has, white space not counted."""
        return sum(len("".join(part.split())) for part in (self.text, *(block.text for block in self.blocks)))

    @property
    def paragraphs(self) -> int:
        """How many paragraphs it shows that it has."""
        return len(self.blocks) or sum(1 for part in self.text.split("\n\n") if part.strip())


def best(bodies: Iterable[Body], lang: str = "") -> Body | None:
    """The rendition to read: in the item's language, whole, and then with the most paragraphs; None without words."""
    found = [body for body in bodies if body.size]
    if lang:
        own = [body for body in found if body.lang[:2].lower() == lang[:2].lower()]
        # One that names no language is in the item's.
        found = own or [body for body in found if not body.lang] or found
    longest = max((body.size for body in found), default=0)
    whole = [body for body in found if body.size >= WHOLE * longest]
    return max(whole, key=lambda body: (body.paragraphs, bool(body.blocks)), default=None)
