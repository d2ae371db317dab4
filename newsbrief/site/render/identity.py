"""What a page says of the site to machines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from newsbrief.site.render.links import Links
from newsbrief.site.render.translations import IN_ENGLISH, Translations

if TYPE_CHECKING:  # imports Pillow, and a preview without an address needs no cards
    from newsbrief.site.render.cards import Cards


class Identity(Struct, frozen=True):
    """The site's name, tagline and language, its icon's address, and the names of its lists by their addresses.

    `cards` are the pictures that networks show with links to pages; None for a site without.
    """

    name: str
    tagline: str
    lang: str
    links: Links
    icon: str = ""
    menu: Mapping[str, str] = field(default_factory=dict)
    words: Translations = IN_ENGLISH
    cards: Cards | None = None

    def url(self, address: str | None) -> str:
        """Return the absolute address of a page; "" for None, or while the site has no address."""
        return "" if address is None else self.links.canonical(address)
