"""Keys: what each file of the site is made of, in a few letters. Two builds with the same key write the same bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache, partial
from pathlib import PurePath
from types import CodeType
from typing import Any

from jinja2 import Environment, TemplateNotFound, meta, nodes

from newsbrief.build.sources import Sources
from newsbrief.publish.compiled import syntax
from newsbrief.publish.surroundings import SIMPLE

# Which templates a template names (None: one whose name is put together as it runs), which names it takes from the
# page's context, which it sets, and which it reads of anything (`model.headline` reads "headline").
Asked = tuple[tuple[str | None, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
# So many texts of templates are remembered, with what they ask; a theme has some seventy.
TEXTS = 1 << 10
TELLING = (nodes.Name, nodes.FromImport, nodes.Import, nodes.Macro, nodes.Getattr, nodes.Const)
# Values whose `repr` says all, and functions that are known by the programs they are part of.
SPEAKING = (dt.date, dt.time, dt.timedelta, dt.tzinfo, PurePath, Decimal, re.Pattern)
KNOWN = ("newsbrief.", "pelican.", "jinja2.", "markdown.")
# What the plugin itself puts among the settings, and what is another for each build.
PASSING = (
    *("NEWSBRIEF_PRESS", "NEWSBRIEF_OUTPUT", "NEWSBRIEF_ASKED", "NEWSBRIEF_SEEN_REFUSALS", "NEWSBRIEF_SURVEY"),
    *("NEWSBRIEF_CONF", "NEWSBRIEF_MAY_SETTLE", "NEWSBRIEF_FURTHER", "NEWSBRIEF_READ_AHEAD", "OUTPUT_PATH"),
)


def key(*values: object) -> str:
    """A key of plain values: their `repr` says all that is in them."""
    parts: list[bytes] = []
    for value in values:
        # Words and bytes go in as they are: most tell a page model, and to quote one takes as long as to make it.
        text = value if isinstance(value, (str, bytes)) else repr(value)
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        parts += (b"%c%d:" % (text is value and 1 + (text is data), len(data)), data)
    return hashlib.blake2b(b"".join(parts), digest_size=16).hexdigest()


def of_settings(settings: Mapping[str, Any], sources: Sources) -> str:
    """A key of all settings, and of files that pages are made of without being templates or briefs."""
    return key(of_values(settings), sorted((path, one.digest) for path, one in sources.items()))


def of_values(settings: Mapping[str, Any]) -> str:
    """A key of settings alone."""
    return key(sorted((name, _plain(value)) for name, value in settings.items() if name not in PASSING))


def _plain(value: object) -> object:
    """A value whose `repr` is the same in each process: functions and objects have their place in memory there."""
    if value is None or isinstance(value, (str, bytes, int, float)):
        return value
    if isinstance(value, Mapping):
        return sorted((str(name), _plain(one)) for name, one in value.items())
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    if isinstance(value, partial):
        return ("partial", _plain(value.func), _plain(value.args), _plain(value.keywords))
    if isinstance(value, SPEAKING):
        return repr(value)
    name = _name(value)
    return name if name.startswith(KNOWN) else (name, _code(value))


def _name(value: object) -> str:
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__qualname__)}"


def _code(function: object) -> object:
    """What a function of the site's own does, as far as it can be told: its code, and what it carries with it."""
    code = getattr(function, "__code__", None)
    carried = [cell.cell_contents for cell in getattr(function, "__closure__", None) or ()]
    defaults = (getattr(function, "__defaults__", None), getattr(function, "__kwdefaults__", None))
    # A function may carry itself.
    told = [_name(one) if callable(one) else _plain(one) for one in (*carried, *defaults)]
    return (_of_code(code), told) if isinstance(code, CodeType) else ""


def _of_code(code: CodeType) -> object:
    constants = [_of_code(one) if isinstance(one, CodeType) else repr(one) for one in code.co_consts]
    return (code.co_code.hex(), code.co_names, constants)


