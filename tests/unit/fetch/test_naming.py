"""A fetched page's file has a name that tells the page and cannot lead anywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.fetch.naming import LONGEST, free, slug

SLUGS = [
    ("https://news.example/2029/05/04/morning-ferry.html", "morning-ferry"),
    ("https://news.example/2029/05/04/Morning_Ferry/", "morning-ferry"),
    ("https://news.example/2029-05-04-morning-ferry", "morning-ferry"),
    ("https://news.example/morning-ferry/index.php?id=7", "morning-ferry"),
    ("https://news.example/morning-ferry/amp/", "morning-ferry"),
    ("https://news.example/f%C3%A4hre-f%C3%A4hrt", "fahre-fahrt"),
    ("https://news.example/harbour/4411", "harbour"),
    ("https://news.example/2029/4411", "4411"),
    ("https://news.example/", "news-example"),
    ("https://news.example/..%2f..%2fetc%2fpasswd", "etc-passwd"),
    ("https://news.example/.htaccess", "htaccess"),
    ("https://news.example/%00%2e%2e", "news-example"),
    ("https://news.example/" + "ferry-" * 40, "-".join(["ferry"] * 10)),
]


@pytest.mark.parametrize(("url", "expected"), SLUGS)
def test_slugs(url: str, expected: str) -> None:
    """The last part of the address that says something; no way up, no hidden file, no endless name."""
    assert slug(url) == expected


@given(st.text(max_size=200))
def test_any_path(path: str) -> None:
    """Whatever the path, the name is a plain one."""
    assert re.fullmatch(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST - 1}}}", slug(f"https://news.example/{path}"))


def test_taken() -> None:
    """A name that another page has is counted on."""
    assert free("2029-05-04", "ferry", ()) == "2029-05-04-ferry"
    assert free("2029-05-04", "ferry", {"2029-05-04-ferry", "2029-05-04-ferry-2"}) == "2029-05-04-ferry-3"
