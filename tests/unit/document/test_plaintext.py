"""The body as a reader sees it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.document import cleaned, plain, plaintext, words_alone
from tests.effort import examples


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("one\ntwo\n\n\nthree  \nfour", "one two\n\nthree four"),
        ("# Head #\ntext", "Head\n\ntext"),
        ("Head\n====\n\ntext", "Head\n\ntext"),
        ("> one\n> two\n>\n> three", "one two\n\nthree"),
        ("said:\n> one\ntwo\n\n> - a\n> - b", "said:\n\none two\n\na\n\nb"),
        ("- one\n- two\n    more\n\n1. three", "one\n\ntwo more\n\nthree"),
        ("not\n- a list", "not - a list"),
        ("a *b* **c** ***d*** _e_ __f__", "a b c d e f"),
        ("2 * 3 * 4, a_b_c, *open", "2 * 3 * 4, a_b_c, *open"),
        (r"\*a\* \# \\ \q", r"*a* # \ \q"),
        ("`a*b*` ``c`d`` `open", "a*b* c`d `open"),
        ('[a](b) [c](<d e> "f") ![g](h) [i [j](k)](l)', "a c g i j"),
        ("[a][b] [b] [c]\n\n[b]: https://lumen.example 'x'", "a b [c]"),
        ("[he] said [so] (twice)", "[he] said [so] (twice)"),
        ("said[^1]\n\n[^1]: the note", "said\n\nthe note"),
        ("<b>a</b>c<br>d <!-- e --> f", "ac d  f"),
        ("a<script>alert(1)</script>b", "ab"),
        ("AT&amp;T &lt;b&gt; &#8220;x&#x201d; &no; &amp;lt;", "AT&T <b> “x” &no; &lt;"),
        ("<https://lumen.example> <a@lumen.example>", "https://lumen.example a@lumen.example"),
        ("a\n\n---\n\nb\n\n* * *", "a\n\nb"),
        ("```py\n*a*\n```\n\nb", "*a*\n\nb"),
        ("    *code*\n\nb", "*code*\n\nb"),
        ("a | b\n--|--\nc | d", "a b c d"),
        ("a\n{: .lead}", "a"),
        ("a\r\nb\r\n\r\nc", "a b\n\nc"),
        ("a < b > c & d", "a < b > c & d"),
        ("", ""),
    ],
)
def test_markup_is_reduced_to_words(markdown: str, text: str) -> None:
    """Each kind of Markdown leaves the words that a reader sees, one line a paragraph."""
    assert plain(markdown) == text


@pytest.mark.parametrize(
    "unit",
    ["*", "[", "]", "<", "`", "&", "\\", "_", "<!--", "<a ", "[a](", "](x \"", "](x '", "**a", "a*b_", "![", "[a][",
     "> ", "`" + "a", "```x\n", "# \n", "- a\n", "<script>", "[](", "a](b(c", "*a _b ", "\n>", "|", "[a]: b\n"],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """Half a megabyte of any mark is read within seconds."""
    begin = time.perf_counter()
    plain(unit * (500_000 // len(unit)))
    assert time.perf_counter() - begin < 6


def test_growing_runs_of_backticks_take_linear_time() -> None:
    """Runs of backticks of all lengths, none of which closes another, are read within seconds."""
    begin = time.perf_counter()
    plain(" ".join("`" * length for length in range(1, 1000)))
    assert time.perf_counter() - begin < 3


PIECES = (
    *("Osla", "and", "1.", "2)", "3.5", "–", "--", "=", "+", "#", "~", ":", "*", "_", "`", "[a]", "<", ">", "&", "|"),
    *("{", "\\", " ", " ", " ", "  ", "\n", "\n", "\n\n", "\n\n\n", "\t", "\u3000", "\xa0", "\u202e", "\u2028"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@settings(max_examples=examples(3000), deadline=None, derandomize=True)
def test_words_alone_are_read_as_all_else_is(text: str) -> None:
    """Whether or not a body is spared the look at each line."""
    blocks = (cleaned(block).strip() for block in plaintext._read(text))
    assert plain(text) == "\n\n".join(filter(None, blocks))


@pytest.mark.parametrize(
    ("body", "alone"),
    [
        ("“We shall keep it,” she said – 3.5 metres (or so).\n\nIt was: open, at 5-6 p.m.", True),
        ("One line\nand another", True),
        ("Words *marked*", False),
        ("Words\n\n## A heading", False),
        ("Words\n- an item", False),
        ("Words\n\n1. an item", False),
        ("Words\n=====", False),
        ("AT&T", False),
        ("Two spaces  \nbreak the line", False),
        ("    code", False),
        ("", False),
    ],
)
def test_bodies_of_words_alone_are_known(body: str, alone: bool) -> None:
    """What newsrooms write most is spared the look; what Markdown might read is not."""
    assert words_alone(body) == alone


@pytest.mark.parametrize("text", ["a " * 400_000 + "*", "a\n" * 400_000, "a\n\n" * 300_000 + "#", "1" * 800_000 + "."])
def test_looking_for_words_alone_takes_one_pass(text: str) -> None:
    """Long bodies, also those that fail at their very end."""
    start = time.process_time()
    words_alone(text)
    assert time.process_time() - start < 2
