"""Files of what is shown of people and things: few of them change when somebody comes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from newsbrief.export.search.results import Result
from newsbrief.export.search.sheets import LEAST, MOST, sheets

KINDS = ("person", "place")


def person(name: str, kind: str = "person") -> Result:
    return Result(kind, "", (name, f"{kind}/{name}/", "", ""), name)


def names(people: list[str]) -> list[str]:
    return [sheet.name for sheet in sheets([person(name) for name in people])]


@given(some.lists(some.tuples(some.sampled_from(KINDS), some.text(max_size=5)), max_size=400, unique=True))
def test_all_stand_in_their_order(items: list[tuple[str, str]]) -> None:
    """Of whatever kinds; no file is too long, and only the last of a kind is too short."""
    results = [person(name, kind) for kind, name in sorted(items)]
    cut = sheets(results)
    assert [row for sheet in cut for row in sheet.rows] == [one.row for one in results]
    assert all(1 <= len(sheet.rows) <= MOST for sheet in cut)
    kinds = {one.row: one.kind for one in results}
    for sheet, following in pairwise(cut):
        assert len({kinds[row] for row in sheet.rows}) == 1
        assert len(sheet.rows) >= LEAST or kinds[sheet.rows[0]] != kinds[following.rows[0]]


def test_whoever_comes_between_changes_few_files() -> None:
    """Wherever that is among thousands, and whoever goes; the same of another kind changes none."""
    people = sorted(f"{number * 7919 % 100_003:06}" for number in range(3000))
    before = names(people)
    for place in range(0, 3000, 100):
        came = names([*people[:place], f"{people[place]}b", *people[place:]])
        gone = names([*people[:place], *people[place + 1 :]])
        assert len(set(came) - set(before)) < len(before) / 10
        assert len(set(gone) - set(before)) < len(before) / 10
    places = [sheet.name for sheet in sheets([*map(person, people), person("Quay", "place")])]
    assert places[:-1] == before
