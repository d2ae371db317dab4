"""Pages rendered from templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.site.render.frame import frame_of
from newsbrief.site.render.pages import PageError, Renderer
from newsbrief.site.render.templates import environment
from tests.unit.site.pages.content_site import site

TEMPLATES = {
    "one.html": "{% from 'link.html' import link %}{{ link('people/a/') }} "
    "{{ 'timeline/#y2029'|to }} {{ body }} {{ SITENAME }}",
    "link.html": "{% macro link(url) %}<a href=\"{{ url|to }}\">{{ _('People') }}, {{ nb.name }}</a>{% endmacro %}",
    "context.html": "{% from 'asks.html' import asks with context %}{{ asks() }}",
    "asks.html": "{% macro asks() %}{{ model }} {{ ''|to }}{% endmacro %}",
    "wrong.html": "{% extends 'frame.html' %}\n{% block inner %}\n{{ nowhere.at.all }}{% endblock %}",
    "frame.html": "<{% block inner %}{% endblock %}>",
    "syntax.html": "fine\n{% if %}",
}


@pytest.fixture
def renderer(tmp_path: Path) -> Renderer:
    """A renderer of these templates."""
    for name, text in TEMPLATES.items():
        (tmp_path / name).write_text(text, "utf-8")
    made = site(tmp_path / "content", THEME_TEMPLATES_OVERRIDES=[str(tmp_path)])
    return Renderer(environment(made.settings), frame_of(made, ()), made)


def test_links_are_relative_to_the_page(renderer: Renderer) -> None:
    """In the template and in macros, page after page; variables are escaped, settings are there."""
    for file, up in (("index.html", ""), ("a/b/index.html", "../../"), ("a/index.html", "../")):
        found = renderer.page("one", file, {"body": "<b>"}).decode()
        assert found == f'<a href="{up}people/a/">People, Tidings</a> {up}timeline/#y2029 &lt;b&gt; Tidings'


def test_macro_imported_with_context_knows_its_page(renderer: Renderer) -> None:
    """An override may be written that way."""
    pages = [renderer.page("context", file, {"model": model}) for model, file in (("a", "x/a"), ("b", "x/y/b"))]
    assert pages == [b"a ../", b"b ../../"]


def test_page_leaves_nothing_to_the_next(renderer: Renderer) -> None:
    """A variable of one page is unknown to another."""
    renderer.page("one", "index.html", {"body": "words"})
    assert b"words" not in renderer.page("one", "index.html", {})


@pytest.mark.parametrize(
    ("template", "place"), [("wrong", "wrong.html, line 3"), ("syntax", "syntax.html, line 2"), ("none", "none.html")]
)
def test_error_names_the_page_and_the_line(renderer: Renderer, template: str, place: str) -> None:
    """The template is the one that failed, wherever the page's own begins."""
    with pytest.raises(PageError) as error:
        renderer.page(template, "a/index.html", {})
    assert str(error.value).startswith(f"a/index.html: the template {place}: ")
