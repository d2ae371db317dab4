"""`newsbrief devserver`: from saving a file to what the browser gets."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.newsroom import INSTANT, Newsroom, files_of

BRIEF = "---\ntitle: Parade\ndate: 2029-05-04\nstatus: published\n---\nIt rained on the lamps.\n"
PAGE = "2029/05/04/parade/"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def running(newsroom: Newsroom, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The server's address, when it answers, and its process."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "newsbrief", "devserver", "-p", str(free_port()), *arguments],
        cwd=newsroom.folder,
        env={**os.environ, "PYTHONPATH": str(newsroom.project), "SOURCE_DATE_EPOCH": INSTANT},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield wait_for(process, r"The site is at (\S+)"), process
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def wait_for(process: subprocess.Popen[str], pattern: str) -> str:
    """The first group of the first line that has the pattern."""
    assert process.stdout is not None
    for line in process.stdout:
        if match := re.search(pattern, line):
            return match[1] if match.groups() else match[0]
    raise AssertionError(f"the server ended without {pattern}")


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310  # our own server
        assert answer.headers["Cache-Control"] == "no-store"
        return str(answer.read().decode("utf-8"))


def test_saved_brief_is_served_and_told(newsroom: Newsroom) -> None:
    """The new words are in the page, and whoever listens hears that there was a build."""
    file = newsroom.brief("2029-05-04-parade.md", BRIEF)
    with running(newsroom) as (address, process):
        assert "It rained on the lamps." in get(address + PAGE)
        with urllib.request.urlopen(f"{address}.newsbrief/changes", timeout=60) as changes:  # noqa: S310
            assert changes.readline() == b"data: 0\n"
            file.write_text(BRIEF.replace("lamps", "ferries"), "utf-8")
            wait_for(process, "built in")
            assert [changes.readline() for _ in range(2)] == [b"\n", b"data: 1\n"]
        assert "It rained on the ferries." in get(address + PAGE)
        # A second change in the same process: what the first build remembered does not stand in its way.
        file.write_text(BRIEF.replace("Parade", "Procession"), "utf-8")
        wait_for(process, "built in")
        assert "Procession" in get(address)


def test_page_that_somebody_looks_at_is_built_before_all_others(newsroom: Newsroom) -> None:
    """After a change to every page, who looks at one is told of it at once, and of the site when all is done."""
    for number in range(130):
        newsroom.brief(f"2029-05-04-parade-{number}.md", BRIEF.replace("Parade", f"Parade {number}"))
    theme = newsroom.folder / "overrides"
    theme.mkdir()
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nTHEME_TEMPLATES_OVERRIDES = ["overrides"]\n')
    with running(newsroom) as (address, process):
        get(address + "2029/05/04/parade-99/")
        with urllib.request.urlopen(f"{address}.newsbrief/changes", timeout=60) as changes:  # noqa: S310
            assert changes.readline() == b"data: 0\n"
            (theme / "article.html").write_text("<title>Anew</title>", "utf-8")
            assert [changes.readline() for _ in range(2)] == [b"\n", b"data: 1\n"]
            assert "Anew" in get(address + "2029/05/04/parade-99/")
            wait_for(process, "built in")
            assert [changes.readline() for _ in range(2)] == [b"\n", b"data: 2\n"]
        assert "Anew" in get(address + "2029/05/04/parade-0/")


def test_pages_load_the_script_and_files_do_not_hold_it(newsroom: Newsroom) -> None:
    """The script is served, not built; styles and feeds are served as they are."""
    newsroom.brief("2029-05-04-parade.md", BRIEF)
    with running(newsroom) as (address, _):
        assert '<script src="/.newsbrief/reload.js" data-builds="0"></script></head>' in get(address)
        assert "import(" in get(f"{address}.newsbrief/reload.js")
        for name in ("follow.js", "news.js"):
            assert "EventSource" in get(f"{address}.newsbrief/{name}")
        for name in ("theme/newsbrief.css", "feeds/all.atom.xml"):
            assert get(address + name) == newsroom.page(name)
        with pytest.raises(urllib.error.HTTPError, match="404"):
            get(f"{address}no/such/page/")
    assert "reload.js" not in newsroom.page("index.html")


def test_preview_answers_to_its_own_names_only(newsroom: Newsroom) -> None:
    """A page that gives its name this machine's address gets nothing of what nobody has approved."""
    newsroom.brief("2029-05-04-parade.md", BRIEF)
    with running(newsroom) as (address, _):
        for path in ("", PAGE, ".newsbrief/changes", ".newsbrief/reload.js", "theme/newsbrief.css"):
            for method in ("GET", "HEAD"):
                asked = urllib.request.Request(address + path, headers={"Host": "evil.example"}, method=method)  # noqa: S310
                with pytest.raises(urllib.error.HTTPError, match="421"):
                    urllib.request.urlopen(asked, timeout=60)  # noqa: S310  # our own server


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the server is a thread")
def test_server_ends_with_the_command(newsroom: Newsroom) -> None:
    """Also where that is killed: nobody has to look for what still holds the port."""
    with running(newsroom) as (address, process):
        process.kill()
        assert process.stdout is not None
        process.stdout.read()  # until the last process that could write to it has ended
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=60)  # noqa: S310  # our own server


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the server is a thread")
def test_command_ends_with_the_server(newsroom: Newsroom) -> None:
    """Where the process that serves is killed, the command says so: nobody waits at a page that does not answer."""
    with running(newsroom) as (_, process):
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("utf-8").split()
        assert len(children) == 1
        os.kill(int(children[0]), signal.SIGKILL)
        wait_for(process, "the server has ended")
        assert process.wait(60) == 1


