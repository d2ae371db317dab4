"""What the extractors find in a text. Offsets count code points of the text given; `text[start:end]` is the words."""

from __future__ import annotations

from msgspec import Struct


class Sentence(Struct, frozen=True):
    """One sentence; sentences never cross a paragraph."""

    start: int
    end: int
    paragraph: int


class Timex(Struct, frozen=True):
    """A time expression. `type` and `value` are TIMEX3 (ISO-TimeML); `value` is "" when it cannot be resolved."""

    start: int
    end: int
    text: str
    type: str
    value: str


class Name(Struct, frozen=True):
    """A mention of a named thing. `kind`: person, organisation, place. `name`: the fullest form in the text.

    `role` is the article's own words beside a person's name ("South Korea's president"), else "".
    """

    start: int
    end: int
    text: str
    kind: str
    name: str
    role: str = ""


class QuoteSpan(Struct, frozen=True):
    """One marked segment, marks included. Segments of one broken quote share `group`.

    `kind`: direct (whole sentences or a clause that stands alone) or mixed (a fragment inside the reporter's sentence).
    """

    start: int
    end: int
    text: str
    group: int
    kind: str


class Attribution(Struct, frozen=True):
    """Who says a quote's group. `speaker` is the mention in the text, `name` the person meant or "" when unsure.

    `confidence` runs from 0 to 1; `cue` is the speech verb or "according to", "" when there is none.
    """

    group: int
    speaker: str
    start: int
    end: int
    name: str
    cue: str
    confidence: float


class Occasion(Struct, frozen=True):
    """When a group was said (an ISO day, or "") and on what occasion, in the article's words ("told the chamber")."""

    group: int
    day: str
    words: str


class DatedEvent(Struct, frozen=True):
    """A sentence or clause that tells of something on a date. `date` is EDTF; `when` the words that date it.

    `claim`: the group of the quote whose speaker says so, None where the reporter does.
    """

    start: int
    end: int
    text: str
    date: str
    when: str
    claim: int | None = None


class Mentions(Struct, frozen=True):
    """All that the extractors say about one text. `undated` are expressions that no calendar date was found for."""

    sentences: tuple[Sentence, ...] = ()
    dates: tuple[Timex, ...] = ()
    names: tuple[Name, ...] = ()
    quotes: tuple[QuoteSpan, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    events: tuple[DatedEvent, ...] = ()
    undated: tuple[Timex, ...] = ()
