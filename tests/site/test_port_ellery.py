"""The demo newsroom: its briefs against what its README says by reading."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsbrief import document
from newsbrief.edtf.spans import period
from tests.newsroom import Newsroom
from tests.site.reading import broken_links

FEWEST_WORDS = 3
DATED = re.compile(r"- (?P<date>[^:]+): .*?(?: · \*(?P<remark>[^*]+)\*)?$")
AHEAD = ("to come", "will not happen")
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


def dated(readme: str) -> Iterator[tuple[str, str, str]]:
    """Day, date and remark of every event that the README lists, but for those in passing."""
    day, in_events = "", False
    for line in readme.splitlines():
        if match := re.match(r"### (\d{4}-\d\d-\d\d)", line):
            day = match[1]
        in_events = line.startswith("Dated events") or (in_events and (not line or line.startswith("- ")))
        entry = DATED.match(line) if in_events else None
        if entry and "in passing" not in (entry["remark"] or ""):
            yield day, entry["date"], entry["remark"] or ""


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


@pytest.fixture(scope="module")
def happened(project: Path) -> list[tuple[str, str]]:
    """Day and date of every event of the briefs, sorted."""
    briefs = (project / "examples" / "port-ellery" / "content" / "briefs").glob("*.md")
    return sorted(
        (file.stem[:10], event.date) for file in briefs for event in document.parse(file.read_text("utf-8")).events
    )


def test_timeline_has_each_dated_event_and_no_other(project: Path, happened: list[tuple[str, str]]) -> None:
    """Each dated event that a reader found worth a line is an entry of the brief, with that date; no other is."""
    readme = (project / "examples" / "port-ellery" / "README.md").read_text("utf-8")
    assert sorted((day, date) for day, date, _ in dated(readme)) == happened
    assert len(happened) > 150


def test_what_is_to_come_lies_ahead_of_its_brief(project: Path, happened: list[tuple[str, str]]) -> None:
    """What a reader calls yet to come has a date after the brief's day, and nothing else has."""
    readme = (project / "examples" / "port-ellery" / "README.md").read_text("utf-8")
    ahead = sorted((day, date) for day, date, remark in dated(readme) if remark.startswith(AHEAD))
    assert ahead == [(day, date) for day, date in happened if period(date)[0].isoformat() > day]


def test_check_finds_two_loose_ends_left_on_purpose(newsroom: Newsroom) -> None:
    """On the demo's day nobody has written whether the grower paid, nor what the bank said; nothing else is open."""
    shutil.copytree(newsroom.project / "examples" / "port-ellery" / "content", newsroom.content, dirs_exist_ok=True)
    demo_day = re.search(r"^DEMO_DAY := (\d+)$", (newsroom.project / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert demo_day
    listed = newsroom.run("check", SOURCE_DATE_EPOCH=demo_day[1]).stdout.splitlines()
    assert [line.rpartition(" ")[2] for line in listed[:-1]] == ["[loose-end]", "[loose-end]"], listed
    assert ["29 June 2029" in listed[0], "31 July 2029" in listed[1]] == [True, True]


def test_demo_builds_without_a_complaint(newsroom: Newsroom) -> None:
    """Every brief is built, nothing is refused, and every link arrives."""
    shutil.copytree(newsroom.project / "examples" / "port-ellery" / "content", newsroom.content, dirs_exist_ok=True)
    done = newsroom.build("--publish", SITEURL="https://news.example/ellery")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert broken_links(newsroom.pages(), "/ellery/")[0] == []
