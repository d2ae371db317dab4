"""The card of each page: what stands on it, where it lies, and that it is drawn only once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from newsbrief.build.jobs import Files
from newsbrief.build.ledger import Ledger, intact
from newsbrief.images.card import HEIGHT, WIDTH, Card, card
from newsbrief.images.colours import Colours, colours
from newsbrief.images.faces import Face, faces
from newsbrief.images.words import Words as CardWords
from newsbrief.model.pages import BriefPage
from newsbrief.model.stories import StoryPage
from newsbrief.publish import settings as ours
from newsbrief.publish.settings import SettingsError
from newsbrief.publish.trail import above
from newsbrief.publish.words import Words

FOLDER = "cards/"
TOKENS = "static/css/tokens.css"


# Most pages have the same card, the site's.
_card = lru_cache(maxsize=1024)(card)


class Picture(Struct, frozen=True):
    """A picture as a page names it: address relative to the site's root, what stands on it, its size in pixels."""

    url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


class Cards(Struct, frozen=True):
    """How this site's cards look. `site` and `tagline` stand on the card of every page that has none of its own."""

    faces: tuple[Face, ...]
    colours: Colours
    site: str
    tagline: str
    words: Words

    def card(self, model: object) -> Card | None:
        """The page's card; none of what is not published, or has a photo. With the site's name if no typeface has more.

        None where no typeface has even that.
        """
        if isinstance(model, BriefPage) and (model.status != "published" or model.photo):
            return None
        tried = (_card(one, self.faces, self.colours) for one in (self._words(model), CardWords(self.site)))
        return next(filter(None, tried), None)

    def picture(self, model: object) -> Picture | None:
        """The page's card as its head names it."""
        drawn = self.card(model)
        if drawn is None:
            return None
        return Picture(FOLDER + drawn.name, drawn.words.headline)

    def _words(self, model: object) -> CardWords:
        if isinstance(model, BriefPage):
            over = above(model)
            return CardWords(model.headline, over.text if over else "", self.words.date(model.published), self.site)
        published = [one for one in model.briefs if one.status == "published"] if isinstance(model, StoryPage) else ()
        if isinstance(model, StoryPage) and published:
            latest = self.words.date(published[0].published)
            return CardWords(model.title, self.words.gettext("Story"), latest, self.site)
        return CardWords(self.site, site=self.tagline)


def cards(settings: Mapping[str, Any], words: Words) -> Cards:
    """The site's cards. Raises SettingsError for a font that cannot be read."""
    named = str(ours.value(settings, "NEWSBRIEF_CARD_FONT") or "")
    try:
        found = faces(Path(named) if named else None, str(settings.get("DEFAULT_LANG") or "en"))
    except OSError as error:
        reason = f'NEWSBRIEF_CARD_FONT is "{named}", which cannot be read as a font ({error})'
        raise SettingsError(f"{reason}; name a .ttf, .otf or .ttc file") from None
    tokens = Path(settings["THEME"]) / TOKENS
    css = tokens.read_text("utf-8") if tokens.is_file() else ""
    return Cards(found, colours(css), str(settings["SITENAME"]), str(settings.get("SITESUBTITLE") or ""), words)


def files(cards: Cards, model: object, output: Path, last: Ledger | None) -> Files:
    """The page's card; one that the last build left is taken: drawing is slow, and its name tells what it shows."""
    drawn = cards.card(model)
    if drawn:
        name = FOLDER + drawn.name
        stands = last is not None and intact(last, [name], output)
        yield name, (output / name).read_bytes() if stands else drawn.png()
