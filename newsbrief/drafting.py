"""The brief of one article: what the desk reads, finds and writes, and what a person should know of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsbrief import compose, document, extract, intake, rules
from newsbrief.check.undated_event import undated
from newsbrief.document.moment import moment_of
from newsbrief.library import BRIEF_FOLDERS
from newsbrief.model.article import Article, Delivery, Reading
from newsbrief.model.brief import Brief, Moment, RawRecord
from newsbrief.model.refusal import RefusedError

DATED_NAME = re.compile(r"^(\d{4}-\d{2}-\d{2})(?!\d)[-_ ]*")
# Where a date comes from that nobody gave.
FILE_TIME, FETCHED = "file's time", "day it was fetched"


class Desk(Struct, frozen=True):
    """How the desk works: where briefs are written, with which status, and a date that overrides the article's.

    `lang` is the language of articles that name none; `folders`, below the content folder, hold the briefs there are.
    """

    content: Path
    briefs: Path
    status: str = "review"
    date: Moment | None = None
    lang: str = rules.DEFAULT
    folders: tuple[str, ...] = BRIEF_FOLDERS


class Raw(Struct, frozen=True):
    """A raw file as it was read from the disk, or a part of an archive.

    `file`: its path, which nothing may be at where it is a part of an archive. `called`: what messages name the article
    in it by. `origin`: by what a brief remembers it, "" for the file's name. `changed`: when it was changed last, in
    seconds since 1970; None where the disk knows. `titled`: whether its name says nothing, so that a brief is called
    after its headline.
    """

    file: Path
    data: bytes
    sha256: str
    called: str = ""
    origin: str = ""
    changed: float | None = None
    titled: bool = False

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.called or self.file.name

    @property
    def recorded(self) -> str:
        """What its briefs call it."""
        return self.origin or self.file.name

    @property
    def day(self) -> dt.date:
        """The day on which it was changed last."""
        changed = self.file.stat().st_mtime if self.changed is None else self.changed
        return dt.datetime.fromtimestamp(changed, dt.UTC).date()


class Drafted(Struct, frozen=True):
    """One article of a raw file with the brief that it makes and what a person should look at.

    `raw` is without its bytes. `pictures`: files of pictures that came with it, as they came. `reasons`: why there is
    no brief, as (line, reason) pairs.
    """

    raw: Raw
    delivery: Delivery | None = None
    brief: Brief | None = None
    notes: tuple[str, ...] = ()
    pictures: tuple[bytes, ...] = ()
    reasons: tuple[tuple[int, str], ...] = ()


def drafts(raw: Raw, desk: Desk) -> tuple[Drafted, ...]:
    """The brief of each article in a raw file, in order. Raises RefusedError for a file that holds none.

    Nothing is read or written but the bytes given, so that it may be done anywhere.
    """
    articles = intake.articles(raw.data, raw.file.name, desk.lang)
    return tuple(drafted(articles, raw, desk))


def drafted(articles: Sequence[Article], raw: Raw, desk: Desk) -> Iterator[Drafted]:
    """The brief of each article; one that makes none costs only itself."""
    for number, article in enumerate(articles, 1):
        one = replace(raw, called=f"{raw.name}, item {number}") if len(articles) > 1 else raw
        bare = replace(one, data=b"")
        try:
            brief, notes = draft(article, one, desk)
        except RefusedError as error:
            yield Drafted(bare, article.delivery, reasons=error.reasons)
        else:
            yield Drafted(bare, article.delivery, brief, notes, article.pictures)


def reading_of(article: Article, lang: str) -> Reading:
    """What the desk reads in an article; `lang` where it names no language that has rules."""
    reading = extract.reading(article, rules.load(rules.known(article.lang) or lang))
    kinds = intake.kinds(article, reading.text) if reading.text else ()
    sender = article.delivery.sender if article.delivery else ""
    source = reading.source or ((sender,) if sender else ())
    return replace(reading, kinds=kinds, link=article.link, source=source, delivery=article.delivery)


def record(raw: Raw, delivery: Delivery | None) -> RawRecord:
    """Where a brief is from, without what the desk wrote."""
    if delivery is None:
        return RawRecord(raw.recorded, raw.sha256)
    killed = delivery.kill if delivery.status == "canceled" else ""
    return RawRecord(
        raw.recorded,
        raw.sha256,
        item=delivery.item,
        version=delivery.version if delivery.item else "",
        sent=delivery.sent if delivery.item else "",
        killed=killed,
    )


def draft(article: Article, raw: Raw, desk: Desk, *, whole: bool = True) -> tuple[Brief, tuple[str, ...]]:
    """The brief, and what a person should look at. `whole`: say also what is to say of the file, not only the item."""
    reading = reading_of(article, desk.lang)
    date, origin = date_of(reading, raw, desk)
    lang = rules.known(reading.lang) or desk.lang
    found = extract.mentions(reading.text, date.day.isoformat(), rules.load(lang))
    notes = (*_of_file(raw, whole), *_doubts(raw, reading, origin, lang), *_delivered(raw, reading.delivery))
    if not reading.lang and lang != rules.DEFAULT:
        reading = replace(reading, lang=lang)
    embargo = _embargo(reading, date, lang)
    made = compose.brief(
        reading,
        found,
        raw=record(raw, reading.delivery),
        date=date,
        status=_status(reading, embargo, desk),
        embargo=embargo,
        markdown=document.markdown,
    )
    told = (f"{raw.name}: {undated(reading.text, timex.start, timex.end)}" for timex in found.undated)
    return document.stamp(replace(made, slug="")), (*notes, *told)


def _embargo(reading: Reading, date: Moment, lang: str) -> Moment | None:
    if not reading.embargo:
        return None
    told = moment_of(reading.embargo)
    return told or moment_of(extract.embargo_end(reading.embargo, date.day.isoformat(), rules.load(lang)))


def _status(reading: Reading, embargo: Moment | None, desk: Desk) -> str:
    """The status of a new brief; nothing is built of one whose embargo's end nobody knows, until a person says so."""
    given = reading.delivery.status if reading.delivery else ""
    if given == "canceled":
        return "withdrawn"
    return "draft" if given == "withheld" or (reading.embargo and embargo is None) else desk.status


