"""Renders pages: what they have in common is put together once for each template, not once for each page.

Jinja's own `render` copies all that a page knows three times, which for short pages is half of what they take.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Template


class Rendering:
    """`context`: what Pelican gives all templates, which has to stay as it is."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._context = context
        self._common: dict[str | None, dict[str, Any]] = {}

    def page(self, template: Template, own: Mapping[str, Any]) -> str:
        """What `template.render` gives with the context and the page's own values. Raises what the template raises."""
        common = self._common.get(template.name)
        if common is None:
            self._common[template.name] = common = {**template.globals, **self._context}
        context = template.new_context({**common, **own}, shared=True)
        try:
            return template.environment.concat(template.root_render_func(context))
        except Exception:
            template.environment.handle_exception()
