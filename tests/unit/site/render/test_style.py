"""The theme's style."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rcssmin

from newsbrief import THEME

CSS = Path(THEME) / "static" / "css"
PRELUDE = re.compile(r"[^{};]*(?=\{)")
# Of the whole style, in bytes: each page loads it.
LARGEST = 16_000


def selectors(css: str) -> list[str]:
    """What stands before each brace, with one space where a space has a meaning."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    found = (" ".join(prelude.split()) for prelude in PRELUDE.findall(bare))
    return [re.sub(r" ?([,>+/()]) ?|(:) ", r"\1\2", prelude) for prelude in found if prelude]


@pytest.mark.parametrize("name", sorted(path.name for path in CSS.glob("*.css")))
def test_minifying_keeps_spaces_that_have_a_meaning(name: str) -> None:
    """The minifier knows no nesting: "nav :hover" within a rule would become "nav:hover"."""
    source = (CSS / name).read_text("utf-8")
    assert selectors(rcssmin.cssmin(source)) == selectors(source)


def test_order_names_every_file() -> None:
    """Later rules of the same specificity win."""
    assert sorted((CSS / "order.txt").read_text("utf-8").split()) == sorted(path.name for path in CSS.glob("*.css"))


def test_style_is_small() -> None:
    """Minified, and before any compression."""
    assert sum(len(rcssmin.cssmin(path.read_text("utf-8")).encode()) for path in CSS.glob("*.css")) <= LARGEST
