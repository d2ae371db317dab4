"""Addresses in front matter."""

from __future__ import annotations

import pytest

from newsbrief.document import parse
from newsbrief.document.web import is_site_path
from newsbrief.model.refusal import RefusedError


@pytest.mark.parametrize("text", ["2029/05/03/ferry/", "/a/b.html", "fähre/", "a", "a~b_c-d"])
def test_path_of_this_site_is_one(text: str) -> None:
    """Plain segments, with a slash at either end or none."""
    assert is_site_path(text)


@pytest.mark.parametrize(
    "text",
    ["../a", "a/../b", "a/./b", "a//b", "//evil.example/", "/", "", "a\\b", "%2e%2e/a", "https://evil.example/", "a?b",
     "javascript:alert(1)", "a#b", "a b", "a\x00", "a\nb", "a" * 101, "a/" * 2_000],
)  # fmt: skip
def test_way_out_of_the_site_is_none(text: str) -> None:
    """Nothing that leads up, to another host or through an encoded sign."""
    assert not is_site_path(text)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("link: javascript:alert(1)", '`link` "javascript:alert(1)" is no address of a page'),
        ("aliases: [a/b/, ../../etc/passwd]", 'an item of `aliases`, "../../etc/passwd", is no address on this site'),
    ],
)
def test_brief_with_another_address_is_refused(line: str, words: str) -> None:
    """The line is named, and how to write it."""
    with pytest.raises(RefusedError) as refused:
        parse(f"---\ntitle: x\ndate: 2029-05-04\n{line}\n---\nBody.\n")
    ((number, reason),) = refused.value.reasons
    assert number == 4
    assert reason.startswith(words)
