"""newsbrief in a Pelican site with a theme of its own: `PLUGINS = ["newsbrief"]`.

The wheel installs this file as `pelican.plugins.newsbrief`. Pelican imports all plugins that are installed, also for
sites that use none of them: nothing is loaded before it is asked for.
"""


def register() -> None:
    """Let the guest in, if the site has briefs."""
    from newsbrief.publish import guest

    guest.register()
