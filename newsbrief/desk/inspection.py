"""Look at a brief as the desk would read it, for `newsbrief.check` and the review."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import lru_cache
from pathlib import Path

from newsbrief import document, extract, intake, rules
from newsbrief.check import Across, Seen
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.desk.dating import name_date
from newsbrief.desk.drafting import reading_of
from newsbrief.images import shelf
from newsbrief.model.article import Article
from newsbrief.model.brief import RawRecord
from newsbrief.model.entry import Entry
from newsbrief.model.mentions import Mentions
from newsbrief.model.refusal import RefusedError


def seen(entry: Entry, content: Path, today: dt.date, across: Across, site_lang: str) -> Seen:
    """Return what `check` looks at in a brief: what the extractors find in its body, its raw article, its photo.

    `content` is the content folder, `site_lang` the language of briefs that name none.
    """
    lang = rules.known(entry.brief.lang) or site_lang
    found = mentions(entry.text, entry.brief.date.day.isoformat(), lang)
    file = f"{content.name}/{entry.path}"
    raw = content / RAW_FOLDER / (entry.brief.raw.file if entry.brief.raw else "")
    picture, fault = shelf.of_brief(content, entry)
    if not raw.is_file():
        return Seen(file, found, today, across=across, picture=picture, photo_fault=fault)
    data = raw.read_bytes()
    sha256, dated = hashlib.sha256(data).hexdigest(), _is_dated(entry, data, raw, lang)
    return Seen(file, found, today, sha256, dated, across, picture, fault)


# A brief's body and its raw article often have the same words, and a proof needs both.
@lru_cache(maxsize=4)
def mentions(text: str, date: str, lang: str) -> Mentions:
    """Return what the extractors find in a text of that language. `date` is its day of publication in ISO 8601."""
    return extract.mentions(text, date, rules.load(lang))


def _is_dated(entry: Entry, data: bytes, raw: Path, lang: str) -> bool:
    """Return whether the brief's date comes from a person, the article or the file's name, not from the file's time."""
    record = entry.brief.raw or RawRecord("")
    by_hand = record.desk.get("date") != document.fingerprints(entry.brief).get("date")
    # An agency's item says when it was sent. Do not search its file, which may hold hundreds of items.
    if by_hand or name_date(raw, data) or record.sent:
        return True
    try:
        articles = intake.articles(data, raw.name, lang)
    except RefusedError:
        return True
    own = (one for one in articles if not record.item or _is_item(one, record.item))
    return next((bool(reading_of(one, lang).date) for one in own), True)


def _is_item(article: Article, item: str) -> bool:
    return article.delivery is not None and document.cleaned(article.delivery.item) == item
