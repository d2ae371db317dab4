"""Workers on other machines: Dask distributed hands parcels out and does again what a lost worker had.

Only this module knows Dask; it is an extra (`newsbrief[dask]`).
"""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from newsbrief import __version__
from newsbrief.archive import annotation
from newsbrief.archive.item import Item, Parcel, Row

# Parcels on their way for each thread of the cluster, at least so many, and seconds to find the scheduler.
AHEAD, LEAST, PATIENCE = 3, 8, 20
# How often Dask gives a parcel to another worker after the one that had it was lost.
RETRIES = 3


class ClusterError(Exception):
    """The cluster cannot be used; says why and what to do."""


class OtherVersionError(Exception):
    """A worker has another version of newsbrief than the machine that hands out the work."""


def spread(parcels: Iterable[Parcel], address: str, lang: str) -> Iterator[tuple[Parcel, list[Row]]]:
    """Each parcel with its rows, in order. Raises ClusterError."""
    client = _client(address)
    from distributed.scheduler import KilledWorker

    run = uuid.uuid4().hex
    source = enumerate(parcels)
    sent: deque[tuple[Parcel, Any]] = deque()
    try:
        while True:
            window = max(LEAST, AHEAD * sum(client.nthreads().values()))
            while len(sent) < window and (numbered := next(source, None)):
                number, parcel = numbered
                sent.append((parcel, _sent(client, parcel.items, lang, f"{run}-{number}")))
            if not sent:
                return
            parcel, future = sent.popleft()
            try:
                rows = future.result()
            except KilledWorker:
                rows = [_alone(client, item, lang, f"{run}-{uuid.uuid4().hex}") for item in parcel.items]
            yield parcel, rows
    except OtherVersionError as error:
        raise ClusterError(str(error)) from error
    finally:
        client.close()


def rows(items: tuple[Item, ...], lang: str, version: str) -> list[Row]:
    """What a worker does with a parcel. Raises OtherVersionError: half an archive each would be no archive."""
    if version != __version__:
        raise OtherVersionError(
            f"a worker has newsbrief {__version__}, this machine {version}; install the same on all"
        )
    return [annotation.annotated(item, lang) for item in items]


def _client(address: str) -> Any:
    try:
        import distributed
    except ImportError as error:
        raise ClusterError("--scheduler needs Dask: pip install 'newsbrief[dask]'") from error
    try:
        client: Any = distributed.Client  # which says nothing of its types
        return client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address} ({error}); docs/archives.md has how") from error


def _sent(client: Any, items: tuple[Item, ...], lang: str, key: str) -> Any:
    return client.submit(rows, items, lang, __version__, key=f"newsbrief-{key}", retries=RETRIES, pure=False)


def _alone(client: Any, item: Item, lang: str, key: str) -> Row:
    """An item of a parcel that ended one worker after the other: it may be the one that did."""
    from distributed.scheduler import KilledWorker

    try:
        found: list[Row] = _sent(client, (item,), lang, key).result()
    except KilledWorker:
        return annotation.failed(item, "ended every worker that had it")
    return found[0]
