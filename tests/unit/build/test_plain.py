"""Values that are kept come back as they were, or not at all."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.build import plain
from newsbrief.build.account import Account, Made
from newsbrief.build.pieces import Piece
from newsbrief.build.sources import Source
from newsbrief.model.brief import Moment
from newsbrief.model.pages import BriefPage
from newsbrief.model.views import DateText
from tests.effort import examples

# With halves of surrogate pairs, as Python has them in the names of files that are no text.
names = st.text(max_size=12)
number = st.integers(0, 2**64 - 1)
sources = st.builds(Source, number, number, number, number, names, number)
made = st.builds(
    Made,
    *(names, names, st.dictionaries(names, st.tuples(number, number)), names, st.tuples(names)),
    folders=st.frozensets(names),
    templates=st.dictionaries(names, st.lists(st.lists(names | st.none()))),
    built=st.floats(0, 1e10),
    until=st.floats(0, 1e10) | st.none(),
)
accounts = st.builds(
    Account,
    made,
    *(
        st.builds(Piece, st.dictionaries(names, one), st.tuples(names))
        for one in (sources, names, st.tuples(names, names))
    ),
)
ZONES = (dt.UTC, dt.timezone(dt.timedelta(hours=9)), ZoneInfo("Europe/Oslo"))
ODD = "raw/\udcff.txt"


@given(accounts)
@settings(max_examples=examples(100), deadline=None, derandomize=True)
def test_what_is_kept_comes_back(value: Account) -> None:
    """Of the same types, rows and bytes too, whatever files are called."""
    assert plain.read(plain.written(value), Account) == value
    kept = Piece({ODD: b"looks"}, (ODD,))
    assert plain.read(plain.written(kept), Piece[bytes]) == kept


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"mine",
        b"{}",
        plain.written(["a"])[:-1],
        plain.written({"form": 1}),
        plain.written([ODD])[:-2],
        pickle.dumps(Path("a"), 5),
        pickle.dumps(print, 5),
    ],
)
def test_whatever_is_wrong_raises(data: bytes) -> None:
    """Bytes of something else, half of the bytes, values of another kind, and what would run something."""
    with pytest.raises(Exception, match=r"."):
        plain.read(data, Piece[bytes])


@given(names, st.datetimes(timezones=st.sampled_from(ZONES)))
@settings(max_examples=examples(100), deadline=None, derandomize=True)
def test_instants_keep_their_hour(name: str, instant: dt.datetime) -> None:
    """On the clock that they were told by, whatever else is told with them."""
    page = BriefPage(name, name, "", DateText(name, "", "", ""), instant, instant)
    found = plain.read(plain.told(page), BriefPage)
    assert plain.told(found) == plain.told(page)
    assert found.published_at.isoformat() == instant.isoformat()


@pytest.mark.parametrize("zone", [None, dt.UTC, dt.timezone(dt.timedelta(hours=-3, minutes=-30))])
def test_zones_that_are_an_offset_come_back(zone: dt.tzinfo | None) -> None:
    """As front matter has them; one by its name is no plain value."""
    moment = Moment(dt.date(2029, 5, 4), dt.time(12), zone)
    assert plain.read(plain.written(moment), Moment) == moment
    with pytest.raises(TypeError):
        plain.written(Moment(moment.day, moment.time, ZoneInfo("Europe/Oslo")))
