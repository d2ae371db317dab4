"""What a link to a page is shown with in networks and messengers: The Open Graph protocol (ogp.me), X's cards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsbrief.model.pages import BriefPage
from newsbrief.publish.identity import Identity
from newsbrief.publish.trail import name_of

if TYPE_CHECKING:
    from newsbrief.publish.cards import Picture

# The country that a language without one is most often written for (CLDR, likely subtags).
COUNTRIES = {
    "ar": "EG", "bg": "BG", "bn": "BD", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US",
    "es": "ES", "et": "EE", "eu": "ES", "fa": "IR", "fi": "FI", "fr": "FR", "ga": "IE", "he": "IL", "hi": "IN",
    "hr": "HR", "hu": "HU", "id": "ID", "is": "IS", "it": "IT", "ja": "JP", "ko": "KR", "lt": "LT", "lv": "LV",
    "nb": "NO", "nl": "NL", "pl": "PL", "pt": "BR", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sr": "RS",
    "sv": "SE", "sw": "TZ", "ta": "IN", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meta:
    """One line of a page's head; `attribute` is what the reader of it looks at: property, or name."""

    attribute: str
    name: str
    content: str


def metas(model: object, identity: Identity) -> tuple[Meta, ...]:
    """All but the description, which the page has already; () without the site's address, or for an unpublished brief.

    Readers take X's title, description and picture from Open Graph's.
    """
    url = identity.url(getattr(model, "url", None))
    if not url or (isinstance(model, BriefPage) and model.status != "published"):
        return ()
    picture = identity.cards.picture(model) if identity.cards else None
    lang = (getattr(model, "lang", "") or identity.lang) if isinstance(model, BriefPage) else identity.lang
    told = (
        ("og:type", "article" if isinstance(model, BriefPage) else "website"),
        ("og:title", name_of(model, identity) or identity.name),
        ("og:url", url),
        ("og:site_name", identity.name),
        ("og:locale", locale(lang)),
        *(_picture(picture, identity) if picture else ()),
        *(_article(model) if isinstance(model, BriefPage) else ()),
    )
    large = Meta("name", "twitter:card", "summary_large_image" if picture else "summary")
    return (*(Meta("property", name, content) for name, content in told if content), large)


def _picture(picture: Picture, identity: Identity) -> tuple[tuple[str, str], ...]:
    return (
        ("og:image", identity.url(picture.url)),
        ("og:image:width", str(picture.width)),
        ("og:image:height", str(picture.height)),
        ("og:image:alt", picture.alt),
    )


def _article(page: BriefPage) -> tuple[tuple[str, str], ...]:
    changed = page.modified_at != page.published_at
    return (
        ("article:published_time", page.published_at.isoformat()),
        ("article:modified_time", page.modified_at.isoformat() if changed else ""),
        ("article:section", page.section.text if page.section else ""),
        *(("article:tag", topic.text) for topic in page.topics),
    )


def locale(lang: str) -> str:
    """A language (BCP 47) as Open Graph writes it: "de_AT"; "" where no country is known for it."""
    parts = re.split("[-_]", lang)
    country = next((part.upper() for part in parts[1:] if re.fullmatch("[A-Za-z]{2}", part)), "")
    country = country or COUNTRIES.get(parts[0].lower(), "")
    return f"{parts[0].lower()}_{country}" if country else ""
