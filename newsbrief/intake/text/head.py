"""What stands before an article on purpose, read field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from newsbrief.intake.text.lines import Line

FIELD = re.compile(r"[@*_#]{0,3}(?P<label>[^\W\d_][\w .’'/-]{0,28}?)[*_]{0,2}\s?:(?!//)[*_]{0,2}\s*(?P<words>.*)$")
# No head and no letter before an article is longer, in lines.
LONGEST = 40


class Head(Struct, frozen=True):
    """What a head told, by field, and the lines that it leaves to the article."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rest: tuple[Line, ...] = ()

    def first(self, name: str) -> str:
        """The first value of a field, "" without one."""
        return next(iter(self.fields.get(name, ())), "")
