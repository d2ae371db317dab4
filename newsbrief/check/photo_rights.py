"""A picture, and nobody knows whose it is or whether it may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from newsbrief.check.seen import Seen
from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.site.facts.photo import credited

CODE = "photo-rights"
# Markdown's picture and HTML's; the words of an article that speak of either are rare enough to be silenced.
PICTURE = re.compile(r"!\[[^\]\n]*\][(\[]|<img\s", re.IGNORECASE)


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for a photo, or a picture in the body, without a credit or without what is said about its rights."""
    brief = entry.brief
    picture = PICTURE.search(brief.body)
    # The file may say itself whose it is.
    missing = _missing(credited(replace(entry, picture=seen.picture)))
    if not missing or not (brief.photo or picture):
        return
    below = picture is not None and brief.photo is None
    line = (
        brief.body_line + brief.body.count("\n", 0, picture.start())
        if picture and below
        else brief.lines.get("photo", 0)
    )
    what = "a picture in the body" if below else "the photo"
    unseen = " and is not shown" if brief.photo and brief.photo.file else ""
    message = f"{what} has no {missing}{unseen}; write `photo: {{credit: …, rights: …}}` with what the article says"
    yield Finding(CODE, seen.file, line, message)


def _missing(photo: Photo) -> str:
    return " and no ".join(name for name in ("credit", "rights") if not getattr(photo, name))
