"""The bytes of a brief's file as text."""

from __future__ import annotations

import codecs
import re

from newsbrief.model.refusal import RefusedError

MAX_BYTES = 5_000_000
LINE_BREAK = re.compile(rb"\r\n|\r|\n")


def decode(data: bytes) -> str:
    """Read UTF-8 into text with newlines as line ends; a byte order mark is dropped.

    Raises RefusedError for a file over MAX_BYTES, for one with nothing in it, and for bytes that are not UTF-8 (with
    the line of the first).
    """
    if len(data) > MAX_BYTES:
        size, limit = len(data) / 1_000_000, MAX_BYTES / 1_000_000
        raise RefusedError((0, f"the file has {size:.1f} MB, the limit is {limit:.0f} MB; divide or shorten it"))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise RefusedError((0, "the file is UTF-16; save it as UTF-8"))
    content = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(_bad_byte(content, error.start)) from None
    if not text.strip():
        raise RefusedError((0, "the file is empty; write front matter between two --- lines, then the text"))
    return with_newlines(text)


def as_written(data: bytes) -> str:
    """The text with its own line ends and byte order mark, to be changed in place. Raises RefusedError as `decode`."""
    decode(data)
    return data.decode("utf-8")


def with_newlines(text: str) -> str:
    """Turn CRLF and CR line ends into newlines."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _bad_byte(content: bytes, start: int) -> tuple[int, str]:
    line = 1 + sum(1 for _ in LINE_BREAK.finditer(content, 0, start))
    return line, f"the byte 0x{content[start]:02X} is not UTF-8; save the file as UTF-8"
