"""One person's roles over time: what is said shorter in one brief and longer in another is one role."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.model.pages import RoleSince


def in_time(told: Iterable[RoleSince]) -> tuple[RoleSince, ...]:
    """The roles that the briefs give, oldest first, as those that followed one another, newest first.

    "Captain" beside "captain of the Vennick ferry" is one role, in the longer words and since the first of them. A role
    is only taken for another's if this one begins with it: a mayor is no deputy mayor.
    """
    roles: list[RoleSince] = []
    for one in told:
        last = roles[-1] if roles else None
        if last and _begins(last.role, one.role):
            roles[-1] = RoleSince(one.role, last.since)
        elif not (last and _begins(one.role, last.role)):
            roles.append(one)
    return tuple(reversed(roles))


def latest(roles: Iterable[str]) -> str:
    """The role that holds, of those that briefs give, newest first; "" for none."""
    found = ""
    for role in roles:
        if found and not (_begins(found, role) or _begins(role, found)):
            break
        found = max(found, role, key=len)
    return found


def _begins(short: str, whole: str) -> bool:
    words, of_whole = short.casefold().split(), whole.casefold().split()
    return bool(words) and of_whole[: len(words)] == words
