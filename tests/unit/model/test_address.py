"""Which texts are addresses of pages."""

from __future__ import annotations

import pytest

from newsbrief.model.address import is_web_address


@pytest.mark.parametrize(
    "text",
    [
        "https://news.example/2029/ferry",
        "http://news.example",
        "https://news.example:8080/a?b=c&d=%20#e",
        "https://zeitung.example/fähre-1/",
        "HTTPS://news.example/O'Brien(2)",
    ],
)
def test_address_of_a_page_is_one(text: str) -> None:
    """Whole http and https addresses, with port, query, anchor and letters of any script."""
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://news.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "ftp://news.example/a",
        "//news.example/a",
        "/2029/ferry",
        "news.example/a",
        "https:news.example",
        "https:///a",
        "https://",
        "https://news.example@evil.example/",
        "https://news.example\\@evil.example/",
        "https://news.example/a b",
        "https://news.example/\x00",
        "https://news.example/\u0085",
        "https://news.example/\u2028a",
        'https://news.example/"onclick=alert(1)',
        "https://news.example/<b>",
        "https://[::1",
        "https://news.example:99999/",
        " https://news.example",
        "https://news.example/" + "a" * 2_000,
    ],
)
def test_anything_else_is_none(text: str) -> None:
    """Other schemes, paths, white space, control signs, a host that is not the one a reader sees."""
    assert not is_web_address(text)
