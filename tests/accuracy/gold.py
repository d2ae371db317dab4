"""The gold of our own articles: what a reader found in each, as places in its text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class GoldQuote:
    """One marked segment. `name`: the person or body meant, "" when the article does not tell."""

    start: int
    end: int
    speaker: tuple[int, int] | None
    name: str
    kind: str


@dataclass(frozen=True)
class GoldEvent:
    """`when`: where the words stand that date it. `claim`: said by somebody. `doubtful`: readers may differ."""

    when: tuple[int, int]
    date: str
    claim: bool
    doubtful: bool


@dataclass(frozen=True)
class GoldArticle:
    """`text` is the whole file, offsets count its code points."""

    id: str
    date: str
    text: str
    quotes: tuple[GoldQuote, ...]
    not_quotes: tuple[str, ...]
    events: tuple[GoldEvent, ...]
    unclear: tuple[str, ...]
    people: tuple[str, ...]


@cache
def articles() -> tuple[GoldArticle, ...]:
    """All of them."""
    return tuple(_article(file) for file in sorted((HERE / "gold").glob("*.json")))


def _article(file: Path) -> GoldArticle:
    gold = json.loads(file.read_text("utf-8"))
    text = (HERE / "articles" / f"{gold['id']}.txt").read_text("utf-8")
    return GoldArticle(
        id=gold["id"],
        date=gold["date"],
        text=text,
        quotes=tuple(_quote(text, row) for row in gold["quotes"]),
        not_quotes=tuple(gold["not_quotes"]),
        events=tuple(_event(text, row) for row in gold["events"]),
        unclear=tuple(_words(one) for one in (*gold.get("unclear", ()), *gold["undated"])),
        people=tuple(gold["people"]),
    )


def _quote(text: str, row: Mapping[str, Any]) -> GoldQuote:
    start = nth(text, row["text"], row["occurrence"])
    speaker = None
    if row["speaker"]:
        place = nth(text, row["speaker"], row["speaker_occurrence"])
        speaker = (place, place + len(row["speaker"]))
    return GoldQuote(start, start + len(row["text"]), speaker, row["speaker_name"] or "", row["kind"])


def _event(text: str, row: Mapping[str, Any]) -> GoldEvent:
    start = nth(text, row["when"], row["occurrence"])
    claim = bool(row.get("claim")) and not row.get("indirect")
    return GoldEvent((start, start + len(row["when"])), row["date"], claim, bool(row.get("doubtful")))


def _words(one: Any) -> str:
    return one if isinstance(one, str) else str(one.get("when") or one.get("text") or "")


def nth(text: str, words: str, occurrence: int) -> int:
    """Where the n-th occurrence of the words begins."""
    place = -1
    for _ in range(occurrence):
        place = text.index(words, place + 1)
    return place
