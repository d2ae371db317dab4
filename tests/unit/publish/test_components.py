"""Components are run once for all pages that they cannot tell apart, and a newsroom's own ones do not notice."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsbrief.publish import components
from newsbrief.publish.components import Component
from newsbrief.publish.links import Links

LINKS = Links("", files=False)
PAGE = '{% from "part.html" import part with context %}{{ part("x/") }}'
NESTED = '{% from "inner.html" import inner with context %}{% macro part(url) %}{{ inner(url) }}{% endmacro %}'
# A component, and whether the pages of one depth share it.
PARTS = {
    "{% macro part(url) %}{{ url|to }} {{ nb }}{% endmacro %}": True,
    '{% set the = ("A", "B") %}{% macro part(url) %}{{ the|join }}{{ url|to }}{% endmacro %}': True,
    NESTED: True,
    "{% macro part(url) %}{{ output_file }}{% endmacro %}": False,
    "{% macro part(url) %}{{ model }}{% endmacro %}": False,
    "{% macro part(url) %}{% if false %}{{ model }}{% endif %}{% endmacro %}": False,
    NESTED.replace("inner", "reading"): False,
    '{% macro part(url) %}{% include "reading.html" %}{% endmacro %}': False,
    '{% macro part(url) %}{% from "rea" ~ "ding.html" import reading with context %}{% endmacro %}': False,
    "{% set seen = [] %}{% macro part(url) %}{{ seen.append(url) }}{{ seen|length }}{% endmacro %}": False,
    "{% set ns = namespace(n=0) %}{% macro part(url) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}{% endmacro %}": False,
    '{% macro part(url) %}{% if false %}{% import "nowhere.html" as no with context %}{% endif %}{% endmacro %}': False,
}
FILES = ("index.html", "a/index.html", "b/index.html", "a/b/index.html", "404.html", "b/index.html")


def environment(part: str, own: bool) -> Environment:
    """`own`: with components that are kept; else as Jinja is by itself."""
    templates = {
        "page.html": PAGE,
        "part.html": part,
        "inner.html": "{% macro inner(url) %}{{ url|to }}{% endmacro %}",
        "reading.html": "{{ model }}{% macro reading(url) %}{{ model }}{{ url|to }}{% endmacro %}",
    }
    env = Environment(loader=DictLoader(templates), autoescape=True)
    if own:
        components.equip(env)

    @pass_context
    def to(context: Context, url: str) -> str:
        return LINKS.href(context["output_file"], url)

    env.filters["to"] = to
    return env


def pages(env: Environment) -> list[str]:
    page = env.get_template("page.html")
    return [page.render(output_file=file, model=f"<{file}>", nb="site") for file in FILES]


@pytest.mark.parametrize("part", PARTS)
def test_pages_are_as_jinja_makes_them(part: str) -> None:
    """Each page of each depth has its own links and reads its own variables, whatever the component reads."""
    assert pages(environment(part, own=True)) == pages(environment(part, own=False))


@pytest.mark.parametrize(("part", "shared"), PARTS.items())
def test_what_reads_nothing_of_the_page_is_shared(part: str, shared: bool) -> None:
    """One module a depth for those; none is kept of a component that reads the page, may do so, or remembers."""
    env = environment(part, own=True)
    pages(env)
    component = env.get_template("part.html")
    assert isinstance(component, Component)
    assert sorted(component.kept) == (["", "../", "../../", "404.html"] if shared else [])


def test_another_site_has_its_own() -> None:
    """The same environment with another `nb`, as in a later run."""
    env = environment(next(iter(PARTS)), own=True)
    page = env.get_template("page.html")
    assert [page.render(output_file="index.html", nb=name) for name in ("one", "two", "one")] == [
        "x/ one",
        "x/ two",
        "x/ one",
    ]


def test_variable_set_where_it_is_imported_is_read() -> None:
    """What the importing template sets reaches a component, as Jinja has it."""
    env = environment("{% macro part(url) %}{{ word }}{% endmacro %}", own=True)
    page = env.from_string('{% set word = file %}{% from "part.html" import part with context %}{{ part("") }}')
    assert [page.render(file=word, output_file="index.html") for word in ("a", "b")] == ["a", "b"]


def test_filter_of_a_newsroom_may_ask_for_everything() -> None:
    """JINJA_FILTERS may hold one that is handed the context; then nothing is kept."""
    env = environment("{% macro part(url) %}{{ url|own }}{% endmacro %}", own=True)
    env.filters["own"] = pass_context(lambda context, url: f"{context['model']} {url}")
    assert pages(env) == [f"&lt;{file}&gt; x/" for file in FILES]


class Marked:
    """Knows its own HTML."""

    def __html__(self) -> str:
        return "<b>"


class Words(str):
    """A text of another kind, as Pelican's names are."""

    __slots__ = ()


VALUES = ["<a>", Words("<a>"), Markup("<i>"), Marked(), None, 3, ["<"], "", "“é” & ' \""]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_what_is_put_out_is_escaped_as_jinja_escapes(value: object) -> None:
    """Plain texts, and whatever else a template may show: by itself, in a macro, set, joined and filtered."""
    text = (
        "{% macro m(x) %}{{ x }}{% endmacro %}{% set s %}{{ v }}{% endset %}"
        "{{ v }}{{ m(v) }}{{ m(m(v)) }}{{ s }}{{ v ~ v }}{{ v|e }}{{ nowhere }}"
        "{% autoescape false %}{{ v }}{% endautoescape %}"
    )
    made, plain = environment(text, own=True), environment(text, own=False)
    assert made.get_template("part.html").render(v=value) == plain.get_template("part.html").render(v=value)