class Templates:
    """The texts of templates with all that they include, import and extend, by the name that pages use.

    `known`: what templates of an earlier build reach and ask, by their text's key; reading that out takes a while.
    """

    def __init__(self, env: Environment, known: Mapping[str, Asked] | None = None) -> None:
        self._env = env
        self._known = dict(known or {})
        self._texts: dict[str, tuple[str, str]] = {}
        self._keys: dict[str, str] = {}
        self._in_theme: dict[str, bool] = {}

    @property
    def found(self) -> dict[str, Asked]:
        """What the templates looked at so far reach and ask, by their text's key."""
        return {digest: self._known[digest] for _, digest in self._texts.values() if digest in self._known}

    def key(self, name: str) -> str:
        """A key of the template and of all that it can reach."""
        if name not in self._keys:
            self._keys[name] = key(sorted((one, self._text(one)[1]) for one in self.reached(name)))
        return self._keys[name]

    def in_theme(self, name: str) -> bool:
        """Whether the theme or an override has it; what Pelican's simple theme has of the name knows no page models."""
        if name not in self._in_theme:
            try:
                file = self._env.loader.get_source(self._env, name)[1] if self._env.loader else None
            except TemplateNotFound:
                file = None
            self._in_theme[name] = file is not None and not file.startswith(f"{SIMPLE}{os.sep}")
        return self._in_theme[name]

    def reached(self, name: str) -> set[str]:
        """The template and all that it can reach; where a name is put together as it runs, every template there is."""
        found: set[str] = set()
        left = [name]
        while left:
            one = left.pop()
            if one in found:
                continue
            try:
                others = self._asked(one)[0]
            except TemplateNotFound:
                continue  # `ignore missing`
            found.add(one)
            left += self._env.list_templates() if None in others else [other for other in others if other]
        return found

    def asks(self, name: str) -> set[str]:
        """The names that the template and all that it can reach take from the page's context.

        Without those that one of them sets or imports itself: blocks know what stands at their template's top.
        """
        found = [self._asked(one) for one in self.reached(name)]
        return {name for one in found for name in one[1]} - {name for one in found for name in one[2]}

    def reads(self, name: str) -> set[str]:
        """The names of all that the template and all that it can reach read of anything."""
        return {read for one in self.reached(name) for read in self._asked(one)[3]}

    def _asked(self, name: str) -> Asked:
        text, digest = self._text(name)
        if digest not in self._known:
            self._known[digest] = _read(Reading.of(self._env), text)
        return self._known[digest]

    def _text(self, name: str) -> tuple[str, str]:
        if name not in self._texts:
            if self._env.loader is None:
                raise TemplateNotFound(name)
            text = self._env.loader.get_source(self._env, name)[0]
            self._texts[name] = (text, key(text))
        return self._texts[name]


@dataclass(frozen=True)
class Reading:
    """An environment, equal to all others that find the same in a template's text."""

    env: Environment = field(compare=False)
    ways: tuple[Any, ...]

    @classmethod
    def of(cls, env: Environment) -> Reading:
        """What a text means there, and the names that need not be looked for in a page's context."""
        return cls(env, (syntax(env), frozenset(env.globals), frozenset(env.filters), frozenset(env.tests)))


@lru_cache(TEXTS)
def _read(reading: Reading, text: str) -> Asked:
    tree = reading.env.parse(text)
    own, reads = set(), set()
    # Once through the tree, which has tens of thousands of nodes in a theme.
    for found in tree.find_all(TELLING):
        match found:
            case nodes.Name():
                own.update([found.name] if found.ctx == "store" else [])
            case nodes.FromImport():
                own.update(map(_alias, found.names))
            case nodes.Import():
                own.add(found.target)
            case nodes.Macro():
                own.add(found.name)
            case nodes.Getattr():
                reads.add(found.attr)
            # Also `model["headline"]`, `map(attribute="headline")`, and whatever else names something in words.
            case nodes.Const(value=str(words)):
                reads.add(words)
    others = sorted(set(meta.find_referenced_templates(tree)), key=str)
    asked = meta.find_undeclared_variables(tree)
    return tuple(others), tuple(sorted(asked)), tuple(sorted(own)), tuple(sorted(reads))


def _alias(imported: str | tuple[str, str]) -> str:
    return imported if isinstance(imported, str) else imported[1]
