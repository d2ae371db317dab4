"""newsbrief as a Pelican plugin: the only room that knows Pelican, Jinja, Markdown and nh3.

Use it by module, so that no other package of the name is found first: `PLUGINS = [newsbrief.publish]`.
"""

from __future__ import annotations

from pelican.plugins import signals

from newsbrief.publish import run


def register() -> None:
    """Connect the signals; nothing else happens here."""
    signals.initialized.connect(run.take_over)
    signals.readers_init.connect(run.read_briefs)
    signals.generator_init.connect(run.equip)
    signals.get_generators.connect(run.generators)
    signals.article_generator_finalized.connect(run.keep_raw_private)
    signals.page_generator_finalized.connect(run.keep_raw_private)
    signals.finalized.connect(run.bring_into_place)
