"""newsbrief as a Pelican plugin: the only room that knows Pelican, Jinja, Markdown and nh3.

Use it by module, so that no other package of the name is found first: `PLUGINS = [newsbrief.publish]`.
"""

from __future__ import annotations


def register() -> None:
    """Connect the signals; nothing else happens here.

    To name the plugin loads nothing: the settings do that, and a build may find out that it can do without Pelican.
    """
    from newsbrief.publish.connecting import connect

    connect()
