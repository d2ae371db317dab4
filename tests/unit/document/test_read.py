"""Files read as briefs, and files refused."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.document import parse
from newsbrief.model.article import Photo
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote, Moment, Review
from newsbrief.model.refusal import RefusedError
from tests.effort import examples
from tests.unit.document.any_brief import FILE

HEAD = "---\ntitle: Lumen\ndate: 2031-05-02\n"


def reasons(front: str) -> tuple[tuple[int, str], ...]:
    """What is wrong with a file whose first two fields, on lines 2 and 3, are right."""
    with pytest.raises(RefusedError) as refused:
        parse(f"{HEAD}{front}\n---\nBody.\n")
    return refused.value.reasons


def test_a_person_s_file_is_read() -> None:
    """A file with comments, quotation marks and another spelling of a field is the brief that its writer meant."""
    brief = parse(FILE)
    assert brief.title == "Harbour of Lumen to close: mayor"
    assert brief.date == Moment(dt.date(2031, 5, 2))
    assert brief.authors == ("Staff",)
    assert brief.tags == ("Harbour", "Lumen")
    assert brief.people == (BriefPerson("Ada Quill", "mayor of Lumen"),)
    assert brief.quotes[1] == BriefQuote("q2", ("The cranes are old", "nobody repairs them"), "Bo Tarn", line=16)
    assert brief.events == (BriefEvent("e1", "2031-05-01", "on Thursday", "The council voted", line=22),)
    assert brief.unknown == {"mood": "calm"}
    assert (brief.lines["title"], brief.lines["authors"], brief.lines["raw"]) == (3, 6, 27)
    assert (brief.quotes[1].line, brief.events[0].line) == (16, 22)
    assert FILE.split("\n")[brief.body_line - 1] == "The council voted on Thursday."
    assert parse(FILE.replace("\n", "\r\n")) == brief
    assert pickle.loads(pickle.dumps(brief)) == brief  # noqa: S301


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("category: NO", "category", "NO"),
        ("category: 12:30", "category", "12:30"),
        ("category: 2022", "category", "2022"),
        ("category: @lumen", "category", "@lumen"),
        ("category: *Star* news", "category", "*Star* news"),
        ("category: !important", "category", "!important"),
        ('category: "Sea" and "Sky"', "category", '"Sea" and "Sky"'),
        ("category: 'Tis old", "category", "'Tis old"),
        ("category: [Opinion] Why", "category", "[Opinion] Why"),
        ("category: a: b  # so", "category", "a: b"),
        ("summary: He said: no,\n  and: left", "summary", "He said: no, and: left"),
        ("summary: >\n  a\n  b\n\n  c: d", "summary", "a b\nc: d"),
        ("authors: Ada Quill, Bo Tarn", "authors", ("Ada Quill, Bo Tarn",)),
        ("source: AP: wire", "source", ("AP: wire",)),
        ("tags: a, b c,", "tags", ("a", "b c")),
        ("tags: ['a, b']", "tags", ("a, b",)),
        ("tags:", "tags", ()),
        ("Author: Ada Quill", "authors", ("Ada Quill",)),
        ("status: Published", "status", "published"),
        ("embargo: 2031-05-02 14:30", "embargo", Moment(dt.date(2031, 5, 2), dt.time(14, 30))),
        ("embargo: 2031-05-02T14:30:01Z", "embargo", Moment(dt.date(2031, 5, 2), dt.time(14, 30, 1), dt.UTC)),
        ("photo: Ada Quill", "photo", Photo("Ada Quill")),
        (
            "photo: {file: images/quay.jpg, alt: A quay, credit: Ada Quill}",
            "photo",
            Photo("Ada Quill", alt="A quay", file="images/quay.jpg"),
        ),
        ("people: [Ada Quill]", "people", (BriefPerson("Ada Quill"),)),
        ("reviewed: {by: Bo, on: 2031-05-03}", "reviewed", Review("Bo", dt.date(2031, 5, 3))),
        ("quotes:\n- {id: q1, text: a, lead: Yes}", "quotes", (BriefQuote("q1", ("a",), lead=True),)),
        ("quotes:\n- {id: q1, text: a, lead: false}", "quotes", (BriefQuote("q1", ("a",)),)),
        ("quotes:\n- {id: q1, text: a, lead: }", "quotes", (BriefQuote("q1", ("a",)),)),
        ("silence: {no-date: told so}", "silence", {"no-date": "told so"}),
        ("x: [a, b]", "unknown", {"x": "a, b"}),
        ("x: ['', a, ' ']", "unknown", {"x": "a"}),
        ("x: {a: [b]}", "unknown", {"x": '{"a": ["b"]}'}),
    ],
)
def test_fields_have_the_types_of_the_schema(line: str, field: str, value: object) -> None:
    """YAML's guesses do not count, and texts that YAML refuses are read as they are meant."""
    assert getattr(parse(f"{HEAD}{line}\n---\n"), field) == value


