"""What page models say, for their keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec import Struct
from msgspec.structs import replace

from newsbrief import collate
from newsbrief.model.pages import Site
from newsbrief.model.views import Link
from newsbrief.publish.telling import Teller, told
from tests.effort import examples
from tests.unit.collate.late.newsrooms import Changed, newsrooms


def models(site: Site) -> Iterable[Any]:
    """Every page of a site."""
    yield from site.briefs.values()
    for name in site.__struct_fields__:
        value = getattr(site, name)
        yield from value if isinstance(value, tuple) else [value] if isinstance(value, Struct) else []


@settings(max_examples=examples(50), deadline=None, derandomize=True)
@given(newsrooms())
def test_it_tells_models_apart_as_their_values_do(room: Changed) -> None:
    """The same of two that are equal, though nothing in them is the same thing; never the same of two that differ.

    Whether each is told by itself, or one after another.
    """
    edition = replace(room.edition, parts=collate.edition.PARTS)
    sites = [collate.site(list(briefs.values()), edition) for briefs in (room.before, room.before, room.after)]
    for tell in (told, Teller().told):
        found = [(tell(model), repr(model)) for site in sites for model in models(site)]
        assert len({text for text, _ in found}) == len(set(found)) == len({text for _, text in found})


@pytest.mark.parametrize("words", ["", "Osla", "raw/\udcff.txt"])
def test_whatever_a_text_has_it_is_told(words: str) -> None:
    """Halves of surrogate pairs, too, as the names of some files have them."""
    link = Link(words, words)
    assert told(link) == told(replace(link))
    assert told(link) != told(replace(link, detail="a"))


def test_hours_are_told_as_they_are_shown() -> None:
    """The same instant on another clock is another text."""
    noon = dt.datetime(2029, 5, 4, 12, tzinfo=dt.UTC)
    assert told((noon,)) != told((noon.astimezone(dt.timezone(dt.timedelta(hours=9))),))
