"""Pelican's command without its spinner, which is a thread: a process with threads cannot fork workers."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from pelican import get_instance, parse_arguments
from pelican.log import console
from pelican.log import init as init_logging

from newsbrief.site.plugin.console import in_a_line

log = logging.getLogger("pelican")


def pelican(arguments: Sequence[str], overrides: Mapping[str, Any]) -> None:
    """Build once, as `pelican` does. What ends a build is printed in a line, and sets the exit status.

    `overrides` are settings that hold whatever the settings file says.
    """
    parsed: argparse.Namespace | None = None
    try:
        parsed = parse_arguments(list(arguments))
        parsed.overrides = {**parsed.overrides, **overrides}
        dedup = getattr(logging, parsed.logs_dedup_min_level)
        init_logging(level=parsed.verbosity, fatal=parsed.fatal, name="pelican", logs_dedup_min_level=dedup)
        with without_bytecode():
            instance, _ = get_instance(parsed)
        instance.run()
    except KeyboardInterrupt:
        log.warning("Keyboard interrupt received. Exiting.")
    except Exception as error:  # as Pelican does: the message for people, the status for programs
        _end(error, debug=parsed is not None and parsed.verbosity == logging.DEBUG)


def check_settings(arguments: Sequence[str]) -> None:
    """Read the settings as a build does, and end as a build does if no site can be built with them."""
    try:
        with without_bytecode():
            get_instance(parse_arguments(list(arguments)))
    except Exception as error:  # whatever settings do
        _end(error)


def _end(error: Exception, *, debug: bool = False) -> NoReturn:
    # Pelican's log would break the line, and with it a command that the message names, at the terminal's width.
    print(in_a_line(error), file=sys.stderr)
    if debug:
        console.print_exception()
    sys.exit(getattr(error, "exitcode", 1))


@contextmanager
def without_bytecode() -> Iterator[None]:
    """Keep Python from caching the compiled settings file.

    Python knows a file by its size and the second of its last change, so it would miss one of two changes in a second.
    """
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
