"""Cards: the pictures with which networks and messengers show links to pages. What stands on each, and its address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct

from newsbrief.edtf.text import day_text
from newsbrief.images.card import HEIGHT, WIDTH, Card, card
from newsbrief.images.colours import Colours, colours
from newsbrief.images.drawing import DRAWING
from newsbrief.images.faces import Face, drawn_by, faces
from newsbrief.images.words import Words as CardWords
from newsbrief.model.pages import BriefPage
from newsbrief.model.stories import StoryPage
from newsbrief.model.views import DateText
from newsbrief.site import settings as own_settings
from newsbrief.site.render.breadcrumbs import above
from newsbrief.site.render.translations import Translations
from newsbrief.site.settings import SettingsError

FOLDER = "cards/"
TOKENS = "static/css/tokens.css"

# Most pages have the site's card.
_card = lru_cache(maxsize=1024)(card)


class Picture(Struct, frozen=True):
    """A card as a page names it: its address relative to the site's root, its words, and its size in pixels."""

    url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


class Cards(Struct, frozen=True):
    """How a site's cards look. `site` and `tagline` stand on the card of every page that has none of its own."""

    faces: tuple[Face, ...]
    colours: Colours
    site: str
    tagline: str
    words: Translations

    def picture(self, model: object) -> Picture | None:
        """Return a page's card as its head names it; None for a brief that is not published or has a photo."""
        if isinstance(model, BriefPage) and (model.status != "published" or model.photo):
            return None
        found = self.drawn(self._words(model))
        return Picture(FOLDER + found.name, found.words.headline) if found else None

    def _words(self, model: object) -> CardWords:
        if isinstance(model, BriefPage):
            over = above(model)
            return self.words_of_brief(model.headline, over.text if over else "", model.published)
        published = [one for one in model.briefs if one.status == "published"] if isinstance(model, StoryPage) else ()
        if isinstance(model, StoryPage) and published:
            return self.words_of_story(model.title, published[0].published)
        return self.words_of_site()

    def drawn(self, words: CardWords) -> Card | None:
        """Return a card; with the site's name if no typeface has the letters, None if none has even these."""
        tried = (_card(one, self.faces, self.colours) for one in (words, CardWords(self.site)))
        return next(filter(None, tried), None)

    def words_of_brief(self, headline: str, over: str, published: DateText) -> CardWords:
        """Return the words of a brief's card. `over` names its story, else its section, else its first topic."""
        return CardWords(headline, over, self.words.date(published), self.site)

    def words_of_story(self, title: str, latest: DateText) -> CardWords:
        """Return the words of a story's card; `latest` is the day of its newest published brief."""
        return CardWords(title, self.words.gettext("Story"), self.words.date(latest), self.site)

    def words_of_site(self) -> CardWords:
        """Return the words of the site's own card."""
        return CardWords(self.site, site=self.tagline)

    @property
    def look(self) -> str:
        """A digest of everything that the pictures depend on, besides the words of briefs and stories."""
        fonts = [(file.name, file.stat().st_size) for face in self.faces for file in (face.bold, face.plain)]
        dates = [self.words.date(day_text(dt.date(2029, month, 1))) for month in range(1, 13)]
        words = (self.site, self.tagline, self.words.gettext("Story"), dates)
        values = (DRAWING, drawn_by(), fonts, self.colours, words)
        return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def cards(settings: Mapping[str, Any], words: Translations) -> Cards:
    """Return how a site's cards look. Raises SettingsError for a font that cannot be read."""
    return Cards(
        faces=_faces(str(own_settings.value(settings, "NEWSBRIEF_CARD_FONT") or ""), words.lang),
        colours=colours(_tokens(settings)),
        site=str(settings["SITENAME"]),
        tagline=str(settings.get("SITESUBTITLE") or ""),
        words=words,
    )


@lru_cache(maxsize=4)
def _faces(font: str, lang: str) -> tuple[Face, ...]:
    try:
        return faces(Path(font) if font else None, lang)
    except OSError as error:
        reason = f'NEWSBRIEF_CARD_FONT is "{font}", which cannot be read as a font ({error})'
        raise SettingsError(f"{reason}; name a .ttf, .otf or .ttc file") from None


def _tokens(settings: Mapping[str, Any]) -> str:
    tokens = Path(settings["THEME"]) / TOKENS
    return tokens.read_text("utf-8") if tokens.is_file() else ""
