"""What the plugin hears of a run of Pelican."""

from __future__ import annotations

from pelican.plugins import signals

from newsbrief.publish import own_links, run


def connect() -> None:
    """Signals hold their receivers weakly: all of these are functions of modules."""
    signals.initialized.connect(run.take_over)
    signals.readers_init.connect(run.read_briefs)
    signals.content_object_init.connect(own_links.guard)
    signals.generator_init.connect(run.equip)
    signals.get_generators.connect(run.generators)
    signals.article_generator_finalized.connect(run.keep_raw_private)
    signals.page_generator_finalized.connect(run.keep_raw_private)
    signals.static_generator_finalized.connect(run.copy_what_is_harmless)
    signals.finalized.connect(run.bring_into_place)
