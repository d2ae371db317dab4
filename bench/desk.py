"""How fast `newsbrief annotate` reads, beside a fixed reference in the same run, and how it grows with its input."""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.running import NEWSBRIEF, PROJECT, cost, median

SHARED = PROJECT.parent / "shared" / "accuracy"
OWN = PROJECT / "tests" / "accuracy" / "articles"
MEGABYTE = 1_000_000
GROWTH: dict[str, Callable[[int], str]] = {
    "quote marks": lambda size: "“" * (size // 3),
    "straight marks": lambda size: '"' * size,
    "one sentence": lambda size: "and the ferry was late " * (size // 23),
    "nested marks": lambda size: "“she said ‘he said " * (size // 23),
    "names": lambda size: "Mira Solberg said Ansel Quay. " * (size // 30),
    "weekdays": lambda size: "on Monday in May 2029 " * (size // 22),
}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        _speed(Path(folder))
        _growth(Path(folder))


def _speed(folder: Path) -> None:
    lines = list(_articles())
    mean = sum(len(json.loads(line)["text"]) for line in lines) / len(lines)
    given = folder / "articles.jsonl"
    given.write_text("".join(lines), "utf-8")
    # One short line, so that loading the rules counts as starting up.
    empty = folder / "empty.jsonl"
    empty.write_text('{"id": "x", "text": "She said no on Monday.", "date": "2029-05-04"}\n', "utf-8")
    start, all_of_it = (
        median([*NEWSBRIEF, "annotate"], PROJECT, empty),
        median([*NEWSBRIEF, "annotate"], PROJECT, given),
    )
    rate = len(lines) / (all_of_it.seconds - start.seconds)
    whole = len(lines) / all_of_it.seconds
    print(
        f"annotate, {len(lines)} articles of {mean:,.0f} signs: {rate:.0f} a CPU second ({whole:.0f} with starting up)"
    )
    print(f"  peak memory {all_of_it.megabytes:.0f} MB; starting up {start.seconds:.2f} s")
    reference = _reference()
    if reference:
        print(f"reference, trafilatura on saved pages: {reference:.1f} a CPU second; ratio {rate / reference:.1f}")


def _articles() -> Iterable[str]:
    """A public sample where there is one, else our own articles; several times over if they are few."""
    sample = SHARED / "quotes" / "polnear_train_sample.jsonl"
    if sample.is_file():
        for line in sample.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield json.dumps({"id": row["id"], "text": row["text"], "date": row.get("date", "")}) + "\n"
        return
    for row in map(json.loads, (OWN / "index.jsonl").read_text("utf-8").splitlines()):
        text = (OWN / f"{row['id']}.txt").read_text("utf-8")
        yield from [json.dumps({"id": row["id"], "text": text, "date": row["date"]}) + "\n"] * 8


def _reference() -> float:
    """Pages a CPU second of a well-known library, so that figures of two machines can be compared."""
    pages = sorted((SHARED / "pages").glob("*.html.gz"))
    if not pages:
        return 0.0
    import trafilatura

    texts = [gzip.decompress(page.read_bytes()).decode("utf-8", "replace") for page in pages]
    trafilatura.extract(texts[0])
    start = time.process_time()
    for text in texts:
        trafilatura.extract(text)
    return len(texts) / (time.process_time() - start)


def _growth(folder: Path) -> None:
    print("annotate, CPU seconds at 1, 2, 4, 8 MB in one text, and peak memory at 8 MB")
    for name, made in GROWTH.items():
        costs = []
        for size in (1, 2, 4, 8):
            given = folder / "grown.jsonl"
            row = {"id": name, "text": made(size * MEGABYTE), "date": "2029-05-04"}
            given.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
            costs.append(cost([*NEWSBRIEF, "annotate"], PROJECT, given))
        seconds = "  ".join(f"{one.seconds:6.2f}" for one in costs)
        print(f"  {name:15} {seconds}   x{costs[3].seconds / costs[0].seconds:.1f}   {costs[3].megabytes:.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