def test_each_build_is_what_a_build_from_nothing_is(newsroom: Newsroom) -> None:
    """After a brief's body, title, a new brief, one that went and a template: nothing of an earlier build stays."""
    file = newsroom.brief("2029-05-04-parade.md", BRIEF)
    other = newsroom.content / "briefs" / "2029-05-05-fair.md"
    theme = newsroom.folder / "overrides"
    theme.mkdir()
    conf = newsroom.folder / "pelican.conf.py"
    conf.write_text(conf.read_text("utf-8") + '\nTHEME_TEMPLATES_OVERRIDES = ["overrides"]\n', "utf-8")
    changes = (
        lambda: file.write_text(BRIEF.replace("lamps", "ferries"), "utf-8"),
        lambda: file.write_text(BRIEF.replace("Parade", "Procession"), "utf-8"),
        lambda: other.write_text(BRIEF.replace("Parade", "Fair").replace("05-04", "05-05"), "utf-8"),
        lambda: (theme / "404.html").write_text("Nothing of {{ SITENAME }} is here.", "utf-8"),
        other.unlink,
        lambda: conf.write_text(conf.read_text("utf-8").replace("The Brief", "The Lamp"), "utf-8"),
    )
    with running(newsroom) as (_, process):
        for change in changes:
            change()
            wait_for(process, "built in")
            served = files_of(newsroom.output)
            assert newsroom.build("-o", "anew").returncode == 0
            assert served == files_of(newsroom.folder / "anew")


def test_half_saved_settings_do_not_end_it(newsroom: Newsroom) -> None:
    """A mistake is told, the last site stays, and the next save mends it."""
    newsroom.brief("2029-05-04-parade.md", BRIEF)
    conf = newsroom.folder / "pelican.conf.py"
    good = conf.read_text("utf-8")
    with running(newsroom) as (address, process):
        conf.write_text(good + "\nSITENAME = (", "utf-8")
        wait_for(process, "SyntaxError")
        assert "Parade" in get(address)
        conf.write_text(good.replace('SITENAME = "The Brief"', 'SITENAME = "The Lamp"'), "utf-8")
        wait_for(process, "built in")
        assert "The Lamp" in get(address)


def test_replaced_settings_are_seen_each_time(newsroom: Newsroom) -> None:
    """Most editors write a new file and put it in the place of the old one."""
    conf = newsroom.folder / "pelican.conf.py"
    good = conf.read_text("utf-8")
    with running(newsroom) as (address, process):
        for name in ("The Lamp", "The Bell", "The Tide"):
            other = newsroom.folder / "pelican.conf.py~"
            other.write_text(good.replace('SITENAME = "The Brief"', f'SITENAME = "{name}"'), "utf-8")
            other.replace(conf)
            wait_for(process, "built in")
            assert name in get(address)


def test_taken_port_is_named(newsroom: Newsroom) -> None:
    """With the command that takes another one."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        port = one.getsockname()[1]
        done = newsroom.run("devserver", "-p", str(port))
    assert done.returncode == 1
    assert f"make devserver PORT={port + 1}" in done.stderr
