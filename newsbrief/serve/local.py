"""Whether a request comes from this machine, and from a page of this server.

A page on the internet may give its own name this machine's address and so have a browser on it ask here (DNS
rebinding); the request then names that page's host.
"""

from __future__ import annotations

import ipaddress
import re

NAMES = ("localhost",)
# The whole header: a name or a number of version 4, or one of version 6 in brackets, and perhaps a port (RFC 9110).
HOST = re.compile(r"(?:\[(?P<number>[0-9a-f:.]+)\]|(?P<name>[a-z0-9.-]+))(?::[0-9]{1,5})?")


def is_local(client: str, host: str) -> bool:
    """`client` is the numeric address of who asks, `host` the request's Host header."""
    return is_loopback(client) and _named_local(host)


def _named_local(host: str) -> bool:
    match = HOST.fullmatch(host.strip().lower())
    return match is not None and (match["name"] in NAMES or is_loopback(match["number"] or match["name"]))


def is_loopback(address: str) -> bool:
    """Whether a numeric address is this machine's own."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback
