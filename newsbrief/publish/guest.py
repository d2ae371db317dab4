"""The plugin for a site with a theme of its own, under the name that settings files use."""

from __future__ import annotations


def register() -> None:
    """Take part if the site has briefs."""
    from newsbrief.site.plugin import third_party

    third_party.register()
