"""How well the desk reads may only get better."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accuracy.gold import HERE, articles
from tests.accuracy.score import Scores, of_articles

FLOORS: dict[str, float] = json.loads((HERE / "floors.json").read_text("utf-8"))
# Public sets that may lie beside the project: scorer, gold, and the least that each figure may be.
SHARED = HERE.parents[2] / "shared" / "accuracy"
PUBLIC: list[tuple[str, str, dict[str, float]]] = [
    ("score_quotes.py", "quotes/polnear_train_sample.jsonl", {"end_to_end.f1": 0.925}),
    ("score_quotes.py", "quotes/gum_news.jsonl", {"end_to_end.f1": 0.905}),
    ("score_dates.py", "dates/meantime_apple_stock.jsonl", {"scores.date.F1": 87.5, "scores.value.F1": 82.5}),
    ("score_dates.py", "dates/wikiwars.jsonl", {"scores.value.F1": 84.0}),
]


@pytest.fixture(scope="module")
def scores() -> Scores:
    return of_articles(articles())


def figures(scores: Scores) -> dict[str, float]:
    return {
        "quotes and speakers, F1": scores.f1,
        "names under quotes, precision": scores.named.share,
        "dates of events": scores.dated.share,
        "entries that are events": scores.events.share,
        "events that have an entry": scores.told.share,
    }


def test_gold_is_whole() -> None:
    """Forty articles, each with a date, and hundreds of quotes and events."""
    assert len(articles()) == 40
    assert sum(len(article.quotes) for article in articles()) > 400
    assert sum(len(article.events) for article in articles()) > 400


@pytest.mark.parametrize("name", FLOORS)
def test_our_own_articles(scores: Scores, name: str) -> None:
    """No figure on our own forty articles falls below its floor; whoever raises one raises the floor."""
    found = figures(scores)[name]
    assert found >= FLOORS[name], f"{name}: {found:.3f}"
    assert found < FLOORS[name] + 0.03, f"{name} is {found:.3f}: raise its floor in tests/accuracy/floors.json"


@pytest.mark.parametrize(("scorer", "gold", "least"), PUBLIC, ids=[row[1] for row in PUBLIC])
def test_public_sets(tmp_path: Path, scorer: str, gold: str, least: dict[str, float]) -> None:
    """`newsbrief annotate` on a public set stays at or above what it reached."""
    if not (SHARED / gold).is_file():
        pytest.skip("the public sets are not beside the project")
    rows = [json.loads(line) for line in (SHARED / gold).read_text("utf-8").splitlines()]
    given = "".join(
        json.dumps({"id": row["id"], "text": row["text"], "date": row.get("dct") or row.get("date") or ""}) + "\n"
        for row in rows
    )
    done = subprocess.run(
        [sys.executable, "-m", "newsbrief", "annotate"], input=given, capture_output=True, text=True, check=True
    )
    (tmp_path / "found.jsonl").write_text(done.stdout, "utf-8")
    command = [sys.executable, str(SHARED / scorer), str(SHARED / gold), str(tmp_path / "found.jsonl"), "--json"]
    scored = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for name, floor in least.items():
        assert value_of(scored, name) >= floor, f"{name}: {value_of(scored, name)}"


def value_of(scored: object, name: str) -> float:
    """The figure under a dotted name."""
    for key in name.split("."):
        assert isinstance(scored, dict)
        scored = scored[key]
    assert isinstance(scored, int | float)
    return float(scored)
