"""A web server on this machine that answers as a test tells it to."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.unit.intake.page.saved import saved

HTML = (("Content-Type", "text/html; charset=utf-8"),)
PAGE = saved().encode()


@dataclass(frozen=True)
class Answer:
    """`stays`: after the body the server says nothing more and keeps the line."""

    body: bytes = PAGE
    headers: tuple[tuple[str, str], ...] = HTML
    status: int = 200
    stays: bool = False


@dataclass
class Server:
    """`answers` by path; `asked` holds every request's path and headers."""

    url: str
    answers: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


def redirect(place: str, status: int = 302) -> Answer:
    """An answer that leads elsewhere."""
    return Answer(b"", (("Location", place),), status)


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server that listens until the test is over, with TLS if it is given a certificate."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            answer = server.answers.get(self.path, Answer(b"nothing", HTML, 404))
            if not isinstance(answer, Answer):
                answer(self)
                return
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)
            self.wfile.flush()
            if answer.stays:
                server.over.wait(30)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

        def handle(self) -> None:
            """A client that hangs up is what some tests are about."""
            try:
                super().handle()
            except (ConnectionError, ssl.SSLError):
                self.close_connection = True

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if tls:
        listener.socket = tls.wrap_socket(listener.socket, server_side=True, do_handshake_on_connect=False)
    server = Server(f"{'https' if tls else 'http'}://127.0.0.1:{listener.server_address[1]}", {})
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        listener.shutdown()
        thread.join()
        listener.server_close()
