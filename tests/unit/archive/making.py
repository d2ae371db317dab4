"""Archives for tests, of clearly invented articles, and a run of them in this process."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsbrief.archive import annotation, run
from newsbrief.archive.item import Parcel

PEOPLE = ("Mira Solberg", "Ansel Quay", "Tove Lindmere", "Ida Fennwick")


def line(number: int) -> dict[str, str]:
    """A short article, as a line of an archive has it."""
    name = PEOPLE[number % len(PEOPLE)]
    text = f"“The ferry stays for {number} days,” {name} said on Monday. The quay opens on 3 May 2030."
    return {"id": f"a{number}", "text": text, "date": "2029-05-04"}


def jsonl(count: int) -> bytes:
    """An archive of short articles."""
    return b"".join(json.dumps(line(number), ensure_ascii=False).encode() + b"\n" for number in range(count))


def article(number: int) -> bytes:
    """A raw article in plain text."""
    return (
        f"Ferry stays, says council {number}\n\n{line(number)['text']}\n\nIt was the last vote of the year.\n".encode()
    )


class Here(run.Plan, frozen=True):
    """A plan whose work is done in this process, parcel by parcel; after so many it is ended, as by Ctrl-C."""

    ends_after: int = -1

    def spread(self, parcels: Iterable[Parcel]) -> run.Done:
        """Parcels with their rows, in order."""
        for number, parcel in enumerate(parcels):
            if number == self.ends_after:
                raise KeyboardInterrupt
            yield parcel, [annotation.annotated(item, self.lang) for item in parcel.items]


def here(*given: Path, parcel: int = 3, ends_after: int = -1) -> Here:
    """The plan for what is given."""
    return Here(given, "en", parcel=parcel, ends_after=ends_after)


def silent(read: int, total: int, articles: int) -> None:
    """Tell nobody."""


def rows(plan: run.Plan) -> list[dict[str, Any]]:
    """What comes of a plan, row by row."""
    return [json.loads(row) for row in written(plan).splitlines()]


def written(plan: run.Plan, given: bytes = b"") -> bytes:
    """What comes of a plan, as it stands in the output."""
    sink = io.BytesIO()
    run.to_stream(plan, io.BytesIO(given), sink, silent)
    return sink.getvalue()


def to_file(plan: run.Plan, file: Path, *, restart: bool = False) -> run.Told:
    """Run a plan into a file."""
    return run.to_file(plan, io.BytesIO(), file, silent, restart=restart)