def test_mended_lines_do_not_move() -> None:
    """A line after a mended text still has its own number."""
    brief = parse(f"{HEAD}summary: He said: no,\n  and: left\nquotes:\n- id: q1\n  text: It is: so\n---\n\n\nBody.")
    assert brief.quotes == (BriefQuote("q1", ("It is: so",), line=7),)
    assert brief.body_line == 12


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("status: publishd", 4, 'unknown status "publishd"; use draft, review, published, retracted or withdrawn'),
        ("rights: stolen", 4, 'unknown rights "stolen"; use own, licensed or excerpt'),
        ("slug: [a]", 4, "`slug` is a list; write one text"),
        ("slug: {a: b}", 4, "map in braces"),
        ("tags: {a: b}", 4, "map in braces"),
        ("slug: a\ntags: b\nslug: c", 6, "`slug` stands on lines 4 and 6"),
        ("author: a\nauthors: b", 5, "on line 4 are one field"),
        ("photo: {credit: a, credit: b}", 4, "`credit` stands on lines 4 and 4"),
        ("photo: {credits: a}", 4, 'no key "credits"; use file, alt, credit, rights, caption'),
        ("modified: yesterday", 4, 'no date newsbrief can read; write 2023-09-21'),
        ("embargo: 2031-02-30", 4, "no date newsbrief can read"),
        ("embargo: 2031-05-02 25:00", 4, "no date newsbrief can read"),
        ("x: &a b", 4, "anchor"),
        ("x: *a", 4, "alias"),
        ("x: !a b", 4, "tag"),
        ("x: !!python/name:os.system b", 4, "tag"),
        ("x: !!binary aGVsbG8=", 4, "tag"),
        ("x: !<tag:yaml.org,2002:python/object/new:type> b", 4, "tag"),
        ("x: [[[[[[[[[[[[[[a]]]]]]]]]]]]]]", 4, "nested more than 12 deep"),
        ("? [a]\n: b", 4, "a list or map stands where a field's name is expected"),
        ("x: 'a", 4, "never closed"),
        ("x:\n\t- a", 5, "with spaces"),
        ("x: a\x07", 4, "U+0007"),
        ("quotes: q", 4, "no list"),
        ("quotes:\n- id: q1", 5, "this quote has no text"),
        ("events:\n- {id: e1, date: 2029, claim: q4}", 5, 'claimed in the quote "q4", which is not here'),
        ("quotes:\n- text: a", 5, "this quote has no id"),
        ("quotes:\n- id: Q 1\n  text: a", 5, "small letters"),
        ("quotes:\n- {id: a, text: b}\nevents:\n- {id: a, date: 2031}", 7, "the id a stands on lines 5 and 7"),
        ("quotes:\n- id: q1\n  text: a\n  lead: 1", 7, '`lead` is "1"; write `true`'),
        ("quotes:\n- id: q1\n  text: a\n  lead: [true]", 7, "`lead` is a list"),
        ("events:\n- {id: e1}", 5, "no date"),
        ("events:\n- id: e1\n  date: 2031-02-30", 6, "not in the calendar"),
        ("events:\n- {id: e1, date: 2031, same: no}", 5, '`same` "no" names no event; write a brief'),
        ("events:\n- id: e1\n  date: 2031\n  apart: 2031/05/02/harbour/#e1", 7, "`apart` "),
        ("events:\n- id: e1\n  date: 2031\n  same:\n  - a#e1\n  - b", 9, '"b" names no event'),
        ("events:\n- id: e1\n  date: 2031\n  same: {a: b}", 7, "`same`"),
        ("events:\n- id: e1\n  date: 2031\n  same: a#e1\n  apart: [b#e1, a#e1]", 8, "both name a#e1"),
        ("people:\n- role: mayor", 5, "no name"),
        ("notes:\n- kind: rumour\n  text: a", 5, 'unknown kind of note "rumour"'),
        ("notes:\n- kind: update", 5, "this note has no text"),
        ("reviewed: {on: 2031-05-02}", 4, "names nobody"),
        ("silence: {no-date: }", 4, "without a reason"),
        ("raw: {file: a, last: {q: x}}", 4, "raw.last holds numbers"),
        ("- a", 4, ""),
    ],
)  # fmt: skip
def test_each_fault_is_named_with_its_line(front: str, line: int, words: str) -> None:
    """A fault is refused in one line of text that tells its line and what to do."""
    assert any(at == line and words in reason for at, reason in reasons(front)), reasons(front)
    assert all("\n" not in reason for _, reason in reasons(front))


