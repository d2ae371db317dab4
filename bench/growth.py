"""How time and memory grow with one text of one, two, four and eight megabytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bench.running import Cost

MEGABYTE = 1_000_000
Made = Mapping[str, Callable[[int], str]]


def growth(command: str, made: Made, measured: Callable[[str], Cost]) -> None:
    """Print what each of the texts costs; `made` gives one of a size in characters."""
    print(f"{command}, CPU seconds at 1, 2, 4, 8 MB in one text, and peak memory at 8 MB")
    for name, of in made.items():
        costs = [measured(of(size * MEGABYTE)) for size in (1, 2, 4, 8)]
        seconds = "  ".join(f"{one.seconds:6.2f}" for one in costs)
        print(f"  {name:15} {seconds}   x{costs[3].seconds / costs[0].seconds:.1f}   {costs[3].megabytes:.0f} MB")
