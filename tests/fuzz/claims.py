"""What is true of every file, whatever is in it."""

from __future__ import annotations

import datetime as dt
import json
import re
import warnings

from msgspec import to_builtins
from msgspec.structs import replace

from newsbrief import document, extract, intake, rules
from newsbrief.desk import compose, raw_files
from newsbrief.document.moment import moment_of
from newsbrief.intake.decode import decoded
from newsbrief.model.article import KINDS, Article, Delivery, Reading
from newsbrief.model.brief import Brief, BriefEvent, BriefQuote, Moment, RawRecord
from newsbrief.model.mentions import Mentions
from newsbrief.model.refusal import RefusedError

NAME = "2029-05-04-ferry.txt"
DAY = Moment(dt.date(2029, 5, 4))
LINE_END = re.compile(rb"\r\n?|\n")
# What no line holds: control characters and line ends of every kind; halves of characters cannot be saved.
NO_LINE = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
LENGTH = 200
# What the desk makes of an article that changed, for a file that people may have written whatever they like into.
FRESH = document.stamp(
    Brief(
        title="Council keeps the morning ferry",
        date=DAY,
        tags=("Ferry",),
        quotes=(BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg"),),
        events=(BriefEvent("e1", "2029-05-03", "on Thursday", "The council voted"),),
        body="“The tide keeps no calendar,” said Mira Solberg.\n\nThe council voted on Thursday.",
    )
)


def read_alike(data: bytes) -> None:
    """A file is an article or is refused, twice the same; the whole desk agrees."""
    articles, reasons = read_or_refused(data)
    assert (articles, reasons) == read_or_refused(data)
    for article in articles:
        sound_article(article, lines_of(data))
    if articles:
        desk(data)
    else:
        sound_refusal(reasons, lines_of(data))


def lines_of(data: bytes) -> int:
    """How many lines a raw file has, in the encoding in which it is read."""
    try:
        return 1 + decoded(data).count("\n")
    except RefusedError:
        return 1 + data.count(b"\n") + data.count(b"\r")


def read_or_refused(data: bytes) -> tuple[tuple[Article, ...], tuple[tuple[int, str], ...]]:
    """The articles, or why there is none; nobody hears the libraries warn."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return intake.articles(data, NAME), ()
    except RefusedError as refused:
        return (), refused.reasons


def sound_refusal(reasons: tuple[tuple[int, str], ...], lines: int) -> None:
    """Each reason is one line and names a line of the file, or 0."""
    assert reasons
    for line, reason in reasons:
        assert 0 <= line <= lines
        assert reason.strip()
        assert "\n" not in reason


def sound_article(article: Article, lines: int) -> None:
    """A headline and a body of whole lines, each with its place; all of it can be saved. Items may have no body."""
    assert article.headline
    assert article.paragraphs or article.delivery
    assert len(article.lines) == len(article.paragraphs)
    assert all(0 <= line <= lines for line in article.lines)
    assert len(article.kinds) in (0, len(article.paragraphs))
    assert set(article.kinds) <= set(KINDS)
    photo = article.photo
    told = (
        *(article.headline, *article.paragraphs, *article.authors, *article.source, *article.asides, *article.notes),
        *(article.date, article.lang, article.dateline, article.embargo),
        *((photo.credit, photo.rights, photo.caption) if photo else ()),
        *(delivered(article.delivery) if article.delivery else ()),
    )
    for words in told:
        assert not NO_LINE.search(words), words[:LENGTH]
        assert words == words.strip(), words[:LENGTH]
    assert all(words.strip() for words in (*article.paragraphs, *article.authors, *article.source))
    saved(article)


def delivered(sent: Delivery) -> tuple[str, ...]:
    """All texts of what an agency says."""
    names = (name for name in sent.__struct_fields__ if name not in ("subjects", "doubts"))
    return (*sent.subjects, *sent.doubts, *(getattr(sent, name) for name in names))


def saved(thing: Article | Reading | Mentions) -> None:
    """A value can be written as JSON and read back."""
    # Pictures are no part of what is read; they go to the desk as they came.
    row = {name: value for name, value in to_builtins(thing).items() if name != "pictures"}
    text = json.dumps(row, ensure_ascii=False)
    assert json.loads(text.encode("utf-8")) == json.loads(json.dumps(row))


def desk(data: bytes) -> None:
    """What the desk makes of each article is a brief that reads back from its file as it was written."""
    try:
        readings = raw_files.readings(data, NAME)
    except RefusedError as refused:  # nothing is left of some texts without their credit lines
        sound_refusal(refused.reasons, lines_of(data))
        return
    for reading in readings:
        brief_of(reading)


def brief_of(reading: Reading) -> None:
    """One of them."""
    assert reading.text.strip() or reading.delivery
    assert len(reading.kinds) in (0, len(reading.text.split("\n\n")))
    saved(reading)
    spoken = rules.load(rules.known(reading.lang) or rules.DEFAULT)
    day = moment_of(reading.date) if reading.date else DAY
    date = (day or DAY).day.isoformat()
    found = extract.mentions(reading.text, date, spoken)
    sound_mentions(reading.text, found)
    assert found == extract.mentions(reading.text, date, spoken)
    end = extract.embargo_end(reading.embargo, date, spoken)
    sent = reading.delivery or Delivery()
    made = compose.brief(
        reading,
        found,
        raw=RawRecord(NAME, "ab12", item=sent.item, version=sent.version, sent=sent.sent, killed=sent.kill),
        date=day or DAY,
        status="review",
        embargo=moment_of(end) if end else None,
        markdown=document.markdown,
    )
    reads_back(document.stamp(made))


def sound_mentions(text: str, found: Mentions) -> None:
    """Every mention stands in the text where it says, in order."""
    for members in (found.dates, found.names, found.quotes, found.undated):
        place = 0
        for one in members:
            assert place <= one.start < one.end <= len(text)
            assert text[one.start : one.end] == one.text
            place = one.end
    for event in found.events:
        assert text[event.start : event.end] == event.text
    groups = {quote.group for quote in found.quotes}
    for one in found.attributions:
        assert one.group in groups
        assert text[one.start : one.end] == one.speaker
    saved(found)


def reads_back(brief: Brief) -> None:
    """A brief's file reads back as that brief, and is written the same again; an update with itself changes nothing."""
    text = document.render(brief)
    read = document.parse(document.decode(text.encode("utf-8")))
    assert read == brief
    assert document.render(read) == text
    assert document.update(text, brief).identical


def front_matter(data: bytes) -> None:
    """A file is a brief or is refused; a brief reads back, takes new fields and the desk's news, and keeps its own."""
    try:
        text = document.decode(data)
        brief = document.parse(text)
    except RefusedError as refused:
        sound_refusal(refused.reasons, 1 + len(LINE_END.findall(data)))
        return
    lines = len(text.split("\n"))
    assert brief.title
    assert all(0 < line <= lines for line in brief.lines.values())
    assert all(0 < one.line <= lines for one in (*brief.quotes, *brief.events))
    assert 0 < brief.body_line <= lines + 1
    rendered = document.render(brief)
    again = document.parse(rendered)
    assert again == brief
    assert document.render(again) == rendered
    changed(text, brief)


def changed(text: str, brief: Brief) -> None:
    """One field changes and no other; the desk's news come in once."""
    try:
        spliced = document.parse(document.set_fields(text, {"status": "status: draft", "summary": None}))
    except RefusedError as refused:
        if "braces" not in str(refused):  # a map in braces has no lines that could change
            raise
        return
    wanted = replace(brief, status="draft", summary="")
    assert spliced == wanted
    with_body = document.parse(document.set_body(text, "One.\n\nTwo."))
    assert with_body == replace(brief, body="One.\n\nTwo.")
    once = document.update(text, FRESH)
    document.parse(once.text)
    assert document.update(once.text, FRESH).identical
