"""What words must be like before they are stated as facts to machines: `stated.toml`, and the agencies' names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

from newsbrief.rules import languages, table, tables


class Stated(Struct, frozen=True):
    """`credits` are whole bylines, small; the patterns are those of `stated.toml`, most for small letters."""

    credits: frozenset[str]
    bodies: re.Pattern[str]
    notices: re.Pattern[str]
    no_titles: re.Pattern[str]
    bare_kin: re.Pattern[str]

    def is_organisation(self, byline: str) -> bool:
        """Whether a byline is nobody's own name by its words alone."""
        small = _small(byline)
        return small in self.credits or self.bodies.search(small) is not None

    def is_notice(self, rights: str) -> bool:
        """Whether rights are a notice of copyright."""
        return self.notices.search(_small(rights)) is not None

    def is_title(self, role: str) -> bool:
        """Whether a role is an office or trade, as a job's title is."""
        return bool(role) and self.no_titles.search(_small(role)) is None

    def is_bare_kin(self, role: str) -> bool:
        """Whether a role is kinship without whose: "mother", "elder brother"."""
        return self.bare_kin.fullmatch(" ".join(role.split())) is not None


@cache
def stated() -> Stated:
    """The rules for all languages together: briefs of several may stand on one site."""
    rules = tables.read("stated")
    bylines, notices, titles = rules["bylines"], rules["notices"], rules["titles"]
    words, articles = _either(bylines["words"]), _either(bylines["articles"])
    kin, large = _either(titles["kin"]), _either(titles["large_kin"])
    signs, no = _either(notices["signs"]), "".join(rf"(?<!\b{re.escape(word)} )" for word in notices["not"])
    return Stated(
        credits=frozenset(map(_small, _credits())),
        bodies=re.compile(
            rf"^(?:(?:{articles}) )?(?:{words})(?:\s|$)|\s(?:{words})$|(?:{_either(bylines['endings'])})$"
        ),
        notices=re.compile(rf"{signs}|{no}(?:{_either(notices['words'])})"),
        no_titles=re.compile(
            rf"^(?:{_either(titles['openings'])})\s|(?:^|\s)(?:{kin}|{large})$"
            rf"|^(?:\w+\s)?(?:{kin}|{large}) (?:of|von|der|des)\s"
        ),
        bare_kin=re.compile(rf"(?:(?:{_either(titles['before'])}) )?(?:{kin}|(?i:{large}))"),
    )


def _credits() -> list[str]:
    found = []
    for lang in languages():
        lines = table(lang, "credits")
        found += lines["staff"]["words"]
        found += [form.strip() for line in lines["agencies"]["names"] for form in line.split("|")]
    return found


def _small(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


def _either(words: list[str]) -> str:
    return "|".join(re.escape(_small(word)) for word in sorted(words, key=lambda word: (-len(word), word)))
