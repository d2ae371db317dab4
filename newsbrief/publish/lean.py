"""Whether a build may pass over what would come out the same, or has to do everything as Pelican does it.

It may as long as all that a page is made of is known: our page models, templates that read nothing else, settings. What
another plugin does to an article or a page on its way, nobody can know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from weakref import ReferenceType

from blinker import Signal
from pelican.plugins import signals

from newsbrief.publish.keys import Templates

# Told before anything is read: what a plugin does there shows in the settings.
HARMLESS = ("initialized",)
# What Pelican writes besides articles and pages, where settings ask for it.
LISTS = (
    *("DIRECT_TEMPLATES", "TAG_SAVE_AS", "CATEGORY_SAVE_AS", "AUTHOR_SAVE_AS", "TEMPLATE_PAGES"),
    *("YEAR_ARCHIVE_SAVE_AS", "MONTH_ARCHIVE_SAVE_AS", "DAY_ARCHIVE_SAVE_AS", "FEED_ALL_ATOM", "FEED_ALL_RSS"),
    *("FEED_ATOM", "FEED_RSS", "CATEGORY_FEED_ATOM", "CATEGORY_FEED_RSS", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS"),
    *("TAG_FEED_ATOM", "TAG_FEED_RSS"),
)
# What our templates are given, and what Jinja has by itself.
GIVEN = frozenset(
    (
        *(
            "nb",
            "model",
            "article",
            "page",
            "url",
            "output_file",
            "self",
            "super",
            "caller",
            "loop",
            "varargs",
            "kwargs",
        ),
        *("_", "gettext", "ngettext", "pgettext", "npgettext"),
        *("range", "dict", "cycler", "joiner", "namespace"),
    )
)


def reason(settings: Mapping[str, Any], templates: Templates, names: Iterable[str]) -> str:
    """Why the build cannot be a lean one; "" if it can. `names` are the templates of all kinds of pages."""
    for plugin, signal in _listeners():
        return f"the plugin {plugin} takes part ({signal})"
    for name in LISTS:
        if settings.get(name):
            return f"{name} is set"
    for name in filter(templates.in_theme, names):
        unknown = sorted(one for one in templates.asks(name) - GIVEN if one not in settings or not one.isupper())
        if unknown:
            return f"the template {name} reads what only Pelican knows: {', '.join(unknown)}"
    return ""


def _listeners() -> Iterable[tuple[str, str]]:
    """Every plugin but ours that listens to anything, with what it listens to."""
    for name, signal in sorted(vars(signals).items()):
        if not isinstance(signal, Signal) or name in HARMLESS:
            continue
        for reference in tuple(signal.receivers.values()):
            receiver = reference() if isinstance(reference, ReferenceType) else reference
            module = str(getattr(receiver, "__module__", "") or "of unknown name")
            if not module.startswith("newsbrief."):
                yield module, name
