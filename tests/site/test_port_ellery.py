"""The demo newsroom: its briefs against what its README says by reading."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsbrief import document
from tests.newsroom import Newsroom
from tests.site.reading import broken_links

FEWEST_WORDS = 3
ENTRY = re.compile(r"- [“\"'](?P<words>.*?)[”\"](?: \((?P<note>.*?)\))?.*: (?P<speaker>[^:]+)$")


def listed(readme: str) -> Iterator[tuple[str, str, str]]:
    """Day, first words and speaker of every quote that the README lists, but for those inside another's quote."""
    day, in_quotes = "", False
    for line in readme.splitlines():
        if match := re.match(r"### (\d{4}-\d\d-\d\d)", line):
            day, in_quotes = match[1], False
        in_quotes = line.startswith("Quotes") or (in_quotes and (not line or line.startswith("- ")))
        entry = ENTRY.match(line) if in_quotes else None
        if entry and not line.startswith("- ‘") and not (entry["note"] or "").startswith("inside"):
            yield day, folded(entry["words"]), folded(entry["speaker"])


def folded(words: str) -> str:
    """Without case, marks and punctuation."""
    return re.sub(r"[^\w ]", "", words).casefold().strip()


@pytest.fixture(scope="module")
def said(project: Path) -> dict[str, list[tuple[str, str]]]:
    """The quotes of each day's brief: words and speaker."""
    briefs = (project / "examples" / "port-ellery" / "content" / "briefs").glob("*.md")
    return {
        file.stem[:10]: [
            (folded(" ".join(quote.text)), folded(quote.speaker))
            for quote in document.parse(file.read_text("utf-8")).quotes
        ]
        for file in briefs
    }


def test_every_quote_stands_under_the_right_name(project: Path, said: dict[str, list[tuple[str, str]]]) -> None:
    """Each quote that a reader found is in the brief, under the speaker that the reader names; no brief has another."""
    readme = (project / "examples" / "port-ellery" / "README.md").read_text("utf-8")
    wanted = list(listed(readme))
    absent = [
        (day, words, speaker)
        for day, words, speaker in wanted
        if not any(have.startswith(words) and name == speaker for have, name in said[day])
    ]
    # Of two words or so no quote is made: they stay in the body.
    assert [row for row in absent if len(row[1].split()) >= FEWEST_WORDS] == []
    assert sum(map(len, said.values())) == len(wanted) - len(absent) > 80


def test_demo_builds_without_a_complaint(newsroom: Newsroom) -> None:
    """Every brief is built, nothing is refused, and every link arrives."""
    shutil.copytree(newsroom.project / "examples" / "port-ellery" / "content", newsroom.content, dirs_exist_ok=True)
    done = newsroom.build("--publish", SITEURL="https://news.example/ellery")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert broken_links(newsroom.pages(), "/ellery/")[0] == []
