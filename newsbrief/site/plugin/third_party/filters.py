"""Our filters for the templates of a theme that is not ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsbrief.site.render.body import to_html
from newsbrief.site.render.foreign_text import plain
from newsbrief.site.render.links import Links, place_of
from newsbrief.site.render.translations import Translations


def of(links: Links, words: Translations) -> Mapping[str, Callable[..., Any]]:
    """Return the filters by name. `to` makes a link from the page being written, which is `output_file` there."""

    @pass_context
    def to(context: Context, url: str) -> str:
        return links.href(place_of(context.resolve_or_missing("output_file")), url)

    def markdown(text: str) -> Markup:
        return Markup(to_html(plain(text)))  # noqa: S704  # cleaned there

    def body(content: Any) -> Markup:
        return Markup(content.content)  # noqa: S704  # cleaned when it was read

    return {"to": to, "markdown": markdown, "dated": words.date, "body": body}
