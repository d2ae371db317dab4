"""Addresses are written as servers take them, and those that are not asked are told."""

from __future__ import annotations

import pytest

from newsbrief.fetch.address import address, is_inside
from newsbrief.model.refusal import RefusedError

WRITTEN = [
    ("https://news.example", "https://news.example/"),
    ("  https://news.example/2029/ferry#top\n", "https://news.example/2029/ferry"),
    ("HTTPS://News.Example:443/A?b=C", "https://news.example/A?b=C"),
    ("http://news.example:8080/a", "http://news.example:8080/a"),
    ("http://news.example:443/a", "http://news.example:443/a"),
    ("https://zeitung-köln.example/fähre?q=ä", "https://xn--zeitung-kln-zfb.example/f%C3%A4hre?q=%C3%A4"),
    ("https://news.example/f%C3%A4hre/a%2Fb", "https://news.example/f%C3%A4hre/a%2Fb"),
    ("https://news.example/a%2db", "https://news.example/a-b"),
    ("https://news.example//evil.example/", "https://news.example//evil.example/"),
    ("http://[::1]:8000/a", "http://[::1]:8000/a"),
]


@pytest.mark.parametrize(("text", "written"), WRITTEN)
def test_addresses(text: str, written: str) -> None:
    """One spelling for one page, in ASCII, without the place in it; what is read from it is it again."""
    assert str(address(text)) == written
    assert address(written) == address(text)


REFUSED = [
    ("ftp://news.example/a", "only http and https"),
    ("file:///etc/passwd", "only http and https"),
    ("javascript:alert(1)", "only http and https"),
    ("//news.example/a", "only http and https"),
    ("https://ann:secret@news.example/", "a name and password"),
    ("https://ann@news.example/", "a name and password"),
    ("https:///a", "no address of a page"),
    ("https://news.example/a b", "no address of a page"),
    ("https://news.example:99999/", "no address of a page"),
    ("https://news.example/\x1b[2J", "no address of a page"),
    ("https://[::1", "no address of a page"),
    ("https://news.example/" + "a" * 2_000, "no address of a page"),
    (f"https://{'a' * 64}.example/", "no name of a host"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refusals(text: str, reason: str) -> None:
    """What is not fetched says why, and never repeats a password."""
    with pytest.raises(RefusedError, match=reason) as caught:
        address(text)
    assert "secret" not in str(caught.value)


INSIDE = ["127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
          "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%2", "fc00::1",
          "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "64:ff9b:1::909:909",
          "2002:7f00:1::", "2002:a00:1::5", "::7f00:1", "fec0::1", "::ffff:0:127.0.0.1"]  # fmt: skip
OUTSIDE = [
    "9.9.9.9",
    "193.0.6.139",
    "2001:67c:2e8:22::c100:68b",
    "::ffff:9.9.9.9",
    "64:ff9b::909:909",
    "2002:909:909::1",
]


@pytest.mark.parametrize(("number", "inside"), [*((n, True) for n in INSIDE), *((n, False) for n in OUTSIDE)])
def test_inside(number: str, inside: bool) -> None:
    """One's own machine, the house's network and the provider's own are inside, in either version of the protocol."""
    assert is_inside(number) is inside
