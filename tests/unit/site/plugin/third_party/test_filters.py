"""Our filters in the templates of a theme that is not ours."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import Environment

from newsbrief.site.plugin.third_party import filters
from newsbrief.site.render.links import Links
from newsbrief.site.render.translations import IN_ENGLISH


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ article|body }}", "<p>It stands.</p>"),
        ("{{ 'timeline/'|to }}", "../timeline/"),
        ("{{ 'A *pier*'|markdown }}", "<p>A <em>pier</em></p>"),
    ],
)
def test_filters_work_in_a_template_that_escapes(template: str, text: str) -> None:
    """A body is shown as HTML, an address is relative to the page, Markdown is rendered."""
    env = Environment(autoescape=True)
    env.filters.update(filters.of(Links("", False), IN_ENGLISH))
    article = SimpleNamespace(content="<p>It stands.</p>")
    assert env.from_string(template).render(article=article, output_file="quotes/index.html").strip() == text
