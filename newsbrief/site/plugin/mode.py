"""Whether Pelican has to read the articles, because a template or another plugin asks for them.

Our templates read nothing but their page models, so a page is known by its key. A template that reads `articles`, or a
plugin that changes articles on their way, may make any page depend on any file: then every page is rendered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from weakref import ReferenceType

from blinker import Signal
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from newsbrief.site.pages.brief import Article
from newsbrief.site.render.templates import TemplateDigests

# Sent before anything is read: what a plugin does there shows in the settings.
HARMLESS = ("initialized",)
# Settings by which Pelican writes lists and feeds besides articles and pages.
LISTS = (
    *("DIRECT_TEMPLATES", "TAG_SAVE_AS", "CATEGORY_SAVE_AS", "AUTHOR_SAVE_AS", "TEMPLATE_PAGES"),
    *("YEAR_ARCHIVE_SAVE_AS", "MONTH_ARCHIVE_SAVE_AS", "DAY_ARCHIVE_SAVE_AS", "FEED_ALL_ATOM", "FEED_ALL_RSS"),
    *("FEED_ATOM", "FEED_RSS", "CATEGORY_FEED_ATOM", "CATEGORY_FEED_RSS", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS"),
    *("TAG_FEED_ATOM", "TAG_FEED_RSS"),
)
# What our templates are given, and what Jinja has by itself.
GIVEN = frozenset(
    (
        *("nb", "model", "body", "article", "page", "url", "output_file", "self", "super", "caller", "loop"),
        *("varargs", "kwargs", "_", "gettext", "ngettext", "pgettext", "npgettext"),
        *("range", "dict", "cycler", "joiner", "namespace"),
    )
)
# What our `article` has by itself.
OF_ARTICLE = frozenset(Article.__struct_fields__)


def needs_articles(settings: Mapping[str, Any], templates: TemplateDigests, names: Iterable[str]) -> str:
    """Return why Pelican has to read the articles, or "". `names` are the templates of all kinds of pages."""
    if settings["INTRASITE_LINK_REGEX"] != DEFAULT_CONFIG["INTRASITE_LINK_REGEX"]:
        return "INTRASITE_LINK_REGEX is a setting of this site's own"
    for plugin, signal in _listeners():
        return f"the plugin {plugin} takes part ({signal})"
    for name in LISTS:
        if settings.get(name):
            return f"{name} is set"
    for name in filter(templates.has, names):
        unknown = sorted(one for one in templates.asks(name) - GIVEN if one not in settings or not one.isupper())
        unknown += [f"article.{one}" for one in sorted(templates.asks_of_article(name) - OF_ARTICLE)]
        if unknown:
            return f"the template {name} reads what only Pelican knows: {', '.join(unknown)}"
    return ""


def _listeners() -> Iterable[tuple[str, str]]:
    """Yield every plugin but ours that listens to a signal, with the signal's name."""
    for name, signal in sorted(vars(signals).items()):
        if not isinstance(signal, Signal) or name in HARMLESS:
            continue
        for reference in tuple(signal.receivers.values()):
            receiver = reference() if isinstance(reference, ReferenceType) else reference
            module = str(getattr(receiver, "__module__", "") or "of unknown name")
            if not module.startswith("newsbrief."):
                yield module, name
