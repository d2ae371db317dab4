"""A progress bar on standard error, if a person is there to see it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

# Times a second that it is drawn anew.
RATE = 4


@contextmanager
def bar(label: str = "Annotating", first: float = 0.0) -> Iterator[Callable[[int, int, int], None]]:
    """What to call with bytes read, bytes in all (0 if unknown) and articles; draws only on a terminal.

    `label` says what is being done; what is over within `first` seconds has no bar.
    """
    if not sys.stderr.isatty():
        yield lambda read, total, articles: None
        return
    begun = time.monotonic()
    with ExitStack() as stack:
        draw: Callable[[int, int, int], None] | None = None

        def tell(read: int, total: int, articles: int) -> None:
            nonlocal draw
            if draw is None and time.monotonic() - begun >= first:
                draw = stack.enter_context(_drawn(label))
            if draw:
                draw(read, total, articles)

        yield tell


@contextmanager
def _drawn(label: str) -> Iterator[Callable[[int, int, int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(label), BarColumn(), TextColumn("{task.fields[done]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), refresh_per_second=RATE, transient=True) as progress:
        task = progress.add_task("", total=None, done="")

        def tell(read: int, total: int, articles: int) -> None:
            progress.update(task, completed=read, total=total or None, done=f"{articles:,} articles")

        yield tell
