"""Addresses of pages."""

import pytest

from newsbrief.collate import addresses, clashes
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


def test_spellings_of_one_name_share_an_address() -> None:
    """Hyphens, capitals and accents do not make another person."""
    keys = {addresses.name_key(name) for name in ("Mira Sol-Berg", "Mira Sol Berg", "MIRA SOL BERG", "Míra Sol Berg")}
    assert len(keys) == 1


def test_name_without_latin_reading_has_an_address() -> None:
    """Signs that cannot be spelled out still give an address that stays the same."""
    assert addresses.name_key("☃☃") == addresses.name_key("☃☃") != addresses.name_key("☂")
