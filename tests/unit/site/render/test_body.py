"""Markdown to clean HTML."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from newsbrief.site.render.body import EXTENSIONS, clean, to_html
from tests.effort import examples
from tests.hostile import judge, shown, strings


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVa\tScRiPt:alert(1))",
        "<svg/onload=alert(1)>",
        r'<a href="javascript\x3Ajavascript:alert(1)">x</a>',
        r'<a href="javascript\x00:alert(1)">x</a>',
        "<iframe src=https://evil.example></iframe>",
        "<a href='data:text/html,x'>x</a>",
        "![x](https://evil.example/pixel.png)",
        "![x](//evil.example/pixel.png)",
        "![x](\\\\evil.example/pixel.png)",
        "![x](/\\evil.example/pixel.png)",
        '<p style="background:url(https://evil.example)">x</p>',
        '<form action="https://evil.example"><input name=a></form>',
        '<a id="q1" name="e1">x</a>',
        "<style>@import 'https://evil.example'</style>",
        '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    ],
)
def test_nothing_active_comes_out(hostile: str) -> None:
    """No handler, script, foreign picture, frame, form, style or anchor of a stranger's survives."""
    html = to_html(f"Before\n\n{hostile}\n\nAfter")
    assert list(judge.page(html)) == []
    assert " id=" not in html
    assert "evil.example/pixel" not in html
    assert "Before" in judge.words(html)
    assert "After" in judge.words(html)


# Drawings and formulas that close what they did not open: browsers disagree about where they end.
NEVER_ENDS = re.compile("<(?:svg|math)", re.IGNORECASE)


def test_no_string_hides_the_text() -> None:
    """Each hostile string as Markdown: nothing active comes out, what stands before it is shown, and what follows."""
    for one in strings().all:
        html = to_html(f"Before\n\n{one}\n\nAfter")
        # Links of Pelican's syntax are resolved later (content_links).
        assert list(judge.page(html)) == [] or "{filename}" in one, one
        assert "Before" in judge.words(html), one
        assert "After" in judge.words(html) or NEVER_ENDS.search(one), one


@pytest.mark.parametrize("tag", ["script", "style", "textarea", "title", "iframe", "noscript", "template", "SCRIPT"])
def test_tag_that_never_closes_is_words(tag: str) -> None:
    """A browser would take all that follows for the content of it; here the text goes on."""
    html = to_html(f"One <{tag}> two\n\nThree <{tag} src=x>four")
    assert shown(judge.words(html)) == f"One <{tag}> two Three <{tag} src=x>four"


@pytest.mark.parametrize(
    "cut", ["<!-- two", "<p title=x", "</script", "</b x", "<div", "<!--", "<script>x</script", "<"]
)
def test_what_is_cut_off_is_words(cut: str) -> None:
    """A comment, tag or closing tag without its end hides nothing that follows."""
    words = shown(judge.words(to_html(f"One\n\n{cut}\n\nThree")))
    assert words.replace(" ", "") == f"One{cut}Three".replace(" ", "")


@pytest.mark.parametrize("unit", ["<", "</a", "<script>", "</script", "<!--", "<a b='", "</p><p"])
def test_many_cuts_take_linear_time(unit: str) -> None:
    """Whatever a body repeats, cleaning it is a matter of moments."""
    began = time.perf_counter()
    clean(unit * 50_000)
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize("address", ['x" y', "x<y", "x>y", "a:b.png", "\\\\evil.example", "//evil.example", " /x"])
def test_picture_with_an_odd_address_is_not_loaded(address: str) -> None:
    """Only a plain relative path is asked for."""
    assert "src" not in clean(f"<img src='{address}' alt='words'>")


def test_links_and_own_pictures_stay() -> None:
    """Ordinary links and pictures of the site's own are kept; Pelican's {static} too."""
    html = to_html("[a](https://a.example/x) ![b](images/b.png) ![c]({static}/images/c.png)")
    assert 'href="https://a.example/x"' in html
    assert 'src="images/b.png"' in html
    assert 'src="{static}/images/c.png"' in html


def test_page_keeps_one_first_level_heading() -> None:
    """A `#` heading in a body is set one level lower."""
    assert clean("<h1>Words</h1>") == "<h2>Words</h2>"


# What has a meaning in Markdown, and what has none.
PIECES = (
    *(
        "a",
        "word",
        "“No,”",
        "don't",
        "3.5",
        "1",
        "1.",
        "2)",
        "é",
        "日本",
        "ab:",
        ":",
        "-",
        "–",
        "--",
        "=",
        "+",
        "#",
        "~",
    ),
    *("*", "_", "`", "[a]", "(b)", "<", ">", "&", "&amp;", "|", "!", "http://x.example/a", "\\", "{", "^", "%"),
    *(" ", " ", " ", " ", "  ", "\n", "\n\n", "\n\n\n", "\t", "\u3000", "\xa0", "\u200b", "\u2028"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@settings(max_examples=examples(3000), deadline=None, derandomize=True)
def test_body_is_as_markdown_makes_it(text: str) -> None:
    """The shortcut for text without markup gives the same HTML."""
    assert to_html(text) == clean(Markdown(extensions=list(EXTENSIONS), output_format="html").convert(text))
