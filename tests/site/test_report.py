"""How readers report a mistake."""

import re
from urllib.parse import unquote

import pytest

from tests.newsroom import Newsroom
from tests.site.reading import Page
from tests.site.test_leaks import brief

HOSTILE = "“Ferry” & <b>: 100% {url}"


def mistake(newsroom: Newsroom, name: str) -> list[str]:
    page = Page(newsroom.page(name))
    return [link for link in page.links if link.startswith(("mailto:", "https://tracker"))]


def setting(newsroom: Newsroom, value: str) -> None:
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nNEWSBRIEF_REPORT = {value!r}\n")


def test_letter_names_the_page(newsroom: Newsroom) -> None:
    """Subject and address are those of the page, whatever its title is. A quote's small page leads to its brief."""
    setting(newsroom, "desk@tidings.example")
    (newsroom.content / "pages" / "about.md").write_text("Title: About\n\nWords.\n", "utf-8")
    newsroom.brief("2029-05-04-parade.md", brief(title=f"'{HOSTILE}'"))
    assert newsroom.build("--publish", SITEURL="https://news.example/brief").returncode == 0
    names = [name for name in newsroom.pages() if name.endswith(".html")]
    assert len(names) > 10
    quotes = [name for name in names if re.fullmatch(r"quotes/.*-q\d+/index\.html", name)]
    assert quotes
    assert [name for name in names if len(mistake(newsroom, name)) != (name not in quotes)] == []
    assert 'href="../../2029/05/04/parade/#q1"' in newsroom.page(quotes[0])
    (link,) = mistake(newsroom, "2029/05/04/parade/index.html")
    assert unquote(link) == (
        f"mailto:desk@tidings.example?subject={HOSTILE}&body=https://news.example/brief/2029/05/04/parade/\r\n"
    )
    assert mistake(newsroom, "404.html") == ["mailto:desk@tidings.example?subject=Page%20not%20found"]


def test_form_is_filled_in(newsroom: Newsroom) -> None:
    """An issue tracker's page for a new issue, with the title and address where the setting wants them."""
    setting(newsroom, "https://tracker.example/new?title={title}&body={url}")
    assert newsroom.build("--publish", SITEURL="https://news.example/brief").returncode == 0
    assert mistake(newsroom, "timeline/index.html") == [
        "https://tracker.example/new?title=Timeline&body=https%3A%2F%2Fnews.example%2Fbrief%2Ftimeline%2F"
    ]


def test_without_a_setting_only_the_preview_says_so(newsroom: Newsroom) -> None:
    """Readers have no link and no word of it; who builds a preview is told what to set."""
    assert newsroom.build("--publish", SITEURL="https://news.example").returncode == 0
    assert mistake(newsroom, "index.html") == []
    assert "mistake" not in newsroom.page("index.html")
    assert newsroom.build().returncode == 0
    assert "set NEWSBRIEF_REPORT" in newsroom.page("index.html")


@pytest.mark.parametrize("wrong", ["desk", "http://tracker.example/", "javascript:alert(1)"])
def test_wrong_setting_stops_the_build(newsroom: Newsroom, wrong: str) -> None:
    """Better the last site than one whose readers write to nobody."""
    setting(newsroom, wrong)
    done = newsroom.build()
    assert done.returncode != 0
    # A terminal's width breaks the line, and Pelican says in its margin where in its own code it was told.
    told = done.stdout + done.stderr
    assert "NEWSBRIEF_REPORT is" in told
    assert f'"{wrong}"' in told
    assert "Traceback" not in told
