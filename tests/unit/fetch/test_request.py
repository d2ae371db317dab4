"""A page is asked for once, politely, and whatever is no page is refused with its reason."""

from __future__ import annotations

import gzip
import re
import socket
import tracemalloc
import zlib
from dataclasses import replace
from http.server import BaseHTTPRequestHandler

import pytest

from newsbrief import __version__
from newsbrief.fetch.request import Limits, Net, get
from newsbrief.model.refusal import RefusedError
from tests.unit.fetch.server import HTML, PAGE, Answer, Server, redirect

LIMITS = Limits(connect=5, read=5, whole=10, size=100_000)
GZIP = (*HTML, ("Content-Encoding", "gzip"))


def test_page(server: Server) -> None:
    """A page comes with its address, type and encoding."""
    server.answers["/2029/ferry?a=b"] = Answer()
    page = get(f"{server.url}/2029/ferry?a=b#comments", LIMITS, Net())
    assert (page.url, page.data, page.kind, page.charset) == (
        f"{server.url}/2029/ferry?a=b", PAGE, "text/html", "utf-8"
    )  # fmt: skip


def test_request(server: Server) -> None:
    """The program says who it is, what it reads, and nothing else: no cookie goes out, not even one just set."""
    server.answers["/a"] = replace(redirect("/b"), headers=(("Location", "/b"), ("Set-Cookie", "who=me")))
    server.answers["/b"] = Answer()
    get(f"{server.url}/a", LIMITS, Net())
    assert [path for path, _ in server.asked] == ["/a", "/b"]
    for _, headers in server.asked:
        assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
        assert headers["User-Agent"].startswith(f"newsbrief/{__version__} ")
        assert headers["Host"] == server.url.removeprefix("http://")


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(PAGE), "gzip"),
        (gzip.compress(PAGE), "X-GZIP"),
        (zlib.compress(PAGE), "deflate"),
        (PAGE, "identity"),
    ],
)
def test_packed_pages_are_unpacked(server: Server, packed: bytes, encoding: str) -> None:
    """In the ways that were asked for."""
    server.answers["/"] = Answer(packed, (*HTML, ("Content-Encoding", encoding)))
    assert get(server.url, LIMITS, Net()).data == PAGE


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: Server, status: int) -> None:
    """A page's address is where it stands in the end."""
    server.answers["/a"] = redirect("../b/f%C3%A4hre?c=d#e", status)
    server.answers["/b/f%C3%A4hre?c=d"] = Answer()
    assert get(f"{server.url}/a", LIMITS, Net()).url == f"{server.url}/b/f%C3%A4hre?c=d"


def test_redirect_in_other_letters(server: Server) -> None:
    """An address that a server sends as bare UTF-8 is understood."""
    server.answers["/a"] = redirect("/fähre".encode().decode("latin-1"))
    server.answers["/f%C3%A4hre"] = Answer()
    assert get(f"{server.url}/a", LIMITS, Net()).data == PAGE


@pytest.mark.parametrize(
    ("said", "kind", "charset"),
    [
        ("text/html", "text/html", ""),
        ("Text/HTML;charset=Windows-1252", "text/html", "Windows-1252"),
        ('application/xhtml+xml; profile=a; charset="UTF-8"', "application/xhtml+xml", "UTF-8"),
        ("text/plain; charset='latin1'", "text/plain", "latin1"),
        ("text/markdown", "text/markdown", ""),
    ],
)
def test_types(server: Server, said: str, kind: str, charset: str) -> None:
    """Pages and texts are taken, and what the server says of their encoding is kept."""
    server.answers["/"] = Answer(headers=(("Content-Type", said),))
    page = get(server.url, LIMITS, Net())
    assert (page.kind, page.charset) == (kind, charset)


