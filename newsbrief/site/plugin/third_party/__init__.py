"""newsbrief on a Pelican site with a theme of its own: briefs, timelines and quotes among the site's own articles.

Pelican reads its own articles and writes its own lists, and its templates escape what they always escaped. Every build
is a whole one. docs/plugin.md is for the people who run such sites.
"""

from __future__ import annotations

from pelican.plugins import signals


def register() -> None:
    """Connect one signal. Pelican loads installed plugins by itself, so the rest waits until there are briefs."""
    from newsbrief.site.plugin.third_party import run

    signals.initialized.connect(run.begin)
