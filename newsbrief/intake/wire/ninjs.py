"""ninjs, News in JSON, in its versions 1, 2 and 3 and the dialects that agencies make of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from newsbrief.intake.wire.bodies import Body, best
from newsbrief.intake.wire.item import Item, Topic
from newsbrief.intake.wire.markup import is_markup, of_html
from newsbrief.intake.wire.renditions import CONTENTS, bodies, parted, words_of
from newsbrief.intake.wire.times import first_of, instant
from newsbrief.intake.wire.values import Record, first, records, text_of, texts
from newsbrief.model.article import Photo
from newsbrief.model.refusal import RefusedError

HEADLINES = ("headline", "headline_main", "headline_text", "title", "headline_extended")
# The best of headlines that a record has by their roles.
ROLES = ("main", "headline", "default", "print", "web", "long", "short")
# Instants as numbers lie between 1980 and 2100.
EARLIEST, LATEST = 315_532_800, 4_102_444_800
# What else names an item.
LABELS = ("displayname", "name", "slugline", "slug", "keyword")
BYLINES = ("by", "byline", "bylines", "authors", "author", "creators")
# When it was there first, by the standard and as dialects call it.
DATES = ("firstcreated", "contentcreated", "versioncreated")
OTHER_DATES = (
    *("firstpublished", "published", "publishedat", "publisheddate", "published_at", "publicationdate", "pubdate"),
    *("datepublished", "date_published", "created", "createdat", "created_at", "createdate", "date", "updated"),
)
# Of a record among several, what names it.
NAMES = ("byline", "by", "name", "fullname", "value", "title")
# Records that wrap items, and the deepest at which they are looked for.
WRAPPERS, DEEPEST = ("items", "item", "data", "results", "hits", "newsitems", "stories", "articles", "_source"), 6
WORDLESS = {
    "picture": "a picture",
    "photo": "a picture",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "a sound recording",
    "animation": "an animation",
    "planning": "a plan of coverage",
    "event": "an event in a calendar",
}
TEXTS = frozenset({"text", "article", "story", "news", ""})
PICTURES = frozenset({"picture", "photo", "image", "graphic", ""})
STANDING = {**dict.fromkeys(("canceled", "cancelled", "kill", "killed"), "canceled"), "withheld": "withheld"}
CODE = re.compile(r"(?:medtop|mediatopics?|subj|subjectcodes?|subjects?)\W{0,3}(\d{8})(?!\d)", re.IGNORECASE)
EIGHT = re.compile(r"\d{8}")


def is_item(record: Record) -> bool:
    """Whether a record is a ninjs item: it says what it is called, or has a body."""
    named = any(key.startswith("headline") for key in record) or (
        any(words_of(record.get(key)) for key in CONTENTS) and bool(words_of(record.get("title")))
    )
    bodied = any(key.startswith("body") or key == "bodies" for key in record)
    return named or bodied or ("uri" in record and text_of(record.get("type")) in (*WORDLESS, "text", "composite"))


def found(value: object, depth: int = 0) -> Iterator[Record]:
    """The items of a parsed file: one, a list of them, or what an agency's interface wraps them in."""
    if isinstance(value, list):
        for one in value:
            yield from found(one, depth + 1) if depth < DEEPEST else ()
    elif isinstance(value, dict):
        item = is_item(value)
        if item:
            yield value
        package = text_of(value.get("type")).lower() == "composite"
        for name in WRAPPERS if package or not item else ():
            yield from found(value.get(name), depth + 1) if depth < DEEPEST else ()
        if item and depth < DEEPEST:
            yield from _within(value, depth + 1)


def _within(item: Record, depth: int) -> Iterator[Record]:
    """The whole articles that an item or a package takes along, not those that it only names."""
    for _, one in records(item.get("associations")):
        kind = text_of(one.get("type")).lower()
        if kind == "composite" or (kind in TEXTS and best(body for about, body in bodies(one) if not about)):
            yield from found(one, depth)


def read(record: Record) -> Item:
    """One item. Raises RefusedError for a package and for an item without words."""
    several = list(bodies(record))
    lang = text_of(record.get("language"))
    body = best((one for about, one in several if not about), lang) or best((one for _, one in several), lang)
    kind = text_of(record.get("type")).lower()
    if body is None and kind in WORDLESS:
        raise RefusedError((0, f"not an article: {WORDLESS[kind]} without a text of its own"))
    if body is None and (kind == "composite" or (not kind and record.get("associations"))):
        raise RefusedError((0, "not an article: a package that names other items and has no text of its own"))
    description = _description(record)
    given = body or Body(*parted(description))
    notes = (*texts(record.get("ednote")), *texts(record.get("ednotes"), "value", "text"))
    return Item(
        headline=_headline(record),
        labels=(*(first(record, name) for name in LABELS), *texts(record.get("keywords"))[:1]),
        blocks=given.blocks,
        text=given.text,
        name=_name(record),
        version=text_of(record.get("version")),
        sent=instant(first(record, "versioncreated", "contentmodified")),
        date=first_of(*(_instant(record.get(key)) for key in (*DATES, *OTHER_DATES))),
        authors=_authors(record),
        source=_sources(record),
        dateline=first(record, "dateline"),
        located=_located(record),
        lang=first(record, "language") or next(iter(texts(record.get("languages"), "code", "name")), ""),
        link=first(record, "link", "url", "canonicalurl"),
        topics=tuple(map(_topic, _subjects(record))),
        summary=_plain(description) if body else "",
        usage=_rights(record, "usageterms"),
        copyright=_rights(record, "copyrightnotice") or texts(record.get("copyrightholder"), "name"),
        embargo=instant(first(record, "embargoed")),
        lifted="embargoed" in record and not instant(first(record, "embargoed")),
        notes=notes,
        standing=_standing(record),
        photo=_photo(record),
    )


