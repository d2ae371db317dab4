"""Rows are read by places: a part of one has its fields where the whole has them."""

from __future__ import annotations

import pytest
from msgspec import Struct
from msgspec.structs import fields

from newsbrief import memory
from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry

PARTS = [(memory._ReadBody, memory.Read), (memory._Bodied, Entry), (memory._Body, Brief)]


@pytest.mark.parametrize(("part", "whole"), PARTS, ids=lambda kind: kind.__name__)
def test_part_begins_as_the_whole_does(part: type[Struct], whole: type[Struct]) -> None:
    """Field by field, up to its last one."""
    own = [field.name for field in fields(part)]
    assert own == [field.name for field in fields(whole)][: len(own)]
