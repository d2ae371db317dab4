"""Values that lie beside the output and are fetched when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from newsbrief.publish.console import BuildError

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Kept(Mapping[str, Value], Generic[Value]):
    """Values by path of which each is fetched when it is asked for; `remembered`: and not fetched again."""

    paths: Collection[str]
    fetch: Callable[[str], Value | None]
    fetched: dict[str, Value] = field(default_factory=dict)
    remembered: bool = True

    def __getitem__(self, path: str) -> Value:
        """Raises BuildError if what was kept cannot be read any more."""
        if path not in self.paths:
            raise KeyError(path)
        if path in self.fetched:
            return self.fetched[path]
        value = self.fetch(path)
        if value is None:
            raise BuildError(f"{path}: what was kept of it is lost; save the file again, and build again")
        if self.remembered:
            self.fetched[path] = value
        return value

    def __contains__(self, path: object) -> bool:
        """Without fetching it."""
        return path in self.paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)
