"""Forty briefs in every state, each fact with a word of its own, through builds between which the states change.

Every byte of the output is searched after each, and it is what a build from nothing gives.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import pictures
from tests.newsroom import Newsroom, files_of

PICTURE = pictures.saved("PNG", pictures.drawn(24, 16))
COUNT = 40
STATES = ("published", "draft", "review", "embargo", "retracted", "withdrawn")
# What a brief may still say in each state, by the kinds of its words. `address`: the page's own, in links and names.
FACTS = frozenset(
    (
        *("title", "summary", "topic", "section", "author", "source", "dateline", "credit", "person", "role"),
        *("organisation", "place", "quote", "event", "when", "label", "story", "body", "picture", "link"),
    )
)
REASON, ADDRESS, ALIAS = frozenset(("reason",)), frozenset(("address",)), frozenset(("alias",))
KEPT = {
    "published": FACTS | REASON | ADDRESS | ALIAS,
    "retracted": frozenset(("title",)) | REASON | ADDRESS | ALIAS,
    "withdrawn": ADDRESS | ALIAS,
    "draft": frozenset[str](),
    "embargo": frozenset[str](),
}
# What readers had may be retracted or withdrawn; that it only vanishes is refused (test_record).
NEXT = {
    "published": "retracted",
    "retracted": "withdrawn",
    "withdrawn": "withdrawn",
    "draft": "published",
    "review": "embargo",
    "embargo": "published",
}
# Not for any reader, whatever the state: notes to colleagues, what is silenced and why, who reviewed it.
NEVER = frozenset(("comment", "silence", "reviewer", "raw"))
# In a preview a brief in review is on pages; what programs read has no word of it.
FOR_PROGRAMS = (".xml", ".json", ".ics", ".txt")


def word(number: int, kind: str) -> str:
    """One that nothing else has, and that stays whole in an address and in the search's index."""
    return f"zq{number:02}{kind}qz"


def text(number: int, state: str) -> str:
    """A brief that uses every field."""
    of = {kind: word(number, kind) for kind in (*FACTS, *REASON, *ALIAS, *NEVER)}
    said = f"We carry the {of['quote']} up the hill this year"
    kind = "retraction" if state == "retracted" else "correction"
    status = {"embargo": "published\nembargo: 2030-06-01"}.get(state, state)
    return f"""---
title: Lantern {of["title"]} moves inland
# {of["comment"]}
date: 2029-05-{number % 28 + 1:02}
status: {status}
summary: The {of["summary"]} will not pass the harbour.
dateline: {of["dateline"]}
category: {of["section"]}
tags: [{of["topic"]}, {of["person"]} Lind]
authors: [{of["author"]} Holm]
source: [{of["source"]} Agency]
link: https://wire.example/{of["link"]}
photo: {{credit: {of["credit"]}, rights: Fair Use}}
story: The {of["story"]} parade
aliases: [old/{of["alias"]}.html]
organisations: [{of["organisation"]} Trust]
places: [{of["place"]} Head]
people:
- {{name: {of["person"]} Lind, role: the town's {of["role"]}}}
quotes:
- id: q1
  speaker: {of["person"]} Lind
  lead: true
  text: {said}
events:
- id: e1
  date: 2029-05-03
  when: on the day of {of["when"]}
  text: The {of["event"]} met on the day of {of["when"]}.
  label: What {of["label"]} decided
notes:
- {{kind: {kind}, date: 2029-06-01, text: It was {of["reason"]}.}}
reviewed: {{by: {of["reviewer"]}, on: 2029-05-05}}
silence: {{no-story: {of["silence"]}}}
---
The {of["event"]} met on the day of {of["when"]}, at {of["place"]} Head.

“{said},” {of["person"]} Lind, the town's {of["role"]}, said of the {of["body"]}.

![The quay]({{static}}/images/{of["picture"]}.png)
"""


def write(newsroom: Newsroom, number: int, state: str) -> None:
    newsroom.brief(f"2029-05-01-{word(number, 'address')}.md", text(number, state))


