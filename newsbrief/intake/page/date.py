"""When a page says its article was published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime

from newsbrief.intake.page import data
from newsbrief.intake.page.look import Look, words

FIELDS = (
    *("article:published_time", "datepublished", "og:article:published_time", "article:published", "og:published_time"),
    *("parsely-pub-date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date"),
    *("dc.date.created", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "published_date"),
    *("published-date", "pub_date", "published", "publication_date", "publication-date", "date_published"),
    *("originalpublicationdate", "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "article.published"),
    *("rnews:datepublished", "iso-8601-publish-date", "article_date_original", "date", "displaydate", "datecreated"),
)
ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ]+(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?"
    r"(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
# Elements that show when an article was published.
DATED = re.compile(r"byline|(?:^|[\s_-])(?:pub)?date(?:$|[\s_-])|publish|timestamp", re.IGNORECASE)
WRITTEN = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? (?P<month>[^\W\d_]{3,9})|(?P<first>[^\W\d_]{3,9})\.? (?P<second>\d{1,2})"
    r"(?:st|nd|rd|th)?),?\.? (?P<year>\d{4})\b"
)
SHOWN = 300
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?Z?)?$")
SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
EPOCH = re.compile(r"(\d{10})(?:\d{3})?$")
# Before this no page was made; some systems give their year one or the epoch for "unknown".
FIRST_YEAR, LAST_YEAR = 1990, 2200


def published(look: Look, months: Mapping[str, int]) -> str:
    """The publication date as ISO 8601, as precise as the page gives it; "" if it declares and shows none.

    `months` maps their names in small letters to their numbers.
    """
    declared = next((date for one in _declared(look) if (date := iso(one.strip()))), "")
    return declared or next(
        filter(None, (_written(words(tag), months) for tag in look.soup.find_all(class_=DATED))), ""
    )


def _written(shown: str, months: Mapping[str, int]) -> str:
    """The first day that words tell, as in “4 May 2029” or “May 4, 2029”; "" without one."""
    for match in WRITTEN.finditer(shown[:SHOWN]):
        month = months.get((match["month"] or match["first"]).lower())
        day = match["day"] or match["second"]
        if month and (found := _possible(*(f"{match['year']}-{month:02}-{int(day):02}",) * 2)):
            return found
    return ""


def _declared(look: Look) -> Iterator[str]:
    for item in look.articles():
        yield data.text(item.get("datePublished")) or data.text(item.get("dateCreated"))
    for name in FIELDS:
        yield from look.meta.get(name, ())
    for item in look.items:
        if data.kinds(item) & data.PAGES:
            yield data.text(item.get("datePublished"))
    times = [tag for tag in look.soup.find_all("time") if tag.get("datetime")]
    marked = [tag for tag in times if tag.get("itemprop") == "datePublished" or tag.has_attr("pubdate")]
    yield from (str(tag["datetime"]) for tag in (*marked, *times))


def iso(text: str) -> str:
    """A date in one of the forms that pages use, as ISO 8601; "" for anything else and for impossible days."""
    match = ISO.match(text)
    if match:
        time = f"T{match['time']:0>8}" if match["time"] and match["time"].count(":") == 2 else ""
        time = time or (f"T{match['time']:0>5}" if match["time"] else "")
        zone = (match["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
        return _possible(f"{match['day']}{time}{zone}", match["day"])
    for form in (COMPACT, SLASHED):
        if match := form.match(text):
            day = "-".join(f"{int(part):02}" for part in match.groups()[:3])
            return _possible(day, day)
    if match := EPOCH.match(text):
        moment = dt.datetime.fromtimestamp(int(match[1]), dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return _possible(moment, moment[:10])
    return _mailed(text)


def _mailed(text: str) -> str:
    """`Fri, 04 May 2029 07:30:00 GMT` (RFC 5322)."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return _possible(moment.isoformat(), moment.date().isoformat())


def _possible(date: str, day: str) -> str:
    try:
        dt.datetime.fromisoformat(date.replace("Z", "+00:00"))
        year = dt.date.fromisoformat(day).year
    except ValueError:
        return day if date != day and _possible(day, day) else ""
    return date if FIRST_YEAR <= year <= LAST_YEAR else ""
