"""What a server answered: a page, the way to one, or the reason why there is none, in words to act on."""

from __future__ import annotations

import re
from http import HTTPStatus
from http.client import IncompleteRead
from types import MappingProxyType

from msgspec import Struct
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from newsbrief.model.refusal import RefusedError

# The types that are read, and the endings of their files.
ENDINGS = MappingProxyType(
    {
        "text/html": ".html",
        "application/xhtml+xml": ".html",
        "text/plain": ".txt",
        "text/markdown": ".md",
        "text/x-markdown": ".md",
    }
)
# Agencies' files: JSON and XML, and everything that is written in them.
AGENCY = re.compile(r"(?:application|text)/(?:[\w.-]{1,80}\+)?(?P<form>json|xml)")
ACCEPT = "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.1"
CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"',]{1,40})", re.IGNORECASE)
PACKED = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
IN_BROWSER = "save it in your browser and give its file"
WHAT_TO_DO = MappingProxyType(
    {
        401: f"the page is not for everybody; if you may read it, {IN_BROWSER}",
        402: f"the page is not for everybody; if you may read it, {IN_BROWSER}",
        403: f"the server does not let a program read it; {IN_BROWSER}",
        404: "there is no such page; look at the address",
        410: "the page is gone; look for it in an archive of the web",
        429: "the server was asked too often; try again later",
        451: "the page may not be shown for legal reasons",
        503: f"the server is busy; try again later, or {IN_BROWSER}",
    }
)
SHOWN = 60


class Page(Struct, frozen=True):
    """A fetched page. `url`: where it stands, after redirects; `kind`: its type; `charset` as the server says."""

    url: str
    data: bytes
    kind: str
    charset: str = ""


def redirect(response: BaseHTTPResponse) -> str:
    """Where the server says that the page is; "" if it is here. Raises RefusedError if it does not say where."""
    if response.status not in REDIRECTS:
        return ""
    place = response.headers.get("Location", "")
    # Headers arrive as Latin-1; addresses in them are UTF-8 when they are not ASCII.
    place = place.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    if not place:
        raise RefusedError((0, f"the server answers {response.status}, a redirect, but not where to; {IN_BROWSER}"))
    return place


def ending(name: str) -> str:
    """How a file of this type ends; "" for a type that is not read."""
    form = AGENCY.fullmatch(name)
    return ENDINGS.get(name) or (f".{form['form']}" if form else "")


def kind(response: BaseHTTPResponse, size: int) -> tuple[str, str]:
    """(type, charset) of what comes; raises RefusedError for whatever is no page or text of at most `size` bytes."""
    if response.status != HTTPStatus.OK:
        raise RefusedError((0, _status(response.status)))
    said = response.headers.get("Content-Type", "")
    name = said.partition(";")[0].strip().lower()
    if not ending(name):
        what = f"it is {name[:SHOWN]}" if name else "the server does not say what it is"
        raise RefusedError((0, f"no page and no text: {what}; give the address of the article's own page"))
    packed = response.headers.get("Content-Encoding", "").lower()
    if not {part.strip() for part in packed.split(",")} <= PACKED:
        raise RefusedError((0, f"packed in a way that was not asked for ({packed[:SHOWN]}); {IN_BROWSER}"))
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length[:20]) > size:
        raise too_large(size)
    charset = CHARSET.search(said)
    return name, charset[1] if charset else ""


def too_large(size: int) -> RefusedError:
    """The refusal of a page that goes on and on."""
    return RefusedError((0, f"more than {size:,} bytes; no article has as many: look at the address"))


def failed(error: HTTPError, host: str, seconds: float) -> RefusedError:
    """What went wrong on the way to `host`, which had `seconds` for a sign of life."""
    match error:
        case NewConnectionError():  # urllib3 counts it among the time-outs
            reason = f"no connection to {host}; look at the address and at your connection, or try again later"
        case ReadTimeoutError() | ConnectTimeoutError():
            reason = f"{host} says nothing for {seconds:g} seconds; try again later, or {IN_BROWSER}"
        case SSLError():
            reason = f"no safe connection to {host}: its certificate or its TLS is not in order; {IN_BROWSER}"
        case DecodeError():
            reason = f"what {host} sends cannot be unpacked; try again later, or {IN_BROWSER}"
        case ProtocolError(args=(_, IncompleteRead())):
            reason = f"{host} broke off in the middle; try again"
        case _:
            reason = f"{host} broke off, or does not answer as servers do; try again, or {IN_BROWSER}"
    return RefusedError((0, reason))


def _status(status: int) -> str:
    """A status in words; the server's own words are a stranger's."""
    try:
        name = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        name = str(status)
    advice = "the server is in trouble; try again later" if status >= 500 else f"no page; {IN_BROWSER}"
    return f"{WHAT_TO_DO.get(status, advice)} ({name})"
