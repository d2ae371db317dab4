"""A server for one person: files of the output folder, never kept by the browser, with a script that reloads pages.

The script is put into what is served, not into the files. It listens to server-sent events (HTML Standard, section 9.2)
at an address of the site itself, which the site's Content-Security-Policy allows, on one line for all pages of a
browser. So is the way to a brief's proof, which, like the proofs themselves, only whoever sits at this machine gets.
Where nothing is built again (`live` is False) pages go out as they are.
"""

from __future__ import annotations

import http.server
import io
import select
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, cast
from urllib.parse import unquote

from newsbrief.serve import proofs as proof_pages
from newsbrief.serve.local import is_local, is_loopback
from newsbrief.serve.news import Builds
from newsbrief.serve.proofs import Proofs

SCRIPT, CHANGES = "/.newsbrief/reload.js", "/.newsbrief/changes"
# The script of each page, what it shares with that of the proofs, and the worker that listens for all of them.
SCRIPTS = (SCRIPT, "/.newsbrief/follow.js", "/.newsbrief/news.js")
STATIC = Path(__file__).parent / "static"
TAG = '<script src="{}" data-builds="{}"></script>'
STYLE = b'<link rel="stylesheet" href="/.newsbrief/preview.css">'
OURS = ("/.newsbrief/proof", proof_pages.CHANGES, "/.newsbrief/preview.css")
ELSEWHERE = (
    b"This preview answers at http://localhost and its port only. To show it to others: --bind, see docs/commands.md.\n"
)
AWAY = b"Proofs are shown on this machine only, at http://localhost and its port. See docs/security.md.\n"
# A comment now and then shows that the line is open, and whether the browser is still there.
SECONDS_BETWEEN_SIGNS = 15.0
# So often a line on which nothing is told is looked at: one whose page was closed is let go.
SECONDS_BETWEEN_LOOKS = 1.0
NO_MORE: Mapping[str, str] = MappingProxyType({})


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers for the files of a folder and for the two addresses of the reloading."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self,
        *arguments: object,
        builds: Builds | None,
        proofs: Proofs | None,
        directory: str,
        looked_at: Callable[[str], None],
    ) -> None:
        self._builds, self._proofs, self._looked_at = builds, proofs, looked_at
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # what socketserver hands over

    def handle(self) -> None:
        """All requests of a line; that a browser goes away in the middle of one is as it should be."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """A file, the script, or the builds as they come."""
        path = self.path.partition("?")[0]
        if not self._meant():
            self._send(ELSEWHERE, "text/plain; charset=utf-8", HTTPStatus.MISDIRECTED_REQUEST)
        elif self._builds and path == CHANGES:
            self._tell(self._builds)
        elif self._proofs and path.startswith(OURS):
            self._prove(self._proofs, path)
        elif self._builds and path in SCRIPTS:
            self._send((STATIC / path.rpartition("/")[2]).read_bytes(), "text/javascript; charset=utf-8")
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        """The same without the page."""
        if self._meant():
            super().do_HEAD()
        else:
            self._send(b"", "text/plain; charset=utf-8", HTTPStatus.MISDIRECTED_REQUEST)

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        """A page with the script in it; anything else as the library sends it."""
        file = self._page()
        if file is None:
            return super().send_head()
        # What is built while the page is read is told to it as a build.
        script = TAG.format(SCRIPT, self._builds.count).encode() if self._builds else b""
        found = file.is_file()
        if found:
            self._looked_at(file.relative_to(self.directory).as_posix())
        data = file.read_bytes() if found else _missing(Path(self.directory))
        link = self._link() if found else b""
        text = data.replace(b"</head>", (STYLE if link else b"") + script + b"</head>", 1)
        # The last one: words of an article may look like it, but its end is the page's own.
        before, end, after = text.rpartition(b"</body>")
        text = before + link + end + after if end else text
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        return io.BytesIO(text)

    def end_headers(self) -> None:
        """Nothing is kept: what is read is what was written last. Pages of other sites may not load any of it."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Only what is missing is worth a line."""
        if len(args) > 1 and str(args[1]) == "404":
            super().log_message(format, *args)

    def _page(self) -> Path | None:
        """The page's file, there or not; None for other files and for a folder without a slash at its end."""
        place = Path(self.translate_path(self.path))
        if place.is_dir():
            slash = self.path.partition("?")[0].endswith("/")
            return place / "index.html" if slash else None
        return place if not place.is_file() or place.suffix == ".html" else None

    def _link(self) -> bytes:
        """The way from a brief's page to its proof, for who may see it."""
        path = unquote(self.path.partition("?")[0])
        return self._proofs.link(path) if self._proofs and self._local() else b""

    def _meant(self) -> bool:
        """A preview for this machine alone answers to its names alone: briefs that nobody approved are in it."""
        host, *_ = cast("tuple[str, int]", self.server.server_address)
        return not is_loopback(host) or self._local()

    def _local(self) -> bool:
        return is_local(self.client_address[0], self.headers.get("Host", ""))

    def _prove(self, proofs: Proofs, path: str) -> None:
        if not self._local():
            self._send(AWAY, "text/plain; charset=utf-8", HTTPStatus.FORBIDDEN)
        elif path == proof_pages.CHANGES:
            self._tell(proofs.saves.news)
        else:
            answer = proofs.answer(path)
            self._send(answer.data, answer.kind, answer.status, proof_pages.HEADERS)

    def _send(
        self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, headers: Mapping[str, str] = NO_MORE
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _tell(self, news: Builds) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        told, count = -1, news.count
        while not self._has_gone():
            self.wfile.write(f"data: {count}\n\n".encode() if told != count else b":\n\n")
            self.wfile.flush()
            told, count = count, self._next(news, count)

    def _next(self, news: Builds, known: int) -> int:
        """The count once it is another, or once a sign is due, or once nobody listens any more."""
        for _ in range(round(SECONDS_BETWEEN_SIGNS / SECONDS_BETWEEN_LOOKS)):
            count = news.wait(known, SECONDS_BETWEEN_LOOKS)
            if count != known or self._has_gone():
                return count
        return known

    def _has_gone(self) -> bool:
        """Whether the browser has closed the line; it says nothing on one that it listens on."""
        return bool(select.select([self.connection], [], [], 0)[0])


def _missing(output: Path) -> bytes:
    page = output / "404.html"
    return page.read_bytes() if page.is_file() else b"<!doctype html><head></head><title>404</title>Nothing is here."


class Server:
    """Serves a folder from a thread of its own, from `start` to `close`. Raises OSError if the port is taken."""

    def __init__(self, output: Path, bind: str, port: int, proofs: Proofs | None = None, live: bool = True) -> None:
        self.builds = Builds()
        # The file, below the output folder, of the page that somebody asked for last.
        self.page = ""
        self._proofs = proofs
        handler: Callable[..., Handler] = partial(
            Handler,
            builds=self.builds if live else None,
            proofs=proofs,
            directory=str(output),
            looked_at=partial(setattr, self, "page"),
        )
        self._server = http.server.ThreadingHTTPServer((bind, port), handler)
        self._server.daemon_threads = True

    def start(self) -> None:
        """Answer from now on."""
        self._refresh()
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        if self._proofs:
            self._proofs.saves.start()

    def built(self) -> None:
        """Show what a build left, and tell all pages that are open."""
        self._refresh()
        self.builds.add()

    def _refresh(self) -> None:
        if self._proofs:
            self._proofs.refresh()

    @property
    def address(self) -> str:
        """Where it listens."""
        host, port = self._server.server_address[:2]
        return f"http://{'localhost' if host in ('', '0.0.0.0', '127.0.0.1') else str(host)}:{port}/"  # noqa: S104

    def let_go(self) -> None:
        """Leave the port to the copy of this process that serves."""
        self._server.socket.close()

    def close(self) -> None:
        """Stop."""
        if self._proofs:
            self._proofs.saves.close()
        self._server.shutdown()
        self._server.server_close()
