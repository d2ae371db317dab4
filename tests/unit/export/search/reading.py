"""The index read as a browser reads it: one term, exactly, and what it finds."""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Mapping
from typing import Any

from newsbrief.export.search.shards import DIGITS
from newsbrief.export.search.words import order


def numbers(places: str) -> list[int]:
    """The numbers behind a term."""
    found, number, gap, unit = [], 0, 0, 1
    for sign in places:
        digit = DIGITS.index(sign)
        gap += digit % 32 * unit
        unit *= 32
        if digit < 32:
            number += gap
            found.append(number)
            gap, unit = 0, 1
    return found


def find(files: Mapping[str, str], term: str) -> list[tuple[str, bool]]:
    """The address of all that a term finds, newest segment first, and whether it is among the result's own words."""
    listed = json.loads(files["index.json"])
    found = []
    for segment in listed["segments"]:
        starts = [order(start) for start in segment["starts"].split(" ")]
        terms = json.loads(files[f"{segment['at']}/t{bisect(starts, order(term)) - 1}.json"])
        results = sum(segment["counts"])
        for number in numbers(terms.get(term, "")):
            place = number % results
            found.append((_record(files, segment, place)[1], number < results))
    return found


def _record(files: Mapping[str, str], segment: Mapping[str, Any], place: int) -> list[str]:
    """What is shown of a result."""
    if isinstance(segment["rows"], str):
        records = json.loads(files[f"{segment['rows']}/r{place // segment['size']}.json"])
        return list(records[place % segment["size"]])
    every = [row for name, _ in segment["rows"] for row in json.loads(files[f"rows/{name}.json"])]
    return list(every[place])
