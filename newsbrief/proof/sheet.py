"""What the proof of one brief shows, as plain data: two texts with their marks, and the facts that these stand for."""

from __future__ import annotations

from msgspec import Struct

# What a mark may be; a fact's kind is one of these too, except that a speaker is part of a quote.
KINDS = ("speaker", "date", "name", "quote", "event")


class Mark(Struct, frozen=True):
    """Words of a text that belong to a fact. `label`: what is said beside them, "" for nothing."""

    start: int
    end: int
    key: str
    kind: str
    label: str = ""


class Segment(Struct, frozen=True):
    """A stretch of words under the same marks: the narrowest comes first.

    `opens` and `closes`: those that begin and that end here; `first`: the keys that the text has here first.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()
    first: tuple[str, ...] = ()


class Paragraph(Struct, frozen=True):
    """`line` is the one of the brief's file on which it begins, 0 in a raw article."""

    segments: tuple[Segment, ...]
    line: int = 0


class Fact(Struct, frozen=True):
    """A quote, event, date or name: `kind` is one of KINDS.

    `key` is its id in the brief; with a "_" in it, it has none. `lines`: first and last line to edit, (0, 0) for none.
    `told`: what else there is to say of it, as (what, words). `doubts`: why a person should look at it, in the words of
    `newsbrief check`. `loose`: what is missing where the text has it and the front matter has not, else "".
    """

    key: str
    kind: str
    words: str
    lines: tuple[int, int] = (0, 0)
    told: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()
    loose: str = ""


class Doubt(Struct, frozen=True):
    """Something to look at. `line` is the file's, 0 for the whole file.

    `about`: the id of the quote or event that is meant, `span` the words of the body; where neither is known, the line
    and the message tell.
    """

    line: int
    message: str
    about: str = ""
    span: tuple[int, int] | None = None


class Raw(Struct, frozen=True):
    """What the desk reads in a raw article. `around`: what stands about the text, as (what, words).

    `refused`: why it cannot be read, "" if it can.
    """

    file: str
    paragraphs: tuple[Paragraph, ...] = ()
    around: tuple[tuple[str, str], ...] = ()
    refused: str = ""


class Sheet(Struct, frozen=True):
    """The proof of one brief. `path` is below the folder of briefs and without ".md"; `file` as messages name it.

    `source`: the file's lines. `raw` is None where the raw article is not there.
    """

    path: str
    file: str
    title: str = ""
    status: str = ""
    source: tuple[str, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    raw: Raw | None = None
    facts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def unsure(self) -> int:
        """How many things a person should look at."""
        return len(self.doubts) + sum(bool(fact.doubts) for fact in self.facts)

    @property
    def loose(self) -> int:
        """How many things the text has and the front matter has not."""
        return sum(bool(fact.loose) and not fact.doubts for fact in self.facts)
