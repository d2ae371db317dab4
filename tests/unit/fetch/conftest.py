"""Shared by the tests of fetching."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.fetch.server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server on this machine."""
    with serving() as one:
        yield one
