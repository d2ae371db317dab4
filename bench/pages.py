"""How fast saved pages are read, beside the body library alone in the same run, and how that grows with a page."""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import trafilatura

from bench.growth import growth
from bench.running import NEWSBRIEF, PROJECT, RUNS, Cost, cost
from newsbrief.intake import page

SHARED = PROJECT.parent / "shared" / "accuracy" / "pages"
OWN = PROJECT / "tests" / "golden"
PARAGRAPH = "The boats came back to the quay late on a quiet evening, and nobody had come to see them, she said. "
PAGE = "<html><title>Harbour reopens after the storm</title><h1>Harbour reopens after the storm</h1>"
ARTICLE = PAGE + f"<p>{PARAGRAPH * 3}</p>"
PAGES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: PAGE + f"<p>{PARAGRAPH}</p>" * (size // 109),
    "nested": lambda size: PAGE + "<div>" * (size // 5) + f"<p>{PARAGRAPH * 3}</p>",
    "links": lambda size: ARTICLE + "<p><a href='/a'>More of the harbour</a></p>" * (size // 43),
    "figures": lambda size: ARTICLE + "<figure><figcaption>Photo: EW</figcaption></figure>" * (size // 51),
    "scripts": lambda size: ARTICLE + "<script>track()</script>" * (size // 24),
}


def main() -> None:
    """Measure and print; with `reference`, print the library's pages a CPU second only."""
    if sys.argv[1:] == ["reference"]:
        print(_reference(_texts()))
        return
    texts = _texts()
    theirs, ours = _reference(texts), _rate(page.read, texts)
    print(
        f"saved pages, {len(texts)}: {ours:.0f} a CPU second; "
        f"trafilatura alone {theirs:.0f}; ratio of the times {theirs / ours:.2f}"
    )
    with tempfile.TemporaryDirectory() as folder:
        growth("read", PAGES, lambda text: _read(Path(folder) / "grown.html", text))


def _texts() -> list[str]:
    """The public pages where they are, else our own, several times over."""
    files = [gzip.decompress(file.read_bytes()) for file in sorted(SHARED.glob("*.html.gz"))]
    files = files or [file.read_bytes() for file in sorted(OWN.glob("page-*/*.html"))] * 4
    return [data.decode("utf-8", "replace") for data in files]


def _reference(texts: Iterable[str]) -> float:
    return _rate(trafilatura.extract, texts)


def _rate(read: Callable[[str], object], texts: Iterable[str]) -> float:
    """Pages a CPU second in the best of several runs; a first one warms up."""
    listed = list(texts)
    return len(listed) / min([_seconds(read, listed) for _ in range(RUNS + 1)][1:])


def _seconds(read: Callable[[str], object], texts: Iterable[str]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def _read(saved: Path, text: str) -> Cost:
    saved.write_text(text, "utf-8")
    return cost([*NEWSBRIEF, "read", str(saved)], PROJECT)


if __name__ == "__main__":
    main()
