"""What page models say, for their keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from msgspec import Struct
from msgspec.structs import replace

from newsbrief import collate
from newsbrief.model.pages import Site
from newsbrief.publish.shared import Shared
from tests.effort import examples
from tests.unit.collate.late.newsrooms import EDITION, Changed, newsrooms


def models(site: Site) -> Iterable[Any]:
    """Every page of a site."""
    yield from site.briefs.values()
    for name in site.__struct_fields__:
        value = getattr(site, name)
        yield from value if isinstance(value, tuple) else [value] if isinstance(value, Struct) else []


@settings(max_examples=examples(50), deadline=None, derandomize=True)
@given(newsrooms())
def test_it_tells_models_apart_as_their_values_do(room: Changed) -> None:
    """The same of two that are equal, though nothing in them is the same thing; never the same of two that differ."""
    edition = replace(room.edition, parts=collate.edition.PARTS)
    sites = [collate.site(list(briefs.values()), edition) for briefs in (room.before, room.before, room.after)]
    found = [(Shared().told(model), repr(model)) for site in sites for model in models(site)]
    assert len({told for told, _ in found}) == len(set(found)) == len({text for _, text in found})


def test_what_is_shared_is_known_by_itself() -> None:
    """And so is what holds it: two that lie in the same place one after the other are two."""
    shared = Shared()
    front = collate.site([], EDITION).front
    assert shared.told(front) == shared.told(replace(front))
    assert shared.told(front) != shared.told(replace(front, more="archive/"))
