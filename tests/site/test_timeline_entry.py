"""One entry of a timeline, as a reader sees it."""

from __future__ import annotations

import re

import pytest

from tests.newsroom import Newsroom

BRIEF = """---
title: Ferry returns
date: 2029-05-04
status: published
people: [{name: Mira Solberg}]
events:
- id: e1
%s---
Solberg opened the lock on Thursday.
"""
THURSDAY = "  date: 2029-05-03\n  when: on Thursday\n  text: Solberg opened the lock on Thursday.\n"
NAMED = '<p class="nb-when">Named: Mira Solberg</p>'


@pytest.mark.parametrize(
    ("event", "mark", "words"),
    [
        (THURSDAY, None, NAMED),
        (THURSDAY + "  label: Mira Solberg opened the lock.\n", None, ""),
        (THURSDAY.replace("03", "03~"), "nb-to-month", NAMED),
    ],
    ids=["surname", "full name", "about"],
)
def test_entry_names_who_is_not_named_in_full_and_claims_no_day_it_does_not_know(
    newsroom: Newsroom, event: str, mark: str | None, words: str
) -> None:
    """Below the words stand only names that are not in them, and a day that is a guess has no mark of a day."""
    newsroom.brief("2029-05-04-ferry.md", BRIEF % event)
    assert newsroom.build().returncode == 0
    shown = newsroom.page("timeline/index.html").partition('class="nb-timeline"')[2]
    entry = re.search(r'<li(?: class="(.*?)")?>.*?</a></p>(.*?)</li>', shown, re.DOTALL)
    assert entry
    assert entry.groups() == (mark, words)


def test_brief_lists_what_it_announced_by_itself(newsroom: Newsroom) -> None:
    """Beside the text each date leads to its place there; what is still to come has a heading, the soonest first.

    A day of the brief's own year needs no year.
    """
    ahead = "- id: e2\n  date: 2029-06\n  when: in June\n  text: It sails again in June.\n"
    ahead += "- id: e3\n  date: 2030-01-02\n  when: on 2 January 2030\n  text: A bridge opens on 2 January 2030.\n"
    brief = (BRIEF % (THURSDAY + ahead)) + "It sails again in June. A bridge opens on 2 January 2030.\n"
    newsroom.brief("2029-05-04-ferry.md", brief)
    assert newsroom.build(SOURCE_DATE_EPOCH="1872633600").returncode == 0  # 5 May 2029
    aside = newsroom.page("2029/05/04/ferry/index.html").partition('class="nb-aside"')[2]
    lists = re.findall(r'<h2>([^<]*)</h2>\n<ol class="([^"]*)">\n<li(.*?)</li>\n</ol>', aside, re.DOTALL)
    assert lists == [
        (
            *("Announced", "nb-timeline nb-announced"),
            '>June 2029 <a href="#e2">It sails again in June.</a></li>\n'
            '<li>2 January 2030 <a href="#e3">A bridge opens on 2 January 2030.</a>',
        ),
        (*("What happened when", "nb-timeline"), '>3 May <a href="#e1">Solberg opened the lock on Thursday.</a>'),
    ]
