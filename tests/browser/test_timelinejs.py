"""The exported timeline in TimelineJS 3 itself, which is not part of this project: `make test` fetches it with npm."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from tests.browser import long_timeline
from tests.newsroom import Newsroom

LIBRARY = Path(__file__).parent / "timelinejs" / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
HOST = "http://timeline.test/"
FRAME = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Unchanged</title>
<link rel="stylesheet" href="/dist/css/timeline.css">
<div id="timeline" style="height: 600px"></div>
<script src="/dist/js/timeline.js"></script>
<script>const timeline = new TL.Timeline("timeline", "/timelinejs.json", {script_path: "/dist/js", font: null})</script>
"""
# The words of all elements of a kind, by the id of the event on whose slide or mark they stand.
WORDS = """kind => Object.fromEntries([...document.querySelectorAll(kind)].map(
  found => [found.closest(".tl-slide, .tl-timemarker").id.replace(/-marker$/, ""), found.textContent]))"""
ATTACKS = (
    "<img src=x onerror=document.title='changed'> was hung up in the harbour office.",
    "</p><script>document.title='changed'</script> was read out to the council.",
    "&lt;img src=x onerror=document.title='changed'&gt; stood in the minutes.",
    "<a href=javascript:document.title='changed'>The slip</a> was closed.",
    "javascript:document.title='changed' was the keeper's answer.",
    "<svg onload=document.title='changed'> and <iframe srcdoc=x> lay on the quay.",
)
HOSTILE = """---
title: "<img src=x onerror=document.title='changed'> and the council"
date: 2029-06-01
status: published
events:
{events}
---
{body}
"""


@pytest.fixture(scope="module")
def library() -> Path:
    """Where TimelineJS lies."""
    if not (LIBRARY / "js" / "timeline.js").is_file():
        if os.environ.get("CI") and shutil.which("npm"):
            pytest.fail("TimelineJS is not here: `make test` could not fetch it with npm", pytrace=False)
        pytest.skip("TimelineJS is not here; `make test` fetches it where npm is installed")
    return LIBRARY


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, project: Path) -> str:
    """The exports of all parts of a timeline together: hundreds of events of every precision, some of them hostile."""
    newsroom = Newsroom.open(tmp_path_factory.mktemp("timelinejs") / "site", project)
    long_timeline.write(newsroom)
    events = [
        f"- id: e{number}\n  date: 2029-05-{number:02d}\n  text: {json.dumps(text)}"
        for number, text in enumerate(ATTACKS, 1)
    ]
    newsroom.brief("2029-06-01-hostile.md", HOSTILE.format(events="\n".join(events), body="\n\n".join(ATTACKS)))
    done = newsroom.build("--publish", SITEURL="https://news.example")
    assert done.returncode == 0, done.stderr
    parts = [json.loads(part.read_text("utf-8")) for part in _parts(newsroom)]
    assert len(parts) > 1
    return json.dumps(parts[0] | {"events": [event for part in parts for event in part["events"]]})


def _parts(newsroom: Newsroom) -> list[Path]:
    """Return the export of the newest part and those of the older ones, which are named by their year."""
    timeline = newsroom.output / "timeline"
    return [timeline / "timelinejs.json", *sorted(timeline.glob("[0-9]*/timelinejs.json"))]


@pytest.fixture(scope="module")
def drawn(browser: Browser, library: Path, exported: str) -> Iterator[tuple[Page, list[str]]]:
    """The page once TimelineJS has drawn it, and what went wrong on the way."""
    wrong: list[str] = []

    def answer(route: Route, request: Request) -> None:
        path = request.url.removeprefix(HOST)
        file = library / path.removeprefix("dist/").partition("?")[0]
        if request.url == HOST:
            route.fulfill(body=FRAME, content_type="text/html")
        elif path == "timelinejs.json":
            route.fulfill(body=exported, content_type="application/json")
        elif request.url.startswith(f"{HOST}dist/") and file.is_file():
            route.fulfill(path=file)
        else:
            wrong.append(f"asked for {request.url}")
            route.abort()

    page = browser.new_page(viewport={"width": 1280, "height": 700})
    page.route("**/*", answer)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    page.goto(HOST)
    page.wait_for_function("timeline.ready")
    yield page, wrong
    page.close()


def test_every_exported_event_is_drawn_in_our_words(drawn: tuple[Page, list[str]], exported: str) -> None:
    """Each has one slide and one mark, with the headline and the words for its date that the export gives; no error."""
    page, wrong = drawn
    events = json.loads(exported)["events"]
    assert len(events) == long_timeline.EVENTS + len(ATTACKS)
    headlines = {event["unique_id"]: unescape(event["text"]["headline"]) for event in events}
    dates = {event["unique_id"]: unescape(event["display_date"]) for event in events}
    assert len(headlines) == len(events)
    assert page.evaluate(WORDS, ".tl-slide:not(.tl-slide-titleslide) .tl-headline") == headlines
    assert page.evaluate(WORDS, ".tl-slide:not(.tl-slide-titleslide) .tl-headline-date") == dates
    assert page.evaluate(WORDS, ".tl-timemarker .tl-headline") == headlines
    assert wrong == []


def test_no_event_brings_anything_active_into_timelinejs(drawn: tuple[Page, list[str]]) -> None:
    """Markup in an event or a headline is shown as text: no element, no handler, no link but to the briefs."""
    page, _ = drawn
    assert page.title() == "Unchanged"
    assert page.locator("#timeline").locator("img, script, iframe, svg, object, embed, form").count() == 0
    handlers = (
        "[...document.querySelectorAll('#timeline *')].flatMap(e => e.getAttributeNames()).filter(n => /^on/.test(n))"
    )
    assert page.evaluate(handlers) == []
    links = page.locator(".tl-slide a, .tl-timemarker a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) == long_timeline.EVENTS + len(ATTACKS)
    assert {link.partition("/20")[0] for link in links} == {"https://news.example"}
    shown = page.locator(".tl-slide").all_text_contents()
    assert [attack for attack in ATTACKS if not any(attack in slide for slide in shown)] == []
