"""The pieces that all agency forms share: instants, markup, renditions, JSON's values."""

from __future__ import annotations

import pytest

from newsbrief.intake.wire import form, values
from newsbrief.intake.wire.bodies import Body, best
from newsbrief.intake.wire.markup import Block, of_html
from newsbrief.intake.wire.prolog import root_name
from newsbrief.intake.wire.times import instant, waits
from newsbrief.model.refusal import RefusedError


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2029-05-04", "2029-05-04"),
        ("20290504", "2029-05-04"),
        ("2029-05-04T09:12:33Z", "2029-05-04T09:12:33Z"),
        ("2029-05-04T09:12:33.123456789+02:00", "2029-05-04T09:12:33+02:00"),
        ("20290504T091233+0100", "2029-05-04T09:12:33+01:00"),
        ("20290504T0912Z", "2029-05-04T09:12:00Z"),
        ("2029-05-04 09:12", "2029-05-04T09:12:00"),
        ("Fri, 4 May 2029 16:12:09 +0100", "2029-05-04T16:12:09+01:00"),
        ("Fri, 04 May 2029 16:12:09 GMT", "2029-05-04T16:12:09+00:00"),
        ("2029-13-04", ""),
        ("2029-05-04T29:12:33Z", ""),
        ("yesterday", ""),
        ("", ""),
        ("9" * 5000, ""),
    ],
)
def test_instants(words: str, iso: str) -> None:
    """Every way in which agencies write an instant is ISO 8601 with its zone; anything else is none."""
    assert instant(words) == iso


@pytest.mark.parametrize(
    ("released", "issued", "waiting"),
    [
        ("2029-05-05T06:00:00Z", "2029-05-04T09:00:00Z", True),
        ("2029-05-04T09:15:00Z", "2029-05-04T09:00:00Z", True),
        ("2029-05-04T09:00:40Z", "2029-05-04T09:00:00Z", False),
        ("2029-05-04T10:00:00+02:00", "2029-05-04T09:00:00Z", False),
        ("2029-05-04T09:15:00Z", "2029-05-04", False),
        ("2029-05-05", "2029-05-04T09:00:00", True),
        ("", "2029-05-04", False),
        ("2029-05-05", "", False),
    ],
)
def test_releases_that_wait(released: str, issued: str, waiting: bool) -> None:
    """A release is an embargo where it comes clearly after the issue."""
    assert waits(released, issued) is waiting


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>One.</p><p>Two.</p>", [("", "One."), ("", "Two.")]),
        ("One <b>bold</b> word.", [("", "One bold word.")]),
        ("One.<br/><br/>Two.", [("", "One."), ("", "Two.")]),
        ("<p>A line<br>and another.</p>", [("", "A line and another.")]),
        (f"{'a ' * 40}one.<br>{'b ' * 40}two.", [("", f"{'a ' * 40}one."), ("", f"{'b ' * 40}two.")]),
        ("First paragraph &amp; more.\n\nSecond <i>one</i>.", [("", "First paragraph & more."), ("", "Second one.")]),
        ("<h3>Head</h3><p>Text.</p><h5>Sub</h5>", [("h2", "Head"), ("", "Text."), ("h3", "Sub")]),
        ("<ul><li>One</li><li><p>Two</p></li></ul>", [("item", "One"), ("item", "Two")]),
        ("<ol><li>One</li></ol>", [("number", "One")]),
        ("<blockquote><p>One.</p><p>Two.</p></blockquote>", [("quote", "One."), ("quote", "Two.")]),
        ("<p>He said <q>yes</q>.</p>", [("", "He said “yes”.")]),
        ("<pre>One\nline.\n\nTwo.</pre>", [("", "One line."), ("", "Two.")]),
        ("<p>Words<script>alert(1)</script>.</p><style>p{}</style>", [("", "Words.")]),
        (
            "<p>One.</p><figure><img src=x><figcaption>No.</figcaption></figure><p>Two.</p>",
            [("", "One."), ("", "Two.")],
        ),
        ("<table><tr><td>Goals</td><td>3</td></tr></table><p>Text.</p>", [("", "Text.")]),
        ("<p>Open <b>never closed", [("", "Open never closed")]),
        ("<p></p>  ", []),
        ("", []),
    ],
)
def test_blocks_of_html(source: str, blocks: list[tuple[str, str]]) -> None:
    """Paragraphs, headings, items and quoted paragraphs are found in whole pages' and fragments' HTML."""
    assert of_html(source) == tuple(Block(kind, text.strip()) for kind, text in blocks)


