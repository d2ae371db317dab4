"""The renditions of a text in JSON: under the names of ninjs in all its versions, and of interfaces that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsbrief.intake.wire.bodies import Body
from newsbrief.intake.wire.markup import Block, is_markup, of_html
from newsbrief.intake.wire.values import Record, first, records, text_of

# Where interfaces that are no agency's have the text.
CONTENTS = ("articlebody", "content", "content_html", "fulltext", "html")
# Under which key a record has the words of a field.
WORDS = ("value", "rendered", "text", "main", "html", "content")
# Texts about an item rather than the item's.
ABOUT = re.compile(r"(?:\b|_)(?:caption|teaser|summary|abstract|short|push|alert|seo|social)(?:\b|_)", re.IGNORECASE)


def bodies(record: Record) -> Iterator[tuple[bool, Body]]:
    """Every rendition of the text, `body_…` of 1.x, `bodies` of 2.x and 3.x; and whether it is one about the item."""
    for key, value in record.items():
        if (key == "body" or key.startswith("body_")) and isinstance(value, str):
            yield ABOUT.search(key) is not None, Body(*parted(value, key))
    for name, one in records(record.get("bodies")):
        role = text_of(one.get("role")) or name
        said = first(one, "value", "text", "content")
        yield ABOUT.search(role) is not None, Body(*parted(said, f"{role} {first(one, 'contenttype')}"))
    for several in (record.get("body"), record.get("bodies")):
        if isinstance(several, dict):
            for key, one in several.items():
                if isinstance(one, str):
                    yield ABOUT.search(key) is not None, Body(*parted(one, key))
    if not any(key == "bodies" or key.startswith("body") for key in record):
        yield from ((False, Body(*parted(words_of(record.get(key)), key))) for key in CONTENTS if key in record)


def words_of(value: object, lang: str = "") -> str:
    """The words of a field that is a string, or a record of strings: by language, or under a name."""
    if isinstance(value, dict):
        named = first(value, *((lang.lower(), lang[:2].lower()) if lang else ()), *WORDS)
        return named or next((one.strip() for one in value.values() if isinstance(one, str) and one.strip()), "")
    return text_of(value).strip() if isinstance(value, str) else ""


def parted(words: str, called: str = "") -> tuple[tuple[Block, ...], str]:
    """(blocks, text) of a string: unless it says that it is plain, what it looks like tells."""
    said = called.lower()
    plain = "text/plain" in said
    marked = is_markup(words) or ("html" in said and "&" in words)
    return (of_html(words), "") if marked and not plain else ((), words)
