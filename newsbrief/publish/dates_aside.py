"""The timelines that a late change reaches are worked out, and printed, by a copy while the rest is worked out.

They are a third of all that such a change asks for: which of ten thousand events stand on which page, the pages, and
files of all events for other programs. What else there is of the site does not show on them but for the frame of every
page, which a late change leaves as it is.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property, partial

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.build import plain
from newsbrief.build.jobs import Done
from newsbrief.build.workers import Told
from newsbrief.collate.late.change import Late
from newsbrief.collate.late.dated import Dated, Subjects, dated
from newsbrief.model.register import Planned
from newsbrief.publish.exports import job
from newsbrief.publish.links import file_of
from newsbrief.publish.outline import Outline
from newsbrief.publish.press import Press
from newsbrief.publish.printing import Elsewhere


class Known(Struct, frozen=True):
    """What the other process has to know of `Dated`; `jobs`: those that this one does."""

    gone: frozenset[str]
    unexported: frozenset[str]
    planned: Planned
    pages: frozenset[str]
    jobs: frozenset[str]


class DatesAside:
    """What asks for them. `outline`: the last build's; `aside` prints what a run offers, see `late`."""

    def __init__(self, press: Press, outline: Outline, aside: Callable[[Press], Done]) -> None:
        self._press, self._outline, self._aside = press, outline, aside
        self._process = os.getpid()
        self._told: Told | None = None
        self._asked: tuple[Late, Subjects] | None = None

    def __call__(self, late: Late, of: Subjects) -> Callable[[], Dated]:
        """Begin; gives what waits until it is known which pages there are. These are printed after that."""
        self._asked = late, of
        self._told = Told(self._known, self._printed, worth=True)
        return partial(self._answer, self._told)

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

    def _answer(self, told: Told) -> Dated:
        known = plain.read(told.answers(0), Known)
        return Dated(gone=known.gone, unexported=known.unexported, planned=known.planned, elsewhere=known.pages)

    @cached_property
    def _dated(self) -> Dated:
        return dated(*self._asked) if self._asked else Dated()

    def _known(self) -> bytes:
        found = self._dated
        pages, files = [page.url for page in found.pages], [one.page.url for one in found.files]
        jobs = frozenset((*map(file_of, pages), *map(job, files))) if self._press.printing.has("timeline") else ()
        return plain.written(
            Known(found.gone, found.unexported, found.planned, frozenset((*pages, *files)), frozenset(jobs))
        )

    def _printed(self) -> bytes:
        """In a run of its own: what it offers and does is told, and nothing of it is this one's."""
        press, found = self._press, self._dated
        has = press.printing.has("timeline")
        run = replace(
            press,
            printing=replace(press.printing, jobs=[], copied=os.getpid() != self._process),
            outline=self._outline,
            others=tuple(("timeline", page) for page in found.pages) if has else (),
            files=found.files if has else (),
        )
        return plain.written(self._aside(run))
