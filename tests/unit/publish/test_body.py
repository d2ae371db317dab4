"""Markdown to clean HTML."""

import pytest

from newsbrief.publish.body import clean, to_html


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
    for sign in (
        "<script",
        "onerror",
        "onload",
        "javascript:",
        "<iframe",
        "data:",
        "evil.example/pixel",
        "style",
        "<form",
        "<meta",
        "id=",
    ):
        assert sign not in html.lower().replace("\t", "")
    assert "Before" in html
    assert "After" in html


def test_links_and_own_pictures_stay() -> None:
    """Ordinary links and pictures of the site's own are kept; Pelican's {static} too."""
    html = to_html("[a](https://a.example/x) ![b](images/b.png) ![c]({static}/images/c.png)")
    assert 'href="https://a.example/x"' in html
    assert 'src="images/b.png"' in html
    assert 'src="{static}/images/c.png"' in html


def test_page_keeps_one_first_level_heading() -> None:
    """A `#` heading in a body is set one level lower."""
    assert clean("<h1>Words</h1>") == "<h2>Words</h2>"
