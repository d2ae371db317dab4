"""What a person at the terminal reads: one line for each thing that is wrong, and no traceback for it."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

from newsbrief.model.refusal import Refusal


class BuildError(Exception):
    """Ends Pelican's run with exit code 1 after everything that could be built was built."""

    exitcode = 1


class NoTraceback(logging.Filter):
    """Pelican logs what ends a run with its traceback; for a mistake in a person's files that is noise."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the message and drop the traceback of our own errors."""
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if type(error).__module__.startswith("newsbrief."):
            record.exc_info = None
            record.msg, record.args = str(error), ()
        return True


def quiet_own_errors() -> None:
    """See `NoTraceback`."""
    logger = logging.getLogger("pelican")
    if not any(isinstance(one, NoTraceback) for one in logger.filters):
        logger.addFilter(NoTraceback())


def in_a_line(error: BaseException) -> str:
    """What ended a run. Ours says all by itself; of others' kind and place are told, of which `-D` tells all."""
    if type(error).__module__.startswith("newsbrief."):
        return str(error)
    said = " ".join(f"{type(error).__name__}: {error}".split())
    frames = traceback.extract_tb(error.__traceback__)
    return f"{said} ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else said


def report(refusals: Iterable[Refusal]) -> None:
    """One line for each refusal, not wrapped, so that editors and scripts can follow it."""
    for refusal in refusals:
        print(refusal, file=sys.stderr)


def told(refusals: tuple[Refusal, ...]) -> str:
    """How a build that left something out ends."""
    files = len({refusal.file for refusal in refusals})
    reasons = "the reason" if len(refusals) == 1 else "the reasons"
    return f"{files} file{'s' * (files != 1)} left out, for {reasons} above; all else is built"
