"""What the desk's modules pass to each other: its settings, raw files, drafts, outcomes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct

from newsbrief import rules
from newsbrief.content.folders import BRIEF_FOLDERS
from newsbrief.model.article import Delivery
from newsbrief.model.brief import Brief, Moment
from newsbrief.model.refusal import Refusal, RefusedError


class Desk(Struct, frozen=True):
    """The desk's settings.

    `content` is the content folder, `briefs` the folder for new briefs, and `folders`, below the content folder, are
    those that have briefs. `status` is that of new briefs. `date` overrides the articles' dates. `lang` is the language
    of articles that name none.
    """

    content: Path
    briefs: Path
    status: str = "review"
    date: Moment | None = None
    lang: str = rules.DEFAULT
    folders: tuple[str, ...] = BRIEF_FOLDERS


class Raw(Struct, frozen=True):
    """A raw file from the disk, or a member of an archive.

    `file` is its path, where there may be no file if it is a member of an archive. `called` is its name in messages,
    and `origin` its name in its briefs' `raw` field; "" means the file's name for both. `changed` is the time of its
    last change in seconds since 1970; None means that of the file. `titled`: name a new brief after its headline,
    because the raw file's name says nothing.
    """

    file: Path
    data: bytes
    sha256: str
    called: str = ""
    origin: str = ""
    changed: float | None = None
    titled: bool = False

    @property
    def name(self) -> str:
        """The name in messages."""
        return self.called or self.file.name

    @property
    def recorded(self) -> str:
        """The name in the `raw` field of its briefs."""
        return self.origin or self.file.name

    @property
    def day(self) -> dt.date:
        """The day of its last change."""
        changed = self.file.stat().st_mtime if self.changed is None else self.changed
        return dt.datetime.fromtimestamp(changed, dt.UTC).date()


class Drafted(Struct, frozen=True):
    """The brief that one article of a raw file makes, or why it makes none.

    `raw` has no bytes. `notes` tell a person what to look at. `pictures` are the picture files that came with the
    article. `reasons` are (line, reason) pairs, where there is no brief.
    """

    raw: Raw
    delivery: Delivery | None = None
    brief: Brief | None = None
    notes: tuple[str, ...] = ()
    pictures: tuple[bytes, ...] = ()
    reasons: tuple[tuple[int, str], ...] = ()


class Outcome(Struct, frozen=True):
    """What the desk did with one raw article. `kind` is "new", "kept" (nothing to change), "updated" or "refused".

    `brief` is the brief's file. `notes` tell a person what to look at. `refusals` say why the raw article could not be
    read or, with kind "kept", why its brief cannot be.
    """

    raw: Path
    kind: str
    brief: Path | None = None
    notes: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def refused(raw: Path, error: RefusedError | OSError) -> Outcome:
    """Return the outcome for a raw article that could not be read or filed."""
    if isinstance(error, RefusedError):
        return Outcome(raw, "refused", refusals=error.refusals(shown(raw)))
    return Outcome(raw, "refused", refusals=(Refusal(shown(raw), 0, error.strerror or str(error)),))


def shown(file: Path) -> str:
    """Return a path for messages: relative to the current folder if it lies below."""
    try:
        return file.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()
