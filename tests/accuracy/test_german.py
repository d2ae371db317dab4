"""German is data alone: forty sentences that were annotated before any German rule was written.

A sentence counts when all of it is right: every date has its value and no calendar date stands beside them, every quote
has its words and its speaker, every event has its days and no entry stands beside them. What lasts "seit März" may have
an entry or none; so may a claim inside a quote, which the gold does not list.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pytest

from newsbrief import extract, rules
from newsbrief.model.mentions import Attribution, DatedEvent, Mentions, Timex
from tests.accuracy.gold import HERE, nth

PUBLISHED = "2023-09-21"
LEAST = 38
MARKS = "\"“”„‟«»‘’‚'‹›"
SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
STATE = re.compile(r"\b[Ss]eit(?: \w+){0,2} $")

Span = tuple[int, int]
Row = Mapping[str, Any]


@cache
def sentences() -> tuple[Row, ...]:
    """`text`; `dates` (text, type, value); `quotes` (text, speaker); `events` (when, date)."""
    return tuple(json.loads((HERE / "german.json").read_text("utf-8")))


@pytest.mark.parametrize("number", range(40))
def test_gold_is_whole(number: int) -> None:
    """Whatever the gold names stands in its sentence."""
    row = sentences()[number]
    named = [*(one["text"] for one in (*row["dates"], *row["quotes"])), *(one["when"] for one in row["events"])]
    assert all(words.strip(MARKS) in row["text"] for words in named)


def test_forty_sentences() -> None:
    """So many of forty sentences are wholly right, and never fewer."""
    wrong = {number: faults for number, row in enumerate(sentences()) if (faults := faults_of(row))}
    assert len(sentences()) - len(wrong) >= LEAST, f"wrong: {wrong}"


def faults_of(row: Row) -> tuple[str, ...]:
    """Which of dates, quotes and events are not right."""
    found = extract.mentions(row["text"], PUBLISHED, rules.load("de"))
    right = {"dates": _dates(row, found), "quotes": _quotes(row, found), "events": _events(row, found)}
    return tuple(part for part, good in right.items() if not good)


def _dates(row: Row, found: Mentions) -> bool:
    gold = list(zip(_places(row["text"], [one["text"] for one in row["dates"]]), row["dates"], strict=True))
    all_found = all(any(_fits(one, place, date["value"]) for one in found.dates) for place, date in gold)
    resolved = (one for one in found.dates if one.type in {"DATE", "TIME"} and one.value[:1].isdigit())
    return all_found and all(any(_fits(one, place, date["value"]) for place, date in gold) for one in resolved)


def _fits(one: Timex, place: Span, value: str) -> bool:
    return _overlap((one.start, one.end), place) and one.value == value


def _quotes(row: Row, found: Mentions) -> bool:
    said = {one.group: one for one in found.attributions}
    spans = [(_bare(one.text), said.get(one.group)) for one in found.quotes]
    for group in {one.group for one in found.quotes}:
        parts = [_bare(one.text) for one in found.quotes if one.group == group]
        spans.append((" ".join(parts), said.get(group)))
    return all(
        any(words == _bare(gold["text"]) and _said_by(row["text"], by, gold["speaker"]) for words, by in spans)
        for gold in row["quotes"]
    )


def _bare(words: str) -> str:
    return " ".join(words.strip(MARKS + ",. ").split())


def _said_by(text: str, by: Attribution | None, speaker: str) -> bool:
    if by is None:
        return not speaker
    if (by.name or by.speaker).split()[-1:] == speaker.split()[-1:]:
        return True
    places = (match.span() for match in re.finditer(re.escape(speaker), text))
    return any(_overlap((by.start, by.end), place) for place in places)


def _events(row: Row, found: Mentions) -> bool:
    text, given = row["text"], row["events"]
    gold = list(zip(_places(text, [one["when"] for one in given]), given, strict=True))
    states = [place for place, one in gold if one["date"].endswith("/..")]
    due = [(place, _days(one["date"])) for place, one in gold if not one["date"].endswith("/..")]
    entries = [(_when(text, one), _days(one.date)) for one in found.events if one.claim is None]
    entries = [one for one in entries if not any(_overlap(one[0], place) for place in states)]
    entries = [one for one in entries if not _is_state(text, one[0])]
    return len(entries) == len(due) and all(
        any(_overlap(place, other) and days == theirs for other, theirs in entries) for place, days in due
    )


def _is_state(text: str, when: Span) -> bool:
    return text[when[0] : when[1]].lower().startswith("seit ") or STATE.search(text[: when[0]]) is not None


def _when(text: str, one: DatedEvent) -> Span:
    start = one.start + max(0, text[one.start : one.end].find(one.when))
    return start, start + len(one.when)


def _places(text: str, words: Sequence[str]) -> Iterator[Span]:
    """Where each of the words stands; the same words again stand further on."""
    for number, one in enumerate(words):
        start = nth(text, one, words[: number + 1].count(one))
        yield start, start + len(one)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _days(date: str) -> Span:
    """The first and the last day of an EDTF date, as ordinals."""
    first, _, last = re.sub(r"[~?%]", "", date).partition("/")
    return _first(first), _last(last or first)


def _first(date: str) -> int:
    year, month, day = _parts(date)
    return dt.date(year, month, day or 1).toordinal()


def _last(date: str) -> int:
    year, month, day = _parts(date)
    if day:
        return dt.date(year, month, day).toordinal()
    months = 12 if len(date) == 4 else 3 if date[5:] in SEASONS or date[5:] in {"33", "34", "35", "36"} else 1
    if len(date) == 4 and date.endswith("X"):
        months = 120
    turn = month - 1 + months
    return dt.date(year + turn // 12, turn % 12 + 1, 1).toordinal() - 1


def _parts(date: str) -> tuple[int, int, int]:
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    quarters = {"33": 1, "34": 4, "35": 7, "36": 10}
    return int(year.replace("X", "0")), {**SEASONS, **quarters}.get(month, int(month or 1)), int(day or 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023-34", "2023-04/2023-06"),
        ("2022-22", "2022-06/2022-08"),
        ("2023-24", "2023-12-01/2024-02-29"),
        ("2019", "2019-01-01/2019-12-31"),
        ("199X", "1990/1999"),
        ("2023-02", "2023-02-01/2023-02-28"),
    ],
)
def test_forms_of_the_same_days(one: str, other: str) -> None:
    """The gold may write days in another form than the desk."""
    assert _days(one) == _days(other)
