"""The theme's style, scripts and copied files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from newsbrief.site.build.plan import Page
from newsbrief.site.pages import theme_file
from tests.unit.site.pages.content_site import index_of, put, site, written

THEME: Mapping[str, bytes | str] = {
    "static/css/order.txt": "b.css gone.css",
    "static/css/a.css": "/* why */\np { color : red; }",
    "static/css/b.css": "a { }",
    "static/js/x.js": "// why\nlet x = 1;",
    "static/js/search.js": "let s = 1;",
    "static/icons/favicon.svg": "<svg/>",
    "static/icons/.hidden": "",
    "static/other/x.png": "",
}


def planned(folder: Path, files: Mapping[str, bytes | str]) -> tuple[list[Page], dict[str, bytes]]:
    put(folder / "theme", files)
    made = site(folder / "content", THEME=str(folder / "theme"), IGNORE_FILES=[".*"])
    index, views = index_of([], made)
    pages = list(theme_file.plan(index, made))
    return pages, written(theme_file, pages, views, made)


def test_style_and_script_are_one_file_each(tmp_path: Path) -> None:
    """Without comments, in the order of order.txt; search.js stays alone, and named folders are copied."""
    assert planned(tmp_path, THEME)[1] == {
        "theme/newsbrief.css": b"a{}p{color:red}\n",
        "theme/newsbrief.js": b"let x=1;\n",
        "theme/search.js": b"let s=1;\n",
        "theme/favicon.svg": b"<svg/>",
    }


def test_a_theme_without_styles_has_no_such_files(tmp_path: Path) -> None:
    """A theme may bring none of them."""
    assert planned(tmp_path, {"templates/base.html": ""}) == ([], {})


def test_keys_change_with_the_files(tmp_path: Path) -> None:
    """Only the joined file changes whose part changed."""
    before = {page.url: page.values for page in planned(tmp_path, THEME)[0]}
    after = {page.url: page.values for page in planned(tmp_path, {"static/css/a.css": "p { color: blue }"})[0]}
    assert {url for url in after if after[url] != before[url]} == {"theme/newsbrief.css"}
