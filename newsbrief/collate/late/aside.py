"""What a copy of the process finds out of a late change, while it works out the timelines itself.

Neither asks anything of the other, and with ten thousand briefs they take about as long as each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from newsbrief.build import plain
from newsbrief.build.workers import Told, WithoutWordsError, can_copy, cores
from newsbrief.collate.late.change import Late
from newsbrief.collate.late.near import Near, near
from newsbrief.collate.late.quoted import Quoted, quoted
from newsbrief.model.views import Link

# With fewer briefs both are found out before a copy has begun.
WORTH_A_COPY = 2000


class Beside(Struct, frozen=True):
    """`near`: None where more would have to be held anew than the newest briefs."""

    near: Near | None
    quotes: Quoted


def beside(late: Late, ways: Mapping[str, Link]) -> Callable[[], Beside]:
    """Begin to find it out; gives what waits for it. `ways`: see `near`."""

    def found() -> Beside:
        return Beside(near(late, ways), quoted(late))

    if len(late.rows) < WORTH_A_COPY or cores() < 2 or not can_copy():
        return found

    def told() -> bytes:
        try:
            return plain.told(found())
        except Exception as error:  # this process comes to it as well, and says it
            raise WithoutWordsError from error

    copy = Told(told, worth=True)
    return lambda: plain.read(copy.answer, Beside)
