"""Settings are left for a build without Pelican where they can be written down, and taken where they hold."""

from __future__ import annotations

import ast
import math
import sys
from collections import OrderedDict
from pathlib import Path

import pytest

from newsbrief.publish.keys import of_values
from newsbrief.publish.settled import _plain, again

OUTPUT = Path("/site/output")
PLAIN = (None, True, 3, -0.5, "a\udcffb", b"x", [1, ("a", {"b": None})], {}, (), {1: {"x": [2.5]}})
OTHERS = (math.nan, math.inf, {1, 2}, len, Path("x"), [len], {"a": Path("x")}, OrderedDict(a=1), (1, {2: object()}))


@pytest.mark.parametrize("value", PLAIN, ids=lambda one: type(one).__name__)
def test_plain_values_come_back_as_they_were(value: object) -> None:
    """Also which kinds they are: a list is no tuple."""
    assert _plain(value)
    assert repr(ast.literal_eval(repr(value))) == repr(value)


@pytest.mark.parametrize("value", OTHERS, ids=lambda one: type(one).__name__)
def test_other_values_are_not_taken_for_plain_ones(value: object) -> None:
    """Their `repr` says less than there is, or nothing that can be read."""
    assert not _plain(value)


def left(own: dict[str, object], output: str = str(OUTPUT)) -> str:
    settings = {"PATH": "/site/content", "OUTPUT_PATH": output}
    return repr((of_values(own), settings, ["CALL"], [("About", "about/")], ["about/index.html"]))


TEXT = "import os\nNAME = 'Lamp'\nCALL = len\nsmall = 3\n"
OWN: dict[str, object] = {"NAME": "Lamp", "CALL": len}
CASES = {
    "as it was": (TEXT, left(OWN), True),
    "other words": (TEXT.replace("Lamp", "Buoy"), left(OWN), False),
    "another function": (TEXT.replace("len", "max"), left(OWN), False),
    "one more": (f"{TEXT}MORE = 1\n", left(OWN), False),
    "one more in small letters": (f"{TEXT}more = 1\n", left(OWN), True),
    "another folder": (TEXT, left(OWN, "/other/output"), False),
}


@pytest.mark.parametrize(("text", "kept", "holds"), CASES.values(), ids=CASES)
def test_settings_hold_as_long_as_their_file_says_the_same(tmp_path: Path, text: str, kept: str, holds: bool) -> None:
    """What is no plain value comes from the file itself; nothing is left in its folder."""
    file = tmp_path / "pelican.conf.py"
    file.write_text(text, "utf-8")
    found = again(kept, file, OUTPUT)
    assert (found is not None) == holds
    assert found is None or (found.settings["PATH"], found.settings["CALL"]) == ("/site/content", len)
    assert found is None or (found.pages[0].text, found.taken) == ("About", ("about/index.html",))
    assert list(tmp_path.iterdir()) == [file]
    sys.modules.pop("pelican.conf", None)
