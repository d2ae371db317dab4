"""Sums by which the index's folders and files are called."""

from __future__ import annotations

import hashlib

# Counts up when the same content is to give other files.
FORM = 4


def sum_of(value: object) -> str:
    """Of a value whose `repr` says all."""
    return hashlib.sha256(repr((FORM, value)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
