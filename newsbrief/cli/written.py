"""What the settings of a site say, by their file: as it is written there, else by running the file as Pelican does.

To run the settings of a site of ours loads all of Pelican, which most commands do without.
"""

from __future__ import annotations

import ast
import contextlib
import sys
import traceback
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import click

import newsbrief

# What sites of ours take with their first line.
SHARED = "newsbrief.publish.site"
# Of plugins the names are asked for, and modules have some.
PLUGINS = "PLUGINS"
# Whatever asks for one of these may set anything.
ANYTHING = frozenset(("exec", "eval", "globals", "locals", "vars", "setattr"))


class UnclearError(Exception):
    """Only running the file can tell."""


def settings(file: Path, names: Collection[str]) -> Mapping[str, Any]:
    """Those of the named settings that the file sets; plugins are their modules' names. Raises ClickException."""
    try:
        return _written(file, names)
    except UnclearError:
        found = _run(file)
    except (OSError, SyntaxError, ValueError) as error:
        raise click.ClickException(fault(file, error)) from None
    return {name: _plugins(found[name]) if name == PLUGINS else found[name] for name in names if name in found}


def fault(file: Path, error: BaseException) -> str:
    """What is wrong with a file of settings, in a line: `pelicanconf.py:3: NameError: name 'x' is not defined`."""
    frames = traceback.extract_tb(error.__traceback__)
    line = next((one.lineno or 0 for one in reversed(frames) if one.filename == str(file.absolute())), 0)
    said = f"{type(error).__name__}: {error}"
    if isinstance(error, SyntaxError):
        own = error.filename in (None, "<unknown>", str(file.absolute()))
        line, said = (error.lineno or 0, f"SyntaxError: {error.msg}") if own else (line, said)
    place = f"{file.name}:{line}" if line else file.name
    return f"{place}: {' '.join(said.split())}"


def _written(file: Path, names: Collection[str]) -> dict[str, Any]:
    """What the file's own lines say. Raises UnclearError where they do not."""
    found: dict[str, Any] = {}
    modules: dict[str, str] = {}
    for line in ast.parse(file.read_bytes()).body:
        match line:
            case ast.ImportFrom(module=module, names=[ast.alias(name="*")]) if module == SHARED:
                shared = Path(newsbrief.__file__).parent / "publish" / "site.py"
                found |= _written(shared, names)
            case ast.Import() | ast.ImportFrom():
                modules |= _imported(line, names)
            case ast.Assign(targets=targets, value=value) if all(isinstance(one, ast.Name) for one in targets):
                for target in targets:
                    if isinstance(target, ast.Name) and target.id in names:
                        found[target.id] = _value(target.id, value, modules)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if name in names:
                found[name] = _value(name, value, modules)
            case _ if any(_may_set(node, names) for node in ast.walk(line)):
                raise UnclearError
    return found


def _may_set(node: ast.AST, names: Collection[str]) -> bool:
    """Whether a part of a line that is no plain one may have to do with a setting."""
    match node:
        case ast.Name(id=name):
            return name in names or name in ANYTHING
        case ast.ImportFrom() | ast.Import():
            return any(one.name == "*" or (one.asname or one.name) in names for one in node.names)
    return False


def _imported(line: ast.Import | ast.ImportFrom, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """What a line brings in: (the name here, the module's own)."""
    if _may_set(line, names):
        raise UnclearError
    for one in line.names:
        if isinstance(line, ast.ImportFrom):
            yield one.asname or one.name, f"{line.module or ''}.{one.name}"
        elif one.asname:
            yield one.asname, one.name
        else:
            first = one.name.partition(".")[0]
            yield first, first


def _value(name: str, value: ast.expr, modules: Mapping[str, str]) -> Any:
    with contextlib.suppress(ValueError, TypeError):
        return ast.literal_eval(value)
    if name == PLUGINS and isinstance(value, (ast.List, ast.Tuple)):
        return [_plugin(one, modules) for one in value.elts]
    raise UnclearError


def _plugin(value: ast.expr, modules: Mapping[str, str]) -> str:
    match value:
        case ast.Constant(value=str(name)):
            return name
        case ast.Name() | ast.Attribute():
            first, dot, rest = ast.unparse(value).partition(".")
            if first in modules:
                return f"{modules[first]}{dot}{rest}"
    raise UnclearError


def _run(file: Path) -> Mapping[str, Any]:
    """All settings, with Pelican's own way to them. What the file prints is no answer of a command's."""
    import runpy  # seldom needed

    with contextlib.chdir(file.parent), contextlib.redirect_stdout(sys.stderr):
        try:
            return runpy.run_path(str(file.absolute()), run_name=file.stem)
        except (Exception, SystemExit) as error:
            raise click.ClickException(fault(file, error)) from None


def _plugins(value: Any) -> list[str]:
    named = value if isinstance(value, (list, tuple, set)) else ()
    return [one.__name__ if isinstance(one, ModuleType) else str(one) for one in named]
