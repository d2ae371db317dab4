"""Keeps a plate of each brief whose pages were printed, and the site's outline, for a build that only reprints some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.build import workers
from newsbrief.build.named import Named, named
from newsbrief.build.results import Results
from newsbrief.model.pages import Site
from newsbrief.model.plate import Gist, Plate
from newsbrief.model.quotes import QuotePage
from newsbrief.publish.keys import key
from newsbrief.publish.links import file_of
from newsbrief.publish.outline import Outline
from newsbrief.publish.press import OUTLINE, Press, register_name
from newsbrief.publish.searched import Searched, by_brief

# Of fewer plates the copy would take longer than they do.
WORTH_A_COPY = 400


def stamp(plate: Plate | Gist, found: str, key_of: Callable[[str, str], str]) -> str:
    """What tells that a plate belongs to the pages of a build.

    `found`: a key of what the search finds of the brief. `key_of`: that of a job by its name, or what is given.
    """
    keys = [key_of(file_of(url), "") for url in (plate.page.url, *(one.url for one in plate.quotes))]
    story = plate.teaser.story if plate.teaser else None
    # All else in a teaser stands on the brief's page, too.
    return key(" ".join(keys), found, (story, plate.entries) if story or plate.entries else "")


def stamp_of(plate: Plate | Gist, jobs: Results, known: Outline | None) -> str:
    """The same of a plate of the last build, of these jobs and this outline."""
    return stamp(plate, known.found.get(plate.page.url, "") if known else "", jobs.keys.get)


class Drawn(Struct, frozen=True):
    """An outline that is written in turn with pages, and by which name."""

    outline: Outline
    named: Named


def drawn(press: Press, searched: Searched, linking: Collection[str]) -> Drawn:
    """The outline of a site, with all that is known before it is printed. `linking`: see there."""
    found = replace(
        press.outline,
        linking=tuple(sorted(linking)),
        found=searched.found,
        segments=searched.segments,
        # A run without a register leaves that of the last, which still belongs to the site if the outline says so.
        register=register_name(press),
    )
    return Drawn(found, named(OUTLINE, found.to_keep, press.stage.room))


def keep(
    press: Press, searched: Searched, linking: Collection[str], text: Callable[[str], str], offered: Drawn | None = None
) -> None:
    """Keep what the build that is done here may have to be reprinted from. `text`: a brief's clean text, or "".

    All plates take about as long as it takes to bring the whole site into place: a copy begins with them at once.
    `offered`: the outline, if it was written with the pages.
    """
    known = drawn(press, searched, linking)
    if offered and offered.outline.linking == known.outline.linking:
        known = offered
    else:
        known.named.write()
    press.printing.outline = known.named.name
    plates = _plates(press, press.site) if press.site else {path: press.kept_plates[path] for path in press.offered}
    names = set(press.outline.briefs)
    if len(plates) < WORTH_A_COPY:
        _cast(press, plates, searched, text)
        press.printing.save_plates = partial(press.plates.save, names)
        return

    def saved() -> bool:
        _cast(press, plates, searched, text)
        return press.plates.save(names, workers.attended)

    aside = workers.Aside(saved, worth=True)
    press.printing.save_plates = lambda: aside.answer or saved()


def _cast(press: Press, plates: Mapping[str, Plate], searched: Searched, text: Callable[[str], str]) -> None:
    key_of = press.printing.key_of
    stamps = {path: stamp(one, searched.found.get(one.page.url, ""), key_of) for path, one in plates.items()}
    stale = press.plates.stale(stamps)
    # A new brief stands in feeds with these: their texts are asked for with it.
    texts = {path: text(path) for path in press.outline.told_whole.intersection(stale)}
    plates = {**plates, **{path: replace(plates[path], text=found) for path, found in texts.items()}}
    for path in stale:
        press.plates.keep(path, stamps[path], plates[path])


def _plates(press: Press, site: Site) -> Mapping[str, Plate]:
    quotes: dict[str, list[QuotePage]] = defaultdict(list)
    for page in site.quote_pages if press.printing.has("quote") else ():
        quotes[page.quote.brief.url or ""].append(page)
    found = by_brief(site.findable) if press.printing.has("search") else {}
    return {
        path: Plate(
            page,
            tuple(quotes.get(page.url, ())),
            found.get(page.url, ()),
            site.teasers.get(path),
            site.entries.get(path, ()),
        )
        for path, page in site.briefs.items()
    }