def test_what_stands_too_deep_keeps_its_words() -> None:
    """HTML deeper than a tree may be is read for its words alone."""
    deep = "<div>" * 300 + "<p>One.</p><script>alert(1)</script><p>Two.</p>"
    assert [block.text for block in of_html(deep)] == ["One.", "Two."]


LONG = Body(text="One sentence of the text. " * 20)
PARTED = Body(blocks=tuple(Block("", "One sentence of the text.") for _ in range(20)))
SHORT = Body(text="One sentence.")


@pytest.mark.parametrize(
    ("bodies", "lang", "chosen"),
    [
        ([SHORT, LONG], "", LONG),
        ([LONG, PARTED, SHORT], "", PARTED),
        ([Body(text=LONG.text, lang="de"), Body(text="x" * 800, lang="en-GB")], "de", Body(text=LONG.text, lang="de")),
        ([Body(), Body(text=" ")], "", None),
        ([], "", None),
    ],
)
def test_best_rendition(bodies: list[Body], lang: str, chosen: Body | None) -> None:
    """In the item's language, whole, and with the most paragraphs."""
    assert best(bodies, lang) == chosen


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"headline": "x"}', "json"),
        (' [ {"uri": 1} ]', "json"),
        ('<?xml version="1.0"?><!-- a --><!DOCTYPE nitf SYSTEM "x" []><n:nitf>', "xml"),
        ("<rss version='2.0'>", "xml"),
        ("<rdf:RDF>", "xml"),
        ('<?xml version="1.0"?><svg>', "xml"),
        ("<contentMeta>", "xml"),
        ("<!doctype html><html>", ""),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="z">', ""),
        ("<html><nitf>", ""),
        ("<p>One.</p>", ""),
        ("[Editor's note: x]", ""),
        ("{x}", ""),
        ('["Ferry stays", she said]', ""),
        ("A <nitf> walks in.", ""),
        ("", ""),
    ],
)
def test_forms_are_told_by_content(text: str, kind: str) -> None:
    """A text is an agency's file by how it begins; pages and plain texts are none."""
    assert form(text) == kind


def test_root_is_found_behind_anything() -> None:
    """What may stand before a root does not hide it."""
    assert (
        root_name('\n<?xml?>\n<?xml-stylesheet href="a>b"?><!-- <rss> -->\n<!DOCTYPE a [<!ENTITY b ">">]>\n<A:FEED x>')
        == "feed"
    )
    assert root_name("<!-- <rss> ") == ""


def test_keys_have_one_case_and_texts_whole_signs() -> None:
    """Camel case is lower case, the first of two keys counts, and half a sign is none."""
    assert values.parsed('{"pubStatus": "a", "pubstatus": "b", "x": ["\\ud800"]}') == {
        "pubstatus": "a",
        "x": ["\ufffd"],
    }


def test_a_value_a_line() -> None:
    """JSON Lines are a list."""
    assert values.parsed('{"a": 1}\n\n{"a": 2}\n') == [{"a": 1}, {"a": 2}]


def test_json_names_its_line() -> None:
    """What is wrong is named where it stands."""
    with pytest.raises(RefusedError) as refused:
        values.parsed('{"a": 1,\n "b" 2}')
    assert refused.value.reasons == ((2, "not JSON: expecting ':' delimiter"),)
