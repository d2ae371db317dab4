"""Digests of the files of the content folder, by their paths below it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from newsbrief.build.sources import Sources


class Digests(Mapping[str, str]):
    """As they were looked at; a path has forward slashes.

    A build of a few changes asks for a few of ten thousand: nothing is put together beforehand.
    """

    def __init__(self, sources: Sources, content: str) -> None:
        self._sources, self._above = sources, f"{content}{os.sep}"

    def __getitem__(self, path: str) -> str:
        return self._sources[f"{self._above}{path}".replace("/", os.sep)].digest

    def __contains__(self, path: object) -> bool:
        return f"{self._above}{path}".replace("/", os.sep) in self._sources

    def __iter__(self) -> Iterator[str]:
        inside = (path for path in self._sources if path.startswith(self._above))
        return (path.removeprefix(self._above).replace(os.sep, "/") for path in inside)

    def __len__(self) -> int:
        return sum(1 for _ in self)
