"""Who may see proofs."""

from __future__ import annotations

import pytest

from newsbrief.serve.local import is_local


@pytest.mark.parametrize(
    ("client", "host", "local"),
    [
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "LOCALHOST", True),
        ("::1", "[::1]:8000", True),
        ("::ffff:127.0.0.1", "localhost", True),
        ("127.0.0.1", "evil.example:8000", False),
        ("127.0.0.1", "localhost.evil.example", False),
        ("127.0.0.1", "127.0.0.1.evil.example", False),
        ("127.0.0.1", "localhost@evil.example", False),
        ("127.0.0.1", "192.168.1.5:8000", False),
        ("127.0.0.1", "[::1]evil.example", False),
        ("127.0.0.1", "[::1]:8000.evil.example", False),
        ("127.0.0.1", "127.0.0.1%.evil.example", False),
        ("127.0.0.1", "[::1%.evil.example]", False),
        ("127.0.0.1", "localhost:.evil.example", False),
        ("127.0.0.1", "", False),
        ("192.168.1.7", "localhost:8000", False),
        ("192.168.1.7", "192.168.1.5:8000", False),
        ("fe80::1%eth0", "localhost", False),
        ("", "localhost", False),
    ],
)
def test_only_this_machine_by_its_own_name(client: str, host: str, local: bool) -> None:
    """Another machine's request, and one that a page under another name made a browser here send, are refused."""
    assert is_local(client, host) is local
