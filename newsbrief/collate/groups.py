"""Tellings brought together two at a time, and some that must never come together."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.collate.tellings import Key


class Groups:
    """A union-find (Galler and Fischer 1964) that knows what to keep apart; the smaller group joins the larger."""

    def __init__(self, apart: Iterable[tuple[Key, Key]]) -> None:
        self._parent: dict[Key, Key] = {}
        self._members: dict[Key, list[Key]] = {}
        self._paths: dict[Key, set[str]] = {}
        self._apart: dict[Key, list[Key]] = {}
        for one, other in apart:
            self._apart.setdefault(one, []).append(other)
            self._apart.setdefault(other, []).append(one)

    def root(self, key: Key) -> Key:
        """The same key for all that were brought together."""
        passed = []
        while (parent := self._parent.get(key, key)) != key:
            passed.append(key)
            key = parent
        for one in passed:
            self._parent[one] = key
        return key

    def all(self) -> Iterable[list[Key]]:
        """Every group of two and more."""
        return self._members.values()

    def apart(self, one: Key, other: Key) -> bool:
        """Whether anything of the one's group is to be kept apart from anything of the other's."""
        first, second = sorted((self.root(one), self.root(other)), key=lambda root: len(self._apart.get(root, ())))
        return any(self.root(key) == second for key in self._apart.get(first, ()))

    def join(self, one: Key, other: Key) -> bool:
        """Bring two together, unless they are to be kept apart; whether they are together now."""
        first, second = sorted((self.root(one), self.root(other)), key=lambda root: len(self._members.get(root, ())))
        if first == second:
            return True
        if self.apart(first, second):
            return False
        self._parent[first] = second
        self._members.setdefault(second, [second]).extend(self._members.pop(first, [first]))
        self._paths.setdefault(second, {second[0]}).update(self._paths.pop(first, {first[0]}))
        if first in self._apart:
            self._apart.setdefault(second, []).extend(self._apart.pop(first))
        return True

    def join_briefs(self, one: Key, other: Key) -> bool:
        """The same for tellings of different briefs only: what one brief tells twice may be two events."""
        first, second = self.root(one), self.root(other)
        if first != second and not self._briefs(first).isdisjoint(self._briefs(second)):
            return False
        return self.join(first, second)

    def _briefs(self, root: Key) -> set[str]:
        return self._paths.get(root, {root[0]})
