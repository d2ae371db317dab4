"""Find an article's date of publication: in the article, in its file's name, or from the file."""

from __future__ import annotations

import re
from pathlib import Path

from newsbrief import intake
from newsbrief.desk.records import Desk, Raw
from newsbrief.document.moment import moment_of
from newsbrief.model.article import Reading
from newsbrief.model.brief import Moment

DATED_NAME = re.compile(r"^(\d{4}-\d{2}-\d{2})(?!\d)[-_ ]*")
# Origins of a date that is only a guess.
FILE_TIME, FETCHED = "file's time", "day it was fetched"


def date_of(reading: Reading, raw: Raw, desk: Desk) -> tuple[Moment, str]:
    """Return the date of publication and its origin, in the order that docs/front-matter.md gives."""
    if desk.date:
        return desk.date, "option"
    named = (name_date(raw.file, raw.data), "file's name")
    for text, origin in ((reading.date, "article"), named, (intake.fetched_on(raw.data), FETCHED)):
        moment = moment_of(text) if text else None
        if moment:
            return moment, origin
    return Moment(raw.day), FILE_TIME


def name_date(file: Path, data: bytes) -> str:
    """Return the date that a file's name begins with, or "".

    A fetched page without a date is named after the day of fetching; that is not its date.
    """
    match = DATED_NAME.match(file.name)
    return match.group(1) if match and match.group(1) != intake.fetched_on(data) else ""
