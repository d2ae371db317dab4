"""Say what a person should look at in a new brief: doubts about the file, the reading and the agency's terms."""

from __future__ import annotations

from collections.abc import Iterator

from newsbrief import intake, rules
from newsbrief.desk.dating import FETCHED, FILE_TIME
from newsbrief.desk.records import Raw
from newsbrief.model.article import Delivery, Reading


def of_file(raw: Raw) -> Iterator[str]:
    """Yield what to say about how a file's bytes were decoded."""
    if encoding := intake.guessed(raw.data):
        yield f"{raw.name}: not UTF-8; it reads like {encoding}: look at its quotation marks and accents"
    if lost := intake.lost(raw.data):
        yield f"{raw.name}: unreadable in the encoding that it names, places: {lost}; look for “\ufffd”"


def of_reading(raw: Raw, reading: Reading, origin: str, lang: str) -> Iterator[str]:
    """Yield what to say about how an article was read. `origin` is that of its date, `lang` the rules' language."""
    if reading.lang and not rules.known(reading.lang):
        yield f"{raw.name}: {rules.missing(reading.lang)}; it was read as {lang}"
    if reading.embargo:
        yield f"{raw.name}: under embargo, “{reading.embargo}”; look at the brief's embargo and status"
    for note in reading.notes:
        yield f"{raw.name}: left out, a note to editors: “{note}”"
    if origin in (FILE_TIME, FETCHED):
        yield f"{raw.name}: no date in the article or its name; took the {origin}"


def of_delivery(raw: Raw, delivery: Delivery | None) -> Iterator[str]:
    """Yield what an agency says about the use of an item."""
    if delivery is None:
        return
    for doubt in delivery.doubts:
        yield f"{raw.name}: {doubt}"
    if delivery.status == "canceled":
        yield f"{raw.name}: called back by its agency, “{delivery.kill}”; the brief is withdrawn"
    if delivery.status == "withheld":
        yield f"{raw.name}: to be held back, says its agency; the brief is a draft"
    if delivery.rights:
        yield f"{raw.name}: terms of use, “{delivery.terms}”; look at the brief's rights: {delivery.rights}"
