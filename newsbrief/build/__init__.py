"""Bringing a finished build into place, so that a build killed at any moment leaves a whole site."""