def _of_file(raw: Raw, whole: bool) -> Iterator[str]:
    """What a person should know of how a file's bytes were read."""
    if whole and (encoding := intake.guessed(raw.data)):
        yield f"{raw.name}: not UTF-8; it reads like {encoding}: look at its quotation marks and accents"
    if whole and (lost := intake.lost(raw.data)):
        yield f"{raw.name}: unreadable in the encoding that it names, places: {lost}; look for “\ufffd”"


def _doubts(raw: Raw, reading: Reading, origin: str, lang: str) -> Iterator[str]:
    """What a person should know of how an article was read."""
    if reading.lang and not rules.known(reading.lang):
        yield f"{raw.name}: {rules.missing(reading.lang)}; it was read as {lang}"
    if reading.embargo:
        yield f"{raw.name}: under embargo, “{reading.embargo}”; look at the brief's embargo and status"
    for note in reading.notes:
        yield f"{raw.name}: left out, a note to editors: “{note}”"
    if origin in (FILE_TIME, FETCHED):
        yield f"{raw.name}: no date in the article or its name; took the {origin}"


def _delivered(raw: Raw, delivery: Delivery | None) -> Iterator[str]:
    """What an agency says about using an item."""
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


def date_of(reading: Reading, raw: Raw, desk: Desk) -> tuple[Moment, str]:
    """The publication date and where it comes from, in the order that docs/front-matter.md gives."""
    if desk.date:
        return desk.date, "option"
    named = (name_date(raw.file, raw.data), "file's name")
    for text, origin in ((reading.date, "article"), named, (intake.fetched_on(raw.data), FETCHED)):
        moment = moment_of(text) if text else None
        if moment:
            return moment, origin
    return Moment(raw.day), FILE_TIME


def name_date(file: Path, data: bytes) -> str:
    """The date in a file's name; a fetched page that had none is named after the day of fetching, which says little."""
    match = DATED_NAME.match(file.name)
    return match.group(1) if match and match.group(1) != intake.fetched_on(data) else ""