def hangs_in_the_head(handler: BaseHTTPRequestHandler) -> None:
    """Send half a head and keep the line."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Ty")
    handler.wfile.flush()
    handler.connection.settimeout(30)
    handler.connection.recv(1)


def no_http(handler: BaseHTTPRequestHandler) -> None:
    """Answer in no language that a client knows."""
    handler.wfile.write(b"220 mail.example ready\r\n")


BOMB = gzip.compress(b"\x20" * 50_000_000)
TYPE = "Content-Type"
REFUSALS = {
    "missing": (Answer(status=404), "there is no such page; look at the address (404 Not Found)"),
    "gone": (Answer(status=410), "the page is gone"),
    "forbidden": (Answer(status=403), "does not let a program read it; save it in your browser"),
    "paid": (Answer(status=402), "not for everybody"),
    "login": (Answer(status=401), "not for everybody"),
    "busy": (Answer(status=429), "asked too often; try again later (429 Too Many Requests)"),
    "broken": (Answer(status=500), "the server is in trouble; try again later (500 Internal Server Error)"),
    "unknown status": (Answer(status=799), "(799)"),
    "no content": (Answer(b"", status=204), "no page; save it in your browser and give its file (204 No Content)"),
    "picture": (Answer(headers=((TYPE, "image/png"),)), "no page and no text: it is image/png"),
    "pdf": (Answer(headers=((TYPE, "application/pdf"),)), "give the address of the article's own page"),
    "no type": (Answer(headers=()), "the server does not say what it is"),
    "declared too large": (Answer(b"", (*HTML, ("Content-Length", "100001"))), "more than 100,000 bytes"),
    "undeclared too large": (Answer(b"x" * 100_001), "more than 100,000 bytes"),
    "endless": (Answer(b"x" * 1_000_000, stays=True), "more than 100,000 bytes"),
    "bomb": (Answer(BOMB, GZIP), "more than 100,000 bytes"),
    "bomb in a bomb": (Answer(gzip.compress(BOMB), (*HTML, ("Content-Encoding", "gzip, gzip"))), "more than 100,000"),
    "packed otherwise": (Answer(headers=(*HTML, ("Content-Encoding", "br"))), "packed in a way that was not asked for"),
    "badly packed": (Answer(PAGE, GZIP), "cannot be unpacked"),
    "broken off": (Answer(headers=(*HTML, ("Content-Length", "99999"))), "broke off in the middle"),
    "no http": (no_http, "does not answer as servers do"),
    "loop": (redirect("/"), "more than 5 redirects"),
    "nowhere": (Answer(b"", (), 302), "a redirect, but not where to"),
    "file": (redirect("file:///etc/passwd"), "redirects to what is no web address"),
    "script": (redirect("javascript:alert(1)"), "redirects to what is no web address"),
    "password": (redirect("http://a:b@127.0.0.1/"), "redirects to what is no web address"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_refusals(server: Server, name: str) -> None:
    """What is no page is refused, says why, and says what to do."""
    server.answers["/"], reason = REFUSALS[name]
    with pytest.raises(RefusedError, match=re.escape(reason)):
        get(server.url, LIMITS, Net())


def test_a_bomb_takes_no_room(server: Server) -> None:
    """Unpacking stops at the limit: 50 MB of nothing never lie in memory."""
    server.answers["/"] = Answer(BOMB, GZIP)
    tracemalloc.start()
    try:
        with pytest.raises(RefusedError, match="more than"):
            get(server.url, LIMITS, Net())
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


IMPATIENT, BUSY = Limits(read=0.1, whole=10), Limits(read=10, whole=0.2)
SLOW = {
    "no answer": (lambda handler: handler.connection.recv(1), IMPATIENT, "says nothing for 0.1 seconds"),
    "half a page": (Answer(PAGE[:99], stays=True), IMPATIENT, "says nothing for 0.1 seconds"),
    "half a page in all": (Answer(PAGE[:99], stays=True), BUSY, "no whole page within 0.2 seconds"),
    "half a head": (hangs_in_the_head, BUSY, "no whole page within 0.2 seconds"),
}


@pytest.mark.parametrize("name", SLOW)
def test_too_slow(server: Server, name: str) -> None:
    """A server that goes silent, or that never ends, is given up after the time that was set."""
    server.answers["/"], limits, reason = SLOW[name]
    with pytest.raises(RefusedError, match=re.escape(reason)):
        get(server.url, limits, Net())


def test_no_such_host() -> None:
    """A name that nobody knows is named."""

    def unknown(name: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    with pytest.raises(RefusedError, match=r"no host of the name news\.example is known"):
        get("http://news.example/", LIMITS, Net(hosts=unknown))


def test_nobody_listens() -> None:
    """A port on which nobody listens is no connection."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        url = f"http://news.example:{one.getsockname()[1]}/"
        with pytest.raises(RefusedError, match=r"no connection to news\.example"):
            get(url, LIMITS, Net(hosts=lambda *_: ("127.0.0.1",)))


def test_second_address_of_a_host(server: Server) -> None:
    """Where nobody listens at a host's first numeric address, the next one is asked."""
    server.answers["/"] = Answer()
    port = server.url.rpartition(":")[2]
    net = Net(hosts=lambda *_: ("::1", "127.0.0.1"))
    assert get(f"http://news.example:{port}/", LIMITS, net).url == f"http://news.example:{port}/"
    assert server.asked[0][1]["Host"] == f"news.example:{port}"


def test_no_safe_connection(server: Server) -> None:
    """A server that speaks no TLS is not asked without it."""
    with pytest.raises(RefusedError, match=r"no safe connection to 127\.0\.0\.1"):
        get(server.url.replace("http:", "https:"), LIMITS, Net())


@pytest.mark.parametrize(
    ("inside", "passes"),
    [((), True), (("127.0.0.2",), False), (("127.0.0.1", "127.0.0.2"), True)],
    ids=["outside to outside", "outside to inside", "inside to inside"],
)
def test_no_redirect_leads_into_a_house(server: Server, inside: tuple[str, ...], passes: bool) -> None:
    """A page on the internet cannot send the program to a machine in the house; one in the house may."""
    port = server.url.rpartition(":")[2]
    server.answers["/a"] = redirect(f"http://press.example:{port}/b")
    server.answers["/b"] = Answer()
    names = {"news.example": ("127.0.0.1",), "press.example": ("127.0.0.2", "127.0.0.1")}
    net = Net(hosts=lambda name, _: names[name], is_inside=lambda number: number in inside)
    if passes:
        assert get(f"http://news.example:{port}/a", LIMITS, net).data == PAGE
        return
    with pytest.raises(RefusedError, match=r"redirected into a private network \(press\.example\)"):
        get(f"http://news.example:{port}/a", LIMITS, net)
    assert [path for path, _ in server.asked] == ["/a"]
