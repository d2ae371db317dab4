"""Raw bytes to an `Article`: sniffs the form by content, one module a form."""

from __future__ import annotations

from newsbrief.model.article import Article


def read(data: bytes, name: str) -> Article:
    """Read one raw file."""
    raise NotImplementedError
