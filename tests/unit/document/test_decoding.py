"""A file's bytes as text."""

from __future__ import annotations

import pytest

from newsbrief.document import MAX_BYTES, decode
from newsbrief.model.refusal import RefusedError


@pytest.mark.parametrize("data", [b"a\nb\n", b"\xef\xbb\xbfa\nb\n", b"a\r\nb\r\n", b"a\rb\r"])
def test_marks_and_line_ends_do_not_matter(data: bytes) -> None:
    """A byte order mark goes, and every kind of line end becomes a newline."""
    assert decode(data) == "a\nb\n"


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"", 0, "is empty"),
        (b"\xef\xbb\xbf \r\n", 0, "is empty"),
        (b"a\r\nb\rc\n\xe9t\xe9\n", 4, "0xE9"),
        (b"a\nb\x80", 2, "save the file as UTF-8"),
        ("a".encode("utf-16"), 0, "UTF-16"),
        (b"a" * (MAX_BYTES + 100_000), 0, "has 5.1 MB, the limit is 5 MB"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, line: int, words: str) -> None:
    """What is empty, too large or not UTF-8 is refused with the line of the first bad byte."""
    with pytest.raises(RefusedError) as refused:
        decode(data)
    assert refused.value.reasons[0][0] == line
    assert words in refused.value.reasons[0][1]
