"""What became of jobs: tens of thousands of them, of which each build reads and writes all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from msgspec import Struct, field

Names = tuple[str, ...]


class Results(Struct):
    """`keys`: what each job's files were made of, by its name.

    `others`: the files of those jobs that made others than the one that is called as they are. Of most there is no need
    to say it twice.
    """

    keys: dict[str, str] = field(default_factory=dict)
    others: dict[str, Names] = field(default_factory=dict)

    def note(self, name: str, key: str, files: Iterable[str]) -> None:
        """What became of a job of which nothing is noted yet."""
        self.keys[name] = key
        names = tuple(files)
        if names != (name,):
            self.others[name] = names

    def files(self, name: str) -> Names:
        """The names of a job's files."""
        return self.others.get(name, (name,))

    def all_files(self) -> Iterator[str]:
        """Those of all jobs' files."""
        return chain(self.keys.keys() - self.others.keys(), chain.from_iterable(self.others.values()))

    def add(self, more: Results) -> None:
        """What became of others, of which nothing is noted yet."""
        self.keys |= more.keys
        self.others |= more.others

    def without(self, names: Collection[str]) -> Results:
        """What became of all but some."""
        keys, others = dict(self.keys), dict(self.others)
        for name in names:
            keys.pop(name, None)
            others.pop(name, None)
        return Results(keys, others)
