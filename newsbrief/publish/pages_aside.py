"""What a late change makes apart (`collate/late/apart.py`) is worked out, and printed, by a copy of this process.

It is half of all that such a change asks for: which of ten thousand events stand on which page of timelines, files of
all events for other programs, the lists of quotes and people. What else there is of the site does not show there but
for the frame of every page, which a late change leaves as it is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.build import plain
from newsbrief.build.jobs import Done
from newsbrief.build.workers import Told
from newsbrief.collate.late.apart import Apart, Basis, apart
from newsbrief.collate.late.dated import Dated
from newsbrief.model.register import Planned
from newsbrief.publish.exports import job
from newsbrief.publish.kinds import ALWAYS
from newsbrief.publish.links import file_of
from newsbrief.publish.outline import Outline
from newsbrief.publish.press import Press
from newsbrief.publish.printing import Elsewhere


class Known(Struct, frozen=True):
    """What the other process has to know of `Apart`; `jobs`: those that this one does."""

    gone: frozenset[str]
    unexported: frozenset[str]
    planned: Planned
    pages: frozenset[str]
    jobs: frozenset[str]


class PagesAside:
    """What asks for them. `outline`: the last build's; `aside` prints what a run offers, see `late`."""

    def __init__(self, press: Press, outline: Outline, aside: Callable[[Press], Done]) -> None:
        self._press, self._outline, self._aside = press, outline, aside
        self._process = os.getpid()
        self._told: Told | None = None
        self._asked: Basis | None = None

    def __call__(self, basis: Basis) -> Callable[[], Apart]:
        """Begin; gives what waits until it is known which pages there are. These are printed after that."""
        self._asked = basis
        self._told = Told(self._known, self._printed, worth=True)
        return cache(partial(self._answer, self._told))

    @property
    def elsewhere(self) -> Elsewhere | None:
        """The jobs that are done there."""
        told = self._told
        if told is None:
            return None
        return Elsewhere(plain.read(told.answers(0), Known).jobs, lambda: plain.read(told.answers(1), Done), told.end)

    def fits(self, run: Press) -> bool:
        """Whether the frame of all pages came out as it was taken for: as it had been."""
        return (run.outline.lists, run.outline.feeds[0].links) == (self._outline.lists, self._outline.feeds[0].links)

    def end(self) -> None:
        """Nothing will come of it; when this is done, nothing is written there any more."""
        if self._told:
            self._told.end()

    def _answer(self, told: Told) -> Apart:
        known = plain.read(told.answers(0), Known)
        dates = Dated(unexported=known.unexported, planned=known.planned)
        return Apart(dates, gone=known.gone, elsewhere=known.pages)

    @cached_property
    def _apart(self) -> Apart:
        return apart(self._asked) if self._asked else Apart()

    def _known(self) -> bytes:
        found, run = self._apart, self._run
        jobs = (*(file_of(page.url) for _, page in run.others), *(job(one.page.url) for one in run.files))
        dates = found.dates
        pages = found.addresses.difference(found.gone).union(one.page.url for one in dates.files)
        return plain.written(Known(found.gone, dates.unexported, dates.planned, pages, frozenset(jobs)))

    @cached_property
    def _run(self) -> Press:
        """One of its own: what it offers and does is told, and nothing of it is the other process's."""
        return replace(
            self._press,
            printing=replace(self._press.printing, jobs=[], copied=os.getpid() != self._process),
            outline=self._outline,
            others=tuple(pages(self._apart, self._press)),
            files=self._apart.dates.files if self._press.printing.has("timeline") else (),
        )

    def _printed(self) -> bytes:
        return plain.written(self._aside(self._run))


def pages(found: Apart, press: Press) -> Iterator[tuple[str, Any]]:
    """Each page's template and model, of those for which the theme has one."""
    every = (
        *(("timeline", page) for page in found.dates.pages),
        *(("quotes", page) for page in found.quotes),
        ("people", found.people),
        *(("period_archives" if number else "archives", page) for number, page in enumerate(found.archives)),
    )
    return (
        (template, page)
        for template, page in every
        if page is not None and (template in ALWAYS or press.printing.has(template))
    )
