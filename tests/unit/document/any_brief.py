"""Briefs for these tests: hypothesis strategies, and one file as a person leaves it. All names are invented."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.model.article import Photo
from newsbrief.model.brief import (
    NOTE_KINDS,
    RIGHTS,
    STATUSES,
    Brief,
    BriefEvent,
    BriefPerson,
    BriefQuote,
    Moment,
    Note,
    RawRecord,
    Review,
)

FILE = """\
---
# checked twice
title:  Harbour of Lumen to close: mayor
date: 2031-05-02            # the print edition's day
status: review
author: Staff
tags: [Harbour, "Lumen"]
people:
- {name: Ada Quill, role: mayor of Lumen}   # spelled so by herself

# said in the hall
quotes:
- id: q1
  speaker: Ada Quill
  text: We will not keep it open
- id: q2
  speaker: Bo Tarn
  text:                # broken by "he said"
  - The cranes are old
  - nobody repairs them
events:
- id: e1
  date: 2031-05-01
  when: on Thursday
  text: The council voted
mood: calm
raw: {file: 2031-05-02-harbour.txt, sha256: ab12}
# the end
---

The council voted on Thursday.

"We will not keep it open," said Ada Quill.
"""


SIGNS = "\"'#:-[]{}&*!|>%@`,?=~\\. \u00a0\u2028\ufeff\uffff\u0301\U0001f600éß“’–0129noNO"


def words(breaks: str = "") -> st.SearchStrategy[str]:
    """Texts of the signs that YAML minds and some others, without control characters; `breaks` are allowed besides."""
    return st.text(SIGNS + breaks, max_size=12).map(str.strip)


LINE = words().filter(bool)
TEXT = words("\n").filter(bool)
LINES = st.lists(LINE, max_size=4).map(tuple)
DAY = st.dates()
ZONE = st.none() | st.integers(-1400, 1400).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
MOMENT = st.builds(Moment, DAY) | st.builds(Moment, DAY, st.times(), ZONE)
EDTF = DAY.map(str) | st.sampled_from(["2022", "2023-09~", "199X", "2023-21", "2023-09-09/2023-09-10", "[2022,2023]"])
MAPPING = st.dictionaries(LINE, TEXT, max_size=3)
PHOTO = st.builds(Photo, words(), words("\n"), words("\n"), words(), words()).filter(lambda photo: photo != Photo())
QUOTE = st.builds(
    BriefQuote,
    st.just("q"),
    st.lists(TEXT, min_size=1, max_size=3).map(tuple),
    words(),
    st.just("") | EDTF,
    words(),
    words("\n"),
    st.booleans(),
)
CLAIM = st.sampled_from(["", "q1", "q3"])
ADDRESS = st.from_regex(r"https?://[a-z]{1,5}\.example(:[0-9]{2})?/[a-z0-9/?=&#%.:,~é-]{0,12}", fullmatch=True)
PATHS = st.lists(st.from_regex(r"/?[a-zé0-9_~-]{1,5}(/[a-z.]{0,3}[a-z]){0,2}/?", fullmatch=True), max_size=2).map(tuple)
NAMES = st.lists(st.from_regex(r"[a-z0-9-]{1,9}#[a-z0-9-]{1,3}", fullmatch=True), max_size=2, unique=True).map(tuple)
EVENT = st.builds(
    BriefEvent,
    st.just("e"),
    EDTF,
    words(),
    words("\n"),
    CLAIM,
    words(),
    words("\n"),
    NAMES,
    st.just(()) | st.just(("no-other-has-this#e1",)),
)
RAW = st.builds(
    RawRecord,
    LINE,
    words(),
    st.dictionaries(LINE, LINE, max_size=3),
    st.dictionaries(st.sampled_from("qe"), st.just("7")),
    unread=LINES,
)
UNKNOWN = st.dictionaries(LINE.map(lambda name: f"x-{name}"), words("\n"), max_size=2)


def _with_ids(brief: Brief) -> Brief:
    quotes = tuple(replace(quote, id=f"q{number}") for number, quote in enumerate(brief.quotes, 1))
    known = {quote.id for quote in quotes}
    events = tuple(
        replace(event, id=f"e{number}", claim=event.claim if event.claim in known else "")
        for number, event in enumerate(brief.events, 1)
    )
    return replace(brief, quotes=quotes, events=events)


BRIEF = st.builds(
    Brief,
    title=LINE,
    date=MOMENT,
    status=st.sampled_from(STATUSES),
    slug=words(),
    body=words("\n"),
    authors=LINES,
    source=LINES,
    link=st.just("") | ADDRESS,
    summary=words("\n"),
    tags=LINES,
    category=words(),
    lang=words(),
    modified=st.none() | MOMENT,
    dateline=words(),
    rights=st.sampled_from(["", *RIGHTS]),
    story=words(),
    embargo=st.none() | MOMENT,
    aliases=PATHS,
    photo=st.none() | PHOTO,
    people=st.lists(st.builds(BriefPerson, LINE, words()), max_size=3).map(tuple),
    organisations=LINES,
    places=LINES,
    quotes=st.lists(QUOTE, max_size=3).map(tuple),
    events=st.lists(EVENT, max_size=3).map(tuple),
    notes=st.lists(st.builds(Note, st.sampled_from(NOTE_KINDS), TEXT, st.none() | DAY, words()), max_size=2).map(tuple),
    reviewed=st.none() | st.builds(Review, LINE, st.none() | DAY),
    silence=MAPPING,
    raw=st.none() | RAW,
    unknown=UNKNOWN,
).map(_with_ids)


def without_lines(brief: Brief) -> Brief:
    """The brief as if it had never stood in a file."""
    quotes = tuple(replace(quote, line=0) for quote in brief.quotes)
    return replace(brief, quotes=quotes, events=tuple(replace(event, line=0) for event in brief.events))
