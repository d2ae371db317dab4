"""How long a fuzzer runs, what it keeps of a failure, and how long one input may take."""

from __future__ import annotations

import hashlib
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import SOAK, SOAK_MINUTES
from tests.fuzz.mutation import CORPUS

BATCH = 500
# Processor time that only work out of proportion to its input takes: seconds, and seconds for each kilobyte.
LONGEST, LONGER = 5.0, 0.1


class TooSlowError(BaseException):
    """An input that takes time out of proportion; no `except Exception` of a reader may catch it."""


@dataclass(frozen=True, slots=True)
class Fuzzer:
    """What must be true of every input of a kind. `folder`: where in the corpus its files are.

    `number`: how many inputs `make test` tries, always the same ones.
    """

    folder: str
    inputs: st.SearchStrategy[bytes]
    claim: Callable[[bytes], None]
    number: int

    def run(self) -> int:
        """Try inputs, in a soak for some minutes, and return how many; a failure becomes a file of the corpus."""
        if not SOAK:
            return self._batch(self.number, settings(derandomize=True))
        end = time.monotonic() + SOAK_MINUTES * 60
        tried = 0
        while time.monotonic() < end:
            tried += self._batch(BATCH, settings())
        return tried

    def try_one(self, data: bytes) -> None:
        """Hold one input against the claim, within its time."""
        with within(LONGEST + LONGER * len(data) / 1000):
            self.claim(data)

    def _batch(self, number: int, chosen: settings) -> int:
        tried = 0
        last = b""

        @settings(
            chosen,
            max_examples=number,
            deadline=None,
            database=None,
            report_multiple_bugs=False,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )
        @given(self.inputs)
        def run(data: bytes) -> None:
            nonlocal tried, last
            tried, last = tried + 1, data
            self.try_one(data)

        try:
            run()
        except BaseException:
            if SOAK:  # hypothesis tries the smallest input that fails last
                digest = hashlib.sha256(last).hexdigest()[:10]
                (CORPUS / self.folder / f"found-{digest}").write_bytes(last)
            raise
        return tried


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError once this process has computed for so many seconds; regular expressions end then, too."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"computes for more than {seconds:.1f} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
