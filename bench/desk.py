"""How fast the desk reads texts and saved pages, beside a fixed reference in the same run, and how both grow."""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import trafilatura

from bench.running import NEWSBRIEF, PROJECT, RUNS, Cost, cost, median
from newsbrief.intake import page

SHARED = PROJECT.parent / "shared" / "accuracy"
OWN = PROJECT / "tests" / "accuracy" / "articles"
OWN_PAGES = PROJECT / "tests" / "golden"
MEGABYTE = 1_000_000
GROWTH: dict[str, Callable[[int], str]] = {
    "quote marks": lambda size: "“" * (size // 3),
    "straight marks": lambda size: '"' * size,
    "one sentence": lambda size: "and the ferry was late " * (size // 23),
    "nested marks": lambda size: "“she said ‘he said " * (size // 23),
    "names": lambda size: "Mira Solberg said Ansel Quay. " * (size // 30),
    "weekdays": lambda size: "on Monday in May 2029 " * (size // 22),
}
PARAGRAPH = "The boats came back to the quay late on a quiet evening, and nobody had come to see them, she said. "
PAGE = "<html><title>Harbour reopens after the storm</title><h1>Harbour reopens after the storm</h1>"
PAGES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: PAGE + f"<p>{PARAGRAPH}</p>" * (size // 109),
    "nested": lambda size: PAGE + "<div>" * (size // 5) + f"<p>{PARAGRAPH * 3}</p>",
    "links": lambda size: (
        PAGE + f"<p>{PARAGRAPH * 3}</p>" + "<p><a href='/a'>More of the harbour</a></p>" * (size // 43)
    ),
    "figures": lambda size: (
        PAGE + f"<p>{PARAGRAPH * 3}</p>" + "<figure><figcaption>Photo: EW</figcaption></figure>" * (size // 51)
    ),
    "scripts": lambda size: PAGE + f"<p>{PARAGRAPH * 3}</p>" + "<script>track()</script>" * (size // 24),
}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        reference = _pages()
        _speed(Path(folder), reference)
        _growth(Path(folder), "annotate", GROWTH)
        _growth(Path(folder), "read", PAGES)


def _pages() -> float:
    """Measure reading saved pages beside trafilatura alone; give its pages a CPU second, 0 without pages."""
    files = sorted((SHARED / "pages").glob("*.html.gz"))
    texts = [gzip.decompress(file.read_bytes()).decode("utf-8", "replace") for file in files]
    texts = (
        texts or [file.read_bytes().decode("utf-8", "replace") for file in sorted(OWN_PAGES.glob("page-*/*.html"))] * 4
    )
    for text in texts:
        page.read(text)
    theirs = min(_seconds(trafilatura.extract, texts) for _ in range(RUNS))
    ours = min(_seconds(page.read, texts) for _ in range(RUNS))
    print(
        f"saved pages, {len(texts)}: {len(texts) / ours:.0f} a CPU second; "
        f"trafilatura alone {len(texts) / theirs:.0f}; ratio of the times {ours / theirs:.2f}"
    )
    return len(texts) / theirs


def _seconds(read: Callable[[str], object], texts: Iterable[str]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def _speed(folder: Path, reference: float) -> None:
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
    print(f"  reference, trafilatura on saved pages: {reference:.1f} a CPU second; ratio {rate / reference:.1f}")


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


def _growth(folder: Path, command: str, made: dict[str, Callable[[int], str]]) -> None:
    print(f"{command}, CPU seconds at 1, 2, 4, 8 MB in one text, and peak memory at 8 MB")
    for name, of in made.items():
        costs = [_grown(folder, command, name, of(size * MEGABYTE)) for size in (1, 2, 4, 8)]
        seconds = "  ".join(f"{one.seconds:6.2f}" for one in costs)
        print(f"  {name:15} {seconds}   x{costs[3].seconds / costs[0].seconds:.1f}   {costs[3].megabytes:.0f} MB")


def _grown(folder: Path, command: str, name: str, text: str) -> Cost:
    if command == "read":
        saved = folder / "grown.html"
        saved.write_text(text, "utf-8")
        return cost([*NEWSBRIEF, "read", str(saved)], PROJECT)
    given = folder / "grown.jsonl"
    row = {"id": name, "text": text, "date": "2029-05-04"}
    given.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    return cost([*NEWSBRIEF, "annotate"], PROJECT, given)


if __name__ == "__main__":
    sys.exit(main())
