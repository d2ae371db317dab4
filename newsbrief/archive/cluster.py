"""Workers on other machines: Dask distributed hands parcels out and does again what a lost worker had.

Only this module knows Dask; it is an extra (`newsbrief[dask]`).
"""

from __future__ import annotations

import logging
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator
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


def rows(items: tuple[Item, ...], lang: str, version: str) -> list[Row]:
    """What a worker does with a parcel. Raises OtherVersionError: half an archive each would be no archive."""
    if version != __version__:
        reason = f"a worker has newsbrief {__version__}, this machine {version}; install the same on all"
        raise OtherVersionError(reason)
    return [annotation.annotated(item, lang) for item in items]


Work = Callable[[tuple[Item, ...], str, str], list[Row]]


def spread(parcels: Iterable[Parcel], address: str, lang: str, work: Work = rows) -> Iterator[tuple[Parcel, list[Row]]]:
    """Each parcel with its rows, in order. Raises ClusterError."""
    client = _client(address)

    def sent(items: tuple[Item, ...]) -> Any:
        key = f"newsbrief-{uuid.uuid4().hex}"
        return client.submit(work, items, lang, __version__, key=key, retries=RETRIES, pure=False)

    source = iter(parcels)
    away: deque[tuple[Parcel, Any]] = deque()
    try:
        while True:
            window = max(LEAST, AHEAD * sum(_asked(client.nthreads).values()))
            while len(away) < window and (parcel := next(source, None)):
                away.append((parcel, sent(parcel.items)))
            if not away:
                return
            done, future = away.popleft()
            found: list[Row] | None = _asked(future.result)
            yield done, found if found is not None else [_alone(item, sent) for item in done.items]
    finally:
        client.close()


def _client(address: str) -> Any:
    try:
        import distributed
    except ImportError as error:
        raise ClusterError("--scheduler needs Dask: pip install 'newsbrief[dask]'") from error
    # It tells of a lost scheduler by a page of Python; we say what to do.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        client: Any = distributed.Client  # which says nothing of its types
        return client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address} ({error}); docs/archives.md has how") from error


def _asked(question: Callable[[], Any]) -> Any:
    """What the cluster answers, None where what was asked for ended one worker after the other. Raises ClusterError."""
    from distributed.scheduler import KilledWorker

    try:
        return question()
    except KilledWorker:
        return None
    except OtherVersionError as error:
        raise ClusterError(str(error)) from error
    except Exception as error:  # of any kind: no work of ours raises, so it is the cluster's
        reason = f"the cluster gave up ({type(error).__name__}: {' '.join(str(error).split())})"
        raise ClusterError(f"{reason}; is the scheduler still there, and newsbrief on every worker?") from error


def _alone(item: Item, sent: Callable[[tuple[Item, ...]], Any]) -> Row:
    """An item of a parcel that ended one worker after the other: it may be the one that did."""
    found: list[Row] | None = _asked(sent((item,)).result)
    return found[0] if found else annotation.failed(item, "ended every worker that had it")
