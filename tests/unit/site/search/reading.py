"""The files of a segment read as a browser reads them: one term, exactly, and what it finds."""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Mapping

from newsbrief.site.search.shards import DIGITS
from newsbrief.site.search.words import order


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
    """The address of all that a term finds in a segment, and whether it is among the result's own words."""
    about = json.loads(files["about"])
    starts = [order(start) for start in about["starts"].split(" ")]
    terms = json.loads(files[f"t{bisect(starts, order(term)) - 1}"])
    results, found = sum(about["counts"]), []
    for number in numbers(terms.get(term, "")):
        place = number % results
        row = json.loads(files[f"r{place // about['size']}"])[place % about["size"]]
        found.append((row[1], number < results))
    return found
