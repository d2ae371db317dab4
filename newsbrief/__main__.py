"""`newsbrief` and `python -m newsbrief`."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from contextlib import suppress

from newsbrief.cli import main


def run() -> None:
    """The command line; the process ends as soon as it is done.

    Python would first take down all that it has in memory, piece by piece: a tenth of a second after a build of ten
    thousand briefs, of which the system does not need any.
    """
    try:
        main()
    except SystemExit as ended:
        if not isinstance(ended.code, int) or threading.active_count() > 1:
            raise
        _leave(ended.code)


def _leave(status: int) -> None:
    atexit._run_exitfuncs()
    with suppress(BrokenPipeError):  # whoever read what was said has gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
