"""What is known to fail, by the test's name, and why. A test that passes again fails until it is taken off."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

# A name may have a "*" for what differs between pages. The square brackets of a name stand for themselves.
KNOWN: dict[str, str] = {}
# What fails on some runs and not on others.
SOMETIMES: dict[str, str] = {}


def mark(name: str) -> pytest.MarkDecorator | None:
    """The mark for a test that is known to fail."""
    for names, strict in ((KNOWN, True), (SOMETIMES, False)):
        for known, reason in names.items():
            if fnmatchcase(name, known.replace("[", "[[]")):
                return pytest.mark.xfail(reason=reason, strict=strict)
    return None
