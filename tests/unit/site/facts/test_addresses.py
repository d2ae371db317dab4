"""Addresses of pages."""

from __future__ import annotations

import re

import pytest

from newsbrief.site.facts import addresses
from newsbrief.site.options import BRIEF_URL
from tests.unit.briefs import entry


@pytest.mark.parametrize(
    ("path", "fields", "slug"),
    [
        ("briefs/2029-05-04-ferry-returns.md", {}, "ferry-returns"),
        ("briefs/ferry.md", {}, "ferry"),
        ("briefs/2029-05-04.md", {}, "ferry-returns"),
        ("briefs/2029-05-04-x.md", {"slug": "own-words"}, "own-words"),
        ("briefs/2029-05-04-x.md", {"slug": "../../etc/passwd"}, "etc-passwd"),
        ("briefs/2029-05-04-x.md", {"slug": "<script>"}, "script"),
        ("briefs/2029-05-04-항구.md", {}, "hanggu"),
        ("briefs/2029-05-04-.md", {"title": "!!!"}, "brief"),
        ("briefs/2029-05-04-x.md", {"slug": "..\\..\\%2e%2e%2f\0a\r\nSet-Cookie: b"}, "2e-2e-2f-a-set-cookie-b"),
        ("briefs/2029-05-04-x.md", {"slug": "fеrrу"}, "ferru"),  # with letters that only look Latin
        ("briefs/2029-05-04-CON.md", {}, "con-"),
        ("briefs/2029-05-04-x.md", {"slug": "Com1"}, "com1-"),
        ("briefs/" + "long-" * 40 + "name.md", {}, "-".join(["long"] * 12)),
    ],
)
def test_slug_is_safe_and_readable(path: str, fields: dict[str, str], slug: str) -> None:
    """A slug has letters, digits and hyphens only, and at most sixty of them."""
    assert addresses.slug(entry(path, **fields)) == slug


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        (BRIEF_URL, "2029/05/04/ferry/"),
        ("{slug}.html", "ferry.html"),
        ("{date:%b-%d}/{slug}/{slug}/", "May-04/ferry/ferry/"),
        ("slug/{slug}/", "slug/ferry/"),
    ],
)
def test_pattern_makes_the_address_of_a_brief(pattern: str, url: str) -> None:
    """A format string over `date` and `slug`."""
    assert addresses.brief_url(entry(), pattern) == url


def test_quote_has_a_permalink_of_its_own() -> None:
    """Day, slug and id make the address of a quote."""
    assert addresses.quote_url(addresses.quotes_url("2029-05-04", "ferry"), "q2") == "quotes/2029-05-04-ferry-q2/"


@pytest.mark.parametrize("name", ["CON", "aux", "Nul.", "LPT1", "com9"])
def test_name_of_a_device_is_no_folder(name: str) -> None:
    """Windows cannot have a folder with the name of one of its devices."""
    assert addresses.portable(addresses.name_key(name))


@pytest.mark.parametrize(
    "name", ["..", "../..", "/", "\\", "a/../../b", "%2e%2e%2fb", "\0", "a" * 5_000, "\u202e", "."]
)
def test_name_never_leaves_its_folder(name: str) -> None:
    """The address of a topic, section, author or person is one plain folder."""
    assert re.fullmatch(r"topics/[a-z0-9-]{1,61}/", addresses.named_url("topics", name))


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        (("Mira Sol-Berg", "Mira Sol Berg", "MIRA SOL BERG", "Míra Sol Berg"), 1),
        (("Committee " * 7 + "North", "Committee " * 7 + "South"), 2),
        (("☃☃", "☃☃"), 1),
        (("☃☃", "☂"), 2),
    ],
)
def test_spellings_of_one_name_share_an_address(names: tuple[str, ...], keys: int) -> None:
    """Hyphens, capitals and accents make no other person; a long name and one without Latin letters stay apart."""
    found = {addresses.name_key(name) for name in names}
    assert len(found) == keys
    assert all(len(key) <= addresses.SLUG_LENGTH for key in found)
