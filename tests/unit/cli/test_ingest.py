"""`newsbrief ingest` with the address of a page."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.newsroom import Newsroom
from tests.unit.fetch.server import Answer, Server, serving
from tests.unit.intake.page.saved import TEXT, saved

# The day of the newsroom's clock.
TODAY = "2030-03-01"


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server on this machine."""
    with serving() as one:
        one.answers["/ferry"] = Answer(saved().encode())
        yield one


def test_address(newsroom: Newsroom, server: Server) -> None:
    """A page becomes a raw file and a brief that leads to it; nobody gave its date, so somebody is asked."""
    run = newsroom.run("ingest", f"{server.url}/ferry")
    assert (run.returncode, run.stderr) == (0, "")
    assert f"fetched: content/raw/{TODAY}-ferry.html\nnew: content/briefs/{TODAY}-ferry.md" in run.stdout
    assert "took the day it was fetched" in run.stdout
    brief = (newsroom.content / f"briefs/{TODAY}-ferry.md").read_text()
    assert f"\nlink: {server.url}/ferry\n" in brief
    assert f"\ndate: {TODAY}\n" in brief
    assert "no-date" in newsroom.run("check").stdout


def test_the_same_address_again(newsroom: Newsroom, server: Server) -> None:
    """An unchanged page changes nothing; of a changed one, the brief takes what nobody edited."""
    url = f"{server.url}/ferry"
    newsroom.run("ingest", url, "--date", "2029-05-04")
    brief = newsroom.content / "briefs/2029-05-04-ferry.md"
    brief.write_text(brief.read_text().replace("title: Harbour reopens after the storm", "title: My own headline"))
    before = brief.read_text()
    assert "raw articles: 1 kept" in newsroom.run("ingest", url).stdout
    assert brief.read_text() == before
    server.answers["/ferry"] = Answer(saved(text=f"{TEXT}<p>The council met on 3 May 2029 about it.</p>").encode())
    assert "raw articles: 1 updated" in newsroom.run("ingest", url).stdout
    after = brief.read_text()
    assert "title: My own headline" in after
    assert "The council met on 3 May 2029 about it." in after
    assert "\ndate: 2029-05-04\n" in after
    assert len(list((newsroom.content / "raw").iterdir())) == 1


def test_refusals_cost_only_themselves(newsroom: Newsroom, server: Server) -> None:
    """What cannot be fetched is named with its address and reason, never with a password; the rest is done."""
    raw = newsroom.raw("2029-05-04-lamp.txt", "The lamp is lit\n\nThe keeper lit the lamp on Monday evening.\n")
    addresses = (f"{server.url}/none", "https://ann:secret@news.example/a", "ftp://news.example/a", server.url)
    run = newsroom.run("ingest", *addresses, str(raw))
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        f"{server.url}/none: there is no such page; look at the address (404 Not Found)",
        "https://news.example/a: a name and password in an address are not sent; "
        "save the page in your browser and give its file",
        "ftp://news.example/a: only http and https addresses are fetched; save the page and give its file instead",
        f"{server.url}: there is no such page; look at the address (404 Not Found)",
    ]
    assert "new: content/briefs/2029-05-04-lamp.md" in run.stdout
    assert "raw articles: 1 new, 4 refused" in run.stdout


def test_no_address_and_no_file(newsroom: Newsroom) -> None:
    """What is neither is an error of the command line."""
    run = newsroom.run("ingest", "nothing.html")
    assert run.returncode == 2
    assert "nothing.html" in run.stderr


def test_copyright_line_of_a_fetched_text(newsroom: Newsroom, server: Server) -> None:
    """The lines in front of a fetched text do not make a page of it: its last line is still looked at."""
    text = f"Harbour reopens\n\n{'The boats came back to the harbour late on a quiet evening. ' * 8}\n\n"
    body = (text + "Copyright 2029 Ellery Wire. All rights reserved.\n").encode()
    server.answers["/wire"] = Answer(body, (("Content-Type", "text/plain; charset=utf-8"),))
    assert newsroom.run("ingest", f"{server.url}/wire").returncode == 0
    assert "agency-copy" in newsroom.run("check").stdout


def test_copyright_line_of_a_saved_page(newsroom: Newsroom) -> None:
    """What stands at the foot of a page is asked about as at the end of a text; with the rights it is answered."""
    words = "".join(f"<p>The boats came back to the harbour late on quiet evening {number}.</p>" for number in range(9))
    foot = "<footer><a href='/'>Home</a> <p>© 2029 The Ellery Courier. All rights reserved.</p></footer>"
    page = f"<!DOCTYPE html><html><head><title>Harbour reopens</title></head><body><article>{words}</article>{foot}"
    newsroom.raw("2029-05-04-harbour.html", f"{page}</body></html>")
    assert newsroom.run("ingest").returncode == 0
    assert 'it ends with "© 2029 The Ellery Courier. All rights reserved."' in newsroom.run("check").stdout
    brief = newsroom.content / "briefs" / "2029-05-04-harbour.md"
    assert "reserved" not in brief.read_text("utf-8")
    brief.write_text(brief.read_text("utf-8").replace("status:", "rights: licensed\nstatus:", 1), "utf-8")
    assert "agency-copy" not in newsroom.run("check").stdout


def test_places_that_could_not_be_read(newsroom: Newsroom, server: Server) -> None:
    """A page with a broken sign is read, and somebody is told to look for it."""
    words = "<p>“Zoë’s café is open,” she said.</p>".encode() + b"<p>The keeper Zo\xeb lit the lamp.</p>"
    page = saved('<title>Harbour reopens</title><meta charset="utf-8">', text="HERE" + TEXT).encode()
    server.answers["/ferry"] = Answer(page.replace(b"HERE", words))
    run = newsroom.run("ingest", f"{server.url}/ferry")
    assert "places: 1; look for “\N{REPLACEMENT CHARACTER}”" in run.stdout


