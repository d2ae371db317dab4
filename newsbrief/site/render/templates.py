"""The environment in which templates run, and what a template depends on."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterable, Mapping, MutableMapping
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

import jinja2
import msgspec
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    TemplateNotFound,
    meta,
    nodes,
    pass_context,
)
from msgspec import Struct

from newsbrief.rules import user_cache
from newsbrief.site.build.settings_digest import settings_digest

# Finding a package does not import it.
_PELICAN = importlib.util.find_spec("pelican")
SIMPLE = Path(_PELICAN.origin).parent / "themes" / "simple" if _PELICAN and _PELICAN.origin else Path("pelican")
# Counted up when the same template is compiled otherwise.
CACHE_FORM = 2
# Filters of ours.
FILTERS = ("to", "dated", "markdown", "body")
# Settings that decide what a template is compiled to.
COMPILING = ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_TESTS")
# Each set of these settings has a folder of compiled templates. The oldest folders are removed.
CACHE_FOLDERS = 16
# What of an environment decides how a template is parsed.
SYNTAX = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string", "comment_start_string"),
    *("comment_end_string", "line_statement_prefix", "line_comment_prefix", "trim_blocks", "lstrip_blocks"),
    *("newline_sequence", "keep_trailing_newline"),
)


def environment(settings: Mapping[str, Any]) -> Environment:
    """Return an environment like the one that `pelican.generators.Generator` makes from its settings.

    Ours always escapes, and it keeps compiled templates in the user's cache folder. `render.pages.Renderer` adds our
    filters and the interface's translations.
    """
    theme = str(Path(settings["THEME"]).expanduser() / "templates")
    simple = FileSystemLoader(str(SIMPLE / "templates"))
    named = PrefixLoader({"!simple": simple, "!theme": FileSystemLoader(theme)})
    loader = ChoiceLoader([FileSystemLoader([*settings["THEME_TEMPLATES_OVERRIDES"], theme]), simple, named])
    own = {"bytecode_cache": _cache(settings), **settings["JINJA_ENVIRONMENT"]}
    # A build has its own environment, and no template changes while it runs.
    env = Environment(**{**own, "loader": loader, "autoescape": True, "auto_reload": False})  # noqa: S701  # True is there
    env.policies["ext.i18n.trimmed"] = True
    env.add_extension("jinja2.ext.i18n")
    env.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it
    env.filters.update({"strftime": _strftime, **dict.fromkeys(FILTERS, _set_later), **settings["JINJA_FILTERS"]})
    env.globals.update(settings["JINJA_GLOBALS"])
    enabled: Any = partial(_plugin_enabled, plugins=settings["PLUGINS"])
    env.tests.update({"plugin_enabled": enabled, **settings["JINJA_TESTS"]})
    return env


@pass_context
def _set_later(_context: object, value: object) -> object:
    """Stand in for a filter of ours until `render.pages.Renderer` sets it.

    Templates are compiled before, and Jinja compiles the call of a filter that takes the context otherwise.
    """
    raise TypeError(f"{value!r} is rendered before there is a page")


def _strftime(date: Any, form: str) -> str:
    from pelican.utils import DateFormatter  # no template of ours calls it

    return str(DateFormatter()(date, form))


def _plugin_enabled(name: str, plugins: list[Any]) -> bool:
    from pelican.plugins._utils import plugin_enabled  # no template of ours calls it

    return bool(plugin_enabled(name, plugins))


def _cache(settings: Mapping[str, Any]) -> FileSystemBytecodeCache | None:
    """Return the cache of compiled templates; None where there cannot be one.

    Jinja calls filters and tests on constants when it compiles. What a site's own functions return may depend on
    anything, so with such a function nothing is cached. Cached code is executed, which is why it lies where only the
    user can write.
    """
    place = user_cache.folder("templates")
    if place is None or not all(_is_library(value) for name in COMPILING for value in settings[name].values()):
        return None
    versions = f"{CACHE_FORM} {jinja2.__version__} {settings_digest({name: settings[name] for name in COMPILING})}"
    own = place / blake2b(versions.encode(), digest_size=16).hexdigest()
    try:
        own.mkdir(mode=user_cache.PRIVATE, exist_ok=True)
        os.utime(own)
        others = sorted((one for one in place.iterdir() if one != own), key=lambda one: one.stat().st_mtime)
    except OSError:
        return None
    for one in others[: max(0, len(others) + 1 - CACHE_FOLDERS)]:
        shutil.rmtree(one, ignore_errors=True)
    return FileSystemBytecodeCache(str(own), "%s.code") if os.access(own, os.W_OK) else None


def _is_library(value: object) -> bool:
    """Return whether a value is plain, or belongs to Jinja or Pelican."""
    if value is None or isinstance(value, (str, bool, int)):
        return True
    if isinstance(value, (list, tuple)):
        return all(map(_is_library, value))
    return str(getattr(value, "__module__", "")).startswith(("jinja2.", "pelican."))


class Parsed(Struct, frozen=True, array_like=True):
    """What the text of a template says.

    `templates` are those that it includes, imports or extends; None: one whose name is put together at run time. `asks`
    are the names that it takes from its context, `sets` those that it sets, imports or defines. `of_article` are the
    attributes that it reads of the variable `article`, with "*" if it hands on the variable itself.
    """

    templates: tuple[str | None, ...]
    asks: tuple[str, ...]
    sets: tuple[str, ...]
    of_article: tuple[str, ...]


class TemplateDigests:
    """Digests of templates, and the names that they ask of their context.

    `memo` remembers what was found in a text, by a digest of the text and of the environment's syntax.
    """

    def __init__(self, env: Environment, memo: MutableMapping[bytes, bytes] | None = None) -> None:
        self._env, self._memo = env, {} if memo is None else memo
        extensions = sorted(f"{type(one).__module__}.{type(one).__qualname__}" for one in env.extensions.values())
        syntax = (Parsed.__struct_fields__, [getattr(env, name) for name in SYNTAX], extensions, sorted(env.globals))
        self._syntax = repr(syntax).encode()
        self._texts: dict[str, str] = {}
        self._parsed: dict[str, Parsed] = {}
        self._digests: dict[str, bytes] = {}

    def has(self, name: str) -> bool:
        """Return whether the theme or an override has a template. Pelican's simple theme does not count."""
        try:
            file = self._env.loader.get_source(self._env, name)[1] if self._env.loader else None
        except TemplateNotFound:
            return False
        return file is not None and not file.startswith(f"{SIMPLE}{os.sep}")

    def digest(self, name: str) -> bytes:
        """Return a digest of a template ("quote.html") and of all that it includes, imports or extends."""
        if name not in self._digests:
            texts = sorted((one, self._text(one)) for one in self.reached(name))
            self._digests[name] = _digest(repr(texts).encode("utf-8", "surrogatepass"))
        return self._digests[name]

    def asks(self, name: str) -> set[str]:
        """Return the names that a template and all that it reaches take from the context.

        Names that one of them sets are left out: a block knows what is set at the top of its template.
        """
        found = [self._read(one) for one in self.reached(name)]
        return {asked for one in found for asked in one.asks} - {own for one in found for own in one.sets}

    def asks_of_article(self, name: str) -> set[str]:
        """Return the attributes that a template and all that it reaches read of `article`, as `Parsed` has them."""
        found = [self._read(one) for one in self.reached(name)]
        if any("article" in one.sets for one in found):
            return set()
        return {attribute for one in found for attribute in one.of_article}

    def reached(self, name: str) -> set[str]:
        """Return the names of a template and of all that it includes, imports or extends, however indirectly.

        A template that puts a name together at run time may reach every template.
        """
        found: set[str] = set()
        left = [name]
        while left:
            one = left.pop()
            if one in found:
                continue
            try:
                others = self._read(one).templates
            except TemplateNotFound:
                continue  # `ignore missing`, or an error when the template is rendered
            found.add(one)
            left += self._env.list_templates() if None in others else [other for other in others if other]
        return found

    def _text(self, name: str) -> str:
        if name not in self._texts:
            if self._env.loader is None:
                raise TemplateNotFound(name)
            self._texts[name] = self._env.loader.get_source(self._env, name)[0]
        return self._texts[name]

    def _read(self, name: str) -> Parsed:
        if name not in self._parsed:
            text = self._text(name)
            key = _digest(self._syntax + b"\0" + text.encode("utf-8", "surrogatepass"))
            known = self._memo.get(key)
            if known is None:
                known = self._memo[key] = msgspec.msgpack.encode(_parsed(self._env, text))
            self._parsed[name] = msgspec.msgpack.decode(known, type=Parsed)
        return self._parsed[name]


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=12).digest()


