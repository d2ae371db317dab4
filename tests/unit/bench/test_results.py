"""Results as files."""

import json
from pathlib import Path

import pytest
from lxml import etree

from bench.peers import results
from bench.peers.chart import Bar, Panel, chart, seconds
from bench.peers.measure import Cost, median
from bench.peers.race import Result

SVG = "{http://www.w3.org/2000/svg}"
RESULTS = [
    Result("newsbrief", 1000, "cold", Cost(9.0, 8.0, 120.0), 3, 1650),
    Result("hugo", 1000, "cold", Cost(0.9, 1.2, 300.0), 3, 1650),
    Result("hugo-server", 1000, "body", Cost(0.3, 0.1, 310.0), 3),
]


def test_chart_is_well_formed_and_says_all_it_draws() -> None:
    """An SVG with title and description, in which every figure stands, and a bar for each, the longest the largest."""
    root = etree.fromstring(chart("Fast & <slow>", [Panel("Cold", [Bar("A", 4.0, True), Bar("B", 1.0, False)])]))
    named = {one.get("id"): one.text for name in ("title", "desc") for one in root.findall(f"{SVG}{name}")}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == " ".join(str(name) for name in named)
    assert named["title"] == "Fast & <slow>"
    assert named["desc"] == "Cold: A 4.00 s, B 1.00 s"
    _, first, second = root.findall(f"{SVG}rect")
    assert float(first.get("width", "")) == pytest.approx(4 * float(second.get("width", "")), abs=0.3)
    assert first.get("fill") != second.get("fill")


@pytest.mark.parametrize(("value", "text"), [(0.004, "0.00 s"), (9.994, "9.99 s"), (64.24, "64.2 s"), (312.4, "312 s")])
def test_seconds_have_three_figures(value: float, text: str) -> None:
    """More would be noise."""
    assert seconds(value) == text


def test_files_hold_every_figure(tmp_path: Path) -> None:
    """JSON for programs, a table and a chart for people; none names the machine."""
    paths = results.write(RESULTS, {"hugo": "0.1"}, "some-day", tmp_path)
    assert [path.name for path in paths] == ["some-day.json", "some-day.svg", "some-day.md"]
    data = json.loads(paths[0].read_text("utf-8"))
    assert [one["cost"]["wall"] for one in data["results"]] == [9.0, 0.9, 0.3]
    assert set(data["machine"]) == {"processors", "architecture", "system"}
    drawn = etree.fromstring(paths[1].read_bytes())
    assert "One body edited, 1,000 briefs: hugo server 0.30 s" in (drawn.findtext(f"{SVG}desc") or "")
    assert "| 1,000 | First build | Hugo | 0.90 | 1.20 | 300 | 1650 |" in paths[2].read_text("utf-8")


def test_median_is_of_each_figure() -> None:
    """The fastest run need not be the smallest."""
    assert median([Cost(1, 9, 5), Cost(2, 7, 9), Cost(3, 8, 7)]) == Cost(2, 8, 7)
