"""The blocks of a page that no tree holds: read in one pass, however deep its elements stand in one another."""

from __future__ import annotations

from lxml.etree import HTMLParser

from newsbrief.intake.page.body import Block, levelled
from newsbrief.intake.page.look import plain
from newsbrief.intake.page.slim import PARTING

KINDS = {"h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4", "li": "item", "blockquote": "quote"}
# These end a block; `p` begins one, and text in none of these is no paragraph.
TEXT = frozenset({"p", *KINDS})
APART = frozenset(
    {"div", "section", "article", "main", "table", "tr", "td", "ul", "ol", "dl", "h1", "hr", "header", "footer", "body"}
)
HIDDEN = frozenset({"script", "style", "noscript", "template", "nav", "aside", "form", "button", "select", "figure"})


def plainly(source: str) -> tuple[Block, ...]:
    """Every paragraph, heading, item and quote of a page, in order."""
    parser = HTMLParser(target=_Blocks())
    parser.feed(source)
    found: list[Block] = parser.close()
    return tuple(levelled(found))


class _Blocks:
    """What lxml tells of a page, tag by tag."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.text: list[str] = []
        self.kind: str | None = None
        self.hidden: list[str] = []

    def start(self, tag: str, attributes: object) -> None:
        if tag in HIDDEN:
            self.hidden.append(tag)
        elif tag in TEXT:
            quoted = tag == "p" and self.kind in ("quote", "item") and not self.text
            self._flush()
            self.kind = self.kind if quoted else KINDS.get(tag, "")
        elif tag in APART:
            self._flush()
            self.kind = None
        elif tag == "br":
            self.text.append(" ")

    def end(self, tag: str) -> None:
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()
        elif tag in TEXT or tag in APART:
            self._flush()
            self.kind = None

    def data(self, text: str) -> None:
        if self.kind is not None and not self.hidden:
            self.text.append(text)

    def close(self) -> list[Block]:
        self._flush()
        return self.found

    def _flush(self) -> None:
        parts = "".join(self.text).split(PARTING)
        self.text.clear()
        if self.kind is not None:
            self.found += [Block(self.kind, said) for part in parts if (said := plain(part))]
