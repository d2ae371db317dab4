"""What is known to fail, by the test's name, and why. A test that passes again fails until it is taken off."""

KNOWN: dict[str, str] = {}
