"""What a build prints: one line for each thing that is wrong, without a traceback."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

from newsbrief.model.refusal import Refusal


class BuildError(Exception):
    """Ends Pelican's run with exit code 1 after everything that can be built was built."""

    exitcode = 1


class NoTraceback(logging.Filter):
    """Drop the traceback that Pelican logs with an error that ends a run, if the error is one of ours."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record."""
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if type(error).__module__.startswith("newsbrief."):
            record.exc_info = None
            record.msg, record.args = str(error), ()
        return True


def hide_own_tracebacks() -> None:
    """Install the filter once."""
    logger = logging.getLogger("pelican")
    if not any(isinstance(one, NoTraceback) for one in logger.filters):
        logger.addFilter(NoTraceback())


def in_a_line(error: BaseException) -> str:
    """Return what ended a run. Our own messages say everything; of other errors, kind and place are added."""
    if type(error).__module__.startswith("newsbrief."):
        return str(error)
    message = " ".join(f"{type(error).__name__}: {error}".split())
    frames = traceback.extract_tb(error.__traceback__)
    return f"{message} ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else message


def say(line: str) -> None:
    """Print a line for the person who builds."""
    print(line, file=sys.stderr, flush=True)


def report(refusals: Iterable[Refusal]) -> None:
    """Print one line for each refusal, not wrapped, so that editors and scripts can follow it."""
    for refusal in refusals:
        print(refusal, file=sys.stderr)


def summary(refusals: tuple[Refusal, ...]) -> str:
    """Return how a build ends that left something out."""
    files = len({refusal.file for refusal in refusals})
    reasons = "the reason" if len(refusals) == 1 else "the reasons"
    return f"{files} file{'s' * (files != 1)} left out, for {reasons} above; all else is built"
