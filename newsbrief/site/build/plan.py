"""A page of the plan: which views it shows, and the values that it shows besides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from msgspec import Struct


class Page(Struct, frozen=True, gc=False):
    """One page, before anything of it is made.

    `url` is relative to the site's root: "2023/09/21/slug/", "" for the front page, "feeds/all" for a group of files.
    `kind` names the module in `pages/`. `shows` are the ids of the views that the page may show; `values` are plain
    values besides: strings, numbers, tuples and structs.
    """

    url: str
    kind: str
    shows: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()


class Shared:
    """A value that many pages show. It has a digest, so that a key need not repeat the value for every page."""

    __slots__ = ("digest", "value")

    def __init__(self, value: Any) -> None:
        self.value = value
        self.digest = blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


# Digests of views by their ids.
ViewDigests = Mapping[str, bytes]
Pages = Iterable[Page]
