"""Cards: the pictures with which networks and messengers show links to pages. What stands on each, and its address."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct

from newsbrief.images.card import HEIGHT, WIDTH, Card, card
from newsbrief.images.colours import Colours, colours
from newsbrief.images.faces import Face, faces
from newsbrief.images.words import Words as CardWords
from newsbrief.model.pages import BriefPage
from newsbrief.model.stories import StoryPage
from newsbrief.model.views import DateText, Link, Teaser
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

    def drawn(self, words: CardWords) -> Card | None:
        """Return a card; with the site's name if no typeface has the letters, None if none has even these."""
        tried = (_card(one, self.faces, self.colours) for one in (words, CardWords(self.site)))
        return next(filter(None, tried), None)

    def _words(self, model: object) -> CardWords:
        if isinstance(model, BriefPage):
            return self._of_brief(model.headline, above(model), model.published)
        published = [one for one in model.briefs if one.status == "published"] if isinstance(model, StoryPage) else ()
        if isinstance(model, StoryPage) and published:
            return self.words_of_story(model.title, published[0].published)
        return self.words_of_site()

    def words_of_brief(self, teaser: Teaser) -> CardWords:
        """Return the words of a brief's card."""
        over = next((link for link in (teaser.story, teaser.section, *teaser.topics) if link), None)
        return self._of_brief(teaser.headline, over, teaser.published)

    def _of_brief(self, headline: str, over: Link | None, published: DateText) -> CardWords:
        return CardWords(headline, over.text if over else "", self.words.date(published), self.site)

    def words_of_story(self, title: str, latest: DateText) -> CardWords:
        """Return the words of a story's card; `latest` is the day of its newest published brief."""
        return CardWords(title, self.words.gettext("Story"), self.words.date(latest), self.site)

    def words_of_site(self) -> CardWords:
        """Return the words of the site's own card."""
        return CardWords(self.site, site=self.tagline)


def cards(settings: Mapping[str, Any], words: Translations) -> Cards:
    """Return how a site's cards look. Raises SettingsError for a font that cannot be read."""
    font = str(own_settings.value(settings, "NEWSBRIEF_CARD_FONT") or "")
    lang, names = (
        str(settings.get("DEFAULT_LANG") or "en"),
        (str(settings["SITENAME"]), str(settings.get("SITESUBTITLE") or "")),
    )
    return Cards(_faces(font, lang), colours(_tokens(settings)), *names, words)


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


def look_of(settings: Mapping[str, Any], words: Translations) -> str:
    """Return a digest of everything that a card's look depends on, besides its own words."""
    font = str(own_settings.value(settings, "NEWSBRIEF_CARD_FONT") or "")
    data = Path(font).read_bytes() if font and Path(font).is_file() else b""
    names = (settings["SITENAME"], settings.get("SITESUBTITLE"), settings.get("DEFAULT_LANG"), words.gettext("Story"))
    return blake2b(repr((names, _tokens(settings))).encode() + data, digest_size=8).hexdigest()
