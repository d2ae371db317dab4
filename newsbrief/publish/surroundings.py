"""The environment that Pelican gives templates, for a build that does without Pelican.

Two of the functions in it are Pelican's own: they are loaded when a template calls them.
"""

from __future__ import annotations

import importlib
import importlib.util
import locale
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, Template, TemplateNotFound

# To look for a package loads nothing of it.
_FOUND = importlib.util.find_spec("pelican")
SIMPLE = Path(_FOUND.origin).parent / "themes" / "simple" if _FOUND and _FOUND.origin else Path("pelican")
DATES, PLUGINS = ("pelican.utils", "DateFormatter"), ("pelican.plugins._utils", "plugin_enabled")


class Later:
    """A function of Pelican's; `made`: its program has a class, of which each environment has an instance."""

    def __init__(self, place: tuple[str, str], *, made: bool = False) -> None:
        self.place, self._made = place, made
        self._function: Any = None

    def __call__(self, *values: Any, **named: Any) -> Any:
        """What Pelican's own gives."""
        if self._function is None:
            module, name = self.place
            found = getattr(importlib.import_module(module), name)
            self._function = found() if self._made else found
        return self._function(*values, **named)


def called(function: object) -> str:
    """One name for each of the two, Pelican's own or ours; "" for all other functions."""
    if isinstance(function, Later):
        return ".".join(function.place)
    for module, name in (DATES, PLUGINS):
        for one in (function, type(function)):
            if getattr(one, "__module__", "") == module and getattr(one, "__qualname__", "") == name:
                return f"{module}.{name}"
    return ""


def environment(settings: Mapping[str, Any]) -> Environment:
    """As `pelican.generators.Generator` makes it, with the locale that Pelican sets as it reads its settings."""
    _speak(settings["LOCALE"])
    own, simple = Path(settings["THEME"]).expanduser() / "templates", FileSystemLoader(str(SIMPLE / "templates"))
    folders = [*settings["THEME_TEMPLATES_OVERRIDES"], str(own)]
    named = PrefixLoader({"!simple": simple, "!theme": FileSystemLoader(str(own))})
    loader = ChoiceLoader([FileSystemLoader(folders), simple, named])
    env = Environment(loader=loader, **settings["JINJA_ENVIRONMENT"])  # noqa: S701  # `theme.equip` makes it escape
    env.filters.update({"strftime": Later(DATES, made=True), **settings["JINJA_FILTERS"]})
    env.globals.update(settings["JINJA_GLOBALS"])
    env.tests.update({**_of_plugins(settings), **settings["JINJA_TESTS"]})
    return env


def _of_plugins(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {"plugin_enabled": partial(Later(PLUGINS), plugin_list=settings["PLUGINS"])}


def template(env: Environment, endings: Sequence[str], name: str) -> Template:
    """A template by its name without its ending, as Pelican looks for it. Raises TemplateNotFound."""
    for ending in endings:
        with suppress(TemplateNotFound):
            return env.get_template(f"{name}{ending}")
    raise TemplateNotFound(name)


def _speak(locales: Sequence[object]) -> None:
    """In the first of these that there is."""
    for one in locales:
        with suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, str(one))
            return
