"""Signs that nobody sees: those that have no business in a text, and those that reorder what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

REPLACEMENT = "\ufffd"
# Control characters but tab, line feed and next line, and halves of surrogate pairs.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9), and the deprecated U+206A to
# U+206F. With them a name or a file can read otherwise than it is written ("Trojan Source", CVE-2021-42574). The marks
# U+200E, U+200F and U+061C stay: they move nothing but punctuation, and Arabic and Hebrew texts need them.
REORDERING = re.compile("[\u202a-\u202e\u2066-\u206f]")

Thing = TypeVar("Thing")


def cleaned(text: str) -> str:
    """The text with control characters shown as U+FFFD and without what reorders it."""
    # None of them is printable, and Python knows that faster than a pattern is looked for.
    if text.isprintable() or text.replace("\n", " ").isprintable():
        return text
    return CONTROL.sub(REPLACEMENT, REORDERING.sub("", text))


def all_cleaned(value: Thing) -> Thing:
    """The same for every text in a brief, but the raw article's name: that has to name a file as it is."""
    made: object = value
    if isinstance(value, str):
        made = cleaned(value)
    elif isinstance(value, tuple):
        made = tuple(all_cleaned(one) for one in value)
    elif isinstance(value, Mapping):
        made = {all_cleaned(key): all_cleaned(one) for key, one in value.items()}
    elif isinstance(value, Struct):
        names = [name for name in value.__struct_fields__ if name != "file"]
        made = replace(value, **{name: all_cleaned(getattr(value, name)) for name in names})
    return cast(Thing, made)
