"""Bytes to text: UTF-8, UTF-16 with a byte order mark, or what a page or its server says, as browsers take it."""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from newsbrief.intake.guess import guess
from newsbrief.intake.labels import declared, named
from newsbrief.model.refusal import RefusedError

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
GZIP = b"\x1f\x8b"
LINE_ENDS = re.compile(r"\r\n?")
# Browsers show a sign in place of bytes that cannot be read. With more of them than one in so many letters beyond
# a to z, the page is not in the encoding that it names.
LOST, ONE_IN = "\ufffd", 5
# Its bytes are all good UTF-8, but their meaning is another.
SEVEN_BIT = "iso2022_jp"


class Decoding(Struct, frozen=True):
    """A text, every line end a line feed. `encoding`: Python's name of what it was read as.

    `guessed`: whether only the letters gave it away. `lost`: the number of places that could not be read.
    """

    text: str
    encoding: str
    guessed: bool = False
    lost: int = 0


def decoded(data: bytes, label: str = "") -> str:
    """The text alone; see `decoding`."""
    return decoding(data, label).text


def guessed(data: bytes) -> str:
    """The encoding that only the letters gave away; "" where the bytes are UTF-8 or say what they are."""
    found = decoding(data)
    return found.encoding if found.guessed else ""


def decoding(data: bytes, label: str = "") -> Decoding:
    """Read bytes as text; `label` is the encoding that a server named with them.

    Where browsers believe a page that calls its UTF-8 something else, this does not: no other text of more than a few
    signs is good UTF-8 by chance. Raises RefusedError for an empty file, for bytes that are no text, and for text in
    an encoding that nothing tells.
    """
    if not data.strip():
        raise RefusedError((0, "empty file"))
    if data.startswith(GZIP):
        raise RefusedError((0, "compressed with gzip; unpack it and save it anew"))
    told = named(label)
    if data.startswith(UTF16) or told.startswith("utf-16"):
        return _utf16(data, "utf-16" if data.startswith(UTF16) else told)
    if b"\x00" in data:
        raise _no_text(data)
    told = told or declared(data)
    if told == SEVEN_BIT and b"\x1b" in data and (found := _as_told(data, told)):
        return found
    try:
        return Decoding(_plain(data.decode("utf-8-sig")), "utf-8")
    except UnicodeDecodeError as error:
        wrong = error.start
    found = _as_told(data, told) if told else None
    if found is None and (name := guess(data)):
        found = Decoding(_plain(data.decode(name)), name, guessed=True)
    if found is None:
        line = data.count(b"\n", 0, wrong) + 1
        reason = f"not UTF-8: byte 0x{data[wrong]:02X} cannot stand here; save the file as UTF-8"
        raise RefusedError((line, reason))
    return found


def _utf16(data: bytes, name: str) -> Decoding:
    try:
        return Decoding(_plain(data.decode(name)), name)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(name, "replace").count("\n") + 1
        why = "it begins with its byte order mark" if name == "utf-16" else "the server says so"
        raise RefusedError((line, f"not UTF-16, though {why}")) from None


def _no_text(data: bytes) -> RefusedError:
    """Why bytes with NUL among them are refused: every other byte is one in UTF-16."""
    if data[:200].count(0) * 3 > len(data[:200]):
        return RefusedError((0, "UTF-16 without a byte order mark; save the file as UTF-8"))
    line = data.count(b"\n", 0, data.index(b"\x00")) + 1
    return RefusedError((line, "not a text file: it holds NUL bytes"))


def _as_told(data: bytes, name: str) -> Decoding | None:
    """The text in the encoding that was named; None where too much of it could not be read so."""
    text = data.decode("utf-8-sig" if name == "utf-8" else name, "replace")
    lost = text.count(LOST)
    if lost * ONE_IN > sum(sign > "\x7f" for sign in text):
        return None
    return Decoding(_plain(text), name, lost=lost)


def _plain(words: str) -> str:
    if not words.strip():
        raise RefusedError((0, "empty file"))
    return LINE_ENDS.sub("\n", words)
