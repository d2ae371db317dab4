"""A progress bar on standard error, if a person is there to see it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Times a second that it is drawn anew.
RATE = 4


@contextmanager
def bar() -> Iterator[Callable[[int, int, int], None]]:
    """What to call with bytes read, bytes in all (0 if unknown) and articles; draws only on a terminal."""
    if not sys.stderr.isatty():
        yield lambda read, total, articles: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Annotating"), BarColumn(), TextColumn("{task.fields[done]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), refresh_per_second=RATE, transient=True) as progress:
        task = progress.add_task("", total=None, done="")

        def tell(read: int, total: int, articles: int) -> None:
            progress.update(task, completed=read, total=total or None, done=f"{articles:,} articles")

        yield tell
