"""Name the file of a new brief."""

from __future__ import annotations

import re
from itertools import chain, count
from pathlib import Path

from slugify import slugify

from newsbrief.desk.dating import DATED_NAME
from newsbrief.desk.records import Raw
from newsbrief.model.brief import Brief
from newsbrief.model.refusal import RefusedError

# The longest name made from a headline, in characters, without the date.
LONGEST_NAME = 60
APOSTROPHE, AWKWARD = re.compile("['’]"), re.compile(r"[^\w.]*[^\w.-][^\w.]*")


def free_file(brief: Brief, raw: Raw, briefs: Path) -> Path:
    """Return the path of a new brief in the folder `briefs`: its date, then the raw file's name.

    An agency's item is named after its headline. If the name is taken, items and members of archives get a number. For
    a file on the disk, which can be renamed, RefusedError is raised.
    """
    day, name = brief.date.day.isoformat(), DATED_NAME.sub("", raw.file.stem)
    titled = raw.titled or (brief.raw and brief.raw.item)
    if titled or raw.recorded != raw.file.name:
        return _numbered(f"{day}-{_slug(brief.title if titled else name)}", briefs)
    # Browsers name a saved page after its headline; the name of a brief should be easy to type.
    name = AWKWARD.sub("-", APOSTROPHE.sub("", name)).strip("-") or "brief"
    file = briefs / f"{day}-{name}.md"
    if file.exists():
        reason = f"{file.name} stands there already and was not made from this article; rename one of them"
        raise RefusedError((0, reason))
    return file


def _slug(words: str) -> str:
    made = slugify(APOSTROPHE.sub("", words), max_length=LONGEST_NAME, word_boundary=True, save_order=True)
    return made or "brief"


def _numbered(stem: str, briefs: Path) -> Path:
    stems = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(file for one in stems if not (file := briefs / f"{one}.md").exists())
