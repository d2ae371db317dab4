"""Addresses of pages."""

import re

import pytest

from newsbrief.collate import addresses, clashes
from newsbrief.model.brief import BriefQuote
from tests.unit.briefs import edition, entry


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


def test_quote_has_a_permalink_of_its_own() -> None:
    """Day, slug and id make the address of a quote."""
    assert addresses.quote_url(entry("briefs/2029-05-04-ferry.md"), "q2") == "quotes/2029-05-04-ferry-q2/"


def test_two_briefs_with_one_address_are_named() -> None:
    """The file that comes first by name keeps the address, the other is refused with the first one's name."""
    first, second = entry("briefs/a.md", slug="ferry"), entry("briefs/b.md", slug="ferry")
    other_day = entry("briefs/c.md", slug="ferry", date="2029-05-05")
    refusals = clashes([second, other_day, first], edition())
    assert [refusal.file for refusal in refusals] == ["briefs/b.md"]
    assert "briefs/a.md" in refusals[0].reason


def test_quote_of_one_brief_never_takes_the_place_of_anothers() -> None:
    """Slug and id may run together to the same words; the second brief is refused, and the first stays."""
    first = entry("briefs/a.md", slug="ferry", quotes=(BriefQuote("a-q1", ("x",)),))
    second = entry("briefs/b.md", slug="ferry-a", quotes=(BriefQuote("q1", ("x",)),))
    refusals = clashes([first, second], edition())
    assert [refusal.file for refusal in refusals] == ["briefs/b.md"]
    assert "/quotes/2029-05-04-ferry-a-q1/ is taken by briefs/a.md" in refusals[0].reason


@pytest.mark.parametrize("name", ["CON", "aux", "Nul.", "LPT1", "com9"])
def test_name_of_a_device_is_no_folder(name: str) -> None:
    """Windows cannot have a folder that is called like one of its devices."""
    assert addresses.named_url("people", name).split("/")[1] not in {"con", "aux", "nul", "lpt1", "com9"}


@pytest.mark.parametrize(
    "name", ["..", "../..", "/", "\\", "a/../../b", "%2e%2e%2fb", "\0", "a" * 5_000, "\u202e", "."]
)
def test_name_never_leaves_its_folder(name: str) -> None:
    """Whatever a topic, section, author or person is called, their address is one plain folder."""
    assert re.fullmatch(r"topics/[a-z0-9-]{1,61}/", addresses.named_url("topics", name))


def test_spellings_of_one_name_share_an_address() -> None:
    """Hyphens, capitals and accents do not make another person."""
    keys = {addresses.name_key(name) for name in ("Mira Sol-Berg", "Mira Sol Berg", "MIRA SOL BERG", "Míra Sol Berg")}
    assert len(keys) == 1


def test_long_names_that_begin_alike_are_not_one() -> None:
    """What is cut off an address still tells two topics or persons apart; a name of the full length keeps its own."""
    long = "Committee " * 7
    assert addresses.name_key(f"{long} North") != addresses.name_key(f"{long} South")
    assert addresses.name_key("a" * addresses.SLUG_LENGTH) == "a" * addresses.SLUG_LENGTH
    assert len(addresses.name_key("a b " * 300)) <= addresses.SLUG_LENGTH


def test_name_without_latin_reading_has_an_address() -> None:
    """Signs that cannot be spelled out still give an address that stays the same."""
    assert addresses.name_key("☃☃") == addresses.name_key("☃☃") != addresses.name_key("☂")
