"""How fast the desk reads plain text, beside a fixed reference in the same run, and how that grows with a text."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.growth import growth
from bench.running import NEWSBRIEF, PROJECT, Cost, cost, median

SAMPLE = PROJECT.parent / "shared" / "accuracy" / "quotes" / "polnear_train_sample.jsonl"
OWN = PROJECT / "tests" / "accuracy" / "articles"
# How often each of our own articles is read.
TIMES = 8
SHORT = "She said no on Monday."
GROWTH: dict[str, Callable[[int], str]] = {
    "quote marks": lambda size: "“" * (size // 3),
    "straight marks": lambda size: '"' * size,
    "one sentence": lambda size: "and the ferry was late " * (size // 23),
    "nested marks": lambda size: "“she said ‘he said " * (size // 23),
    "names": lambda size: "Mira Solberg said Ansel Quay. " * (size // 30),
    "weekdays": lambda size: "on Monday in May 2029 " * (size // 22),
    "figures": lambda size: "7" * size,
}


def main() -> None:
    """Measure and print."""
    reference = float(
        subprocess.run(
            [sys.executable, "-m", "bench.pages", "reference"], cwd=PROJECT, capture_output=True, check=True
        ).stdout
    )
    print(f"reference, trafilatura on saved pages: {reference:.1f} a CPU second")
    with tempfile.TemporaryDirectory() as folder:
        _annotate(Path(folder), reference)
        _ingest(Path(folder), reference)
        growth("annotate", GROWTH, lambda text: _grown(Path(folder) / "grown.jsonl", text))


def _annotate(folder: Path, reference: float) -> None:
    rows = list(_sample()) or list(_own())
    given = folder / "articles.jsonl"
    given.write_text("".join(_line(*row) for row in rows), "utf-8")
    # One short line, so that loading the rules counts as starting up.
    empty = folder / "empty.jsonl"
    empty.write_text(_line("x", SHORT, "2029-05-04"), "utf-8")
    start, whole = (median([*NEWSBRIEF, "annotate"], PROJECT, lines) for lines in (empty, given))
    _told("annotate", [text for _, text, _ in rows], start, whole, reference)


def _ingest(folder: Path, reference: float) -> None:
    """The whole desk: plain texts read, and a brief written for each into an empty folder."""
    rows = list(_own())
    start = median(_desk(folder, 0, [("x", f"Ferry vote\n\n{SHORT}", "2029-05-04")]), PROJECT)
    whole = median(_desk(folder, 1, rows), PROJECT)
    _told("ingest", [text for _, text, _ in rows], start, whole, reference)


def _desk(folder: Path, number: int, rows: Iterable[tuple[str, str, str]]) -> list[str]:
    """The command that reads these articles; each run of it starts with no brief."""
    raw, briefs = folder / f"raw{number}", folder / f"briefs{number}"
    raw.mkdir()
    for place, (name, text, date) in enumerate(rows):
        (raw / f"{date}-{name}-{place}.txt").write_text(text, "utf-8")
    ingest = "from newsbrief.cli import main; main(['ingest', '--to', sys.argv[1], *sys.argv[2:]])"
    begin = "import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)"
    return [sys.executable, "-c", f"{begin}; {ingest}", str(briefs), *map(str, sorted(raw.iterdir()))]


def _told(what: str, texts: list[str], start: Cost, whole: Cost, reference: float) -> None:
    mean = sum(map(len, texts)) / len(texts)
    rate = len(texts) / (whole.seconds - start.seconds)
    print(
        f"{what}, {len(texts)} articles of {mean:,.0f} signs: {rate:.0f} a CPU second "
        f"({len(texts) / whole.seconds:.0f} with starting up); ratio to the reference {rate / reference:.1f}"
    )
    print(f"  peak memory {whole.megabytes:.0f} MB; starting up {start.seconds:.2f} s")


def _sample() -> Iterable[tuple[str, str, str]]:
    """(name, text, date) of the public sample, where there is one."""
    if SAMPLE.is_file():
        for row in map(json.loads, SAMPLE.read_text("utf-8").splitlines()):
            yield row["id"], row["text"], row.get("date", "")


def _own() -> Iterable[tuple[str, str, str]]:
    for row in map(json.loads, (OWN / "index.jsonl").read_text("utf-8").splitlines()):
        text = (OWN / f"{row['id']}.txt").read_text("utf-8")
        yield from [(row["id"], text, row["date"])] * TIMES


def _line(name: str, text: str, date: str) -> str:
    return json.dumps({"id": name, "text": text, "date": date}, ensure_ascii=False) + "\n"


def _grown(given: Path, text: str) -> Cost:
    given.write_text(_line("grown", text, "2029-05-04"), "utf-8")
    return cost([*NEWSBRIEF, "annotate"], PROJECT, given)


if __name__ == "__main__":
    main()
