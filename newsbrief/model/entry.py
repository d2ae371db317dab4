"""A brief on the shelf: with the file it stands in and what was checked about it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct, field

from newsbrief.model.brief import Brief
from newsbrief.model.stored import Stored


class Picture(Stored, frozen=True):
    """A brief's photo as its file is. `file` is its path below the content folder, `digest` that of its bytes.

    `width` and `height` in pixels, as a viewer shows it; `credit` and `rights` as the file itself gives them, or "".
    `made_by`: the programs that resize it.
    """

    file: str
    digest: str
    width: int
    height: int
    credit: str = ""
    rights: str = ""
    made_by: str = ""


class Entry(Stored, frozen=True):
    """A brief, the file it stands in, and its body as a reader sees it.

    `path` is relative to the content folder, with forward slashes; `text` has one blank line between paragraphs.
    `parts` gives, for each quote by its id, where its parts stand in `text`; `in_raw` the quotes that were also found
    word for word in the raw article; `raw_tail` the last lines of that, if it is plain text. `picture`: the photo that
    the brief names, if it was looked at and can be shown.
    """

    path: str
    brief: Brief
    text: str = ""
    parts: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    in_raw: frozenset[str] = frozenset()
    raw_tail: tuple[str, ...] = ()
    picture: Picture | None = None

    @property
    def stem(self) -> str:
        """The file's name without its ending, by which rules in people.yaml name briefs."""
        return PurePosixPath(self.path).stem


class PersonRule(Struct, frozen=True):
    """One line of content/people.yaml. `page`: auto, yes, or no (the name is kept out of every list).

    `briefs`: file names without ending; the rule holds in these only. Empty: everywhere.
    """

    name: str
    also: tuple[str, ...] = ()
    page: str = "auto"
    briefs: tuple[str, ...] = ()
