"""Headlines in lines."""

import pytest

from newsbrief.images.wrap import fitted, shortened

# A ruler for which every sign is as wide as the size.
SIZES = ((10, 2), (5, 3))


def lines(text: str, width: int = 100) -> tuple[tuple[str, ...], int]:
    setting = fitted(text, SIZES, width, lambda size: lambda words: size * len(words))
    return setting.lines, setting.size


@pytest.mark.parametrize(
    ("text", "expected", "size"),
    [
        ("one two", ("one two",), 10),
        ("one two three", ("one two", "three"), 10),
        ("one two three four five six", ("one two three", "four five six"), 5),
        ("incomprehensibly", ("incomprehensibly",), 5),
        ("a" * 25, ("a" * 20, "a" * 5), 5),
        ("word " * 30, ("word word word word", "word word word word", "word word word …"), 5),
        ("선장은 배를 버렸다 말했다", ("선장은 배를", "버렸다 말했다"), 10),
        ("船長は海へ出た。帰らない", ("船長は海へ出", "た。帰らない"), 10),
        ("", ("",), 10),
    ],
)
def test_text_is_as_large_as_fits_and_even(text: str, expected: tuple[str, ...], size: int) -> None:
    """The largest size with whole words, lines of like length, and an ellipsis only where no size holds all of it."""
    assert lines(text) == (expected, size)


def test_no_mark_begins_a_line() -> None:
    """In Chinese and Japanese a line may end anywhere but before a closing mark."""
    made, _ = lines("東西南北東西南北東西。" * 2)
    assert not any(line.startswith("。") for line in made)
    assert "".join(made) == "東西南北東西南北東西。" * 2


def test_accent_stays_with_its_letter() -> None:
    """A word that has to be broken is never broken between a letter and its accent."""
    made, _ = lines("e\u0301" * 30)
    assert not any(line.startswith("\u0301") for line in made)


@pytest.mark.parametrize(
    ("text", "expected"), [("short", "short"), ("somewhat longer", "somewhat …"), ("x" * 20, "x" * 8 + " …")]
)
def test_one_line_is_shortened_by_words(text: str, expected: str) -> None:
    """As much as there is room for."""
    assert shortened(text, 10, len) == expected
