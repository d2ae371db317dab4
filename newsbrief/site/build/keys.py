"""The key of a page: a digest of everything that it is made of. Two builds with the same key write the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from newsbrief.site.build.plan import Page, ViewDigests

KEY_BYTES = 12


def page_key(page: Page, base: bytes, digests: ViewDigests) -> bytes:
    """Return the key of a page. `base` covers what its kind has in common: code, settings, template and frame."""
    views = b"".join([digests[view] for view in page.shows])
    # The lengths tell apart what would be the same bytes if it were only joined.
    parts = f"{len(views)} {page.kind} {page.values!r}".encode("utf-8", "surrogatepass")
    return blake2b(b"".join((base, parts, b"\0", views)), digest_size=KEY_BYTES).digest()


def keys(pages: Iterable[Page], bases: Mapping[str, bytes], digests: ViewDigests) -> dict[str, bytes]:
    """Return the key of every page by its address. `bases` are by what `base_of` calls a page."""
    return {
        page.url: page_key(page, bases[page.url] if page.url in bases else bases[page.kind], digests) for page in pages
    }
