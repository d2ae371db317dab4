"""Which part of the index a brief is in, and which parts stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newsbrief.export.search.results import Result
from newsbrief.export.search.segments import parts, segments


def brief(day: str, text: str = "Ferry", kind: str = "brief") -> Result:
    return Result(kind, day, (text, f"{day}/", day, ""), text)


def days(items: list[Result]) -> list[list[str]]:
    return [[item.day for item in segment.items] for segment in segments(items, full=3)]


@pytest.mark.parametrize(
    ("items", "parts"),
    [
        ([], []),
        (["2029-05-04"], [["2029-05-04"]]),
        (["2029-05-04", "2029-05-01"], [["2029-05-04", "2029-05-01"]]),
        (["2029-04-01", "2029-03-31", "2028-01-01"], [["2029-04-01"], ["2029-03-31", "2028-01-01"]]),
        (
            ["2029-04-01", "2029-01-31", "2028-12-31", "2028-12-01", "2028-05-01", "2027-05-01"],
            [["2029-04-01"], ["2029-01-31"], ["2028-12-31", "2028-12-01", "2028-05-01", "2027-05-01"]],
        ),
    ],
)
def test_the_newest_month_stands_alone(items: list[str], parts: list[list[str]]) -> None:
    """Older months are joined from the oldest on until a part is full, the newest brief first in each."""
    assert days([brief(day) for day in items]) == parts


def test_a_new_brief_leaves_the_older_parts_as_they_are() -> None:
    """Only the part that the brief is in has another name; a changed word in an old brief changes that part only."""
    items = [brief("2029-05-04"), brief("2029-02-01"), brief("2028-02-01")]
    names = [segment.name for segment in segments(items)]
    more = [segment.name for segment in segments([brief("2029-05-05"), *items])]
    other = [segment.name for segment in segments([*items[:2], brief("2028-02-01", "Boat")])]
    assert [len(names), more[0] != names[0], more[1] == names[1]] == [2, True, True]
    assert [other[0] == names[0], other[1] != names[1]] == [True, True]


def test_people_are_a_part_of_their_own() -> None:
    """They come first, and no month is theirs."""
    person = brief("", "Mira", "person")
    assert [[item.kind for item in segment.items] for segment in segments([brief("2029-05-04"), person])] == [
        ["person"],
        ["brief"],
    ]


def test_a_part_has_its_briefs_first() -> None:
    """Then quotes, then dates, each in the order given: by that a browser knows what a number is."""
    kinds = ["date", "brief", "quote", "brief", "date"]
    items = [brief("2029-05-04", str(place), kind) for place, kind in enumerate(kinds)]
    assert [item.words for item in segments(items)[0].items] == ["1", "3", "2", "0", "4"]


@given(some.lists(some.dates().map(str), max_size=12), some.integers(1, 5))
def test_days_alone_tell_the_parts(dates: list[str], full: int) -> None:
    """What stands for a brief is parted as the brief is, with its quotes."""
    newest_first = sorted(dates, reverse=True)
    items = [brief(day, kind=kind) for day in newest_first for kind in ("brief", "quote")]
    told = [list(segment.briefs) for segment in segments(items, full)]
    assert [[f"{day}/" for day in part] for part in parts(newest_first, str, lambda _: True, full)] == told
