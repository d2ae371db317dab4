"""What newsrooms and their machines write around an article. Read apart from the other rules.

Only the desk needs it, so that `newsbrief annotate` never pays for reading it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from newsbrief.rules import tables

KINDS = (
    *("note", "embargo", "slug", "turn", "end", "rule", "tail", "closing", "furniture", "dated", "kicker"),
    *("caption", "links"),
)
# These are a line, never a paragraph.
SHORT = frozenset({"slug", "turn", "end", "rule", "kicker", "dated"})
PLACES = ("top", "bottom", "edge", "any")


class Form(Struct, frozen=True):
    """One form that a line of a kind takes; `pattern` matches it as a whole. `where` is one of PLACES."""

    kind: str
    where: str
    pattern: re.Pattern[str]


class Mail(Struct, frozen=True):
    """An e-mail's head and manners. `fields` maps a field in small letters to "from", "subject", "sent" or "other".

    `forwarded` finds the line above a letter that was passed on, `personal` what its writer says to its reader.
    """

    fields: Mapping[str, str]
    greeting: re.Pattern[str]
    closing: re.Pattern[str]
    prefix: re.Pattern[str]
    personal: re.Pattern[str]
    forwarded: re.Pattern[str]


class Copy(Struct, frozen=True):
    """The forms of what stands around an article, and of heads: `labels` maps a label in small letters to its field."""

    # Captions stand first. `long`: those that a whole paragraph may match.
    forms: tuple[Form, ...]
    long: tuple[Form, ...]
    prefix: re.Pattern[str]
    # What stands behind the last sentence; {agency} is any of the names given to `ending`.
    ended: str
    labels: Mapping[str, str]
    mail: Mail
    # What makes a byline of a name.
    byline: str
    # First parts of words that keep their hyphen at a line's end.
    hyphened: frozenset[str]


@cache
def load(lang: str = "en") -> Copy:
    """The rules of one language, with those of English, in which agencies and machines write, behind its own."""
    own = table(lang)
    both = [own] if lang == "en" else [own, table("en")]
    listed = [Form(line["kind"], line["where"], re.compile(line["pattern"])) for one in both for line in one["line"]]
    forms = tuple(sorted(listed, key=lambda form: form.kind != "caption"))
    return Copy(
        forms=forms,
        long=tuple(form for form in forms if form.kind not in SHORT),
        prefix=re.compile("|".join(one["headline"]["prefix"] for one in both)),
        ended=next(one["ending"]["pattern"] for one in both if "ending" in one),
        labels=_fields([one["labels"] for one in both]),
        mail=_mail([one["mail"] for one in both]),
        byline=own["headline"]["byline"],
        hyphened=frozenset(own["headline"]["hyphened"]),
    )


def table(lang: str) -> dict[str, Any]:
    """A language's rules as they stand, examples and all; English where it has none."""
    return tables.read(lang if tables.has(lang, "copy") else "en", "copy")


def _mail(tables: Iterable[Mapping[str, Any]]) -> Mail:
    listed = list(tables)
    return Mail(
        _fields(listed),
        *(
            re.compile("|".join(one[name] for one in listed))
            for name in ("greeting", "closing", "prefix", "personal", "forwarded")
        ),
    )


def _fields(tables: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
    """Each word to the field under which it is listed; the first list that has it counts."""
    found: dict[str, str] = {}
    for one in tables:
        for field, words in one.items():
            if isinstance(words, list) and field != "examples":
                for word in words:
                    found.setdefault(word, field)
    return found
