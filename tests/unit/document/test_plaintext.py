"""The body as a reader sees it."""

from __future__ import annotations

import time

import pytest

from newsbrief.document import plain


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
