"""Golden pairs."""
