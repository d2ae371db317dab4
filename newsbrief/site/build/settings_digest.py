"""A digest of all settings, the same in every process: functions and objects are known by their code."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from hashlib import blake2b
from pathlib import PurePath
from types import CodeType
from typing import Any

# Values whose `repr` says everything.
PLAIN = (dt.date, dt.time, dt.timedelta, dt.tzinfo, PurePath, Decimal, re.Pattern)
# Functions of these packages are known by the digest of the installed code.
KNOWN = ("newsbrief.", "pelican.", "jinja2.", "markdown.")
# What the plugin itself puts among the settings, and where the site is written to.
IGNORED = ("NEWSBRIEF_BUILD", "NEWSBRIEF_ARGUMENTS", "NEWSBRIEF_REPORTED", "OUTPUT_PATH")


def settings_digest(settings: Mapping[str, Any]) -> str:
    """Return the digest of the settings, which are Pelican's with ours among them."""
    values = sorted((name, _plain(value)) for name, value in settings.items() if name not in IGNORED)
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _plain(value: object) -> object:
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
    if isinstance(value, PLAIN):
        return repr(value)
    name = _name(value)
    return name if name.startswith(KNOWN) else (name, _code(value))


def _name(value: object) -> str:
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__qualname__)}"


def _code(function: object) -> object:
    """Return the code of a function of the site's own, with its closure and its defaults."""
    code = getattr(function, "__code__", None)
    carried = [cell.cell_contents for cell in getattr(function, "__closure__", None) or ()]
    defaults = (getattr(function, "__defaults__", None), getattr(function, "__kwdefaults__", None))
    # A function may refer to itself in its closure.
    values = [_name(one) if callable(one) else _plain(one) for one in (*carried, *defaults)]
    return (_instructions(code), values) if isinstance(code, CodeType) else ""


def _instructions(code: CodeType) -> object:
    constants = [_instructions(one) if isinstance(one, CodeType) else repr(one) for one in code.co_consts]
    return (code.co_code.hex(), code.co_names, constants)
