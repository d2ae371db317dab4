"""Briefs in several languages on one site."""

from __future__ import annotations

import re

from tests.newsroom import Newsroom

HEADLINE, SUMMARY, SAID = "عودة العبارة إلى الميناء", "عادت العبارة يوم الأربعاء.", "العبارة جاهزة"
AWAY = f"""---
title: {HEADLINE}
date: 2029-05-10
status: published
lang: ar
story: Ferry
summary: {SUMMARY}
people: [{{name: Mira Solberg, role: mayor}}]
quotes:
- {{id: q1, speaker: Mira Solberg, text: {SAID}}}
events:
- {{id: e1, date: 2029-05-09, when: يوم الأربعاء, text: عادت العبارة يوم الأربعاء}}
---
عادت العبارة يوم الأربعاء. قالت Mira Solberg: “{SAID}”.
"""
HERE = (
    "---\ntitle: The ferry is back\ndate: 2029-05-08\nstatus: published\nlang: en-GB\nstory: Ferry\n---\nIt is back.\n"
)
ARABIC = re.compile("[\u0600-\u06ff][^<“”]+")
SAYS_SO = ' lang="ar" dir="rtl">'


def test_words_of_a_brief_in_another_language_say_theirs(newsroom: Newsroom) -> None:
    """Headline, summary, quote and date of an Arabic brief are said to be Arabic wherever an English site has them."""
    newsroom.brief("2029-05-10-away.md", AWAY)
    newsroom.brief("2029-05-08-here.md", HERE)
    assert newsroom.build().returncode == 0
    for name in ("", "stories/ferry/", "stories/", "timeline/", "quotes/", "quotes/2029-05-10-away-q1/", "archive/"):
        page = newsroom.page(f"{name}index.html").partition("<body>")[2]
        page = re.sub(r' (?:data-copy|aria-label)="[^"]*"', "", page)
        assert ARABIC.search(page), name
        for found in ARABIC.finditer(page):
            assert re.search(r' lang="ar" dir="rtl">[^\n]*$', page[: found.start()]), (name, found[0])
    assert 'lang="en-GB"' not in newsroom.page("index.html"), "nobody needs to be told"


def test_interface_keeps_its_direction_on_a_page_that_runs_the_other_way(newsroom: Newsroom) -> None:
    """An Arabic brief runs from right to left, and the English dates and headlines on its page from left to right."""
    newsroom.brief("2029-05-10-away.md", AWAY)
    newsroom.brief("2029-05-08-here.md", HERE)
    assert newsroom.build().returncode == 0
    page = newsroom.page("2029/05/10/away/index.html")
    assert '<html lang="ar" dir="rtl">' in page
    assert '<header lang="en" dir="ltr">' in page
    assert '<b lang="en" dir="ltr">9 May</b>' in page
    assert ' lang="en-GB" dir="ltr">The ferry is back</a>' in page
    assert " dir=" not in newsroom.page("2029/05/08/here/index.html").partition("<body>")[2].replace(
        SAYS_SO + HEADLINE, ""
    )
