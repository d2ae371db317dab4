"""Pelican's command without its spinner.

The spinner is a thread of its own, and a process with threads cannot be copied safely: with it a build has one core.
"""

from __future__ import annotations

import argparse
import gc
import logging
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from pelican import get_instance, parse_arguments
from pelican.log import console
from pelican.log import init as init_logging

from newsbrief.build.survey import Survey
from newsbrief.publish.console import in_a_line
from newsbrief.publish.press import CONF, SURVEY
from newsbrief.publish.read_ahead import KEY as AHEAD
from newsbrief.publish.read_ahead import ReadAhead
from newsbrief.publish.settled import SELDOM, named, unwritten

log = logging.getLogger("pelican")


def pelican(
    arguments: Sequence[str],
    found: Survey | None = None,
    sure: Mapping[str, Any] | None = None,
    ahead: ReadAhead | None = None,
) -> None:
    """Build once, as `pelican` does: what ends a build is said in a line, and gives the exit status.

    `found`: what was looked at a moment ago. `sure`: settings that hold whatever the others are. `ahead`: briefs that
    are being read.
    """
    gc.set_threshold(*SELDOM)
    parsed: argparse.Namespace | None = None
    try:
        parsed = parse_arguments(list(arguments))
        parsed.overrides = {**parsed.overrides, **(sure or {})}
        dedup = getattr(logging, parsed.logs_dedup_min_level)
        init_logging(level=parsed.verbosity, fatal=parsed.fatal, name="pelican", logs_dedup_min_level=dedup)
        with unwritten():
            instance, settings = get_instance(parsed)
        settings[AHEAD] = ahead
        settings[SURVEY], settings[CONF] = found, sys.modules.get(named(parsed.settings or ""))
        instance.run()
    except KeyboardInterrupt:
        log.warning("Keyboard interrupt received. Exiting.")
    except Exception as error:  # as Pelican does: the message for people, the status for programs
        _end(error, debug=parsed is not None and parsed.verbosity == logging.DEBUG)


def checked(arguments: Sequence[str]) -> None:
    """Read the settings as a build does, and end as one does where no site can be built with them."""
    try:
        with unwritten():
            get_instance(parse_arguments(list(arguments)))
    except Exception as error:  # whatever settings do
        _end(error)


def _end(error: Exception, *, debug: bool = False) -> NoReturn:
    # Pelican's log would break the line at the terminal's width, and with it the command that it tells to type.
    print(in_a_line(error), file=sys.stderr)
    if debug:
        console.print_exception()
    sys.exit(getattr(error, "exitcode", 1))
