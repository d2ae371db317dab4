"""Pages that people write: a bad one is named and costs only itself, whatever it says about itself."""

from __future__ import annotations

import re

import pytest

from tests.hostile import judge
from tests.newsroom import Newsroom
from tests.site.test_leaks import brief

BAD = {
    "up": ("Title: x\nslug: ../../../x\n\nWords.", "`save_as` would be"),
    "away": ("Title: x\nsave_as: ../../evil.html\n\nWords.", "`save_as` would be"),
    "beside": ("Title: x\nsave_as: ../stageX/evil.html\n\nWords.", "`save_as` would be"),
    "root": ("Title: x\nsave_as: /etc/evil.html\n\nWords.", "`save_as` would be"),
    "back": ("Title: x\nsave_as: ..\\evil.html\n\nWords.", "`save_as` would be"),
    "script": ("Title: x\nsave_as: theme/newsbrief.js\n\nWords.", r"let it end with \.html"),
    "feed": ("Title: x\nsave_as: feeds/all.html\n\nWords.", "/feeds/all.html is taken by the site itself"),
    "folder": ("Title: x\nsave_as: timeline.html/a.html\n\nWords.", "`save_as` would be"),
    "scheme": ("Title: x\nurl: javascript:alert(1)\n\nWords.", "`url` would be"),
    "host": ("Title: x\nurl: //evil.example/\n\nWords.", "`url` would be"),
    "front": ("Title: x\nsave_as: index.html\nurl: front/\n\nWords.", "the address / is taken by the site itself"),
    "missing": ("Title: x\nsave_as: 404.html\n\nWords.", "/404.html is taken by the site itself"),
    "timeline": ("Title: x\nslug: timeline\n\nWords.", "/timeline/ is taken by the site itself"),
    "capitals": ("Title: x\nslug: Quotes\n\nWords.", "/quotes/ is taken by the site itself"),
    "twice": ("Title: x\nslug: about\n\nWords.", r"/about/ is taken by pages/about\.md"),
    "template": ("Title: x\ntemplate: nosuch\n\nWords.", 'no template "nosuch"'),
    "out": ("Title: x\ntemplate: ../../x\n\nWords.", "no template"),
    "state": ("Title: x\nstatus: nonsense\n\nWords.", 'unknown status "nonsense"'),
    "untitled": ("Words.", "no title"),
    "when": ("Title: x\ndate: nonsense\n\nWords.", "cannot be read as Markdown"),
    "empty": ("", "empty"),
    "title-lines": ("Title: x\n    y\n\nWords.", "`title` stands on several lines"),
    "lang-lines": ("Title: x\nlang: en\n    de\n\nWords.", "`lang` stands on several lines"),
    "template-lines": ("Title: x\ntemplate: page\n    article\n\nWords.", "`template` stands on several lines"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> tuple[Newsroom, str]:
    """A site with all of them and two good pages, and what the build said."""
    newsroom = Newsroom.open(tmp_path_factory.mktemp("pages") / "site", request.config.rootpath)
    newsroom.brief("2029-05-04-good.md", brief())
    pages = newsroom.content / "pages"
    for name, (text, _) in BAD.items():
        (pages / f"{name}.md").write_text(text, "utf-8")
    about = (
        "Title: <b>About</b> \u202eus\nslug: about\n_content: <script>alert(1)</script>\nget_content: x\nlang: en\n\n"
    )
    (pages / "about.md").write_text(f"{about}Words <script>alert(1)</script> &#8238;of ours.", "utf-8")
    (pages / "long.md").write_text(f"Title: x\nslug: {'a' * 400}\n\nWords.", "utf-8")
    (pages / "page.html").write_text("<title>x</title><script>alert(1)</script>", "utf-8")
    (pages / "page.rst").write_text("x\n#\n\n.. raw:: html\n\n   <script>alert(1)</script>\n", "utf-8")
    (newsroom.content / "briefs" / "2029-05-05-saved.html").write_text(
        '<title>x</title><meta name="date" content="2029-05-05"><script>alert(1)</script>', "utf-8"
    )
    done = newsroom.build()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    return newsroom, done.stderr


@pytest.mark.parametrize("name", BAD)
def test_bad_page_is_named(built: tuple[Newsroom, str], name: str) -> None:
    """One line with its file and the reason."""
    (line,) = (one for one in built[1].splitlines() if one.startswith(f"content/pages/{name}.md"))
    assert re.search(BAD[name][1], line)


def test_everything_else_is_built(built: tuple[Newsroom, str]) -> None:
    """The briefs, the good pages, and nothing outside the output folder or from another reader than ours."""
    newsroom = built[0]
    names = {name for name in newsroom.pages() if name.endswith(".html")}
    assert "2029/05/04/good/index.html" in names
    assert {"about/index.html", f"{'a' * 100}/index.html"} <= names
    assert not [name for name in names if "page" in name or "saved" in name]
    assert not list(newsroom.folder.rglob("evil.html"))
    assert {name: found for name in names if (found := list(judge.page(newsroom.page(name))))} == {}
    about = newsroom.page("about/index.html")
    assert "of ours." in about
    assert "\u202e" not in about
    assert about.count("&lt;b&gt;About&lt;/b&gt; us") == 3  # title, headline and the foot's link: a title is text
