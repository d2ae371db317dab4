"""Results as files: all figures as JSON and as a table, the times as a chart."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from bench.peers.chart import Bar, chart, panels
from bench.peers.contenders import CONTENDERS
from bench.peers.race import Result
from bench.peers.scenarios import SCENARIOS
from bench.running import PROJECT

FOLDER = PROJECT / "bench" / "results"
TITLE = "Seconds until the site is there (shorter is better)"


def write(results: Sequence[Result], versions: Mapping[str, str], name: str, folder: Path = FOLDER) -> list[Path]:
    """Write all files and give their paths; an earlier run of the same name gives way."""
    folder.mkdir(parents=True, exist_ok=True)
    data = json.dumps(_data(results, versions), indent=1) + "\n"
    texts = {"json": data, "svg": drawn(results), "md": table(results)}
    paths = {folder / f"{name}.{ending}": text for ending, text in texts.items()}
    for path, text in paths.items():
        path.write_text(text, "utf-8")
    return list(paths)


def today() -> str:
    """The day of the run: the beginning of the files' name."""
    return dt.datetime.now(dt.UTC).date().isoformat()


def drawn(results: Sequence[Result]) -> str:
    """The chart of these results."""
    titles = {one.key: one.title for one in CONTENDERS}
    rows: dict[tuple[int, str], list[Bar]] = {}
    for scenario in SCENARIOS:
        for one in results:
            if one.scenario == scenario.key:
                bar = Bar(titles[one.contender], one.cost.wall, one.contender.startswith("newsbrief"))
                rows.setdefault((one.briefs, one.scenario), []).append(bar)
    in_order = {key: rows[key] for key in sorted(rows, key=lambda key: key[0])}
    return chart(TITLE, panels(in_order, {one.key: one.title for one in SCENARIOS}))


def table(results: Sequence[Result]) -> str:
    """All figures for people, as Markdown: a line for each of a size's scenarios and contenders."""
    titles = {one.key: one.title for one in CONTENDERS}
    order = {one.key: (place, one.title) for place, one in enumerate(SCENARIOS)}
    lines = ["| briefs | what | who | seconds | CPU seconds | MB | pages |", "|---:|---|---|---:|---:|---:|---:|"]
    for one in sorted(results, key=lambda one: (one.briefs, order[one.scenario])):
        cost = one.cost
        lines.append(
            f"| {one.briefs:,} | {order[one.scenario][1]} | {titles[one.contender]} | {cost.wall:.2f} | {cost.cpu:.2f} "
            f"| {cost.memory:.0f} | {one.pages or ''} |"
        )
    return "\n".join(lines) + "\n"


def _data(results: Sequence[Result], versions: Mapping[str, str]) -> dict[str, object]:
    machine = {"processors": os.cpu_count(), "architecture": platform.machine(), "system": platform.system()}
    figures = ("wall", "cpu", "memory")
    rows = [{**asdict(one), "cost": {key: round(getattr(one.cost, key), 3) for key in figures}} for one in results]
    return {"day": today(), "machine": machine, "versions": dict(versions), "results": rows}
