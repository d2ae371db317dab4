"""What is done to a site between two builds."""

from pathlib import Path

import pytest

from bench.peers.contenders import CONTENDERS, Contender
from bench.peers.lay import lay
from bench.peers.newsroom import Newsroom, newsroom
from bench.peers.scenarios import SCENARIOS, Scenario
from tests.newsroom import files_of

COUNT = 12
# How many briefs, and how many other files, are touched; Hugo has a file for a month, and none is new here.
TOUCHED = {"cold": (0, 0), "nothing": (0, 0), "body": (1, 0), "title": (1, 0), "brief": (1, 0), "template": (0, 1)}


@pytest.mark.parametrize("contender", CONTENDERS, ids=lambda one: one.key)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.key)
def test_scenario_touches_what_it_says(scenario: Scenario, contender: Contender, tmp_path: Path) -> None:
    """One brief, or one template, in every generator's form; and each time anew."""
    now = newsroom(COUNT)
    lay(tmp_path, contender.files(now))
    for number in (1, 2, 3):
        after = scenario.edit(now, COUNT, number)
        touched = lay(tmp_path, contender.files(after), contender.files(now))
        briefs = [path for path in touched if path.startswith("content/") and "council-will" in path]
        assert (len(briefs), len(touched) - len(briefs)) == TOUCHED[scenario.key]
        assert {name: data.decode() for name, data in files_of(tmp_path).items()} == contender.files(after)
        now = after


def _all_text(newsroom: Newsroom) -> str:
    return "\n".join(
        text for item in newsroom.items for text in (item.title, item.summary, newsroom.imprint, *item.paragraphs)
    )


@pytest.mark.parametrize(
    "scenario", [one for one in SCENARIOS if one.key not in ("cold", "nothing")], ids=lambda o: o.key
)
def test_what_a_server_must_show_is_new(scenario: Scenario) -> None:
    """At least one of the texts that are waited for was nowhere before: the wait cannot end too early."""
    before = newsroom(COUNT)
    for number in (1, 2, 3):
        after = scenario.edit(before, COUNT, number)
        shows = scenario.shows(after)
        assert any(text not in _all_text(before) for text in shows.values())
        assert all(text in _all_text(after) for text in shows.values())
        before = after


def test_a_file_that_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    """So that a generator which looks at times has a fair start; what went is removed."""
    lay(tmp_path, {"same.md": "1", "a/gone.md": "1"})
    before = (tmp_path / "same.md").stat().st_mtime_ns
    assert lay(tmp_path, {"same.md": "1", "new.md": "2"}, {"same.md": "1", "a/gone.md": "1"}) == ["new.md", "a/gone.md"]
    assert (tmp_path / "same.md").stat().st_mtime_ns == before
    assert files_of(tmp_path) == {"same.md": b"1", "new.md": b"2"}
