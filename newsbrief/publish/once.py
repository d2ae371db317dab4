"""Pelican's command without its spinner.

The spinner is a thread of its own, and a process with threads cannot be copied safely: with it a build has one core.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence

from pelican import get_instance, parse_arguments
from pelican.log import console
from pelican.log import init as init_logging

from newsbrief.build.survey import Survey
from newsbrief.publish.console import BuildError
from newsbrief.publish.press import SURVEY
from newsbrief.publish.settings import SettingsError

# The collector looks through all page models again and again, of which none is rubbish before the end.
SELDOM = (100_000, 50, 100)
log = logging.getLogger("pelican")


def pelican(arguments: Sequence[str], found: Survey | None = None) -> None:
    """Build once, as `pelican` does: what ends a build is logged, and gives the exit status.

    `found`: what was looked at a moment ago.
    """
    gc.set_threshold(*SELDOM)
    parsed = parse_arguments(list(arguments))
    dedup = getattr(logging, parsed.logs_dedup_min_level)
    init_logging(level=parsed.verbosity, fatal=parsed.fatal, name="pelican", logs_dedup_min_level=dedup)
    try:
        instance, settings = get_instance(parsed)
        settings[SURVEY] = found
        instance.run()
    except KeyboardInterrupt:
        log.warning("Keyboard interrupt received. Exiting.")
    except (BuildError, SettingsError) as error:
        # Pelican's log would break the line at the terminal's width, and with it the command that it tells to type.
        print(error, file=sys.stderr)
        sys.exit(getattr(error, "exitcode", 1))
    except Exception as error:  # as Pelican does: the message for people, the status for programs
        log.critical("%s: %s", type(error).__name__, error, exc_info=True)
        if parsed.verbosity == logging.DEBUG:
            console.print_exception()
        sys.exit(getattr(error, "exitcode", 1))
