"""Hashes and digests that stay the same from build to build, unlike Python's own `hash`."""

from __future__ import annotations

import zlib
from hashlib import blake2b
from typing import Any

import msgspec

DIGEST_BYTES = 8
# Time zones have no form in JSON; their `repr` says which they are.
_encode = msgspec.json.Encoder(enc_hook=repr).encode


def digest(*values: Any) -> bytes:
    """Return a digest of plain values, 8 bytes long."""
    try:
        data = _encode(values)
    except UnicodeEncodeError:  # a file name that is no text
        data = repr(values).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=DIGEST_BYTES).digest()


def short_hash(text: str) -> int:
    """Return a hash of 32 bits, for sets of words that only suggest candidates."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
