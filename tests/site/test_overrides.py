"""A newsroom changes a page as Pelican's users do: with a template of its own over the theme's."""

from __future__ import annotations

import pytest

from tests.newsroom import Newsroom

BRIEF = """---
title: The pier is closed
date: 2029-05-04
status: published
category: Harbour
tags: [Pier]
authors: [Runa Holm]
story: The pier
places: [Pier Head]
organisations: [Pier Trust]
aliases: [news/pier.html]
people:
- {name: Ida Wick, role: the keeper}
quotes:
- {id: q1, speaker: Ida Wick, text: We shall keep it closed for a year}
events:
- {id: e1, date: 2029-05-03, when: on Thursday, text: The pier was closed on Thursday.}
---
The pier was closed on Thursday. “We shall keep it closed for a year,” Ida Wick said.
"""
# What two briefs name has a page.
AGAIN = """---
title: The pier opens again
date: 2029-05-05
status: published
places: [Pier Head]
organisations: [Pier Trust]
---
Words.
"""
# Each template that is a page, and a page of it.
PAGES = {
    "404": "404.html",
    "archives": "archive/index.html",
    "article": "2029/05/04/pier/index.html",
    "author": "authors/runa-holm/index.html",
    "authors": "authors/index.html",
    "categories": "sections/index.html",
    "category": "sections/harbour/index.html",
    "corrections": "corrections/index.html",
    "index": "index.html",
    "moved": "news/pier.html",
    "organisation": "organisations/pier-trust/index.html",
    "organisations": "organisations/index.html",
    "page": "about/index.html",
    "people": "people/index.html",
    "period_archives": "2029/05/index.html",
    "person": "people/ida-wick/index.html",
    "place": "places/pier-head/index.html",
    "places": "places/index.html",
    "quote": "quotes/2029-05-04-pier-q1/index.html",
    "quotes": "quotes/index.html",
    "search": "search/index.html",
    "stories": "stories/index.html",
    "story": "stories/the-pier/index.html",
    "tag": "topics/pier/index.html",
    "tags": "topics/index.html",
    "timeline": "timeline/index.html",
}
SHARED = {"base", "listing", "listing_index"}


@pytest.fixture
def overridden(newsroom: Newsroom) -> Newsroom:
    """A site with a template of its own over each of the theme's."""
    own = newsroom.folder / "templates"
    own.mkdir()
    for name in PAGES:
        text = (
            f'{{% extends "!theme/{name}.html" %}}\n{{% block title %}}Own {name}: {{{{ super() }}}}{{% endblock %}}\n'
        )
        (own / f"{name}.html").write_text(text)
    with (newsroom.folder / "pelican.conf.py").open("a") as settings:
        settings.write('\nTHEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    newsroom.brief("2029-05-04-pier.md", BRIEF)
    newsroom.brief("2029-05-05-again.md", AGAIN)
    (newsroom.content / "pages" / "about.md").write_text("Title: About\n\nAll about it.\n")
    done = newsroom.build()
    assert done.returncode == 0, done.stderr
    return newsroom


def test_every_page_can_be_overridden_and_built_upon(overridden: Newsroom) -> None:
    """`{% extends "!theme/…" %}` reaches the theme's template, and its blocks keep their words."""
    for name, page in PAGES.items():
        assert f"<title>Own {name}: " in overridden.page(page), name
    assert "<title>Own article: The pier is closed · " in overridden.page(PAGES["article"])


def test_no_page_is_forgotten(newsroom: Newsroom) -> None:
    """Every template of the theme is in the list above."""
    there = {path.stem for path in (newsroom.project / "theme" / "templates").glob("*.html")}
    assert there == set(PAGES) | SHARED
