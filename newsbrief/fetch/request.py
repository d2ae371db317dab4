"""One page over HTTP, at a person's request: no cookies, no passwords, little time, few redirects, a limited size."""

from __future__ import annotations

import queue
import ssl
import threading
import time
from collections.abc import Callable
from urllib.parse import urljoin

import certifi
import urllib3
from msgspec import Struct
from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from newsbrief import __version__
from newsbrief.fetch import answer
from newsbrief.fetch.address import Address, address, hosts, is_inside
from newsbrief.fetch.answer import Page
from newsbrief.model.article import MAX_RAW_BYTES
from newsbrief.model.refusal import RefusedError

AGENT = f"newsbrief/{__version__} (one page at a person's request)"
HEADERS = {"User-Agent": AGENT, "Accept": answer.ACCEPT, "Accept-Encoding": "gzip, deflate"}
CHUNK = 65_536
# Room for the lines that tell where a page is from.
ROOM = 5_000
# A host may have many numeric addresses; whoever answers at none of the first is away.
ADDRESSES = 3


class Limits(Struct, frozen=True):
    """Seconds to connect, without a sign of life, and for everything; bytes after unpacking; redirects."""

    connect: float = 10
    read: float = 20
    whole: float = 60
    size: int = MAX_RAW_BYTES - ROOM
    redirects: int = 5


class Net(Struct, frozen=True):
    """Who knows the numeric addresses of hosts, and which of them lie inside of a house."""

    hosts: Callable[[str, int], tuple[str, ...]] = hosts
    is_inside: Callable[[str], bool] = is_inside


class Errand(Struct, frozen=True):
    """What one request must keep to; `end` is on the monotonic clock."""

    limits: Limits
    net: Net
    end: float

    def go_on(self) -> None:
        """Raise RefusedError when the time is over."""
        if time.monotonic() > self.end:
            raise too_slow(self.limits)


def get(url: str, limits: Limits, net: Net) -> Page:
    """Fetch a page; raises RefusedError with what is wrong and what to do.

    Looking up a host's name knows no time-out, and a server may send its head sign by sign: so the work is done in a
    thread of its own, which is left behind when the time is over and ends by itself.
    """
    first = address(url)
    errand = Errand(limits, net, time.monotonic() + limits.whole)
    results: queue.SimpleQueue[Page | Exception] = queue.SimpleQueue()

    def work() -> None:
        try:
            results.put(_followed(first, errand))
        except Exception as error:  # handed to whoever waits
            results.put(error)

    threading.Thread(target=work, name=f"fetch {first.host}", daemon=True).start()
    try:
        result = results.get(timeout=limits.whole)
    except queue.Empty:
        raise too_slow(limits) from None
    if isinstance(result, Exception):
        raise result
    return result


def too_slow(limits: Limits) -> RefusedError:
    """The refusal of a server that takes too long."""
    reason = f"no whole page within {limits.whole:g} seconds; try again later, or {answer.IN_BROWSER}"
    return RefusedError((0, reason))


def _followed(here: Address, errand: Errand) -> Page:
    """The page behind an address and its redirects. None of them leads from the internet into a house."""
    outside = False
    for _ in range(errand.limits.redirects + 1):
        numbers = _numbers(here, errand)
        inside = [number for number in numbers if errand.net.is_inside(number)]
        if outside and inside:
            reason = f"redirected into a private network ({here.host}); ask for that page itself if you mean it"
            raise RefusedError((0, reason))
        outside = outside or len(inside) < len(numbers)
        page = _asked(here, numbers, errand)
        if isinstance(page, Page):
            return page
        here = _next(here, page)
    reason = f"more than {errand.limits.redirects} redirects; open it in your browser and copy the address it ends at"
    raise RefusedError((0, reason))


def _next(here: Address, place: str) -> Address:
    """Where a redirect leads. Raises RefusedError if that is no address to be fetched."""
    try:
        return address(urljoin(str(here), place))
    except (RefusedError, ValueError):
        reason = f"{here.host} redirects to what is no web address; {answer.IN_BROWSER}"
        raise RefusedError((0, reason)) from None


def _numbers(here: Address, errand: Errand) -> tuple[str, ...]:
    try:
        found = errand.net.hosts(here.host, here.port)
    except (OSError, UnicodeError):
        found = ()
    errand.go_on()
    if not found:
        reason = f"no host of the name {here.host} is known; look at the address, and at your connection"
        raise RefusedError((0, reason))
    return found[:ADDRESSES]


def _asked(here: Address, numbers: tuple[str, ...], errand: Errand) -> Page | str:
    """The page, or where the server says that it is."""
    failure: HTTPError | None = None
    for number in numbers:
        with _pool(here, number) as pool:
            try:
                return _answered(_sent(pool, here, errand), here, errand)
            except (NewConnectionError, ConnectTimeoutError) as error:
                failure = failure or error
            except HTTPError as error:
                raise answer.failed(error, here.host, errand.limits.read) from None
    raise answer.failed(failure or HTTPError(), here.host, errand.limits.connect)


def _pool(here: Address, number: str) -> HTTPConnectionPool:
    """Connects to this numeric address and no other, so that what was looked at is what is asked."""
    if here.scheme == "http":
        return HTTPConnectionPool(number, here.port, maxsize=1)
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return HTTPSConnectionPool(
        number, here.port, maxsize=1, ssl_context=context, server_hostname=here.host, assert_hostname=here.host
    )


def _sent(pool: HTTPConnectionPool, here: Address, errand: Errand) -> BaseHTTPResponse:
    errand.go_on()
    host = str(here).split("/")[2]
    return pool.urlopen(
        "GET",
        here.path,
        headers={"Host": host, **HEADERS},
        timeout=urllib3.Timeout(connect=errand.limits.connect, read=errand.limits.read),
        retries=False,
        redirect=False,
        preload_content=False,
    )


def _answered(response: BaseHTTPResponse, here: Address, errand: Errand) -> Page | str:
    try:
        if place := answer.redirect(response):
            return place
        kind, charset = answer.kind(response, errand.limits.size)
        return Page(str(here), _body(response, errand), kind, charset)
    finally:
        response.close()


def _body(response: BaseHTTPResponse, errand: Errand) -> bytes:
    """What a response holds, unpacked; reading stops as soon as it is too much or too late."""
    data = bytearray()
    while chunk := response.read1(CHUNK):
        data += chunk
        errand.go_on()
        if len(data) > errand.limits.size:
            raise answer.too_large(errand.limits.size)
    return bytes(data)
