"""The server of the preview, asked over real lines."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsbrief.serve import Server
from newsbrief.serve.server import CHANGES, SCRIPTS

PATIENCE = 30.0
# Closing a socket with this is not waiting for what is still to be sent: the other side meets a broken pipe.
AT_ONCE = struct.pack("ii", 1, 0)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "index.html").write_text("<!doctype html><head></head><body>" + "rain " * 4_000_000, "utf-8")
    (tmp_path / "rain.bin").write_bytes(b"rain" * 5_000_000)
    server = Server(tmp_path, "127.0.0.1", 0)
    server.start()
    yield server
    server.close()


def asked(server: Server, path: str) -> socket.socket:
    address = urlsplit(server.address)
    line = socket.create_connection(("127.0.0.1", address.port or 0), PATIENCE)
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return line


def read_until(line: socket.socket, wanted: bytes) -> None:
    """Read what is sent until it holds some bytes; PATIENCE for each piece."""
    read = b""
    while wanted not in read:
        piece = line.recv(1 << 16)
        assert piece, f"the line ended without {wanted!r}"
        read += piece


def handlers() -> int:
    """How many lines are being answered."""
    return sum("process_request_thread" in thread.name for thread in threading.enumerate())


def wait_until_idle() -> None:
    end = time.monotonic() + PATIENCE
    while handlers():
        assert time.monotonic() < end, "a line that nobody holds is still being answered"
        threading.Event().wait(0.05)


@pytest.mark.parametrize("path", ["/", "/rain.bin", *SCRIPTS, CHANGES])
def test_browser_that_goes_away_is_no_error(served: Server, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever closes a page while it is sent leaves no trace in the terminal."""
    line = asked(served, path)
    line.recv(1)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    line.close()
    wait_until_idle()
    assert "Traceback" not in capfd.readouterr().err


def test_line_of_a_closed_page_is_let_go(served: Server) -> None:
    """Within a second or two, and with nothing built meanwhile."""
    line = asked(served, CHANGES)
    read_until(line, b"data: 0\n\n")
    assert handlers() == 1
    line.close()
    start = time.monotonic()
    wait_until_idle()
    assert time.monotonic() - start < 5


def test_page_says_after_how_many_builds_it_was_served(served: Server) -> None:
    """So that a page that first listens after the next build still knows that it is old."""
    for number in range(2):
        with asked(served, "/") as line:
            read_until(line, f'<script src="/.newsbrief/reload.js" data-builds="{number}"></script>'.encode())
        served.built()
