"""The key of a page: a digest of everything that it is made of. Two builds with the same key write the same bytes."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from msgspec import msgpack

from newsbrief.site.build.plan import Page, Shared, ViewDigests

KEY_BYTES = 12


def _encoded(value: Any) -> str:
    if isinstance(value, Shared):
        return value.digest
    raise TypeError(f"a plan cannot have values of the type {type(value).__name__}")


encode = msgpack.Encoder(enc_hook=_encoded).encode


def page_key(page: Page, base: bytes, digests: ViewDigests) -> bytes:
    """Return the key of a page. `base` covers what its kind has in common: code, settings, template and frame."""
    views = b"".join([digests[view] for view in page.shows])
    # The length tells apart what would be the same bytes if it were only joined.
    parts = encode((len(views), page.kind, page.values))
    return blake2b(b"".join((base, parts, views)), digest_size=KEY_BYTES).digest()
