"""A brief's article as nearly all templates know it: its model and its body.

Pelican's own article takes a tenth of a first build to make, and is made where a template asks for more of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsbrief.model.pages import BriefPage


class Light:
    """`clean`: the body's HTML without marks; `whole` gives Pelican's article."""

    def __init__(self, model: BriefPage, body: str, clean: str, whole: Callable[[], Any]) -> None:
        self.model, self.clean = model, clean
        self._body, self._whole = body, whole
        self._made: Any = None

    def get_content(self, _siteurl: str) -> str:
        """The body with its marks; nothing in it is for Pelican to resolve."""
        return self._body

    def __getattr__(self, name: str) -> Any:
        if self._made is None:
            self._made = self._whole()
        return getattr(self._made, name)
