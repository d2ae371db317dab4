"""Bytes to text: UTF-8, or UTF-16 with a byte order mark, or what a saved page declares."""

from __future__ import annotations

import codecs
import re

from newsbrief.intake.guess import guess
from newsbrief.model.refusal import RefusedError

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_-]{2,40})", re.I)
# The encodings that pages have; Python knows others, and one of them takes quadratic time.
PAGE_ENCODING = re.compile(
    r"(?:iso8859|cp|koi8|mac|gb|big5|euc|shift|iso2022|utf-16|ascii|latin|tis|johab)", re.IGNORECASE
)
GZIP = b"\x1f\x8b"
LINE_ENDS = re.compile(r"\r\n?")


def decoded(data: bytes) -> str:
    """The text, every line end made a line feed.

    Raises RefusedError for an empty file, for bytes that are no text, and for text in another encoding.
    """
    if not data.strip():
        raise RefusedError((0, "empty file"))
    if data.startswith(GZIP):
        raise RefusedError((0, "compressed with gzip; unpack it and save it anew"))
    if data.startswith(UTF16):
        return _utf16(data)
    if b"\x00" in data:
        line = data.count(b"\n", 0, data.index(b"\x00")) + 1
        raise RefusedError((line, "not a text file: it holds NUL bytes"))
    try:
        return _plain(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        declared = _declared(data)
        if declared is not None:
            return declared
        if name := guess(data):
            return _plain(data.decode(name))
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedError(
            (line, f"not UTF-8: byte 0x{data[error.start]:02X} cannot stand here; save the file as UTF-8")
        ) from None


def guessed(data: bytes) -> str:
    """The encoding that only the letters gave away; "" where the bytes are UTF-8 or say what they are."""
    if data.startswith(UTF16) or _declared(data) is not None:
        return ""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return guess(data)
    return ""


def _utf16(data: bytes) -> str:
    try:
        return _plain(data.decode("utf-16"))
    except UnicodeDecodeError as error:
        line = data[: error.start].decode("utf-16", "replace").count("\n") + 1
        raise RefusedError((line, "not UTF-16, though it begins with its byte order mark")) from None


def _declared(data: bytes) -> str | None:
    """A page in the older encoding that it names itself."""
    match = DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        return _plain(data.decode(name)) if PAGE_ENCODING.match(name) else None
    except (LookupError, ValueError):
        return None


def _plain(words: str) -> str:
    if not words.strip():
        raise RefusedError((0, "empty file"))
    return LINE_ENDS.sub("\n", words)
