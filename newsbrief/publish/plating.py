"""Keeps a plate of each brief whose pages were printed, and the site's outline, for a build that only reprints some."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from newsbrief.build.workers import spread
from newsbrief.model.pages import BriefPage, Site
from newsbrief.model.quotes import QuotePage
from newsbrief.plates import Plate, cast
from newsbrief.publish.keys import key
from newsbrief.publish.links import file_of
from newsbrief.publish.press import Press
from newsbrief.publish.searching import Searched, by_brief

# A worker that looks at page models copies the memory they lie in: with so many at once it is soon given back.
AT_ONCE = 2000
Jobs = Mapping[str, tuple[str, tuple[str, ...]]]


def stamp(page: BriefPage, quotes: Sequence[QuotePage], found: str, jobs: Jobs) -> str:
    """What tells that a plate belongs to the pages of a build. `found`: a key of what the search finds of the brief."""
    names = [file_of(url) for url in (page.url, *(one.url for one in quotes))]
    return key([jobs[name][0] if name in jobs else "" for name in names], found)


def stamp_of(plate: Plate, jobs: Jobs) -> str:
    """The same of a plate as it is."""
    return stamp(plate.page, plate.quotes, key(plate.found) if plate.found else "", jobs)


def keep(press: Press, searched: Searched, linking: Collection[str]) -> None:
    """Keep what the build that is done here may have to be reprinted from."""
    press.printing.outline = replace(
        press.outline, linking=tuple(sorted(linking)), found=searched.found, segments=searched.segments
    )
    plates = _plates(press, press.site) if press.site else {path: press.kept_plates[path] for path in press.offered}
    jobs = press.printing.done
    stamps = {
        path: stamp(one.page, one.quotes, searched.found.get(one.page.url, ""), jobs) for path, one in plates.items()
    }
    stale = press.plates.stale(stamps)
    for start in range(0, len(stale), AT_ONCE):
        paths = stale[start : start + AT_ONCE]
        for share in spread(partial(_cast, plates), paths, press.printing.workers, press.stage.room):
            for path, data in pickle.loads(share):  # noqa: S301  # our own worker wrote it a moment ago
                press.plates.keep(path, stamps[path], data)
        if len(stale) > AT_ONCE:
            press.plates.settle()


def _plates(press: Press, site: Site) -> Mapping[str, Plate]:
    quotes: dict[str, list[QuotePage]] = defaultdict(list)
    for page in site.quote_pages if press.printing.has("quote") else ():
        quotes[page.quote.brief.url or ""].append(page)
    found = by_brief(site.findable) if press.printing.has("search") else {}
    return {
        path: Plate(page, tuple(quotes.get(page.url, ())), found.get(page.url, ()))
        for path, page in site.briefs.items()
    }


def _cast(plates: Mapping[str, Plate], paths: Sequence[str]) -> bytes:
    return pickle.dumps([(path, cast(plates[path])) for path in paths], 5)
