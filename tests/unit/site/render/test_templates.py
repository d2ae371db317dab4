"""The environment of templates, and what a template depends on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from pelican.settings import DEFAULT_CONFIG

from newsbrief import THEME
from newsbrief.site.render.templates import TemplateDigests, environment

TEXTS = {
    "page.html": "{% extends 'base.html' %}{% from 'parts/date.html' import date %}"
    "{% set own = 1 %}{{ date(own, shown) }}",
    "base.html": "{% include 'foot.html' %}{{ articles }}{% include 'none.html' ignore missing %}",
    "foot.html": "{{ nb.name }}",
    "parts/date.html": "{% macro date(a, b) %}{{ a }}{% endmacro %}",
    "alone.html": "words",
    "any.html": "{% include name ~ '.html' %}",
}


def digests(**changed: str) -> TemplateDigests:
    texts = {**TEXTS, **{f"{name}.html": text for name, text in changed.items()}}
    env = Environment(loader=DictLoader(texts), autoescape=True)
    env.filters["body"] = str
    return TemplateDigests(env)


def settings(**own: Any) -> dict[str, Any]:
    return {**DEFAULT_CONFIG, "THEME": str(THEME), **own}


@pytest.mark.parametrize(
    ("name", "changed", "differs"),
    [
        ("page.html", "page", True),
        ("page.html", "base", True),
        ("page.html", "foot", True),
        ("page.html", "parts/date", True),
        ("page.html", "alone", False),
        ("alone.html", "base", False),
        ("any.html", "foot", True),
    ],
)
def test_digest_covers_all_that_a_template_reaches(name: str, changed: str, differs: bool) -> None:
    """By extends, include and import; a name put together at run time may be any template's."""
    other = TEXTS[f"{changed}.html"] + "!"
    assert (digests().digest(name) != digests(**{changed: other}).digest(name)) is differs


def test_template_asks_for_what_it_takes_from_the_context() -> None:
    """What it or another sets, imports or defines is not asked for."""
    assert digests().asks("page.html") == {"articles", "nb", "shown"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("{{ article.model.headline }} {{ article['model'] }}", {"model"}),
        ("{{ article|body }}", set()),
        ("{{ article.title }}{% if article.tags %}{{ article['category'] }}{% endif %}", {"title", "tags", "category"}),
        ("{% block content %}{{ article.next_article.url }}{% endblock %}", {"next_article"}),
        ("{{ article.get_content('') }}", {"get_content"}),
        ("{{ byline(article) }}", {"*"}),
        ("{% for article in model.related %}{{ article.title }}{% endfor %}", set()),
        ("{{ model.article }} {{ title }}", set()),
    ],
)
def test_attributes_that_are_read_of_an_article(text: str, asked: set[str]) -> None:
    """Whatever the syntax; "*" where the article is handed on. Our filter `body` reads none."""
    assert digests(alone=text).asks_of_article("alone.html") == asked


def test_what_a_text_asks_is_found_out_once() -> None:
    """A second build reads it from the memo and finds the same."""
    memo: dict[bytes, bytes] = {}
    env = Environment(loader=DictLoader(TEXTS), autoescape=True)
    first = TemplateDigests(env, memo).asks("page.html")
    entries = dict(memo)
    assert (TemplateDigests(env, memo).asks("page.html"), memo) == (first, entries)


def test_override_is_found_before_the_theme(tmp_path: Path) -> None:
    """And it may extend the theme's template of the same name. Pelican's simple theme does not count as ours."""
    (tmp_path / "404.html").write_text('{% extends "!theme/404.html" %}{% block intro %}Lost{% endblock %}', "utf-8")
    (tmp_path / "own.html").write_text("own", "utf-8")
    has = TemplateDigests(environment(settings(THEME_TEMPLATES_OVERRIDES=[str(tmp_path)]))).has
    assert [has(f"{name}.html") for name in ("404", "own", "quote", "gosquared", "none")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_environment_always_escapes() -> None:
    """Whatever JINJA_ENVIRONMENT says."""
    env = environment(settings(JINJA_ENVIRONMENT={"autoescape": False, "trim_blocks": True}))
    assert env.from_string("{{ '<b>' }}").render() == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("own", "cached"),
    [
        ({}, True),
        ({"JINJA_FILTERS": {"loud": str.upper}}, False),
        ({"JINJA_FILTERS": {"loud": lambda text: f"{text}!"}}, False),
        ({"JINJA_ENVIRONMENT": {"extensions": ["jinja2.ext.do"]}}, True),
    ],
)
def test_compiled_templates_are_cached_where_they_depend_on_no_unknown_function(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: dict[str, Any], cached: bool
) -> None:
    """Jinja may call a site's own filter while it compiles."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    environment(settings(**own)).get_template("404.html")
    assert bool(list(tmp_path.rglob("*.code"))) is cached
