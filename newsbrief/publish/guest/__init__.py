"""newsbrief as a guest: a site of Pelican's, with its own theme and articles, gets briefs, timelines and quotes.

A site of ours names the plugin `newsbrief.publish`; there everything is ours. Here Pelican stays the host: it reads its
own articles, writes its own lists, and its templates escape what they always did. docs/plugin.md is for the hosts.
"""

from __future__ import annotations

from pelican.plugins import signals

from newsbrief.publish.guest import run


def register() -> None:
    """Pelican loads plugins by itself where nobody names any: all else waits until there are briefs."""
    signals.initialized.connect(run.begin)
