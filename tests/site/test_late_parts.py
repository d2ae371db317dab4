"""A few briefs came, went or were edited, in a site with timelines, pages of quotes and all else."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.effort import SOAK
from tests.newsroom import INSTANT, Newsroom
from tests.site.test_late import FURTHER, REACHED, UNREACHED, rich, something
from tests.site.test_reprint import spoil, whole

__all__ = ["rich"]


@pytest.mark.parametrize("change", REACHED, ids=lambda one: one.__name__)
def test_no_brief_is_read_that_is_not_reached(rich: Newsroom, change: Callable[[Newsroom], None]) -> None:
    """What is kept of one that the change does not reach is not looked at, and the site is the right one."""
    pack = rich.folder / ".output.newsbrief" / "entries.pack"
    spoilt = spoil(pack, f"briefs/{UNREACHED}")
    change(rich)
    assert rich.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    assert rich.pages() == whole(rich)
    assert set(pack.read_bytes()[spoilt]) == {0}


@pytest.mark.parametrize("change", FURTHER, ids=lambda one: one.__name__)
def test_what_reaches_further_is_built_as_always(rich: Newsroom, change: Callable[[Newsroom], None]) -> None:
    """Byte for byte what a build from nothing gives."""
    change(rich)
    rich.build(SOURCE_DATE_EPOCH=INSTANT)
    assert rich.pages() == whole(rich)


@pytest.mark.parametrize("seed", range(3 if SOAK else 1))
def test_every_change_gives_what_a_build_from_nothing_gives(rich: Newsroom, seed: int) -> None:
    """Byte for byte, after each of many changes, one or several at a time."""
    chance, log = random.Random(seed), list[str]()  # noqa: S311
    for number in range(200 if SOAK else 10):
        log += [something(rich, chance, 30 + 2 * number + more) for more in range(chance.choice([1, 1, 2]))]
        rich.build(SOURCE_DATE_EPOCH=INSTANT)
        assert rich.pages() == whole(rich), log
