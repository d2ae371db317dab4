"""How near briefs are to one another."""

import pytest

from newsbrief.collate.kinship import kin, words
from newsbrief.collate.people import gather
from newsbrief.model.brief import BriefPerson
from newsbrief.model.entry import Entry
from tests.unit.briefs import entry

FERRY = entry("briefs/a.md", title="Council ends the ferry", date="2029-05-01", people=(BriefPerson("Oona Pellisk"),))
FERRY_AGAIN = entry("briefs/b.md", title="The ferry stays", date="2029-05-09", people=(BriefPerson("Oona Pellisk"),))
BREAD = entry("briefs/c.md", title="Baker wins a prize for bread", date="2029-05-08")
FISH = entry("briefs/d.md", title="Herring are late in this year", date="2029-05-07")


def near(*entries: Entry) -> dict[str, list[str]]:
    return {path: [one.path for one in found] for path, found in kin(entries, gather(entries, ())).items()}


def test_shared_names_and_rare_words_make_briefs_near() -> None:
    """Who shares a person and a headline's word is near, who shares nothing is not there at all."""
    found = near(FERRY, FERRY_AGAIN, BREAD, FISH)
    assert found["briefs/b.md"] == ["briefs/a.md"]
    assert found["briefs/c.md"] == []


def test_brief_is_held_against_older_ones_only() -> None:
    """A new brief changes nothing about what the old ones are near to."""
    before = near(FERRY, BREAD, FISH)
    after = near(FERRY, BREAD, FISH, FERRY_AGAIN)
    assert {path: after[path] for path in before} == before


def test_order_of_the_files_says_nothing() -> None:
    """The same briefs in another order are as near."""
    assert near(FERRY, FERRY_AGAIN, BREAD) == near(BREAD, FERRY_AGAIN, FERRY)


@pytest.mark.parametrize(("day", "there"), [("2029-05-20", True), ("2029-12-01", True), ("2030-03-01", False)])
def test_what_is_long_ago_is_not_near(day: str, there: bool) -> None:
    """After some months two briefs that share a name are not held against each other any more."""
    late = entry("briefs/z.md", title="The ferry sails", date=day, people=(BriefPerson("Oona Pellisk"),))
    assert (near(FERRY, BREAD, FISH, late)["briefs/z.md"] == ["briefs/a.md"]) is there


def test_nearness_fades() -> None:
    """Of two equal briefs the one that is closer in time is nearer."""
    early = entry("briefs/early.md", title="Ferry again", date="2029-03-01")
    late = entry("briefs/late.md", title="Ferry again", date="2029-04-20")
    assert near(BREAD, early, late, FERRY)["briefs/a.md"] == ["briefs/late.md", "briefs/early.md"]


def test_words_without_spaces_are_read_in_pairs() -> None:
    """Where nothing stands between words, two letters at a time say what a headline is about."""
    assert list(words("여객선 운항")) == ["여객", "객선", "운항"]
    assert list(words("The ferry’s end")) == ["ferry"]
