"""How similar briefs are."""

from __future__ import annotations

import pytest

from newsbrief.model.brief import BriefPerson
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.site.facts.terms import words
from newsbrief.site.index.nearness import described, near_in, windows
from tests.unit.briefs import entry
from tests.unit.site.index.told import related

OONA = (BriefPerson("Oona Pellisk"),)
FERRY = entry("briefs/a.md", title="Council ends the ferry", date="2029-05-01", people=OONA)
FERRY_AGAIN = entry("briefs/b.md", title="The ferry stays", date="2029-05-09", people=OONA)
BREAD = entry("briefs/c.md", title="Baker wins a prize for bread", date="2029-05-08")
FISH = entry("briefs/d.md", title="Herring are late in this year", date="2029-05-07")


def near(*entries: Entry, rules: tuple[PersonRule, ...] = (), hidden: str = "") -> dict[str, list[tuple[str, float]]]:
    """For each brief the older ones near it, the most similar first, by path."""
    told, people = related(entries, rules)
    ordered = told[::-1]
    briefs = [described(facts, people.cast[facts.path], frozenset({hidden})) for facts in ordered]
    return {
        ordered[place].path: [(ordered[window.first + number].path, by) for number, by in found]
        for window in windows(briefs)
        for place, found in enumerate(near_in(briefs, window), window.own)
    }


def paths(found: list[tuple[str, float]]) -> list[str]:
    return [path for path, _ in found]


def test_shared_names_and_words_make_briefs_similar() -> None:
    """Briefs that share a person or a headline's word are similar; those that share nothing are not listed."""
    found = near(FERRY, FERRY_AGAIN, BREAD, FISH)
    assert paths(found["briefs/b.md"]) == ["briefs/a.md"]
    assert found["briefs/c.md"] == []


def test_new_brief_changes_nothing_for_older_ones() -> None:
    """A brief is compared with older ones only, whatever the order of the files."""
    before, after = near(FERRY, BREAD, FISH), near(FERRY_AGAIN, FISH, BREAD, FERRY)
    assert {path: after[path] for path in before} == before


def test_spellings_of_one_person_are_one_term() -> None:
    """Names that people.yaml joins are shared; a hidden name is not."""
    one = entry("briefs/a.md", title="Bread", date="2029-05-01", people=OONA)
    other = entry("briefs/b.md", title="Snow", date="2029-05-02", people=(BriefPerson("Oona Pellisk-Lund"),))
    rules = (PersonRule("Oona Pellisk", ("Oona Pellisk-Lund",)),)
    assert near(one, other)["briefs/b.md"] == []
    assert paths(near(one, other, rules=rules)["briefs/b.md"]) == ["briefs/a.md"]
    assert near(one, other, rules=rules, hidden="Oona Pellisk")["briefs/b.md"] == []


@pytest.mark.parametrize(("day", "listed"), [("2029-05-20", True), ("2029-12-27", True), ("2029-12-28", False)])
def test_only_briefs_of_the_last_240_days_are_compared(day: str, listed: bool) -> None:
    """Two briefs that share a name are similar for some months."""
    later = entry("briefs/z.md", title="The ferry sails", date=day, people=OONA)
    assert paths(near(FERRY, BREAD, FISH, later)["briefs/z.md"]) == (["briefs/a.md"] if listed else [])


def test_similarity_fades() -> None:
    """Of two equal briefs the one that is closer in time is more similar."""
    early = entry("briefs/early.md", title="Ferry again", date="2029-03-01")
    late = entry("briefs/late.md", title="Ferry again", date="2029-04-20")
    assert paths(near(BREAD, early, late, FERRY)["briefs/a.md"]) == ["briefs/late.md", "briefs/early.md"]


def test_term_of_very_many_briefs_relates_none() -> None:
    """What more than 60 briefs name within the time says nothing."""
    crowd = [entry(f"briefs/x{n:02d}.md", title=f"Ferry n{n}", date="2029-05-02") for n in range(61)]
    assert near(*crowd[:-1], FERRY_AGAIN)["briefs/b.md"]
    assert near(*crowd, FERRY_AGAIN)["briefs/b.md"] == []


def test_words_without_spaces_count_in_pairs() -> None:
    """In scripts without spaces between words, a term is two letters."""
    assert list(words("여객선 운항")) == ["여객", "객선", "운항"]
    assert list(words("The ferry’s end")) == ["ferry"]
