"""Every kind of page a site can have. A new one is one more line here, and all checks are made on it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """`address` is a regular expression that the whole address has to match, relative to the site's root."""

    name: str
    address: str

    def has(self, address: str) -> bool:
        """Whether a page is of this kind."""
        return re.fullmatch(self.address, address) is not None


PART = "(topics|sections|people|stories|places|organisations)"
# What an older part of a long timeline has behind the timeline's address.
YEARS = r"(\d{4}(-\d\d)?/)?"
KINDS = (
    Kind("front page", r""),
    Kind("brief", r"\d{4}/\d\d/\d\d/[^/]+/"),
    Kind("timeline", rf"timeline/{YEARS}"),
    Kind("timeline of a part", rf"timeline/{PART}/[^/]+/{YEARS}"),
    Kind("filtered timeline", rf"timeline/({PART}/[^/]+/)?(news|announced)/{YEARS}"),
    Kind("quotes", r"quotes/"),
    Kind("quote", r"quotes/\d{4}-\d\d-\d\d-[^/]+/"),
    Kind("letter", r"quotes/(?!\d{4}-)[^/]+/"),
    Kind("people", r"people/"),
    Kind("person", r"people/[^/]+/"),
    Kind("topics", r"topics/"),
    Kind("topic", r"topics/[^/]+/"),
    Kind("sections", r"sections/"),
    Kind("section", r"sections/[^/]+/"),
    Kind("authors", r"authors/"),
    Kind("author", r"authors/[^/]+/"),
    Kind("stories", r"stories/"),
    Kind("story", r"stories/[^/]+/"),
    Kind("places", r"places/"),
    Kind("place", r"places/[^/]+/"),
    Kind("organisations", r"organisations/"),
    Kind("organisation", r"organisations/[^/]+/"),
    Kind("numbered page", r"(topics|sections|authors|places|organisations|people|corrections)/([^/]+/)?\d+/"),
    Kind("archive", r"archive/"),
    Kind("period", r"\d{4}/(\d\d/){0,2}"),
    Kind("corrections", r"corrections/"),
    Kind("search", r"search/"),
    Kind("own page", r"(about|corrections-policy)/"),
    Kind("missing page", r"404\.html"),
)
NAMED = {kind.name: kind for kind in KINDS}
# Kinds that are still to come; the first page takes a kind off this list.
AWAITED: frozenset[str] = frozenset()
# Kinds that only a site of some hundred briefs has.
LONG = frozenset({"numbered page"})
# Addresses for which a server has no page.
MISSING = "no/such/page/"
