"""Pages that are read from right to left, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.conftest import served
from tests.newsroom import Newsroom

BRIEF = """---
title: عودة العبارة إلى الميناء
date: 2029-05-10
status: published
lang: ar
events:
- {id: e1, date: 2028-05-09, when: يوم الأربعاء, text: عادت العبارة يوم الأربعاء}
notes:
- {kind: correction, date: 2029-05-12, text: كان الاسم خطأ}
---
عادت العبارة يوم الأربعاء إلى الميناء.
"""
# For each element that says a whole date: whether its day is drawn to the left of its year.
DATES = """() => [...document.querySelectorAll("main :is(time, small, b, strong)")].flatMap(element => {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
  const found = text && text.data.match(/(\\d+) [A-Z][a-z]+ (20\\d\\d)/)
  if (!found) return []
  const left = (from, to) => {
    const range = document.createRange()
    range.setStart(text, from); range.setEnd(text, to)
    return range.getBoundingClientRect().left
  }
  const end = found.index + found[0].length
  return [[element.tagName, left(found.index, found.index + found[1].length) < left(end - 4, end)]]
})"""


def test_dates_are_read_from_their_day(browser: Browser, newsroom: Newsroom) -> None:
    """An Arabic brief of an English site, or of an Arabic one with an English interface: no date begins at its end."""
    newsroom.brief("2029-05-10-away.md", BRIEF)
    settings = newsroom.folder / "pelican.conf.py"
    for lang in ("en", "ar"):
        settings.write_text(
            settings.read_text("utf-8").replace('DEFAULT_LANG = "en"', f'DEFAULT_LANG = "{lang}"'), "utf-8"
        )
        assert newsroom.build().returncode == 0
        with served(newsroom.output) as site, browser.new_page() as page:
            page.goto(f"{site}2029/05/10/away/")
            found = page.evaluate(DATES)
            assert {tag for tag, _ in found} >= {"TIME", "SMALL"}, found
            assert all(begins for _, begins in found), found
