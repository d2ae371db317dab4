"""Results as files: all figures as JSON, the times as a chart."""

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
    """Write both files and give their paths; an earlier run of the same name gives way."""
    folder.mkdir(parents=True, exist_ok=True)
    data, picture = folder / f"{name}.json", folder / f"{name}.svg"
    data.write_text(json.dumps(_data(results, versions), indent=1) + "\n", "utf-8")
    picture.write_text(drawn(results), "utf-8")
    return [data, picture]


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


def _data(results: Sequence[Result], versions: Mapping[str, str]) -> dict[str, object]:
    machine = {"processors": os.cpu_count(), "architecture": platform.machine(), "system": platform.system()}
    rows = [{**asdict(one), "cost": {key: round(v, 3) for key, v in asdict(one.cost).items()}} for one in results]
    return {"day": today(), "machine": machine, "versions": dict(versions), "results": rows}
