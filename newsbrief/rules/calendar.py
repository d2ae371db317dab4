"""The calendar's words and time expressions, out of `calendar.toml` and `expressions.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from newsbrief.rules.shape import Calendar, Expression

Table = Mapping[str, Any]

# Shapes of figures, the same in every language.
FIGURES = {
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])(?:st|nd|rd|th)?(?![0-9:%])(?![.,][0-9]{3})(?!,[0-9])",
    "year": r"(?:1[0-9]|20|21)[0-9][0-9](?![0-9])(?![.,][0-9])",
    "recent": r"(?:19|20)[0-9][0-9](?![0-9])(?![.,][0-9])",
    "decade": r"(?:1[0-9]|20)[0-9]0s",
    "iso": r"(?:1[0-9]|20|21)[0-9][0-9]-(?:1[0-2]|0[1-9])-(?:3[01]|[12][0-9]|0[1-9])(?![0-9])",
}


def calendar(table: Table, expressions: Iterable[Table]) -> Calendar:
    """Read both files; raises KeyError where a table is missing and re.error where a pattern is none."""
    rules = tuple(expressions)
    words = {
        "month": _capitalised(table["months"]["names"]),
        "weekday": _capitalised(table["weekdays"]["names"]),
        "before": _either(table["months"]["before"]),
        "season": _either(table["seasons"]["names"]),
        "part": _either(table["parts"]["names"]),
        "unit": _either(table["units"]["names"]),
        "clock": _either(table["clock"]["names"]),
        "ordinal": _either(table["ordinals"]["names"]),
        "vague": _either(table["vague"]["names"]),
        "number": rf"(?:[0-9]{{1,3}}(?![\d.,])|{_either(table['numbers']['names'])}\b)",
        **FIGURES,
    }
    return Calendar(
        months=_numbered(table["months"]["names"], 1),
        weekdays=_numbered(table["weekdays"]["names"], 0),
        seasons=table["seasons"]["names"],
        parts=table["parts"]["names"],
        units=table["units"]["names"],
        clock=table["clock"]["names"],
        numbers=table["numbers"]["names"],
        ordinals=table["ordinals"]["names"],
        doubtful=frozenset(table["months"]["doubtful"]),
        future=frozenset(table["future"]["names"]),
        leads=frozenset(table["leads"]["words"]),
        steps=table["steps"]["names"],
        articles=frozenset(table["numbers"]["articles"]),
        until=frozenset(table["future"]["until"]),
        expressions=tuple(Expression(rule["name"], rule["means"], rule.get("shift", 0)) for rule in rules),
        search=_search(rules, words),
    )


def _numbered(lines: Iterable[str], first: int) -> dict[str, int]:
    """“January Jan” as the first line gives {"january": 1, "jan": 1}."""
    return {form.lower(): number for number, line in enumerate(lines, first) for form in line.split()}


def _either(words: Iterable[str]) -> str:
    """Any of the words, longest first; what follows decides whether the word ends there (a plural does not)."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _capitalised(lines: Iterable[str]) -> str:
    """Any form as written or all in capitals; a short form, any but a line's first, may carry its full stop."""
    full = [form for line in lines for form in (line.split()[0], line.split()[0].upper())]
    short = [form for line in lines for word in line.split()[1:] for form in (word, word.upper())]
    return rf"(?-i:{_either(full)}\b|{_either(short)}\b\.?)"


def _search(rules: Iterable[Table], words: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern of all expressions, tried in order at each word; every group carries its rule's number."""
    return re.compile(
        r"(?<![\w$€£-])(?=[\w(’'])(?:"
        + "|".join(_numbered_rule(n, rule["pattern"], words) for n, rule in enumerate(rules))
        + ")"
    )


def _numbered_rule(number: int, pattern: str, words: Mapping[str, str]) -> str:
    seen = {"before"}

    def group(match: re.Match[str]) -> str:
        word = match[1]
        if word in seen:
            return words[word]
        seen.add(word)
        return f"(?P<{word}_{number}>{words[word]})"

    pattern = pattern.replace("[[", f"(?P<span_{number}>").replace("]]", ")")
    pattern = re.sub(r"\(\?P<(which|sense)>", rf"(?P<\g<1>_{number}>", pattern)
    pattern = re.sub(r"\{([a-z]+)\}", group, pattern)
    # Phrases may begin a sentence or stand in a headline; names of months and days keep their capitals.
    return f"(?P<rule_{number}>(?i:{pattern})" + r"(?!\w))"