FERRY = "{title}\n\nOona Pellisk, the chair of the Ferry Users’ Group, spoke of the ferry at Hallin Point on {day}.\n"


def test_new_brief_is_put_into_the_story_it_is_near_to(newsroom: Newsroom) -> None:
    """The desk proposes a story that a person named; what a person then writes there stays."""
    newsroom.raw("2029-05-01-ferry.txt", FERRY.format(title="Council ends the Hallin Point ferry", day="1 May 2029"))
    newsroom.raw(
        "2029-05-02-bread.txt", "Baker wins a prize\n\nOdd Wick, a baker, won a prize for bread on 2 May 2029.\n"
    )
    newsroom.run("ingest")
    first = newsroom.content / "briefs/2029-05-01-ferry.md"
    assert "story:" not in first.read_text()
    first.write_text(first.read_text().replace("status: review\n", "status: review\nstory: Hallin ferry\n"))
    raw = newsroom.raw("2029-05-09-ferry.txt", FERRY.format(title="Hallin Point ferry stays", day="8 May 2029"))
    assert "put into the story “Hallin ferry”" in newsroom.run("ingest").stdout
    second = newsroom.content / "briefs/2029-05-09-ferry.md"
    assert "\nstory: Hallin ferry\n" in second.read_text()
    second.write_text(second.read_text().replace("\nstory: Hallin ferry\n", "\nstory: Piers\n"))
    raw.write_text(raw.read_text().replace("8 May", "7 May"))
    assert "1 updated" in newsroom.run("ingest").stdout
    assert "\nstory: Piers\n" in second.read_text()


@pytest.mark.parametrize(
    ("raw", "brief"),
    [
        ("Council keeps ferry - Tidings.txt", "2029-05-04-Council-keeps-ferry-Tidings.md"),
        ("2029-05-04 Council’s “no” & what next?.txt", "2029-05-04-Councils-no-what-next.md"),
        ("2029-05-04-morning_ferry.v2--late.txt", "2029-05-04-morning_ferry.v2--late.md"),
        ("2029-05-04-연락선 유지.txt", "2029-05-04-연락선-유지.md"),
        ("2029-05-04 (!).txt", "2029-05-04-brief.md"),
    ],
)
def test_name_of_a_brief_can_be_typed(newsroom: Newsroom, raw: str, brief: str) -> None:
    """Blanks and signs that a shell has other uses for become hyphens; the raw article keeps its name."""
    file = newsroom.raw(raw, "Council keeps the ferry\n\nThe council voted on Thursday to keep the ferry.\n")
    done = newsroom.run("ingest", "--date", "2029-05-04")
    assert f"new: content/briefs/{brief}\n" in done.stdout
    assert file.is_file()
    assert "1 kept" in newsroom.run("ingest").stdout


def test_command_that_approves_can_be_pasted(newsroom: Newsroom) -> None:
    """Of a brief whose name a person gave, too."""
    newsroom.brief("2029-05-04 ferry.md", "---\ntitle: Ferry\ndate: 2029-05-04\n---\nOne.\n")
    listed = newsroom.run("check").stdout
    assert "newsbrief approve 'content/briefs/2029-05-04 ferry.md' [awaits-review]" in listed


@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")])
def test_folder(newsroom: Newsroom, jobs: tuple[str, ...]) -> None:
    """Articles of a folder and those below it become briefs; one that cannot be read is named, and the code is 1."""
    old = newsroom.folder / "old"
    (old / "2029").mkdir(parents=True)
    (old / "2029/2029-05-01-ferry.txt").write_text(FERRY.format(title="Ferry stays", day="1 May 2029"), "utf-8")
    (old / "2029-05-02-nothing.txt").write_text("", "utf-8")
    run = newsroom.run("ingest", "old", *jobs)
    assert run.returncode == 1
    assert run.stdout == "new: content/briefs/2029-05-01-ferry.md\nraw articles: 1 new, 1 refused\n"
    assert run.stderr.startswith("old/2029-05-02-nothing.txt: ")
    (old / "2029-05-02-nothing.txt").unlink()
    run = newsroom.run("ingest", "old/", *jobs)
    assert (run.returncode, run.stdout, run.stderr) == (0, "raw articles: 1 kept\n", "")


def test_address_of_a_feed(newsroom: Newsroom, server: Server) -> None:
    """A feed's items become briefs whose quotes stand in the file; a new version updates the brief of its item."""
    item = {"id": "1", "date_published": "2029-05-04", "title": "Ferry stays"}
    told = "<p>The ferry stays for ever.</p><p>\u201cNobody waits,\u201d said Mira Solberg.</p>"
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{**item, "content_html": told}]}

    def serve() -> None:
        server.answers["/feed"] = Answer(json.dumps(feed).encode(), (("Content-Type", "application/feed+json"),))

    serve()
    run = newsroom.run("ingest", f"{server.url}/feed")
    assert (run.returncode, run.stderr) == (0, "")
    assert "new: content/briefs/2029-05-04-ferry-stays.md" in run.stdout
    assert newsroom.build().returncode == 0
    feed["items"] = [
        {**item, "content_html": told.replace("for ever", "for a year"), "date_modified": "2029-05-06"},
        {**item, "id": "2", "title": "Lamp is lit", "content_html": "<p>The keeper lit the lamp.</p>"},
    ]
    serve()
    assert "raw articles: 1 new, 1 updated" in newsroom.run("ingest", f"{server.url}/feed").stdout
    assert "for a year" in (newsroom.content / "briefs/2029-05-04-ferry-stays.md").read_text()
