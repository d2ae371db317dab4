"""The search's index in a built site."""

from __future__ import annotations

import json
import re

import pytest

from tests.hostile import judge
from tests.newsroom import Newsroom
from tests.site.test_leaks import brief, found, hidden


def index(newsroom: Newsroom) -> dict[str, bytes]:
    """The index's files, by their path."""
    return {name: data for name, data in newsroom.pages().items() if re.fullmatch(r"search/.*\.json", name)}


def results(newsroom: Newsroom) -> list[list[str]]:
    """All that can be found: text, address, date, detail."""
    return [row for name, data in index(newsroom).items() if "/r" in name for row in json.loads(data)]


def test_the_index_holds_what_is_published(newsroom: Newsroom) -> None:
    """A brief, its quote, its date and its person, each with an address at which a page stands."""
    newsroom.brief("2029-05-04-parade.md", brief())
    assert newsroom.build("--publish", SITEURL="https://news.example/brief").returncode == 0
    assert sorted(row[1] for row in results(newsroom)) == [
        "2029/05/04/parade/",
        "2029/05/04/parade/#e1",
        "people/tove-lind/",
        "quotes/2029-05-04-parade-q1/",
    ]
    pages = newsroom.pages()
    assert all(f"{row[1].partition('#')[0]}index.html" in pages for row in results(newsroom))
    assert [what for name, data in index(newsroom).items() for what in judge.active(name, data)] == []


def test_a_brief_in_review_is_in_no_search(newsroom: Newsroom) -> None:
    """Not in a preview either, which shows it to the newsroom on its pages."""
    newsroom.brief("2029-05-04-parade.md", brief())
    newsroom.brief("2029-05-05-secret.md", hidden("status: review"))
    assert newsroom.build().returncode == 0
    assert found(newsroom)
    assert [name for name in found(newsroom) if name.startswith("search/")] == []


def test_a_protected_person_is_in_no_search(newsroom: Newsroom) -> None:
    """Neither as a person nor by any part of the name; the other words of the brief find it."""
    newsroom.brief("2029-05-04-parade.md", brief())
    (newsroom.content / "people.yaml").write_text("Tove Lind: {page: no, also: [Tova Lind]}\n", "utf-8")
    assert newsroom.build().returncode == 0
    assert results(newsroom)
    told = b" ".join(index(newsroom).values()).lower()
    assert b"lanter" in told
    assert [name for name in (b"tove", b"tova", b"lind") if name in told] == []


def test_dates_are_found_in_the_sites_language(newsroom: Newsroom) -> None:
    """Shown as its pages show them, and found by those words."""
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nDEFAULT_LANG = "ko"\n')
    newsroom.brief("2029-05-04-parade.md", brief())
    assert newsroom.build().returncode == 0
    assert {row[2] for row in results(newsroom)} == {"2029년 5월 4일", "2029년 5월 3일", ""}
    told = b" ".join(data for name, data in index(newsroom).items() if "/t" in name).decode()
    assert [term for term in ("년", "월", "목요일", "2029") if f'"{term}":' not in told] == []
    assert '"may":' not in told


def test_a_new_brief_touches_few_files(newsroom: Newsroom) -> None:
    """What is older than the newest month keeps its files, byte by byte; people and the month have new ones."""
    for month in range(1, 13):
        newsroom.brief(f"2028-{month:02d}-04-parade.md", brief().replace("2029-05", f"2028-{month:02d}"))
    assert newsroom.build().returncode == 0
    before = index(newsroom)
    newsroom.brief("2028-12-05-more.md", brief(title="More lamps").replace("2029-05-04", "2028-12-05"))
    assert newsroom.build().returncode == 0
    after = index(newsroom)
    kept = {name for name, data in after.items() if before.get(name) == data}
    assert len(kept) > len(after) / 2
    assert all(name in after for name in kept)


@pytest.mark.parametrize("relative", [False, True])
def test_the_page_leads_elsewhere_by_itself(newsroom: Newsroom, relative: bool) -> None:
    """Before any script runs the field is covered, and the links to archive, topics and people are there."""
    newsroom.brief("2029-05-04-parade.md", brief())
    assert newsroom.build(*(["--relative-urls"] if relative else [])).returncode == 0
    page = newsroom.page("search/index.html")
    assert '<div class="nb-search" role="search" hidden data-index="../search/index.json"' in page
    for folder in ("archive", "topics", "people"):
        assert f'href="../{folder}/{"index.html" if relative else ""}"' in page
    assert "theme/search.js" in page
    assert "theme/search.js" not in newsroom.page("index.html")
