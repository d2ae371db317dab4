"""An embargo that ends soon, or has ended while the brief still waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress

from newsbrief.check.seen import Seen
from newsbrief.edtf.text import day_text
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "embargo-near"
NEAR = dt.timedelta(hours=24)
WAITING = ("draft", "review")


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One within a day of the end; after it, only for a brief that is not published yet."""
    brief, clock = entry.brief, seen.across.clock
    if brief.embargo is None or brief.status not in (*WAITING, "published"):
        return
    ends = brief.embargo.at(clock.zone)
    waits = brief.status in WAITING
    when = _when(ends, clock.zone)
    if ends > clock.now:
        if ends - clock.now > NEAR:
            return
        message = f"the embargo ends on {when}, in {_span(ends - clock.now)}"
        message += f", and the brief is still in {brief.status}" if waits else "; build the site again then"
    elif waits:
        message = f"the embargo ended on {when}, and the brief is still in {brief.status}"
    else:
        return
    yield Finding(CODE, seen.file, brief.lines.get("embargo", 0), message)


def _when(ends: dt.datetime, zone: dt.tzinfo) -> str:
    """Day and time on the site's clock; on the writer's own at the calendar's ends, where no clock can be set back."""
    with suppress(OverflowError):
        ends = ends.astimezone(zone)
    return f"{day_text(ends.date()).text} at {ends:%H:%M}"


def _span(left: dt.timedelta) -> str:
    """Hours, rounded down; minutes where it is less than one."""
    minutes = int(left.total_seconds()) // 60
    number, unit = (minutes // 60, "hour") if minutes >= 60 else (minutes, "minute")
    return f"{number} {unit}{'s' * (number != 1)}"
