"""One event of two briefs, from the files to the pages."""

from __future__ import annotations

import json

import pytest

from tests.newsroom import Newsroom
from tests.site.reading import Page, broken_links

WIRE = "Tove Lind had the stranded trawler towed to the fish quay on Thursday."
AGAIN = "By noon on Thursday the stranded trawler lay at the fish quay."
FIRST, SECOND = "2029-05-04-towed.md", "2029-05-05-saved.md"


def brief(title: str, text: str, line: str = "", status: str = "published") -> str:
    return f"""---
title: {title}
date: 2029-05-04
status: {status}
people:
- {{name: Tove Lind, role: the pilot}}
events:
- id: e1
{line}  date: 2029-05-03
  when: on Thursday
  text: {text}
---
{text}
"""


def told(newsroom: Newsroom) -> list[tuple[str, list[str]]]:
    """The timeline's entries: words, and the addresses they lead to."""
    newsroom_url = "https://news.example/"
    done = newsroom.build("--publish", SITEURL=newsroom_url.rstrip("/"))
    assert done.returncode == 0, done.stderr
    assert broken_links(newsroom.pages(), "/")[0] == []
    rows = json.loads(newsroom.page("timeline/events.json"))["events"]
    found = [(row["text"], [row["url"], *(source["url"] for source in row.get("also", []))]) for row in rows]
    return [(text, [url.removeprefix(newsroom_url) for url in urls]) for text, urls in found]


BOTH = ["2029/05/04/towed/#e1", "2029/05/04/saved/#e1"]


@pytest.mark.parametrize(
    ("words", "line", "entries"),
    [
        (WIRE, "", [(WIRE, BOTH)]),
        (AGAIN, "", [(WIRE, BOTH[:1]), (AGAIN, BOTH[1:])]),
        (AGAIN, "  same: towed#e1\n", [(WIRE, BOTH)]),
        (WIRE, "  apart: towed#e1\n", [(WIRE, BOTH[:1]), (WIRE, BOTH[1:])]),
        (AGAIN, "  same: no-such-brief#e1\n", [(WIRE, BOTH[:1]), (AGAIN, BOTH[1:])]),
    ],
)
def test_machine_and_person_decide_what_is_one_entry(
    newsroom: Newsroom, words: str, line: str, entries: list[tuple[str, list[str]]]
) -> None:
    """The wire's own words are one event by themselves, others by a line; whatever is wrong costs no brief its page."""
    newsroom.brief(FIRST, brief("Trawler towed", WIRE))
    newsroom.brief(SECOND, brief("Trawler saved", words, line))
    assert sorted(told(newsroom)) == sorted(entries)
    for name in ("towed", "saved"):
        assert "e1" in Page(newsroom.page(f"2029/05/04/{name}/index.html")).ids


def test_entry_leads_to_every_brief_that_tells_of_it(newsroom: Newsroom) -> None:
    """On the timeline under the entry, and from each brief's page to the other brief."""
    newsroom.brief(FIRST, brief("Trawler towed", WIRE))
    newsroom.brief(SECOND, brief("Trawler saved", WIRE))
    told(newsroom)
    timeline = Page(newsroom.page("timeline/index.html"))
    assert timeline.text.count("stranded trawler") == 1
    assert "Also in: Trawler saved" in timeline.text
    assert "Related Trawler saved" in Page(newsroom.page("2029/05/04/towed/index.html")).text
    assert "Related Trawler towed" in Page(newsroom.page("2029/05/04/saved/index.html")).text


def test_check_gives_the_line_to_write_and_takes_it_for_an_answer(newsroom: Newsroom) -> None:
    """What `newsbrief check` proposes can be pasted beside the event; then nobody is asked again."""
    newsroom.brief(FIRST, brief("Trawler towed", WIRE))
    newsroom.brief(SECOND, brief("Trawler saved", AGAIN))
    newsroom.brief(
        "2029-05-06-other.md", brief("Fair", "The autumn fair opened with a brass band.").replace("-03", "-01")
    )
    asked = newsroom.run("check").stdout
    (row,) = (line for line in asked.splitlines() if line.endswith("[same-event]"))
    file, line, rest = row.split(":", 2)
    path = newsroom.folder / file
    lines = path.read_text("utf-8").splitlines()
    assert lines[int(line) - 1] == "- id: e1"
    for answer in ("same", "apart"):
        wanted = next(words for words in rest.split("`") if words.startswith(answer))
        path.write_text("\n".join([*lines[: int(line)], f"  {wanted}", *lines[int(line) :], ""]), "utf-8")
        assert newsroom.run("check").stdout == "nothing to look at\n"


def test_event_that_is_not_there_is_named_with_file_and_line(newsroom: Newsroom) -> None:
    """`newsbrief check` says where and why."""
    newsroom.brief(FIRST, brief("Trawler towed", WIRE, "  same: saved#e1\n"))
    assert newsroom.run("check").stdout.splitlines()[0] == (
        f"content/briefs/{FIRST}:8: `same: saved#e1` of e1 cannot be followed: no brief has the slug saved [lost-event]"
    )


@pytest.mark.parametrize("status", ["draft", "review", "withdrawn", "retracted"])
def test_hidden_brief_that_a_line_names_leaves_no_trace(newsroom: Newsroom, status: str) -> None:
    """Neither as a source nor as a complaint: the event stands as if the line were not there."""
    newsroom.brief(FIRST, brief("Zyxwomarker", AGAIN.replace("noon", "Zyxwomarker"), status=status))
    newsroom.brief(SECOND, brief("Trawler saved", WIRE, "  same: towed#e1\n"))
    assert told(newsroom) == [(WIRE, BOTH[1:])]
    shown = [name for name, data in newsroom.pages().items() if b"Zyxwomarker" in data]
    assert shown == [] or (status == "retracted" and all("timeline" not in name for name in shown))
