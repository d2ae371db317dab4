"""Rendering with what is common to all pages put together once."""

from __future__ import annotations

import traceback

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from newsbrief.publish.rendering import Rendering

TEMPLATES = {
    "page.html": "{% from 'macros.html' import said with context %}{% extends 'base.html' %}"
    "{% block body %}{{ said() }}{% include 'part.html' %}{% set own = own ~ '!' %}{{ own }}{{ site }}{% endblock %}",
    "base.html": "{% set title = site ~ own %}<{% block body %}{% endblock %}"
    "{{ title }}{{ everywhere }}{{ range(2) | list }}>",
    "macros.html": "{% macro said() %}{{ own }}/{{ site }}{% endmacro %}",
    "part.html": "{{ own }}-{{ site }}-{{ everywhere }}",
    "wrong.html": "\n\n{{ nowhere }}",
}


@pytest.fixture
def env() -> Environment:
    """An environment with templates that include, import, extend and set."""
    made = Environment(loader=DictLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True)
    made.globals["everywhere"] = "here"
    return made


def test_pages_are_as_jinja_renders_them(env: Environment) -> None:
    """Page after page; what one sets or hides is nothing to the next, nor to the context."""
    context = {"site": "Bay", "own": "common"}
    rendering, template = Rendering(context), env.get_template("page.html")
    for own in ({"own": "a"}, {"own": "<b>", "everywhere": "there"}, {}, {"site": "Cove"}):
        assert rendering.page(template, own) == template.render({**context, **own})
    assert context == {"site": "Bay", "own": "common"}


def test_fault_of_a_template_is_told_with_its_line(env: Environment) -> None:
    """The traceback leads through the template, as Jinja's own does."""
    with pytest.raises(UndefinedError) as told:
        Rendering({}).page(env.get_template("wrong.html"), {})
    lines = traceback.extract_tb(told.value.__traceback__)
    assert ("<template>", 3) in [(line.filename, line.lineno) for line in lines]
