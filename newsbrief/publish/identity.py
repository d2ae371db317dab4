"""Who the site is, wherever a page tells machines about itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from newsbrief.publish.links import Links
from newsbrief.publish.words import IN_ENGLISH, Words

if TYPE_CHECKING:  # Pillow takes its time to load, and a preview without an address needs no cards
    from newsbrief.publish.cards import Cards


class Identity(Struct, frozen=True):
    """The site's name, tagline and language, its icon's address, and what its lists are called by their addresses.

    `cards`: the pictures that links to its pages are shown with; None where there are none.
    """

    name: str
    tagline: str
    lang: str
    links: Links
    icon: str = ""
    menu: Mapping[str, str] = field(default_factory=dict)
    words: Words = IN_ENGLISH
    cards: Cards | None = None

    def url(self, address: str | None) -> str:
        """An address of the site in full, or "" where it leads nowhere or the site's own is not known."""
        return "" if address is None else self.links.canonical(address)
