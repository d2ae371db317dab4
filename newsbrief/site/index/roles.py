"""One person's roles over time. Shorter and longer words for one role count as one role."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

# A role in a brief's words, and the day of the brief in ISO 8601.
Role = tuple[str, str]


def in_time(given: Iterable[Role]) -> tuple[Role, ...]:
    """Return the roles that followed one another, newest first. `given` are those of the briefs, oldest first.

    "Captain" next to "captain of the Vennick ferry" is one role: its words are the longer ones, its day the earlier
    one. The longer words must begin with the shorter ones, so "mayor" and "deputy mayor" stay two roles.
    """
    roles: list[Role] = []
    for role, day in given:
        last, since = roles[-1] if roles else ("", "")
        if last and _begins(last, role):
            roles[-1] = (role, since)
        elif not (last and _begins(role, last)):
            roles.append((role, day))
    return tuple(reversed(roles))


def latest(roles: Iterable[str]) -> str:
    """Return the current role, or "". `roles` are those of the briefs, newest first."""
    found = ""
    for role in roles:
        if found and not (_begins(found, role) or _begins(role, found)):
            break
        found = max(found, role, key=len)
    return found


# Thousands of briefs repeat the same few roles.
@lru_cache(maxsize=1 << 14)
def _begins(short: str, whole: str) -> bool:
    words, of_whole = short.casefold().split(), whole.casefold().split()
    return bool(words) and of_whole[: len(words)] == words
