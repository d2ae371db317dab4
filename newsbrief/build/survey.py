"""What there is when a build begins: its sources, and whether the output is as the last build left it.

With ten thousand briefs a look at each file takes a tenth of a second, at those of the output twice that: copies of
this process look at the output while it goes on with something else. Where it is known beforehand that something
changed, so they do at the sources, while programs are loaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from newsbrief.build import plain
from newsbrief.build.account import without
from newsbrief.build.ledger import Ledger, all_intact, untouched
from newsbrief.build.pieces import LostError
from newsbrief.build.sources import Source, Sources, look
from newsbrief.build.workers import Told

# With fewer files the answers are there before a copy has begun.
WORTH_A_COPY = 2000


class Changed(Struct, frozen=True):
    """Sources that do not look as they were known to, and those that there are no more."""

    new: Mapping[str, Source]
    gone: tuple[str, ...]


class Survey:
    """`roots`: where the `sources` are looked for; `last`: the ledger that it is held against, None where none is.

    Whoever changes the output later changes it after this build, too: what the build enters into its ledger for files
    and folders that it did not touch is what the last one saw. `expected`: whether it is known without them that the
    sources are others by now; a copy looks at them then.
    """

    def __init__(self, last: Ledger | None, roots: Sequence[str], output: Path, ended: int | None = None) -> None:
        """`ended`: when the last build did, in nanoseconds since 1970, if the sources are not needed at once."""
        worth = last is not None and last.number >= WORTH_A_COPY
        self.roots, self.last = tuple(roots), last
        folders = last.made.folders if last and last.made else ()
        self.expected = worth and ended is not None and _names_changed(folders, ended)
        questions = (
            partial(_yes, lambda: last is not None and all_intact(last, output)),
            partial(_yes, lambda: last is not None and untouched(last, output)),
        )
        if self.expected:
            # Three copies would be in each other's way, and in this process's: it has much to do meanwhile.
            told = Told(partial(_told, self), *questions, worth=worth, patient=True)
            self._told = ((told, 0), (told, 1), (told, 2))
        else:
            told, other = (Told(bytes, question, worth=worth, patient=True) for question in questions)
            self._told = ((told, 0), (told, 1), (other, 1))
        if not self.expected:
            self.sources = look(self.roots, self.known)

    @cached_property
    def known(self) -> Sources:
        """The sources as the last build had them; none where that is not known any more."""
        try:
            return self.last.sources if self.last else {}
        except LostError:
            return {}

    @property
    def intact(self) -> bool:
        """Whether all files of the output are as the last build left them."""
        return bool(self._answer(1))

    @property
    def untouched(self) -> bool:
        """Whether no name came into one of its folders since, or went."""
        return bool(self._answer(2))

    def _answer(self, number: int) -> bytes:
        told, place = self._told[number]
        return told.answers(place)

    @cached_property
    def sources(self) -> Sources:
        """Every file that the site may be made of."""
        return without({**self.known, **self.changed.new}, self.changed.gone)

    @cached_property
    def differing(self) -> Collection[str]:
        """The sources that came or went since the last build, and those that have other bytes: it is asked often."""
        new = {path for path, one in self.changed.new.items() if one.digest != self._digest(path)}
        return new.union(self.changed.gone)

    def _digest(self, path: str) -> str:
        return self.known[path].digest if path in self.known else ""

    @cached_property
    def changed(self) -> Changed:
        """The sources that are not as the last build had them."""
        return plain.read(self._answer(0), Changed) if self.expected else _changed(self.sources, self.known)


def _names_changed(folders: Iterable[str], ended: int) -> bool:
    """Whether a name came into one of the folders of sources since then, or went.

    Only a guess: a clock may be off, or the name gone again.
    """
    return any(looks.st_mtime_ns > ended for folder in folders if (looks := _looks(folder)))


def _looks(folder: str) -> os.stat_result | None:
    try:
        return os.stat(folder)
    except OSError:
        return None


def _yes(question: Callable[[], bool]) -> bytes:
    return b"yes" if question() else b""


def _changed(found: Sources, known: Sources) -> Changed:
    new = {path: one for path, one in found.items() if one is not known.get(path)}
    return Changed(new, tuple(path for path in known if path not in found))


def _told(survey: Survey) -> bytes:
    return plain.written(_changed(look(survey.roots, survey.known), survey.known))
