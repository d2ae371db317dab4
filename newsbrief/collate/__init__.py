"""Many briefs become the site's pages, as plain values. Knows neither files nor templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsbrief.collate import bodies
from newsbrief.collate.addresses import clashes
from newsbrief.collate.due import changes, next_change
from newsbrief.collate.edition import Edition
from newsbrief.collate.excerpt import as_published
from newsbrief.collate.moved import moved
from newsbrief.collate.visible import shown, under_embargo
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.pages import Site

if TYPE_CHECKING:  # with it comes all that a run does without which knows the site
    from collections.abc import Callable

    from newsbrief.collate.bonds import Bonds
    from newsbrief.collate.whole import Ready

__all__ = [
    "Edition",
    "Entry",
    "PersonRule",
    "as_published",
    "bodies",
    "bound",
    "changes",
    "clashes",
    "moved",
    "next_change",
    "shown",
    "site",
    "under_embargo",
]


def bound(entries: Sequence[Entry], edition: Edition, *, register: bool = False) -> Bonds:
    """What brings briefs together. It takes about as long as all else of the site, and is found out by itself."""
    from newsbrief.collate.whole import bound as found  # as below

    return found(entries, edition, register=register)


def site(
    entries: Sequence[Entry],
    edition: Edition,
    ready: Ready | None = None,
    found_out: Callable[[], Bonds] | None = None,
    *,
    register: bool = False,
) -> Site:
    """Make every page of the site from the briefs that may be shown; the others leave no trace.

    `ready` is called with what makes the briefs' pages as soon as all is known that their bodies show. `found_out`
    gives what is `bound`, for whoever has it found out meanwhile. `register`: also write down what a late change has to
    know of all briefs.
    """
    from newsbrief.collate.whole import site as whole  # with much that a run does without which knows the site

    return whole(entries, edition, ready, found_out, register=register)
