"""Front matter read line by line is read as PyYAML reads it, or left to PyYAML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.document.front import divide
from newsbrief.document.plain_tree import plain_tree
from newsbrief.document.yaml_tree import compose
from newsbrief.model.refusal import RefusedError
from tests.golden.desk import EXPECTED, HERE

READ = [
    "title: Ferry to stop, says o'Dell",
    "date: 2029-03-14 12:30\nlink: https://port.example/a#b",
    "tags: [Ferry, Old lock, \"one, two\", 'a: b']\nplaces: []\nmap: {}",
    "quotes:\n- id: q1\n  text:\n  - one\n  - two\n  speaker: A\n- id: q2",
    "quotes:\n  - id: q1\n    text: one\n\n# no field\n  - id: q2\nend: x",
    "desk: {title: 1a, date: 2b,\n  list: 'c, d',\n   e: \"\"}\nend: x",
    "people:\n- {name: A B, role: mayor}\n-  {name: C}\n- D E",
    "reviewed:\n  by: A\n  on: 2029-01-01",
]
LEFT = [
    "",
    "title: [a",
    "title: a: b",
    "title: a #b",
    "title: a\n  goes on",
    "title:",
    "title: |\n  a",
    'title: "a\\tb"',
    "title: 'it''s'",
    "title: *a",
    "title: a\ntitle: b",
    "tags: [a, [b]]",
    "tags: [a,]",
    "tags: [a, b:c]",
    "a b: c",
    "- a",
    "list:\n- a\n - b",
    "list:\n- - a",
    "map:\n  a: b\n c: d",
    "a:\tb",
]
# fmt: off
PIECES = st.sampled_from([
    "a", "b-c", "é", "x y", "12:30", "'s", '"', '"q: r"', "'it, b'", ":", ": ", "- ", "-", " ", "  ", "\n", "\n- ",
    "\n  - ", "\n  ", "\n    ", "[", "]", "{", "}", ", ", ",", " # c", "#", "&", "*", "!", ">", "%", "@", "=", "?",
    "? ", "|", "\\", "\xa0", "key: v", "\nkey:", "\ntags: [a, b]", "{a: b, c: d}", "\n---\n", "...", "\ntext:",
    "\n- id: q1", "\n  who: A", "<<", "~",
])
# fmt: on


@pytest.mark.parametrize("source", READ)
def test_what_front_matter_is_made_of_is_read(source: str) -> None:
    """The tree is PyYAML's, with all its lines and columns."""
    assert plain_tree(source, 2) == compose(source, 2)


@pytest.mark.parametrize("source", LEFT)
def test_the_rest_is_left_to_pyyaml(source: str) -> None:
    """Whatever else a text may be, nothing is guessed."""
    assert plain_tree(source, 2) is None


@settings(max_examples=2000)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_nothing_is_read_otherwise_than_by_pyyaml(source: str) -> None:
    """No text at all gives another tree than PyYAML's, or a tree where PyYAML refuses."""
    tree = plain_tree(source, 2)
    if tree is None:
        return
    try:
        assert tree == compose(source, 2)
    except RefusedError as error:
        raise AssertionError(f"PyYAML refuses: {error}") from None


def test_what_the_desk_writes_is_read_line_by_line() -> None:
    """Hardly a brief that came from the desk needs PyYAML."""
    fronts = [divide(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob(f"*/{EXPECTED}"))]
    read = [plain_tree(front.source, front.first) for front in fronts]
    assert sum(tree is not None for tree in read) > 0.9 * len(read) > 50
    for front, tree in zip(fronts, read, strict=True):
        assert tree is None or tree == compose(front.source, front.first)
