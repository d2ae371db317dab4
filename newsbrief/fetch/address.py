"""Addresses before they are asked: written as servers take them, and which of them lead into a house."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import quote, urldefrag, urlsplit

from msgspec import Struct

from newsbrief.model.address import LONGEST, SCHEMES, is_web_address, without_person
from newsbrief.model.refusal import RefusedError

# Signs of a path and a query that stay as they are; a percent sign is taken for what it says.
KEPT = "/%:@!$&'()*+,;=~-._?[]"
PORTS = {"http": 80, "https": 443}

# Addresses of version 6 that end in one of version 4: mapped and compatible (RFC 4291), translated (RFC 2765, 6052).
CARRYING = tuple(map(ipaddress.IPv6Network, ("::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96")))
# A house's own translation (RFC 8215), and its addresses of old (RFC 3879).
TRANSLATED_HERE, SITES = ipaddress.IPv6Network("64:ff9b:1::/48"), ipaddress.IPv6Network("fec0::/10")


class Address(Struct, frozen=True):
    """An address in ASCII, without the place in the page; `path` begins with a slash and holds the query."""

    scheme: str
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        """The whole address; the scheme's own port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


def address(text: str) -> Address:
    """Read an address; raises RefusedError for one that is none, that has a password, or that is not of the web."""
    bare = urldefrag(text.strip()).url
    if not bare.lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES)):
        raise RefusedError((0, "only http and https addresses are fetched; save the page and give its file instead"))
    if without_person(bare) != bare:
        reason = "a name and password in an address are not sent; save the page in your browser and give its file"
        raise RefusedError((0, reason))
    if not is_web_address(bare):
        reason = f"no address of a page; copy it whole from the browser's address bar (at most {LONGEST:,} signs)"
        raise RefusedError((0, reason))
    parts = urlsplit(bare)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        raise RefusedError((0, "no name of a host can be written so; look at the address")) from None
    path = quote(parts.path, KEPT) or "/"
    path += f"?{quote(parts.query, KEPT)}" if parts.query else ""
    path = re.sub("%2D", "-", path, flags=re.IGNORECASE)  # the same to every server; comments write it so
    return Address(parts.scheme, host, parts.port or PORTS[parts.scheme], path)


def hosts(name: str, port: int) -> tuple[str, ...]:
    """The numeric addresses of a host. Raises OSError where there are none."""
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(row[4][0]) for row in found))


def is_inside(number: str) -> bool:
    """Whether a numeric address belongs to this machine or a network in a house, not to the internet."""
    one = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(one, ipaddress.IPv6Address):
        if one in SITES or one in TRANSLATED_HERE:
            return True
        one = _carried(one) or one
    return not one.is_global or one.is_multicast


def _carried(one: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The older address that one of version 6 leads to, None for any other: whoever passes it on asks that one."""
    if one.sixtofour:
        return one.sixtofour
    if any(one in network for network in CARRYING):
        return ipaddress.IPv4Address(int(one) & 0xFFFF_FFFF)
    return None
