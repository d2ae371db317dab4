"""Whatever agencies' files hold, in whatever field: nothing active goes out, and no item is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import hostile
from tests.effort import AUDIT, SOAK
from tests.hostile import agencies, judge, reading
from tests.newsroom import Newsroom

# How many of our own strings, and of the public ones, `make test` tries in each form; an audit tries all.
OWN, PUBLIC = 24, 8


@dataclass
class Delivered:
    """A newsroom that was sent every string in every form, and built."""

    newsroom: Newsroom
    forms: tuple[str, ...]
    strings: dict[int, str] = field(default_factory=dict)
    told: str = ""
    files: dict[str, bytes] = field(default_factory=dict)


# An audit builds a site for each form: one of them all has fifteen thousand pages.
EVERYTHING = AUDIT or SOAK
SITES = [(form,) for form in agencies.FORMS] if EVERYTHING else [tuple(agencies.FORMS)]


@pytest.fixture(scope="module", params=SITES, ids=" ".join)
def delivered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, project: Path) -> Delivered:
    newsroom = Newsroom.open(tmp_path_factory.mktemp("agencies") / "site", project)
    strings = hostile.strings()
    every = dict(enumerate(strings.all))
    step = 1 if EVERYTHING else max(1, len(strings.own) // OWN)
    theirs = 1 if EVERYTHING else max(1, (len(every) - len(strings.own)) // PUBLIC)
    chosen = {n: every[n] for n in (*range(0, len(strings.own), step), *range(len(strings.own), len(every), theirs))}
    for form in request.param:
        ending, make = agencies.FORMS[form]
        for number, text in chosen.items():
            newsroom.raw(f"2029-05-04-{form}-{number}.{ending}", make(number, text))
    read = newsroom.run("ingest", NEWSBRIEF_NEW_STATUS="published")
    built = newsroom.build(SITEURL="https://news.example/brief")
    return Delivered(newsroom, request.param, chosen, read.stderr + built.stderr, newsroom.pages())


def test_nothing_active_is_in_any_file(delivered: Delivered) -> None:
    """Each page, feed, calendar and JSON file holds what our templates write and words, and nothing else."""
    wrong = {
        name: what
        for name, data in delivered.files.items()
        if not name.startswith("theme/") and (what := judge.active(name, data))
    }
    assert wrong == {}
    assert len(delivered.files) > len(delivered.strings) * len(delivered.forms)


def test_nothing_is_refused(delivered: Delivered) -> None:
    """No string costs its item: none is refused by the desk, and no brief by the build."""
    assert [told for told in delivered.told.splitlines() if told.strip()] == []


def test_every_item_has_one_brief(delivered: Delivered) -> None:
    """None is lost, and none is there twice, since it was found again under its name."""
    again = delivered.newsroom.run("ingest")
    assert f"{len(delivered.strings) * len(delivered.forms)} kept" in again.stdout
    briefs = list((delivered.newsroom.content / "briefs").iterdir())
    assert len(briefs) == len(delivered.strings) * len(delivered.forms)


def test_every_string_reaches_a_page_as_words(delivered: Delivered) -> None:
    """The words of each item are on a page, with the string sign by sign but for what forms make of references."""
    found = reading.found_again(delivered.files)
    lost = [
        (form, text)
        for form in delivered.forms
        for number, text in delivered.strings.items()
        if not _is_shown(form, number, text, found.get((form, number), []))
    ]
    assert lost == []


def _is_shown(form: str, number: int, text: str, pages: list[str]) -> bool:
    """As `reading.is_shown`, with what XML has no place for left out."""
    wanted = hostile.signed(hostile.line(text), form, number)
    several = {one for said in (wanted, *_references(wanted)) for one in (said, reading.NOT_IN_PAGES.sub(" ", said))}
    several |= {reading.NOT_IN_PAGES.sub("", one) for one in several}
    return any(_folded(one) in _folded(page) for page in pages for one in several)


def _references(said: str) -> tuple[str, ...]:
    once = reading.unescape(said)
    return once, reading.unescape(once)


def _folded(words: str) -> str:
    return re.sub(r"\s+", "", hostile.shown(words))
