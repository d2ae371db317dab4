"""newsbrief in a Pelican site with a theme of its own: `PLUGINS = ["newsbrief"]`.

The wheel installs this file as `pelican.plugins.newsbrief`. Pelican imports every installed plugin, also for sites that
use none, so this module imports nothing before Pelican calls it.
"""


def register() -> None:
    """Take part if the site has briefs."""
    from newsbrief.publish import guest

    guest.register()