def allowed(state: str, name: str, publish: bool) -> frozenset[str]:
    """The kinds of words that a file may have of a brief in this state."""
    if state != "review":
        return KEPT[state]
    on_pages = not publish and (name.endswith((".html", ".png")) and not name.startswith("cards/"))
    return KEPT["published"] if on_pages else frozenset()


def leaks(files: dict[str, bytes], states: dict[int, str], publish: bool) -> list[str]:
    """Every word that stands where it must not."""
    found = []
    for name, data in files.items():
        whole = name.lower().encode() + b"\n" + data.lower()
        if b"zq" not in whole:
            continue
        for number, state in states.items():
            if f"zq{number:02}".encode() not in whole:
                continue
            out = (FACTS | REASON | ADDRESS | ALIAS | NEVER) - allowed(state, name, publish)
            found += [f"{name}: {state}: {kind}" for kind in sorted(out) if word(number, kind).encode() in whole]
    return found


def shown(files: dict[str, bytes], number: int) -> frozenset[str]:
    """The kinds of words that are there of a brief."""
    whole = b"\n".join(name.encode() + data.lower() for name, data in files.items())
    return frozenset(kind for kind in FACTS | REASON | ADDRESS | ALIAS if word(number, kind).encode() in whole)


@pytest.mark.parametrize("publish", [False, True], ids=["preview", "publish"])
def test_nothing_of_forty_briefs_leaks(newsroom: Newsroom, publish: bool) -> None:
    """After a full build and after each that follows a change of states: 0 found, where the design forbids them."""
    states = {number: STATES[number % len(STATES)] for number in range(COUNT)}
    for number in states:
        if publish:  # a preview would make briefs of them
            newsroom.raw(f"2029-05-01-{word(number, 'raw')}.txt", f"{word(number, 'raw')}\n")
        (newsroom.content / "images" / f"{word(number, 'picture')}.png").write_bytes(PICTURE)
        write(newsroom, number, states[number])
    options = ["--publish"] if publish else []
    for turn in range(3):
        # Every third brief takes another state: some go into hiding, some come out of it.
        moved = [number for number in states if turn and number % 3 == turn % 3]
        for number in moved:
            states[number] = NEXT[states[number]] if publish else STATES[(STATES.index(states[number]) + turn) % 6]
            write(newsroom, number, states[number])
        done = newsroom.build(*options, SITEURL="https://news.example")
        assert done.returncode == 0, done.stderr
        files = newsroom.pages()
        assert leaks(files, states, publish) == []
        for number, state in states.items():
            if state == "published":
                assert shown(files, number) >= FACTS | REASON | ADDRESS - {"when"}, number
        assert files == built_anew(newsroom, options)


def test_embargo_that_ends_and_begins(newsroom: Newsroom) -> None:
    """The clock alone brings a brief out of hiding, and a new date sends it back."""
    states = dict.fromkeys(range(6), "embargo")
    for number in states:
        write(newsroom, number, "embargo")
        (newsroom.content / "images" / f"{word(number, 'picture')}.png").write_bytes(PICTURE)
    assert newsroom.build().returncode == 0
    assert leaks(newsroom.pages(), states, publish=False) == []
    assert newsroom.build(SOURCE_DATE_EPOCH="1909000000").returncode == 0
    assert shown(newsroom.pages(), 3) >= FACTS - {"when"}
    assert newsroom.build().returncode == 0
    assert leaks(newsroom.pages(), states, publish=False) == []


def built_anew(newsroom: Newsroom, options: list[str]) -> dict[str, bytes]:
    """The site as a build from nothing gives it."""
    whole: Path = newsroom.folder / "whole"
    for folder in (whole, newsroom.folder / ".whole.newsbrief"):
        shutil.rmtree(folder, ignore_errors=True)
    assert newsroom.build("-o", "whole", *options, SITEURL="https://news.example").returncode == 0
    return files_of(whole)
