"""What readers had of each brief: a build for readers changes nothing of it that no note explains."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from newsbrief.content import published as published_file
from newsbrief.model.refusal import Refusal
from newsbrief.site import settings as own_settings
from newsbrief.site.build.store import Store
from newsbrief.site.index import published, unexplained
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.published import Published
from newsbrief.site.render.site import Site
from newsbrief.site.steps.read import StoredEntries


class UnexplainedError(Exception):
    """Readers had something otherwise, and nothing says why. The last site stays."""

    exitcode = 1


def check_record(
    index: Index, site: Site, store: Store, room: Path, refusals: Iterable[Refusal], say: Callable[[str], None]
) -> None:
    """Compare a build for readers with what readers have. Raises UnexplainedError for changes without a note.

    `room` is the folder with the record of the last build; `refusals` are the briefs that are left out.
    """
    if not index.options.publish:
        return

    def now(path: str) -> Published | None:
        text = store.brief_record(path)
        return published_file.read_fragment(text) if text else None

    content = site.content
    before = published_file.last(content.parent, _branch(site), room)
    changes = published.unexplained_since(before, index.briefs, now, StoredEntries(store).whole, index.options)
    message = unexplained.error_message(changes, tuple(refusals), content.name)
    if message:
        raise UnexplainedError(message)
    for one in unexplained.without_reason(index, content.name):
        say(str(one))


def readers_state(index: Index, site: Site) -> str:
    """Return what tells whether readers have another site since; "" for a preview."""
    return published_file.state(site.content.parent, _branch(site)) if index.options.publish else ""


def _branch(site: Site) -> str:
    return str(own_settings.value(site.settings, "NEWSBRIEF_PUBLISHED_BRANCH"))
