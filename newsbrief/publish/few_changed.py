"""A build of a site of which a few briefs changed: only their bodies, or what others show of them, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newsbrief.build.jobs import Done
from newsbrief.publish.own_pages import OwnPage
from newsbrief.publish.press import Press
from newsbrief.publish.reprint import reprint


def few_changed(
    laid: Press,
    settings: Mapping[str, Any],
    own_pages: Callable[[], Mapping[str, OwnPage]],
    aside: Callable[[Press], Done] | None = None,
) -> Press | None:
    """The run that prints what these reach; None where all has to be looked at. `aside`: see `late`."""
    found = reprint(laid, settings, own_pages)
    if found is None:
        from newsbrief.publish.late import late  # with what a changed body does without

        found = late(laid, settings, own_pages, aside)
    return found
