"""What is kept of each brief's pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief import collate
from newsbrief.build.pack import Pack
from newsbrief.collate.edition import PARTS
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.plate import Gist, Plate, gist
from newsbrief.plates import Plates
from tests.unit.briefs import edition, entry

PATH = "briefs/a.md"


@pytest.fixture
def plate() -> Plate:
    """Of a brief with a quote and two events, the later one first."""
    events = (
        BriefEvent("e1", "2029-05-02", "", "The ferry sank"),
        BriefEvent("e2", "2029-05-01", "", "The ferry left"),
    )
    quotes = (BriefQuote("q1", ("Nobody asked us",), "Tove Lind"),)
    brief = entry(PATH, people=(BriefPerson("Tove Lind", "clerk"),), quotes=quotes, events=events)
    site = collate.site([brief], edition(parts=PARTS))
    return Plate(site.briefs[PATH], tuple(site.quote_pages), site.findable, site.teasers[PATH], (), "<p>Text.</p>")


def kept(folder: Path, plate: Plate) -> Plates:
    """As the next build has them."""
    plates = Plates(Pack(folder / "plates.pack"), "tool")
    plates.keep(PATH, "stamp", plate)
    assert plates.save([PATH])
    return Plates(Pack(folder / "plates.pack"), "tool")


def test_plate_and_gist_come_back(tmp_path: Path, plate: Plate) -> None:
    """Each as it was kept, and the gist says of the brief's events, quotes and teaser what the plate says."""
    plates = kept(tmp_path, plate)
    assert plates.get(PATH, Plate, lambda _: "stamp") == plate
    found = plates.get(PATH, Gist, lambda _: "stamp")
    assert found == gist(plate)
    assert found is not None
    assert [event.id for event in found.happened] == [event.id for event in plate.happened]
    assert (found.page.quotes, found.teaser) == (plate.page.quotes, plate.teaser)


@pytest.mark.parametrize("kind", [Plate, Gist])
def test_plate_of_another_build_is_none(tmp_path: Path, plate: Plate, kind: type[Plate] | type[Gist]) -> None:
    """Nor is one that other programs made."""
    plates = kept(tmp_path, plate)
    assert plates.get(PATH, kind, lambda _: "another stamp") is None
    assert Plates(plates.pack, "another tool").get(PATH, kind, lambda _: "stamp") is None
