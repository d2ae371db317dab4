"""Events brought together two at a time, and pairs that must stay separate."""

from __future__ import annotations

from collections.abc import Iterable

# The brief's path and the event's id.
Key = tuple[str, str]


class Groups:
    """A union-find structure (Galler and Fischer 1964) with pairs that never join.

    The smaller group joins the larger one.
    """

    def __init__(self, apart: Iterable[tuple[Key, Key]]) -> None:
        self._parent: dict[Key, Key] = {}
        self._members: dict[Key, list[Key]] = {}
        self._paths: dict[Key, set[str]] = {}
        self._apart: dict[Key, list[Key]] = {}
        for one, other in apart:
            self._apart.setdefault(one, []).append(other)
            self._apart.setdefault(other, []).append(one)

    def root(self, key: Key) -> Key:
        """Return the key that stands for the group of `key`."""
        passed = []
        while (parent := self._parent.get(key, key)) != key:
            passed.append(key)
            key = parent
        for one in passed:
            self._parent[one] = key
        return key

    def all(self) -> Iterable[list[Key]]:
        """Return every group of two or more."""
        return self._members.values()

    def are_apart(self, one: Key, other: Key) -> bool:
        """Return whether any member of one group must stay separate from any member of the other."""
        first, second = sorted((self.root(one), self.root(other)), key=lambda root: len(self._apart.get(root, ())))
        return any(self.root(key) == second for key in self._apart.get(first, ()))

    def join(self, one: Key, other: Key) -> bool:
        """Join two groups unless they must stay separate; return whether the two are one group now."""
        first, second = sorted((self.root(one), self.root(other)), key=lambda root: len(self._members.get(root, ())))
        if first == second:
            return True
        if self.are_apart(first, second):
            return False
        self._parent[first] = second
        self._members.setdefault(second, [second]).extend(self._members.pop(first, [first]))
        self._paths.setdefault(second, {second[0]}).update(self._paths.pop(first, {first[0]}))
        if first in self._apart:
            self._apart.setdefault(second, []).extend(self._apart.pop(first))
        return True

    def join_briefs(self, one: Key, other: Key) -> bool:
        """Join two groups that have no brief in common: two events of one brief may be different events."""
        first, second = self.root(one), self.root(other)
        if first != second and not self._briefs(first).isdisjoint(self._briefs(second)):
            return False
        return self.join(first, second)

    def _briefs(self, root: Key) -> set[str]:
        return self._paths.get(root, {root[0]})
