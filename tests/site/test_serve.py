"""`newsbrief serve`: a built site as its readers would get it."""

from __future__ import annotations

import contextlib
import http.client
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

from tests.newsroom import Newsroom
from tests.site.test_devserver import free_port

WORDS = "<!doctype html><head></head><body>The ferry sails.</body>"
MISSING = "<!doctype html><head></head><body>No such page.</body>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site, in the least of it: what is served is whatever lies there."""
    folder = tmp_path / "site"
    (folder / "photos").mkdir(parents=True)
    (folder / "index.html").write_text(WORDS, "utf-8")
    (folder / "404.html").write_text(MISSING, "utf-8")
    (folder / "photos" / "quay.jpg").write_bytes(b"a quay")
    return folder


@contextlib.contextmanager
def serving(project: Path, folder: Path, *arguments: str) -> Iterator[str]:
    """The server's address, when it answers; it runs in a folder that belongs to no site."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "newsbrief", "serve", "-p", str(free_port()), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(project)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        found = re.search(r" is at (http\S+)", process.stdout.readline())
        assert found is not None
        yield found[1]
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0


def got(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  # our own server
            return answer.status, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8")


def test_pages_files_and_what_is_missing(project: Path, tmp_path: Path, site: Path) -> None:
    """Pages are what was built; an unknown address and a folder without a page get the site's own 404, as such."""
    with serving(project, tmp_path, "-o", str(site)) as address:
        assert got(address) == (200, WORDS)
        assert got(f"{address}photos/quay.jpg") == (200, "a quay")
        for name in ("no/such/page/", "no/such/page", "photos/", "photos", "none.jpg", ".newsbrief/reload.js"):
            assert got(address + name) == (404, MISSING), name


def test_one_reader_keeps_no_other_waiting(project: Path, tmp_path: Path, site: Path) -> None:
    """While a browser holds lines open, as they do, others are answered."""
    with serving(project, tmp_path, "-o", str(site)) as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        idle = [socket.create_connection(("127.0.0.1", port), 20) for _ in range(3)]
        kept = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        kept.request("GET", "/")
        assert kept.getresponse().status == 200
        assert got(address) == (200, WORDS)
        kept.close()
        for line in idle:
            line.close()


def test_folder_that_is_not_there_is_named(newsroom: Newsroom) -> None:
    """With the command that makes it."""
    done = newsroom.run("serve")
    assert done.returncode == 2
    assert "output is not there: newsbrief build makes it" in done.stderr


def test_taken_port_is_named(newsroom: Newsroom) -> None:
    """With the way to another one."""
    newsroom.output.mkdir()
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        port = one.getsockname()[1]
        done = newsroom.run("serve", "-p", str(port))
    assert done.returncode == 1
    assert f"make serve PORT={port + 1}" in done.stderr
