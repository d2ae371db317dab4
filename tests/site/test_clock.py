"""A later build of the same content writes the same bytes, until something comes due."""

import datetime as dt
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from newsbrief.content.library import library
from newsbrief.site.build.output import place_of
from newsbrief.site.build.store import NAME, Store
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.index.due import next_change as next_instant
from newsbrief.site.options import BuildOptions
from tests.newsroom import INSTANT, Newsroom, files_of
from tests.site.test_leaks import brief

SITE = "https://news.example"
HOUR = dt.timedelta(hours=1)
SECOND = dt.timedelta(seconds=1)
FIRST = dt.datetime.fromtimestamp(int(INSTANT), dt.UTC)
# The demo's day, with dates to come in it.
OF_DEMO = dt.datetime(2029, 9, 28, 6, tzinfo=dt.UTC)


def built(newsroom: Newsroom, now: dt.datetime, *options: str) -> dict[str, bytes]:
    """Every file of a build with an address of its own, and so with sitemaps."""
    done = newsroom.build(*options, SITEURL=SITE, SOURCE_DATE_EPOCH=str(int(now.timestamp())))
    assert done.returncode == 0, done.stderr
    return newsroom.pages()


def next_change(newsroom: Newsroom, now: dt.datetime, *, publish: bool) -> dt.datetime:
    entries, _ = library(newsroom.content)
    options = BuildOptions(now, dt.UTC, publish=publish)
    due = next_instant([facts_of(entry, dt.UTC, options.brief_url) for entry in entries], options)
    assert due is not None
    return dt.datetime.fromtimestamp(due, dt.UTC)


def until(newsroom: Newsroom) -> float | None:
    """When the site changes by itself, as the store of the last build has it."""
    store = Store(place_of(newsroom.output).room / NAME)
    due = store.meta()["due"]
    store.close()
    return float(due) if due else None


@pytest.mark.parametrize("options", [(), ("--publish",)])
def test_later_build_writes_the_same_bytes(newsroom: Newsroom, project: Path, options: tuple[str, ...]) -> None:
    """The invented town's site is the same hours later, until the second before its next change, and another then."""
    shutil.copytree(project / "examples" / "port-ellery" / "content", newsroom.content, dirs_exist_ok=True)
    first = built(newsroom, OF_DEMO, *options)
    due = next_change(newsroom, OF_DEMO, publish=bool(options))
    assert due - SECOND > OF_DEMO + HOUR
    assert built(newsroom, due - SECOND, *options) == first
    assert built(newsroom, due, *options) != first


def test_site_of_nothing_has_no_clock(newsroom: Newsroom) -> None:
    """Empty feeds need a date, and have the same one in every build."""
    assert built(newsroom, FIRST) == built(newsroom, FIRST + HOUR)


def test_embargo_s_end_is_foretold(newsroom: Newsroom) -> None:
    """The ledger names the instant: one second before it nothing has changed, at it the brief is there."""
    newsroom.brief("2029-05-04-parade.md", brief())
    newsroom.brief(
        "2029-05-04-secret.md", brief("status: published\nembargo: 2030-03-01 06:00", "Fireworks called off")
    )
    first = built(newsroom, FIRST, "--publish")
    due = next_change(newsroom, FIRST, publish=True)
    assert due == FIRST + 6 * HOUR
    assert until(newsroom) == due.timestamp()
    assert built(newsroom, due - SECOND, "--publish") == first
    then = built(newsroom, due, "--publish")
    assert "2029/05/04/secret/index.html" in then.keys() - first.keys()
    assert then["index.html"] != first["index.html"]


EVENTUAL = """---
title: Harbour fair announced
date: 2030-03-01 03:00
status: published
modified: 2030-03-04
tags: [Fair]
story: The fair
events:
- {id: e1, date: 2030-03-05, when: on Tuesday, text: The fair will open.}
notes:
- {kind: correction, date: 2030-03-03, text: An earlier version named another day.}
---
The fair will open on Tuesday.
"""


def test_builds_at_the_instants_that_the_ledger_names_are_whole(newsroom: Newsroom) -> None:
    """Each writes something, and after the last of them no file is other than in a first build of that instant."""
    newsroom.brief("2030-03-01-fair.md", EVENTUAL)
    newsroom.brief("2029-05-04-secret.md", brief("status: published\nembargo: 2030-03-02 06:00"))
    seen = [built(newsroom, FIRST)]
    while due := until(newsroom):
        now = dt.datetime.fromtimestamp(due, dt.UTC)
        seen.append(built(newsroom, now))
    assert all(one != other for one, other in pairwise(seen))
    # Into the news and out of them, the embargo, the note, the revision, the fair's day.
    assert len(seen) == 7
    built(newsroom, now, "-o", "first")
    assert files_of(newsroom.folder / "first") == seen[-1]