def _parsed(env: Environment, text: str) -> Parsed:
    tree = env.parse(text)
    others = sorted(set(meta.find_referenced_templates(tree)), key=str)
    asked = meta.find_undeclared_variables(tree)
    sets, of_article = set(_set_names(tree)), set(_attributes(tree, "article"))
    return Parsed(tuple(others), tuple(sorted(asked)), tuple(sorted(sets)), tuple(sorted(of_article)))


def _set_names(tree: nodes.Template) -> Iterable[str]:
    for found in tree.find_all((nodes.Name, nodes.FromImport, nodes.Import, nodes.Macro)):
        match found:
            case nodes.Name(ctx="store"):
                yield found.name
            case nodes.FromImport():
                yield from (name if isinstance(name, str) else name[1] for name in found.names)
            case nodes.Import():
                yield found.target
            case nodes.Macro():
                yield found.name


def _attributes(tree: nodes.Template, variable: str) -> Iterable[str]:
    """Yield the attributes that are read of a variable, and "*" if it is used whole. Our filter `body` reads none."""
    seen: set[int] = set()
    for found in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Filter)):
        match found:
            case nodes.Getattr(node=nodes.Name(name=name) as node, attr=attribute) if name == variable:
                yield attribute
            case nodes.Getitem(node=nodes.Name(name=name) as node, arg=nodes.Const(value=str(attribute))) if (
                name == variable
            ):
                yield attribute
            case nodes.Filter(node=nodes.Name(name=name) as node, name="body") if name == variable:
                pass
            case _:
                continue
        seen.add(id(node))
    if any(one.name == variable and id(one) not in seen for one in tree.find_all(nodes.Name)):
        yield "*"
