"""Kept files, changed as damage and carelessness change files: cut, doubled, spliced, bytes flipped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

CORPUS = Path(__file__).parent / "corpus"
Draw = Callable[[st.SearchStrategy[int]], int]
MOST_CHANGES = 5
# A piece is repeated so often, and no file grows beyond this, so that one input takes milliseconds.
TIMES, LARGEST = 40, 40_000


def kept(folder: str) -> list[Path]:
    """The corpus files of one kind, by name."""
    return sorted((CORPUS / folder).iterdir())


def mutated(folder: str, pieces: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """A file of the corpus after up to five changes; `pieces` are words that this kind of file minds."""
    files = [file.read_bytes() for file in kept(folder)]
    tokens = [piece.encode("utf-8", "surrogatepass") for piece in pieces]
    change = st.tuples(
        st.sampled_from(["cut", "double", "repeat", "splice", "flip", "insert", "move", "end"]),
        st.floats(0, 1),
        st.floats(0, 1),
        st.one_of(st.sampled_from(tokens), st.binary(max_size=4)),
        st.sampled_from(files),
    )
    return st.builds(_changed, st.sampled_from(files), st.lists(change, max_size=MOST_CHANGES))


def _changed(data: bytes, changes: list[tuple[str, float, float, bytes, bytes]]) -> bytes:
    for kind, one, other, token, donor in changes:
        first, last = sorted((int(one * len(data)), int(other * len(data))))
        data = _change(kind, data, (first, last), token, donor)[:LARGEST]
    return data


def _change(kind: str, data: bytes, span: tuple[int, int], token: bytes, donor: bytes) -> bytes:
    first, last = span
    head, piece, tail = data[:first], data[first:last], data[last:]
    match kind:
        case "cut":
            return head + tail
        case "double":
            return head + piece + piece + tail
        case "repeat":
            return head + piece[:200] * TIMES + tail
        case "splice":
            return head + donor[first:last] + tail
        case "flip":
            return head + bytes(byte ^ 0x80 if number % 7 == 0 else byte for number, byte in enumerate(piece)) + tail
        case "insert":
            return head + token + piece + tail
        case "move":
            return tail + piece + head
        case _:
            return head
