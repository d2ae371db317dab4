"""Addresses of pages on the web: which texts are one."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONGEST = 2_000
SCHEMES = ("http", "https")
# Neither white space, control signs nor halves of signs, nor what ends an address wherever one is written.
ADDRESS = re.compile(r"[^\s\x00-\x20\x7f-\x9f\ud800-\udfff\\\"<>^`{|}]+")

PERSON = re.compile(r"(?<=//)[^/?#\\]*@")


def without_person(text: str) -> str:
    """An address without the name and password that may stand in it: what messages may repeat."""
    return PERSON.sub("", text)


def is_web_address(text: str) -> bool:
    """Whether a browser takes the text for a page of the host that a reader sees in it."""
    if len(text) > LONGEST or not ADDRESS.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    # Before an "@" stands no host, however much it looks like one.
    return parts.scheme in SCHEMES and bool(parts.hostname) and "@" not in parts.netloc
