"""Pages rendered from templates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment, Template, TemplateSyntaxError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsbrief.site.render import translations
from newsbrief.site.render.body import to_html
from newsbrief.site.render.foreign_text import plain
from newsbrief.site.render.frame import Frame
from newsbrief.site.render.links import place_of
from newsbrief.site.render.site import Site

# So many links are remembered, by the place of the page and by their address: pages of one folder have many in common.
REMEMBERED = 1 << 14


class PageError(Exception):
    """A template failed. The message names the page, the template with its line, and the error."""


class Renderer:
    """Renders pages, one after another. The environment gets our filters, the frame and the translations.

    `context` has further variables for every page.
    """

    def __init__(self, env: Environment, frame: Frame, site: Site, context: Mapping[str, Any] | None = None) -> None:
        self._env, self._file, self._place = env, "", ""
        self._templates: dict[str, Template] = {}
        self._href = lru_cache(REMEMBERED)(site.links.href)
        # Jinja calls a filter on a constant when it compiles, unless the filter takes the context.
        env.filters["to"] = pass_context(lambda _, url: self._href(self._place, url))
        env.filters["dated"] = pass_context(lambda _, date, form="text": site.words.date(date, form))
        env.filters["markdown"] = pass_context(lambda _, text: Markup(to_html(plain(text))))  # noqa: S704  # cleaned
        env.filters["body"] = pass_context(lambda context, _: context["body"])
        env.globals["nb"] = frame
        translations.install(env, site.words)
        self._common = {
            **env.globals,
            "localsiteurl": site.links.siteurl,
            **site.settings,
            "nb": frame,
            **(context or {}),
        }

    def page(self, template: str, file: str, variables: Mapping[str, Any]) -> bytes:
        """Return a page's file. `template` is a name without ".html", `file` the path below the output folder.

        Raises PageError if the template fails.
        """
        self._file, self._place = file, place_of(file)
        try:
            found = self._templates.get(template) or self._template(template)
            # `Template.render` copies all variables several times, which takes half of the time of a short page.
            common = {**self._common, "output_file": file, **variables}
            context = Context(self._env, common, found.name, found.blocks)
            return "".join(found.root_render_func(context)).encode("utf-8", "replace")
        except Exception as error:
            raise PageError(_message(error, file, template)) from error

    def _template(self, name: str) -> Template:
        found = self._templates[name] = self._env.get_template(f"{name}.html")
        return found


def _message(error: Exception, file: str, template: str) -> str:
    place = f"{template}.html"
    if isinstance(error, TemplateSyntaxError):
        place = f"{error.name or error.filename}, line {error.lineno}"
    trace = error.__traceback__
    while trace is not None:
        running = trace.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(running, Template):
            place = f"{running.name}, line {running.get_corresponding_lineno(trace.tb_lineno)}"
        trace = trace.tb_next
    return f"{file}: the template {place}: {type(error).__name__}: {error}"
