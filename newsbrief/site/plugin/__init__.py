"""newsbrief as a Pelican plugin: the only room that knows Pelican."""

from __future__ import annotations


def register() -> None:
    """Connect Pelican's signals.

    Importing this module is cheap: the settings file imports it before anybody knows whether a build is needed.
    """
    from newsbrief.site.plugin.run import connect

    connect()
