"""Addresses that Pelican puts into a body."""

from __future__ import annotations

import re

import pytest

from newsbrief.publish.own_links import harmless

SITE = "https://own"
ATTRIBUTE = re.compile(r"(?P<markup><[^>]+ (?:href|src)=)(?P<quote>[\"'])")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('<a href="https://own/2029/05/04/a/"', '<a href="https://own/2029/05/04/a/"'),
        ('<img alt="" src="https://own/a&b.png"', '<img alt="" src="https://own/a&amp;b.png"'),
        ('<a href="https://own/a&amp;b.png#x"', '<a href="https://own/a&amp;b.png#x"'),
        ('<a href="https://own/a"onload=x y="b"', '<a href="https://own/a&quot;onload=x y=&quot;b"'),
        ('<a href="https://own/a#"><script>"', '<a href="https://own/a#&quot;&gt;&lt;script&gt;"'),
        ('<a href="{filename}none.md"', '<a href="{filename}none.md"'),
        ('<a href="javascript:{filename}javascript:alert(1)"', '<a href="#"'),
        ('<a href="javascript&colon;{static}"', '<a href="#"'),
        ('<a href="data:text/html,{static}"', '<a href="#"'),
        ('<a href="vbscript:{tag}x"', '<a href="#"'),
        ('<a href="java\tscript:{tag}x"', '<a href="#"'),
        ('<img src="//evil.example/{static}//evil.example/x.png"', '<img src="#"'),
        ('<img src="https://evil.example/x.png"', '<img src="#"'),
        ('<img src="\\\\evil.example/x.png"', '<img src="#"'),
        ('<img src="https://own.evil.example/x.png"', '<img src="#"'),
        ('<img src="data:image/svg+xml,x"', '<img src="#"'),
        ('<img src="{static}/images/missing.png"', '<img src="{static}/images/missing.png"'),
    ],
)  # fmt: skip
def test_address_never_ends_its_attribute_nor_runs(written: str, kept: str) -> None:
    """What Pelican wrote comes out escaped; another scheme, and for a picture another host, comes out as "#"."""
    match = ATTRIBUTE.match(written)
    assert match is not None
    assert harmless(written, match, SITE) == kept