def _name(record: Record) -> str:
    """The item's name for all its versions; some put a version's own mark behind the question mark of its address."""
    name = first(record, "uri", "guid", "id")
    other = record.get("altids")
    steady = first(other, "itemid") if isinstance(other, dict) else ""
    return steady if steady and "?" in name else name


def _standing(record: Record) -> str:
    """Whether the item may be published; a signal may say it, too."""
    codes = (
        *texts(record.get("pubstatus")),
        *texts(record.get("signal")),
        *texts(record.get("signals"), "code", "name"),
    )
    bare = (code.lower().rpartition(":")[2].rpartition("/")[2] for code in codes)
    return next((STANDING[code] for code in bare if code in STANDING), "")


def _plain(words: str) -> str:
    """A field's words without their markup."""
    return " ".join(block.text for block in of_html(words)) if is_markup(words) else words.strip()


def _headline(record: Record) -> str:
    """The main headline; those of 2.x and 3.x have roles."""
    several = [one for _, one in records(record.get("headlines"))]
    several.sort(key=lambda one: text_of(one.get("role")).lower() not in ("main", "headline", ""))
    said = next((words for one in several if (words := first(one, "value", "text"))), "")
    given = record.get("headlines")
    said = said or (first(given, *ROLES) if isinstance(given, dict) else next(iter(texts(given)), ""))
    named = said or first(record, *HEADLINES) or words_of(record.get("title"), text_of(record.get("language")))
    other = next((text_of(one) for key, one in record.items() if key.startswith("headline_") and text_of(one)), "")
    return _plain(named or other)


def _instant(value: object) -> str:
    """An instant as agencies write it, or the seconds or milliseconds since 1970 of other interfaces."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if value > LATEST else value
        known = EARLIEST < seconds < LATEST
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC).isoformat().replace("+00:00", "Z") if known else ""
    return text_of(value)


def _description(record: Record) -> str:
    said = first(record, "description_text", "description", "description_html", "description_xhtml", "summary")
    several = [first(one, "value", "text") for _, one in records(record.get("descriptions"))]
    other = (text_of(value) for key, value in record.items() if key.startswith("description_"))
    return said or next(filter(None, (*several, *other)), "")


def _authors(record: Record) -> tuple[str, ...]:
    for key in BYLINES:
        if names := texts(record.get(key), *NAMES):
            return names
    people = (one for key in ("people", "persons", "person") for _, one in records(record.get(key)))
    return tuple(text_of(one.get("name")) for one in people if text_of(one.get("rel")).lower() in ("author", "creator"))


def _sources(record: Record) -> tuple[str, ...]:
    """Whose reporting it is; where nobody is named, whom to credit."""
    named = texts(record.get("infosources"), "name") or texts(record.get("infosource"), "name")
    return (
        named
        or texts(record.get("source"), "name")
        or texts(record.get("creditline"))
        or texts(record.get("provider"), "name")
    )


def _located(record: Record) -> str:
    return next(iter(texts(record.get("located"), "name", "city")), "")


def _subjects(record: Record) -> Iterator[Record]:
    for key in ("subjects", "subject"):
        value = record.get(key)
        for _, one in records(value):
            yield one
        if isinstance(value, list):
            yield from ({"name": one} for one in value if isinstance(one, str))


def _topic(one: Record) -> Topic:
    codes = [text_of(one.get(key)) for key in ("code", "qcode", "uri", "literal")]
    scheme = " ".join((text_of(one.get("scheme")), *codes))
    told = CODE.search(scheme)
    bare = next((code for code in codes if EIGHT.fullmatch(code)), "")
    return Topic(text_of(one.get("name")), told[1] if told else bare)


def _rights(record: Record, key: str) -> tuple[str, ...]:
    """Words about rights, at the top or in `rightsinfo`."""
    own = texts(record.get(key), "value", "text", "name")
    inner = (text for _, one in records(record.get("rightsinfo")) for text in texts(one.get(key)))
    info = record.get("rightsinfo")
    return own or (texts(info.get(key)) if isinstance(info, dict) else ()) or tuple(inner)


def _photo(record: Record) -> Photo | None:
    """What the first picture that goes with a text says of itself."""
    for _, one in records(record.get("associations")):
        if text_of(one.get("type")).lower() not in PICTURES:
            continue
        photo = Photo(
            credit=first(one, "creditline", "credit")
            or next((names[0] for key in BYLINES if (names := texts(one.get(key), *NAMES))), "")
            or first(one, "copyrightholder"),
            rights=" ".join(_rights(one, "usageterms") or _rights(one, "copyrightnotice")),
            caption=_plain(_description(one)),
        )
        if photo.credit or photo.caption:
            return photo
    return None
