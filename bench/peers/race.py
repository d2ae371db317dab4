"""One size of newsroom: everyone builds it, from nothing and after each change, and what they built is compared."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile
from pathlib import Path

from bench.peers.contenders import PORT, Contender
from bench.peers.lay import lay
from bench.peers.measure import Cost, FailedError, median, run
from bench.peers.newsroom import Newsroom, instant, newsroom
from bench.peers.scenarios import COLD, NOTHING, Scenario
from bench.peers.seen import Seen, differences, seen
from bench.peers.serving import Server, free_port
from bench.running import PROJECT

SHOWN = 8
# Seconds: who takes a file that was written a moment ago for one that may change again, should not have to.
AT_REST = 4.0
# Bytes. On ext4 a first build takes up to twice as long where much was deleted a few minutes ago, whoever builds. So
# all that was built stays until the race is over, as long as so much is free.
ROOM = 20e9


@dataclass(frozen=True, slots=True)
class Result:
    """The median of `runs` runs; `pages` are the HTML files that were there afterwards, a server has none."""

    contender: str
    briefs: int
    scenario: str
    cost: Cost
    runs: int
    pages: int = 0


@dataclass
class First:
    """A contender's first builds, and where the last of them lies, with what it was built of; one was `weighed`."""

    costs: list[Cost] = field(default_factory=list)
    weighed: Cost | None = None
    own: int = 0
    now: Newsroom | None = None


