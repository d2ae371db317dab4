"""YAML with and without the C library."""

from __future__ import annotations

import pytest
import yaml

from newsbrief.document.nodes import Items, Node, Pairs, Text
from newsbrief.document.yaml_tree import LOADER, compose

SOURCE = "a: b\nlist:\n- NO\n- 12:30\n# so\nblock: |\n  x\n  y\n\n# end\nempty:\nmap: {a: [b],\n  c: d}\n"


def ends(node: Node) -> list[tuple[int, int]]:
    """First and last line of each field's value."""
    assert isinstance(node, Pairs)
    return [(value.line, value.end) for _, value in node.pairs]


@pytest.mark.parametrize("loader", [yaml.BaseLoader, LOADER])
def test_both_parsers_give_one_tree(loader: type) -> None:
    """The tree, its lines and its texts are the same whichever of PyYAML's parsers reads them."""
    tree = compose(SOURCE, 2, loader)
    assert isinstance(tree, Pairs)
    assert ends(tree) == [(2, 2), (4, 5), (7, 10), (12, 12), (13, 14)]
    assert isinstance(tree.pairs[1][1], Items)
    assert [item.text for item in tree.pairs[1][1].items if isinstance(item, Text)] == ["NO", "12:30"]
