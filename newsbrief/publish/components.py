"""Components run once for all pages of one depth, not anew for every page that imports them.

`{% from "components/date.html" import date with context %}` makes Jinja run that file for each import, since it might
read any variable of the page; and so every file that it imports in its turn. Ours read `nb` and where the page stands,
which is the same for thousands of pages. Which variables a file reads is told by its syntax tree; one that reads what
only the page itself knows, as a newsroom's own component may, is run as Jinja runs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from jinja2 import Environment, Template, nodes, pass_context
from jinja2.defaults import DEFAULT_FILTERS
from jinja2.environment import TemplateModule
from jinja2.meta import find_undeclared_variables

from newsbrief.publish.links import place_of

# The variable that all pages of a site share; the one that our filters look at, and these filters.
SHARED, FILE = "nb", "output_file"
OURS = ("to", "body")
# What Jinja writes on a function that is handed the whole context.
ASKS = "jinja_pass_arg"
ALL_OF_IT = getattr(pass_context(lambda context: context), ASKS)


class Component(Template):
    """A template whose module is kept for all pages between which it cannot tell."""

    reads: frozenset[str] | None
    kept: dict[str, tuple[object, TemplateModule]]

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        """As Jinja's. `vars`: the variables of the page; `locals`: what the importing template has set."""
        page = {**(vars or {}), **(locals or {})}
        if not hasattr(self, "kept"):
            self.kept, self.reads = {}, read_by(self.environment, self.name)
        if self.reads is None or FILE not in page or any(self._of_page(name, page) for name in self.reads):
            return super().make_module(vars, shared, locals)
        place, site = place_of(page[FILE]), page.get(SHARED)
        if place not in self.kept or self.kept[place][0] is not site:
            # It is given nothing else of the page that happens to be the first.
            self.kept[place] = (site, super().make_module({SHARED: site, FILE: page[FILE]}))
        return self.kept[place][1]

    def _of_page(self, name: str, page: Mapping[str, Any]) -> bool:
        return name in page and page[name] is not self.globals.get(name)


def read_by(env: Environment, name: str | None) -> frozenset[str] | None:
    """The variables besides `nb` that a template and those that it imports may read; None where nobody can tell."""
    if env.loader is None or name is None or any(map(_asks, _foreign(env))):
        return None
    reads: set[str] = set()
    known, waiting = {name}, [name]
    while waiting:
        one = waiting.pop()
        tree = env.parse(env.loader.get_source(env, one)[0])
        if next(tree.find_all((nodes.Extends, nodes.Include, nodes.Block)), None):
            return None
        reads |= find_undeclared_variables(tree)
        for imported in tree.find_all((nodes.Import, nodes.FromImport)):
            if not (isinstance(imported.template, nodes.Const) and isinstance(imported.template.value, str)):
                return None
            other = env.join_path(imported.template.value, one)
            if other not in known:
                known.add(other)
                waiting.append(other)
    return frozenset(reads - {SHARED})


def _foreign(env: Environment) -> list[object]:
    """Functions that neither Jinja nor the theme brought along."""
    filters = [one for name, one in env.filters.items() if name not in OURS and one is not DEFAULT_FILTERS.get(name)]
    return list(chain(filters, env.tests.values(), env.globals.values()))


def _asks(function: object) -> bool:
    """Whether a function is handed the whole context, of which it may read anything."""
    return ALL_OF_IT in (getattr(one, ASKS, None) for one in (function, getattr(function, "__call__", None)))
