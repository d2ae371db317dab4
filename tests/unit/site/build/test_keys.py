"""The key of a page."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.site.build.keys import page_key
from newsbrief.site.build.plan import Page, Shared

DIGESTS = {"a.md": b"1", "b.md": b"2"}


def key(base: bytes = b"base", digests: dict[str, bytes] = DIGESTS, **fields: Any) -> bytes:
    shown = {"url": "x/", "kind": "listing", "shows": ("a.md", "b.md"), "values": ("Ferry", Shared((1, 2))), **fields}
    return page_key(Page(**shown), base, digests)


@pytest.mark.parametrize(
    "changed",
    [
        {"base": b"other"},
        {"digests": {**DIGESTS, "b.md": b"3"}},
        {"kind": "story"},
        {"shows": ("b.md", "a.md")},
        {"shows": ("a.md",)},
        {"values": ("Ferries", Shared((1, 2)))},
        {"values": ("Ferry", Shared((1, 3)))},
    ],
)
def test_whatever_a_page_is_made_of_changes_its_key(changed: dict[str, Any]) -> None:
    """Its template and frame, the words of its views and their order, its own values."""
    assert key(**changed) != key() == key()


def test_value_of_another_kind_is_an_error() -> None:
    """What cannot be encoded could change unseen."""
    with pytest.raises(TypeError, match="object"):
        key(values=(object(),))
