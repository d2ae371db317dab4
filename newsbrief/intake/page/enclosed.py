"""Pictures written into a saved page: taken out of its source before anything looks at it, and the one to be shown."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from urllib.parse import unquote

from bs4 import Tag

from newsbrief.intake.page.look import IMAGES, Look
from newsbrief.intake.page.photo import credited_in
from newsbrief.model.article import Photo
from newsbrief.rules.pages import Pages

# Pictures of the forms that are shown (RFC 2397); vector drawings are none.
WRITTEN = re.compile(r"data:image/(?:jpe?g|pjpeg|png|gif|webp);base64,(?P<data>[A-Za-z0-9+/=%]+)", re.IGNORECASE)
# What stands for one in the source, by its number.
TOKEN, NUMBER = "data:,picture-{}", re.compile(r"data:,picture-(\d{1,6})")
# Smaller ones are icons; more than so many are looked at in no page.
LEAST, MOST = 3_000, 40


def taken_out(source: str) -> tuple[str, tuple[str, ...]]:
    """The source with a short address for each picture in it, and the pictures as they were written, in order."""
    found: list[str] = []

    def kept(match: re.Match[str]) -> str:
        found.append(match["data"])
        return TOKEN.format(len(found) - 1)

    return WRITTEN.sub(kept, source), tuple(found)


def pictures(look: Look, written: Sequence[str], photo: Photo | None, rules: Pages) -> tuple[bytes, ...]:
    """The pictures that may be the article's, the likeliest first.

    Where the page credits its lead picture they are those beside that credit, or the only one there is: nobody is
    credited with a picture that may be another's.
    """
    if not written:
        return ()
    candidates = list(_candidates(look, written, rules))[:MOST]
    if photo and photo.credit:
        own = [data for data, said in candidates if said.credit == photo.credit]
        alone = [data for data, said in candidates if not said.credit]
        return tuple(own or (alone if len(alone) == len(candidates) == 1 else ()))
    return tuple(data for data, said in sorted(candidates, key=lambda one: one[1] == Photo()) if not said.credit)


def _candidates(look: Look, written: Sequence[str], rules: Pages) -> list[tuple[bytes, Photo]]:
    """Pictures behind the headline, each once, with what their figure says."""
    found: dict[bytes, Photo] = {}
    after = not look.soup.find("h1")
    for tag in look.soup.find_all([*IMAGES, "h1"]):
        after = after or tag.name == "h1"
        data = _data(tag, written) if after and tag.name in IMAGES else b""
        if len(data) >= LEAST and data not in found:
            figure = tag.find_parent("figure")
            found[data] = credited_in(figure, rules) if isinstance(figure, Tag) else Photo()
    return list(found.items())


def _data(image: Tag, written: Sequence[str]) -> bytes:
    match = NUMBER.fullmatch(str(image.get("src") or "").strip())
    if match is None or int(match[1]) >= len(written):
        return b""
    try:
        return base64.b64decode(unquote(written[int(match[1])]))
    except (binascii.Error, ValueError):
        return b""
