"""A segment with other words in a few results is amended to the very files that it would have if made anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from newsbrief.export.search import amended_files, row_files, word_files
from newsbrief.export.search.amending import Change
from newsbrief.export.search.results import Result
from newsbrief.export.search.segments import joined
from newsbrief.export.search.shards import MANY, Gaps, numbers, written

WORDS = some.lists(some.sampled_from([*"abcdefgh", "한국", "東京", "7", "07", "\uff5e", "\U00020000"]), max_size=8)
TEXTS = WORDS.map(" ".join)


def items(texts: list[tuple[str, str]]) -> list[Result]:
    """A brief with a quote for each pair of texts."""
    made = []
    for number, (words, also) in enumerate(texts):
        made.append(Result("brief", "2029-05-04", (f"Brief {number}", f"{number}/", "", ""), words, also))
        made.append(Result("quote", "2029-05-04", (f"Quote {number}", f"q{number}/", "", ""), words[:3]))
    return made


def amended(before: list[Result], after: list[Result]) -> dict[str, str]:
    old, new = joined(before), joined(after)
    files = dict(word_files(old))
    pairs = zip(old.items, new.items, strict=True)
    changes = [Change(at, one, other) for at, (one, other) in enumerate(pairs) if one != other]
    return dict(amended_files(old.name, new.name, changes, files.__getitem__))


@given(some.lists(some.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=12))
def test_amended_is_as_made_anew(texts: list[tuple[str, str, str]]) -> None:
    """Whatever words come and go, of one brief or of all; and what is shown keeps its files and their name."""
    before = items([(f"x {words}", old) for words, old, _ in texts])
    after = items([(f"x {words}", new) for words, _, new in texts])
    assert amended(before, after) == dict(word_files(joined(after)))
    assert dict(row_files(joined(before))) == dict(row_files(joined(after)))


@pytest.mark.parametrize("many", [MANY // 3, MANY // 3 + 1])
def test_words_become_frequent_and_rare(many: int) -> None:
    """The list of frequent words follows the words that come and go."""
    texts = [("ferry", "tide" if number < many else "moon") for number in range(MANY)]
    for word in ("tide", "moon"):
        other = [("ferry", word), *texts[1:-1], ("ferry", word)]
        assert amended(items(texts), items(other)) == dict(word_files(joined(items(other))))


def test_own_words_hide_the_others() -> None:
    """A word that a result gets among its own is no longer among those that say less, and the other way round."""
    before = items([("ferry", "quay boat"), ("boat", "boat")])
    after = [replace(before[0], words="boat", also="ferry"), *before[1:]]
    assert amended(before, after) == dict(word_files(joined(after)))


def test_files_that_are_not_as_they_were_written_are_not_amended() -> None:
    """Something is raised, whatever it is, and nothing is written that would find the wrong results."""
    before = items([("ferry", "quay")])
    segment = joined(before)
    change = Change(0, replace(before[0], also="boat"), before[0])
    with pytest.raises(ValueError, match="not in list"):
        list(amended_files(segment.name, "new", [change], dict(word_files(segment)).__getitem__))


@given(some.sets(some.integers(0, 1 << 40)).map(sorted))
def test_numbers_are_read_as_they_were_written(found: list[int]) -> None:
    """The gaps between any ascending numbers."""
    assert numbers(written(found, Gaps())) == found
