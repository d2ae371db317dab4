"""Bodies set ahead: while a first build collates lists and people's pages, a copy of it puts the marks into the bodies.

They say the same as those that are set when a page is printed: `typesetting.printed` makes both of the same values.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.collate.brief_pages import Maker
from newsbrief.collate.excerpt import limited
from newsbrief.model.entry import Entry
from newsbrief.publish.articles import links_by_pelican
from newsbrief.publish.press import Press
from newsbrief.publish.typesetting import leading, printed

# With fewer, the pages are printed before a copy has come far.
WORTH_A_COPY = 400


def set_ahead(press: Press, entries: Sequence[Entry], maker: Maker) -> None:
    """Begin with the bodies that are printed last. `maker`: of their pages, which the copy makes for itself."""
    if len(entries) < WORTH_A_COPY or press.printing.whole:
        return
    # Of an excerpt not all may be shown that was read, and what Pelican resolves is its own.
    whole = {entry.path for entry in entries if not (limited(entry.brief) or links_by_pelican(entry))}

    def bodies(path: str) -> tuple[bytes, ...]:
        # Out of the file: each entry that a copy looks at is copied.
        body = press.memory.body(path)
        if body is None:
            return ()
        page = maker.page(path)
        html, clean = printed(body, page, press, leading(page, press))
        return html.encode(), clean.encode()

    last_first = [path for path in reversed(maker.entries) if path in whole]
    press.galleys.begin(last_first, bodies, press.stage.room, held=entries)