@dataclass
class Race:
    """What is needed for one size. `until`: on this clock (time.monotonic) no run is begun any more.

    `rest`: seconds between writing the first sources and the first build.
    """

    folder: Path
    count: int
    runs: int
    tools: Mapping[str, Sequence[str]]
    scenarios: Sequence[Scenario]
    until: float = float("inf")
    rest: float = AT_REST
    say: Callable[[str], object] = print
    built: dict[tuple[str, bool], Seen] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    begun: int = 0
    at: int = 0
    first: dict[str, First] = field(default_factory=dict)

    def results(self, contenders: Sequence[Contender]) -> Iterator[Result]:
        """What went wrong, a command that fails or sites that should be alike and are not, is in `failures`."""
        here = [one for one in contenders if one.tool in self.tools]
        self._first_builds([one for one in here if not one.serves])
        for contender in here:
            try:
                if contender.serves:
                    yield from self._served(contender)
                elif contender.key in self.first:
                    yield from self._built(contender)
            except FailedError as error:
                self._failed(f"{contender.title}: {error}")
            if self._late():
                self.say(f"the time is over: not all of {contender.title} with {self.count} briefs was measured")
        self._compared()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _first_builds(self, contenders: Sequence[Contender]) -> None:
        """They take turns, since a machine is another from minute to minute; every other time the last one begins."""
        left = list(contenders)
        for number in self._times():
            for contender in left[:: 1 if number % 2 else -1]:
                if not self._first_build(contender):
                    left = [one for one in left if one is not contender]
        for contender in left:
            first = self.first.get(contender.key)
            if first and median(first.costs).several:
                self._first_build(contender, weigh=True)

    def _first_build(self, contender: Contender, *, weigh: bool = False) -> bool:
        """Whether it could be built."""
        try:
            now = self._fresh(contender)
            cost = self._run(contender, weigh=weigh)
        except FailedError as error:
            self._failed(f"{contender.title}: {error}")
            self.first.pop(contender.key, None)
            return False
        first = self.first.setdefault(contender.key, First())
        if weigh:
            first.weighed = cost
        else:
            first.costs.append(cost)
        first.own, first.now = self.begun, now
        return True

    def _built(self, contender: Contender) -> Iterator[Result]:
        first = self.first[contender.key]
        if first.now is None:
            return
        self.at, now = first.own, first.now
        yield self._result(contender, COLD, first.costs, first.weighed)
        self._look(contender, edited=False)
        for scenario in self.scenarios if contender.partly else ():
            costs = []
            for number in self._times() if scenario.key != COLD else ():
                now = self._edited(contender, scenario, now, number)
                costs.append(self._run(contender))
            if costs:
                # Also of a single process: in the end all have to have built the same changes.
                now = self._edited(contender, scenario, now, self.runs + 1)
                weighed = self._run(contender, weigh=True)
                yield self._result(contender, scenario.key, costs, weighed)
        if contender.partly and not self._late():
            self._look(contender, edited=True)

    def _served(self, contender: Contender) -> Iterator[Result]:
        """A server starts once; each change is saved while it runs."""
        if self._late():
            return
        now, port = self._fresh(contender), free_port()
        command = [part.replace(PORT, str(port)) for part in self._command(contender)]
        by_key = {one.key: one for one in self.scenarios}
        with Server(command, port, self._site, self._environment(), self._log) as server:
            yield self._result(contender, COLD, [server.started(by_key[COLD].shows(now))])
            for scenario in self.scenarios:
                costs = []
                for number in self._times() if scenario.key not in (COLD, NOTHING) else ():
                    after = scenario.edit(now, self.count, number)
                    save = partial(lay, self._site, contender.files(after), contender.files(now))
                    costs.append(server.saved(save, scenario.shows(after)))
                    now = after
                if costs:
                    yield self._result(contender, scenario.key, costs)

    def _times(self) -> Iterator[int]:
        """From 1 to the number of runs, while there is time."""
        return takewhile(lambda _: not self._late(), range(1, self.runs + 1))

    def _late(self) -> bool:
        return time.monotonic() > self.until

    def _fresh(self, contender: Contender) -> Newsroom:
        """The site's sources in an empty folder, beside an empty home; they lie there a while, as a newsroom's do."""
        now = newsroom(self.count)
        if self.begun and shutil.disk_usage(self.folder).free < ROOM:
            self._clear()
        self.begun += 1
        self.at = self.begun
        (self._own / "home").mkdir(parents=True)
        lay(self._site, contender.files(now))
        time.sleep(self.rest)
        return now

    def _clear(self) -> None:
        """Take away what no contender goes on with."""
        wanted = {str(one.own) for one in self.first.values()}
        for folder in self.folder.iterdir():
            if folder.name not in wanted:
                shutil.rmtree(folder)

    def _edited(self, contender: Contender, scenario: Scenario, now: Newsroom, number: int) -> Newsroom:
        after = scenario.edit(now, self.count, number)
        lay(self._site, contender.files(after), contender.files(now))
        return after

    def _run(self, contender: Contender, *, weigh: bool = False) -> Cost:
        return run(self._command(contender), self._site, self._environment(), self._log, weigh=weigh)

    def _result(
        self, contender: Contender, scenario: str, costs: Sequence[Cost], weighed: Cost | None = None
    ) -> Result:
        """`weighed`: a run in which the memory of several processes was added up."""
        pages = sum(1 for _ in (self._site / contender.output).rglob("*.html")) if contender.output else 0
        cost = median(costs)
        cost = replace(cost, memory=weighed.memory) if weighed else cost
        result = Result(contender.key, self.count, scenario, cost, len(costs), pages)
        self.say(
            f"{self.count:>6} briefs  {contender.title:26} {scenario:9} {cost.wall:8.2f} s  {cost.cpu:8.2f} CPU s  "
            f"{cost.memory:6.0f} MB  {pages or '':>6}"
        )
        return result

    def _look(self, contender: Contender, edited: bool) -> None:
        if contender.alike:
            self.built[contender.key, edited] = seen(self._site / contender.output)

    def _compared(self) -> None:
        """From nothing all have to be alike; so do, after all changes, those that built them one by one."""
        for edited in (False, True):
            sites = [(key, pages) for (key, when), pages in self.built.items() if when == edited]
            for key, pages in sites[1:]:
                found = differences(sites[0][1], pages)
                if found:
                    listed = "\n".join(found[:SHOWN])
                    self._failed(f"{len(found)} pages of {sites[0][0]} and {key} are not alike:\n{listed}")

    def _failed(self, why: str) -> None:
        self.failures.append(why)
        self.say(why)

    def _command(self, contender: Contender) -> list[str]:
        return [*self.tools[contender.tool], *contender.arguments]

    def _environment(self) -> dict[str, str]:
        """Nothing of the machine's but where programs are; the home is empty, and Python keeps what it compiled."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self._own / "home"),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "PYTHONPATH": str(PROJECT),
            "SOURCE_DATE_EPOCH": instant(self.count),
        }

    @property
    def _own(self) -> Path:
        """The folder of the site in hand."""
        return self.folder / str(self.at)

    @property
    def _site(self) -> Path:
        return self._own / "site"

    @property
    def _log(self) -> Path:
        return self._own / "log.txt"
