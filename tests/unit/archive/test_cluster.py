"""Dask: the same output as one process, whatever becomes of the workers."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsbrief.archive import cluster, run
from tests.effort import SOAK
from tests.unit.archive import deadly
from tests.unit.archive.making import here, jsonl, to_file, written

distributed = pytest.importorskip("distributed", reason="Dask is an extra: pip install 'newsbrief[dask]'")
dask = pytest.importorskip("dask")
ARTICLES = 4_000 if SOAK else 400


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A cluster on this machine: two workers, each a process of one thread, with a nanny that begins another."""
    room = tmp_path_factory.mktemp("dask")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, local_directory=str(room)
        ) as found,
    ):
        yield found


def workers(local: Any) -> list[int]:
    """The process ids of the workers."""
    with distributed.Client(local.scheduler_address, set_as_default=False) as client:
        return sorted(client.run(os.getpid).values())


def test_the_same_as_one_process(local: Any, tmp_path: Path) -> None:
    """Rows and order are those of one process, refused lines included."""
    source = tmp_path / "in.jsonl"
    source.write_bytes(jsonl(50) + b"no JSON\n" + jsonl(50))
    plan = run.Plan((source,), "en", scheduler=local.scheduler_address, parcel=7)
    assert written(plan) == written(here(source))


def test_a_worker_that_is_killed_midway(local: Any, tmp_path: Path) -> None:
    """One of two workers is killed while both work: the output is the same, byte for byte."""
    source, file = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(jsonl(ARTICLES))
    plan = run.Plan((source,), "en", scheduler=local.scheduler_address, parcel=10)
    before, told = workers(local), 0

    def tell(read: int, total: int, articles: int) -> None:
        nonlocal told
        told += 1
        if told == 5:
            os.kill(before[0], signal.SIGKILL)

    with source.open("rb") as standard:
        run.to_file(plan, standard, file, tell, restart=False)
    assert told == ARTICLES // 10
    assert file.read_bytes() == written(here(source))
    assert before[0] not in workers(local)
    assert to_file(plan, file).finished_before


def test_stopped_and_gone_on_with_elsewhere(local: Any, tmp_path: Path) -> None:
    """What a cluster began one process may finish, and the other way round."""
    source, file = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(jsonl(60))

    def tell(read: int, total: int, articles: int) -> None:
        if articles == 20:
            raise KeyboardInterrupt

    plan = run.Plan((source,), "en", scheduler=local.scheduler_address, parcel=5)
    with source.open("rb") as standard, pytest.raises(KeyboardInterrupt):
        run.to_file(plan, standard, file, tell, restart=False)
    assert to_file(here(source), file).new == 40
    assert file.read_bytes() == written(here(source))


def test_an_item_that_ends_every_worker(local: Any) -> None:
    """It costs itself; its neighbours in the parcel and the other parcels are done."""
    parcels = deadly.parcels("a", "b", "c", "die", "d", "e")
    found = [
        json.loads(row.data)
        for _, rows in cluster.spread(parcels, local.scheduler_address, "en", deadly.rows)
        for row in rows
    ]
    assert [one["id"] for one in found] == ["a", "b", "c", "3", "d", "e"]
    assert [one["error"] for one in found if "error" in one] == ["ended every worker that had it"]


def test_no_scheduler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nobody answers is named, with what to read."""
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(cluster.ClusterError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9 "):
        next(cluster.spread([], "tcp://127.0.0.1:9", "en"))


def test_a_worker_without_newsbrief(local: Any) -> None:
    """What a worker cannot load ends the run with what to look at, not with a page of Python."""
    missing = type(cluster.rows)(cluster.rows.__code__, {}, "rows")
    with pytest.raises(cluster.ClusterError, match=r"the cluster gave up \(NameError.*newsbrief on every worker"):
        list(cluster.spread(deadly.parcels("a"), local.scheduler_address, "en", missing))


def test_without_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not installed the extra is told how."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(cluster.ClusterError, match="needs Dask: pip install"):
        next(cluster.spread([], "tcp://127.0.0.1:9", "en"))


def test_other_version() -> None:
    """A worker with another newsbrief refuses to work, and says which it has."""
    with pytest.raises(cluster.OtherVersionError, match=r"this machine 0\.0\.1; install the same on all"):
        cluster.rows((), "en", "0.0.1")
