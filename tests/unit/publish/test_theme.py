"""The theme's files, as they are joined."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment

from newsbrief.publish.links import Links
from newsbrief.publish.theme import equip, joined, smaller_styles
from newsbrief.publish.words import IN_ENGLISH

CSS = Path(__file__).parents[3] / "theme" / "static" / "css"
PRELUDE = re.compile(r"[^{};]*(?=\{)")


def rules(css: str) -> list[str]:
    """What stands before each brace, with one blank where a blank means something."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    found = (" ".join(prelude.split()) for prelude in PRELUDE.findall(bare))
    return [re.sub(r" ?([,>+/()]) ?|(:) ", r"\1\2", prelude) for prelude in found if prelude]


@pytest.mark.parametrize("name", sorted(path.name for path in CSS.glob("*.css")))
def test_no_blank_that_means_something_is_taken_out(tmp_path: Path, name: str) -> None:
    """What takes out white space knows no nesting: "nav :hover" within a rule would become "nav:hover"."""
    source = (CSS / name).read_text("utf-8")
    (tmp_path / name).write_text(source, "utf-8")
    assert rules(joined(tmp_path, ".css")) == rules(source)


def test_smaller_styles_are_of_files_that_are_there() -> None:
    """Each list names files of the theme, and the style for everything has each of them too."""
    names = {name for path in CSS.glob("*.txt") for name in path.read_text("utf-8").split()}
    assert {name for name in names if not (CSS / name).is_file()} == set()
    assert {"brief", "brief_more", "brief_full", "front"} == set(smaller_styles(CSS))
    sizes = [len(smaller_styles(CSS)[kind]) for kind in ("brief", "brief_more", "brief_full")]
    assert sizes == sorted(sizes)
    assert sizes[-1] < len(joined(CSS, ".css"))


@pytest.mark.parametrize(
    ("html", "more", "plain"),
    [
        ('<p>Words <span id="q1">“so”</span> <small>(3 May)</small></p>', (), True),
        ("<p>Words</p><h2>Then</h2>", (), False),
        ("<p>Words</p><h2>Then</h2>", ("h2",), True),
        ("<ul><li>one</li></ul>", (), False),
        ("<ul><li>one</li></ul>", ("ul", "li"), True),
        ("<ul><li>one</li></ul><pre>x</pre>", ("ul", "li"), False),
    ],
)
def test_body_is_plain(html: str, more: tuple[str, ...], plain: bool) -> None:
    """Which of the styles a brief needs is told by the elements of its body."""
    env = Environment(autoescape=True)
    equip(env, Links("", files=False), IN_ENGLISH)
    assert env.tests["plain"](html, *more) is plain
