"""Plain text as Markdown."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from newsbrief.document import escape, plain
from tests.effort import examples

TAG = re.compile(r"<[^<>]*>")
SIGNS = "\\`*_{}[]()<>#+-.!|:~=&;^\"'/?%$@, \u00a0aA1x٣é“’"
# Signs that reorder text are no brief's: see `document.signs`.
REORDERING = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x2070))))
ANY = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=REORDERING)
LINE = st.text(SIGNS, max_size=25) | st.text(ANY, max_size=12)


def shown(markdown: str, extensions: list[str]) -> str:
    """What a browser shows of it, without white space at its ends."""
    return html.unescape(TAG.sub("", Markdown(extensions=extensions).convert(markdown)))


def even(text: str) -> str:
    return " ".join(text.split())


@given(LINE)
@example("AT&#65 x")
@example("&copy; &T; &x")
@example("[x]: y")
@example("*[x]: y")
@example("[^x]: y")
@example("```")
@example("~~~ a")
@example("<!-- a -->")
@example("<3 </x> <?php <b")
@example(": term")
@example("2031. A year")
@example("![a](b) [c][d] [e] [f]")
@example("- - -")
@example("\\")
@example("[TOC]")
@settings(max_examples=examples(1500), deadline=None, derandomize=True)
def test_any_line_is_shown_as_it_is(line: str) -> None:
    """Python-Markdown, with `extra` and without, and our own `plain` show the words that were escaped."""
    markdown = escape(line)
    assert even(shown(markdown, ["extra"])) == even(line)
    assert even(shown(markdown, [])) == even(line)
    assert even(plain(markdown)) == even(line)


@given(st.lists(LINE, min_size=2, max_size=4))
@settings(max_examples=examples(400), deadline=None, derandomize=True)
def test_paragraphs_do_not_touch_one_another(lines: list[str]) -> None:
    """Escaped paragraphs in one document stay the words that they are, side by side."""
    markdown = "\n\n".join(escape(line) for line in lines)
    assert even(shown(markdown, ["extra"])) == even(" ".join(lines))
    assert even(plain(markdown)) == even(" ".join(lines))


@pytest.mark.parametrize(
    "line",
    [
        "“We’ll see,” said Ada Quill – the mayor’s aide – on May 2.",
        '"We [the council] will not," he said (twice).',
        "LUMEN, May 2 (Staff) — Prices rose 3.5% to $1,200; that's 1/2 of last year's.",
        "R&D at Quill & Sons, AT&T-like, cost €5m: a record!",
        "The user name a_b_c and 2 + 2 = 4; A. Quill, B. Tarn…",
        "-5 degrees in Lumen",
        "1.5 million saw it",
        "See https://lumen.example/a?b=c&d=e#f.",
        "Who | what",
    ],
)
def test_ordinary_prose_is_left_alone(line: str) -> None:
    """Text without markup comes out byte for byte."""
    assert escape(line) == line


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        ("#1 of all", r"\#1 of all"),
        ("> so", r"\> so"),
        ("- so", r"\- so"),
        ("1. so", r"1\. so"),
        ("5 * 3", r"5 \* 3"),
        ("_so_", r"\_so\_"),
        ("a < b", "a &lt; b"),
        ("&amp; so", "&amp;amp; so"),
        ("    code", "code"),
        ("===", "&#61;=="),
        ("two\nlines", "two lines"),
    ],
)
def test_markup_is_escaped(line: str, markdown: str) -> None:
    """What would be markup is written so that it is none."""
    assert escape(line) == markdown


def test_brackets_without_number_are_escaped_all() -> None:
    """A few stay as they are written; of very many each is told to be none, or Markdown looks for every one's end."""
    assert escape("[ a " * 99) == ("[ a " * 99).strip()
    assert escape("[ a " * 100) == (r"\[ a " * 100).strip()
