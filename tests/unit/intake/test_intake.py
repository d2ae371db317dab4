"""Sniffing, encodings and refusals."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief import intake
from newsbrief.model.refusal import RefusedError
from tests.effort import examples

NO_HEADLINE = (
    "no headline: line {line} reads like a paragraph; "
    "put the headline on a line of its own, with an empty line after it"
)
TEXT = "Harbour reopens\n\nThe boats came back.\n"


def reasons(data: bytes) -> tuple[tuple[int, str], ...]:
    with pytest.raises(RefusedError) as caught:
        intake.read(data, "a.txt")
    return caught.value.reasons


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        f"# {TEXT}".encode(),
        b"---\ntitle: Harbour reopens\n---\nThe boats came back.\n",
        b"<html><head><title>x</title></head><body><h1>Harbour reopens</h1><p>The boats came back.</p></body></html>",
    ],
)
def test_forms(data: bytes) -> None:
    """One article in many forms and encodings is one article."""
    article = intake.read(data, "a")
    assert (article.headline, article.paragraphs) == ("Harbour reopens", ("The boats came back.",))


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"", 0, "empty file"),
        (b" \n\n ", 0, "empty file"),
        (b"\xef\xbb\xbf \n", 0, "empty file"),
        (b"Head\n\nBody \xff\x02\n", 3, "not UTF-8: byte 0xFF cannot stand here; save the file as UTF-8"),
        (b"Head\n\x00\n", 2, "not a text file: it holds NUL bytes"),
        (b"\xff\xfeH\x00\x00", 1, "not UTF-16, though it begins with its byte order mark"),
        (b"Head\n\n" + b"a" * 200_001, 3, "a line of 200,001 characters; an article's has at most 200,000"),
        (b"Head", 1, "no body: nothing stands after the headline"),
        (b"# Head\n", 1, "no body: nothing stands after the headline"),
        (b"<html><p>text and more</p></html>", 0, "no headline: the page has no h1, og:title or title"),
        (b"<html><h1>Head</h1></html>", 0, "no body: the page has no paragraphs of text"),
        (
            b"The boats came back on a long and quiet day. The harbour was open again, and nobody had come.\n\nMore.",
            1,
            NO_HEADLINE.format(line=1),
        ),
        (b"\nThe boats came back after dark\nand the harbour was open.\n\nMore.", 2, NO_HEADLINE.format(line=2)),
    ],
)
def test_refused(data: bytes, line: int, reason: str) -> None:
    """A file that is no article is refused with its line and a reason to act on."""
    assert reasons(data) == ((line, reason),)


def test_too_large_is_refused_at_once() -> None:
    """Fifty megabytes in one line are refused before anything is read."""
    data = b"a" * 52_428_800
    begun = time.perf_counter()
    assert reasons(data) == ((0, "52,428,800 bytes; an article has at most 10,000,000"),)
    assert time.perf_counter() - begun < 0.5


@settings(derandomize=True, deadline=None, max_examples=examples(200))
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_anything_is_read_or_refused(data: bytes) -> None:
    """Any bytes give an article with a headline and a body, or a refusal, and nothing else."""
    try:
        article = intake.read(data, "a")
    except RefusedError:
        return
    assert article.headline
    assert article.paragraphs
    assert len(article.lines) == len(article.paragraphs)
    assert not any("\n" in paragraph for paragraph in article.paragraphs)
