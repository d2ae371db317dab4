"""What trafilatura makes of a page that declares no headline, date or author itself."""

from __future__ import annotations

import re

from lxml.html import HtmlElement
from trafilatura import extract_metadata
from trafilatura.settings import Document

from newsbrief.intake.page.authors import named, reads_like_people
from newsbrief.intake.page.date import iso
from newsbrief.intake.page.look import plain
from newsbrief.rules.pages import Bylines

# The day after which it takes nothing for a date; its own would be the day of reading, and one page two dates.
LAST_DAY = "2100-01-01"
# What it looks for in a meta tag is shorter; its patterns take quadratic time.
LONGEST = 400
# It takes tags out of JSON-LD, and where many are unclosed that takes quadratic time, too.
TAGS = re.compile(r"<[^<>]*>|<")


class Guess:
    """Asks trafilatura once, and only if something is missing; `tree` must still be whole."""

    def __init__(self, tree: HtmlElement | None) -> None:
        self._tree = tree
        self._asked: Document | None = None

    def title(self) -> str:
        """The headline, or ""."""
        return plain(self._document().title)

    def date(self) -> str:
        """The day in ISO 8601, or ""."""
        return iso(self._document().date or "")

    def authors(self, rules: Bylines) -> tuple[str, ...]:
        """Names that read like people's; others are left out."""
        found = tuple(dict.fromkeys(named((self._document().author or "").replace(";", ","), rules)))
        return found if reads_like_people(found, rules) else ()

    def _document(self) -> Document:
        if self._asked is None:
            self._asked = _asked(self._tree)
        return self._asked


def _asked(tree: HtmlElement | None) -> Document:
    if tree is None:
        return Document()
    _spare(tree)
    settings = {"original_date": True, "extensive_search": False, "max_date": LAST_DAY}
    try:
        return extract_metadata(tree, date_config=settings, extensive=False)
    except Exception:  # a stranger's page; what it trips over is no fact of the article
        return Document()


def _spare(tree: HtmlElement) -> None:
    """Take out of a tree what trafilatura would need much time for and nothing of an article is in."""
    for tag in tree.iter("meta"):
        if len(content := tag.get("content", "")) > LONGEST:
            tag.set("content", content[:LONGEST])
    for tag in tree.iter("script"):
        tag.text = TAGS.sub(" ", tag.text or "")
    # libxml2 looks in an attribute for the end of each comment that begins there.
    for tag in tree.xpath("//*[@*[contains(., '<!--')]]"):
        for name, value in tag.items():
            tag.set(name, value.replace("<!--", " "))
