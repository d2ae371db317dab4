"""Settings as a build may take them that does without Pelican: what Pelican made of them the last time.

It makes the same of them as long as their file says the same, and that is run in any case. Only what can be written
down as a plain value is kept, and what is no such value has to be the file's own.
"""

from __future__ import annotations

import ast
import importlib.util
import io
import math
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec import Struct

from newsbrief.model.views import Link
from newsbrief.publish.articles import signed
from newsbrief.publish.keys import PASSING, of_values
from newsbrief.publish.press import CONF, MAY_SETTLE, Press
from newsbrief.publish.settings import GUEST

# The collector looks through all page models again and again, of which none is rubbish before the end.
SELDOM = (100_000, 50, 100)
OURS = "newsbrief.publish"
# What Pelican itself makes objects of, and no page of ours is made from.
UNASKED = ("PAGINATION_PATTERNS",)
OUTPUT = "OUTPUT_PATH"


class Settled(Struct, frozen=True):
    """`pages`: those that people wrote, as the foot of every page names them; `taken`: the files that they become."""

    settings: dict[str, Any]
    pages: tuple[Link, ...]
    taken: tuple[str, ...]


def settled(done: Press, pelican: Any) -> str:
    """What a build by Pelican leaves for one without it; "" where there may be none.

    A build of a few changes leaves what was left to it.
    """
    if not pelican.settings.get(MAY_SETTLE):
        return ""
    if done.site is None:
        made = done.printing.last.made if done.printing.last else None
        return made.settled if made else ""
    plugins = [getattr(one, "__name__", "") for one in pelican.plugins]
    if done.printing.whole or done.edition.publish or pelican.settings.get(GUEST) or plugins != [OURS]:
        return ""
    # What such links lead to, Pelican alone knows.
    if done.outline.linking or any(signed(page.html) for page in done.pages.values()):
        return ""
    return _written(done, pelican.settings)


def _written(done: Press, settings: Mapping[str, Any]) -> str:
    conf: ModuleType | None = settings.get(CONF)
    values = {name: value for name, value in settings.items() if name.isupper() and name not in PASSING}
    kept = {name: value for name, value in values.items() if _plain(value)}
    others = [name for name in values if name not in kept and name not in UNASKED]
    own = _capitals(conf) if conf else {}
    if conf is None or any(own.get(name) is not values[name] for name in others):
        return ""
    footer = [(one.text, one.url) for one in done.printing.own_pages]
    taken = [page.metadata["save_as"] for page in done.pages.values()]
    kept[OUTPUT] = settings[OUTPUT]
    return repr((_said(Path(str(conf.__file__))), kept, others, footer, taken))


def _said(file: Path) -> str:
    """A key of what the file sets: Pelican changes some of the values that it was given, so it is run once more."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return of_values(_capitals(_run(file)))


def again(kept: str, file: Path, output: Path) -> Settled | None:
    """The settings of the last build, if their file still says what it said then; whatever it does, it does.

    `output`: the folder that is to be built into.
    """
    conf, settings, others, pages, taken = ast.literal_eval(kept)
    if settings[OUTPUT] != str(output):
        return None
    own = _capitals(_run(file))
    if of_values(own) != conf:
        return None
    found = {**settings, **{name: own[name] for name in others}}
    return Settled(found, tuple(Link(text, url) for text, url in pages), tuple(taken))


def named(file: str | Path) -> str:
    """What Pelican calls the module that it makes of a file of settings."""
    return Path(file).stem


def _run(file: Path) -> ModuleType:
    """As Pelican does it: by its path, since the name of ours is that of one of Pelican's own modules."""
    spec = importlib.util.spec_from_file_location(named(file), file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file.name} is no Python file")
    module = importlib.util.module_from_spec(spec)
    before = sys.modules.get(named(file))
    sys.modules[named(file)] = module
    try:
        with unwritten():
            spec.loader.exec_module(module)
    finally:
        if before:
            sys.modules[named(file)] = before
    return module


def _capitals(module: ModuleType) -> dict[str, Any]:
    return {name: value for name, value in vars(module).items() if name.isupper()}


def _plain(value: object) -> bool:
    """Whether `ast.literal_eval` makes the same of what `repr` writes."""
    if isinstance(value, float):
        return math.isfinite(value)
    if type(value) in (list, tuple):
        return all(map(_plain, value))  # type: ignore[call-overload]  # it is one of these
    if type(value) is dict:
        return all(_plain(name) and _plain(one) for name, one in value.items())
    return value is None or type(value) in (str, bytes, int, bool)


@contextmanager
def unwritten() -> Iterator[None]:
    """Keep Python from writing down what it makes of the settings.

    It knows a file by its size and by the second of its last change: of two that were saved within one it would go on
    with the first. And a site's folder stays as it was.
    """
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