def test_all_faults_of_a_file_are_told_at_once() -> None:
    """One refusal holds every problem, in the order of the lines."""
    text = "---\ntitle: #1\nstatus: x\nquotes:\n- id: A\nevents:\n- {id: e1, date: soon}\n---\n"
    with pytest.raises(RefusedError) as refused:
        parse(text)
    assert [line for line, _ in refused.value.reasons] == [1, 2, 3, 5, 5, 7]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Title: a\n\nBody", 1, "does not begin with front matter"),
        ("\n---\ntitle: a\n", 2, "never closed"),
        ("---\n---\n", 1, "the title is missing"),
        ("---\n# only\n---\n", 1, "the date is missing"),
        ("---\n- a\n---\n", 2, "has no fields"),
        ("---\n" + "[" * 100_000 + "\n---\n", 2, "nested"),
        ("---\n" + "- " * 100_000 + "\n---\n", 2, "has no fields"),
    ],
)
def test_files_that_are_no_briefs_are_refused(text: str, line: int, words: str) -> None:
    """A file without front matter, or with something else in its place, is refused with the line."""
    with pytest.raises(RefusedError) as refused:
        parse(text)
    assert any(at == line and words in reason for at, reason in refused.value.reasons), refused.value.reasons


def test_the_body_has_no_control_characters() -> None:
    """Control characters and lone surrogates in the body are shown as U+FFFD; tabs stay."""
    assert parse(f"{HEAD}---\n\n\n  a\x00\tb\x1b\ud800\n\n").body == "  a\ufffd\tb\ufffd\ufffd"


@given(st.text("---\n :#'\"[]{}&*!|>-titledaquos1\t\\", max_size=60))
@settings(max_examples=examples(500), deadline=None, derandomize=True)
def test_any_front_matter_is_read_or_refused(front: str) -> None:
    """No text makes the reader fail otherwise than with a refusal that has a line and one line of reason."""
    try:
        parse(f"{HEAD}{front}\n---\nBody\n")
        found: tuple[tuple[int, str], ...] = ()
    except RefusedError as refused:
        found = refused.reasons or ((0, ""),)
    assert all(line > 0 and "\n" not in reason for line, reason in found)
