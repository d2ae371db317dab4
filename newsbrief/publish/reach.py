"""What a change must not reach, for only a part of the site to be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsbrief.build.account import Made
from newsbrief.model.entry import Entry
from newsbrief.publish.articles import links_by_pelican
from newsbrief.publish.press import Press
from newsbrief.publish.withheld import names_files

# With more changed at once, it is not worth while to look at each by itself.
MOST = 20


def same_instant(made: Made, press: Press) -> bool:
    """Whether nothing was refused the last time, and nothing has come due since."""
    now = press.edition.now.timestamp()
    return not made.told and made.built <= now and (made.until is None or now < made.until)


def reaches_out(entry: Entry, settings: Mapping[str, Any]) -> bool:
    """Whether a brief decides about other files: links that Pelican resolves, pictures that are copied for it."""
    photo = entry.brief.photo is not None and bool(entry.brief.photo.file)
    return photo or links_by_pelican(entry) or names_files(entry.brief.body, settings["STATIC_PATHS"])
