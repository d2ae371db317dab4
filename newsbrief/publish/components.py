"""Components run once for all pages of one depth, not anew for every page that imports them.

`{% from "components/date.html" import date with context %}` makes Jinja run that file for each import, since it might
read any variable of the page; and so every file that it imports in its turn. Ours read `nb` and where the page stands,
which is the same for thousands of pages. What a file reads is known when it is compiled; one that reads what only the
page itself knows, or remembers something, as a newsroom's own component may, is run as Jinja runs it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

import markupsafe
from jinja2 import Environment, Template, TemplateError, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.filters import FILTERS
from jinja2.idtracking import VAR_LOAD_RESOLVE
from markupsafe import Markup, escape

from newsbrief.publish.links import place_of

# The variable that all pages of a site share; the one that our filters look at, and these filters.
SHARED, FILE = "nb", "output_file"
OURS = ("to", "body")
# What a compiled template says of itself: the variables that it reads, and the templates that it imports (None: more).
READS, IMPORTS = "newsbrief_reads", "newsbrief_imports"
# What Jinja writes on a function that is handed the whole context.
ASKS = "jinja_pass_arg"
# What makes the text that `escape` makes a `Markup` of, where this MarkupSafe has it under a name of its own.
ESCAPE: Callable[[Any], str] = getattr(markupsafe, "_escape_inner", escape)
ALL_OF_IT = getattr(pass_context(lambda context: context), ASKS)


class Compiler(CodeGenerator):
    """Jinja's, with two more lines for each template."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.reads: set[str] = set()

    def enter_frame(self, frame: Frame) -> None:
        """Jinja knows here which names a piece of a template does not define itself."""
        super().enter_frame(frame)
        loads = frame.symbols.loads.values()
        self.reads.update(name for action, name in loads if action == VAR_LOAD_RESOLVE and name)

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # Jinja's name
        """The last lines of a module."""
        super().visit_Template(node, frame)
        self.writeline(f"{READS} = {sorted(self.reads)!r}")
        self.writeline(f"{IMPORTS} = {imports(node)!r}")


class Component(Template):
    """A template whose module is kept for all pages between which it cannot tell."""

    reads: frozenset[str] | None
    kept: dict[str, tuple[object, TemplateModule]]

    @classmethod
    def from_code(cls, *args: Any, **options: Any) -> Template:
        """As Jinja's; what it puts out is escaped by `put_out`, which is what its code calls `escape`."""
        made = super().from_code(*args, **options)
        made.root_render_func.__globals__["escape"] = put_out
        return made

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002  # Jinja's name
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002  # Jinja's name
    ) -> TemplateModule:
        """As Jinja's. `vars`: the variables of the page; `locals`: what the importing template has set."""
        page, own = vars or {}, locals or {}
        if not hasattr(self, "kept"):
            self.kept, self.reads = {}, read_by(self)
        if self.reads is None or FILE not in page or self._reads_of(page) or not self.reads.isdisjoint(own):
            return super().make_module(vars, shared, locals)
        place, site = place_of(page[FILE]), page.get(SHARED)
        if place not in self.kept or self.kept[place][0] is not site:
            # It is given nothing else of the page that happens to be the first.
            self.kept[place] = (site, super().make_module({SHARED: site, FILE: page[FILE]}))
        return self.kept[place][1]

    def _reads_of(self, page: Mapping[str, Any]) -> bool:
        """Whether it reads anything of a page besides `nb` and what all templates of the environment have."""
        every = self.environment.globals
        for name in self.reads or ():  # noqa: SIM110  # gone through ten times a page, and faster so
            if name in page and page[name] is not every.get(name) and name != SHARED:
                return True
        return False


def put_out(value: object) -> str:
    """A value as a page has it. Jinja joins it with what stands beside it, and so it need not be `Markup` for that.

    Most are plain texts, sixty to a page.
    """
    kind = type(value)
    if kind is str:
        return ESCAPE(value)
    return value if kind is Markup else escape(value)  # type: ignore[return-value]  # mypy does not see the kinds


def read_by(template: Template) -> frozenset[str] | None:
    """The variables that a template and those that it imports may read; None where it may be more than these."""
    env = template.environment
    if any(map(_asks, _foreign(env))):
        return None
    found = {template.name: template}
    waiting, reads = [template], set[str]()
    while waiting:
        one = waiting.pop()
        said = one.root_render_func.__globals__
        if said[IMPORTS] is None:
            return None
        reads.update(said[READS])
        try:
            others = [env.get_template(name, one.name) for name in said[IMPORTS]]
        except TemplateError:
            return None  # Jinja says so, if ever it comes to the import
        new = {other.name: other for other in others if other.name not in found}
        found |= new
        waiting += new.values()
    return frozenset(reads)


def imports(tree: nodes.Template) -> list[str] | None:
    """The templates that one imports by name; None if it takes others in in another way, or may remember something."""
    if any(map(tree.find, (nodes.Extends, nodes.Include, nodes.Block))) or not all(map(_still, tree.body)):
        return None
    found: list[nodes.Import | nodes.FromImport] = [*tree.find_all(nodes.Import), *tree.find_all(nodes.FromImport)]
    names = [one.template.value for one in found if isinstance(one.template, nodes.Const)]
    return names if len(names) == len(found) and all(isinstance(name, str) for name in names) else None


def _still(statement: nodes.Node) -> bool:
    """Whether a statement of a file leaves nothing behind that its macros could change."""
    if isinstance(statement, nodes.Assign):
        parts = statement.node.items if isinstance(statement.node, nodes.Tuple) else [statement.node]
        return all(isinstance(part, nodes.Const) for part in parts)
    return isinstance(statement, (nodes.Macro, nodes.Import, nodes.FromImport, nodes.Output))


def _foreign(env: Environment) -> list[object]:
    """Functions that neither Jinja nor the theme brought along."""
    filters = [one for name, one in env.filters.items() if name not in OURS and one is not FILTERS.get(name)]
    return list(chain(filters, env.tests.values(), env.globals.values()))


def _asks(function: object) -> bool:
    """Whether a function is handed the whole context, of which it may read anything."""
    return ALL_OF_IT in (getattr(one, ASKS, None) for one in (function, vars(type(function)).get("__call__")))


def equip(env: Environment) -> None:
    """Let an environment keep its components."""
    env.code_generator_class = Compiler
    env.template_class = Component
