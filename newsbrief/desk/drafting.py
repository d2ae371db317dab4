"""Make the brief of each article in a raw file. Nothing here reads or writes files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from newsbrief import document, extract, intake, rules
from newsbrief.check.undated_event import undated
from newsbrief.desk import compose, remarks
from newsbrief.desk.dating import date_of
from newsbrief.desk.records import Desk, Drafted, Raw
from newsbrief.document.moment import moment_of
from newsbrief.model.article import Article, Delivery, Reading
from newsbrief.model.brief import Brief, Moment, RawRecord
from newsbrief.model.refusal import RefusedError


def drafts(raw: Raw, desk: Desk) -> tuple[Drafted, ...]:
    """Return the draft of each article in a raw file, in order. Raises RefusedError for a file without articles."""
    articles = intake.articles(raw.data, raw.file.name, desk.lang)
    return tuple(drafted(articles, raw, desk))


def drafted(articles: Sequence[Article], raw: Raw, desk: Desk) -> Iterator[Drafted]:
    """Yield the draft of each article of a raw file; an article that makes no brief does not stop the others."""
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
    """Return what the desk reads in an article; `lang` counts if the article names no language that has rules."""
    reading = extract.reading(article, rules.load(rules.known(article.lang) or lang))
    kinds = intake.kinds(article, reading.text) if reading.text else ()
    sender = article.delivery.sender if article.delivery else ""
    source = reading.source or ((sender,) if sender else ())
    return replace(reading, kinds=kinds, link=article.link, source=source, delivery=article.delivery)


def record(raw: Raw, delivery: Delivery | None) -> RawRecord:
    """Return the brief's `raw` field, without the fingerprints of what the desk wrote."""
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
    """Return the brief of an article, and what a person should look at; `whole`: say it of the whole file, too."""
    reading = reading_of(article, desk.lang)
    date, origin = date_of(reading, raw, desk)
    lang = rules.known(reading.lang) or desk.lang
    found = extract.mentions(reading.text, date.day.isoformat(), rules.load(lang))
    notes = [*remarks.of_file(raw)] if whole else []
    notes += [*remarks.of_reading(raw, reading, origin, lang), *remarks.of_delivery(raw, reading.delivery)]
    notes += [f"{raw.name}: {undated(reading.text, timex.start, timex.end)}" for timex in found.undated]
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
    return document.stamp(replace(made, slug="")), tuple(notes)


def _embargo(reading: Reading, date: Moment, lang: str) -> Moment | None:
    if not reading.embargo:
        return None
    stated = moment_of(reading.embargo)
    return stated or moment_of(extract.embargo_end(reading.embargo, date.day.isoformat(), rules.load(lang)))


def _status(reading: Reading, embargo: Moment | None, desk: Desk) -> str:
    """Return the status of a new brief: "draft", which no build shows, if nobody knows when its embargo ends."""
    given = reading.delivery.status if reading.delivery else ""
    if given == "canceled":
        return "withdrawn"
    return "draft" if given == "withheld" or (reading.embargo and embargo is None) else desk.status
