"""The plugin under the name that settings files use: `PLUGINS = [newsbrief.publish]`.

Importing this module is cheap: the settings file imports it before anybody knows whether a build is needed.
"""

from __future__ import annotations


def register() -> None:
    """Connect the plugin to Pelican's signals."""
    from newsbrief.site import plugin

    plugin.register()
