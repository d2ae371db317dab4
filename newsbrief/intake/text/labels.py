"""A head of labelled fields, as old editorial systems, archives and forms have it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsbrief.intake.text.head import FIELD, LONGEST, Head
from newsbrief.intake.text.lines import Line
from newsbrief.rules.copy import Copy

# So many fields make a head without a headline.
FEWEST = 2
# Of so many kinds, what else stands above matters less.
ENOUGH = 3
# Lines before a head and at the end of the text among which further fields may stand; how short others are.
BEFORE, BEHIND, SHORT = 8, 10, 80
# The share of labelled lines in a file that is nothing else.
TAGGED = 0.6
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
# A picture's file, where a label promises whom to credit.
FILE = re.compile(r"\S+\.\w{3,4}")
# Fields whose words may go on in the next line.
LONG = frozenset({"standfirst", "note", "caption", "other"})
Fields = dict[str, list[str]]


def labelled(found: Sequence[Line], copy: Copy) -> Head | None:
    """A head of fields such as “HEADLINE: …”; None if the text has none. Fields at the text's end are read, too."""
    kinds = [_label(FIELD.fullmatch(line.text), copy) for line in found]
    if {"headline", "body"} <= set(kinds) and sum(map(bool, kinds)) > TAGGED * len(kinds):
        return _tagged(found, kinds)
    fields: Fields = {}
    above: list[Line] = []
    end, rest = _top(found, copy, fields, above)
    known = sum(kind != "other" for kind in fields)
    if "headline" not in fields and known < FEWEST + bool(above) * (len(fields) < ENOUGH):
        return None
    fields.setdefault("date", []).extend(line.text for line in above if YEAR.search(line.text))
    last = len(rest)
    for place in range(len(rest) - 1, max(end, len(rest) - BEHIND) - 1, -1):
        match = FIELD.fullmatch(rest[place].text)
        if match and (kind := _label(match, copy)):
            _add(fields, "other" if kind in ("headline", "body") else kind, match["words"].strip())
            last = place
        elif len(rest[place].text) > SHORT:
            break
    # The headline of some archives has no label: it stands among the lines above those that have.
    left = [] if "headline" in fields else above
    return Head({kind: tuple(words) for kind, words in fields.items() if words}, (*left, *rest[end:last]))


def _top(found: Sequence[Line], copy: Copy, fields: Fields, above: list[Line]) -> tuple[int, Sequence[Line]]:
    """Fill the fields, and what stands above them; the place behind them, and the lines that places count."""
    end, before = 0, ""
    for place, line in enumerate(found[:LONGEST]):
        match = FIELD.fullmatch(line.text)
        kind = _label(match, copy)
        if match and not kind and fields and match["label"].isupper():
            # What no rule knows is for the desk.
            kind, words = "note", line.text
        else:
            words = match["words"].strip() if match else ""
        if not match or not kind:
            if place < BEFORE and len(line.text) < SHORT and not fields:
                # Archives count their documents above the head.
                above.append(line)
                continue
            if before in LONG and not line.after_blank and fields.get(before):
                fields[before][-1] = f"{fields[before][-1]} {line.text}"
                end = place + 1
                continue
            break
        end, before = place + 1, kind
        if kind == "body":
            return (place, [*found[:place], Line(line.number, words, True), *found[end:]]) if words else (end, found)
        _add(fields, kind, words)
    return end, found


def _tagged(found: Sequence[Line], kinds: Sequence[str]) -> Head:
    """A file in which each line has its label: “@HEAD:…”, “@TEXT:…”."""
    fields: Fields = {}
    rest: list[Line] = []
    for line, kind in zip(found, kinds, strict=True):
        match = FIELD.fullmatch(line.text)
        words = match["words"].strip() if match and kind else line.text
        if kind in ("body", "subheading", "") and words:
            rest.append(Line(line.number, words, bool(kind) or line.after_blank))
        elif kind:
            _add(fields, kind, words)
    return Head({kind: tuple(words) for kind, words in fields.items()}, tuple(rest))


def _label(match: re.Match[str] | None, copy: Copy) -> str:
    return copy.labels.get(" ".join(match["label"].lower().replace("_", " ").split()), "") if match else ""


def _add(fields: Fields, kind: str, words: str) -> None:
    if words and not (kind == "credit" and FILE.fullmatch(words)):
        fields.setdefault(kind, []).append(words)
