"""The calendar's words and time expressions, out of `calendar.toml` and `expressions.toml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from newsbrief.rules.firsts import ANY, firsts
from newsbrief.rules.shape import Calendar, Expression, Holiday, Telling, Tense

Table = Mapping[str, Any]

# Shapes of figures, the same in every language; a language adds the endings of its ordinals.
YEAR = r"(?:1[0-9]|20|21)[0-9][0-9](?![0-9])(?![.,][0-9])"
FIGURES = {
    "year": YEAR,
    "decade": r"(?:1[0-9]|20)[0-9]0",
    "iso": r"(?:1[0-9]|20|21)[0-9][0-9]-(?:1[0-2]|0[1-9])-(?:3[01]|[12][0-9]|0[1-9])(?![0-9])",
    "short": r"[0-9][0-9](?![0-9])(?![.,][0-9])",
    "hour": r"(?:2[0-4]|1[0-9]|0?[0-9])(?![0-9])",
    "minute": r"[0-5][0-9](?![0-9])",
}
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
DAY_ENDS = r"(?![0-9:%])(?![.,][0-9]{3})(?!,[0-9])"
# A group that a pattern writes itself, or a placeholder.
PART = re.compile(r"\(\?P<([a-z]+)>|\{([a-z_]+)\}")


def calendar(table: Table, expressions: Iterable[Table], *, nouns_large: bool) -> Calendar:
    """Read both files; `nouns_large` comes from `words.toml`.

    Raises KeyError where a table is missing, re.error or ValueError where a pattern is none.
    """
    numbers = _numbers(table["numbers"])
    words = _words(table, numbers)
    lists = table["lists"]["words"]
    return Calendar(
        months=_numbered(table["months"]["names"], 1),
        weekdays=_numbered(table["weekdays"]["names"], 0),
        seasons=table["seasons"]["names"],
        parts=table["parts"]["names"],
        units=table["units"]["names"],
        plural=table["plural"]["ending"],
        clock=table["clock"]["names"],
        numbers=numbers,
        thousands=table["numbers"]["thousands"],
        point=table["numbers"]["point"],
        decades=table["decades"]["names"],
        ordinals=table["ordinals"]["names"],
        holidays={name: Holiday(**day) for name, day in table["holidays"]["names"].items()},
        frequencies=table["frequencies"]["names"],
        short=_short((*table["months"]["names"], *table["weekdays"]["names"])),
        doubtful=frozenset(table["months"]["doubtful"]),
        weak=frozenset(table["months"]["weak"]),
        leads=frozenset(table["leads"]["words"]),
        steps=table["steps"]["names"],
        joins=frozenset(table["ranges"]["joins"]),
        ranges=frozenset(table["ranges"]["through"]),
        afternoon=frozenset(table["clock"]["afternoon"]),
        tense=_tense(table["tense"]),
        telling=Telling(**{name: frozenset(words) for name, words in table["telling"].items() if name != "examples"}),
        zones=table["zones"]["names"],
        starts=_starts(expressions, words, lists),
        nouns_large=nouns_large,
    )


def _tense(table: Table) -> Tense:
    single = ("examples", "_endings", "own_clause")
    lists: dict[str, Any] = {name: frozenset(table[name]) for name in table if not name.endswith(single)}
    endings: dict[str, Any] = {name: tuple(table[name]) for name in ("past_endings", "future_endings")}
    return Tense(own_clause=table["own_clause"], **endings, **lists)


def _words(table: Table, numbers: Iterable[str]) -> dict[str, str]:
    """What each placeholder of a pattern stands for."""
    endings = "|".join(re.escape(ending) for ending in table["ordinals"]["endings"])
    own = {name: f"(?:{pattern})" for name, pattern in table["pieces"]["names"].items()}
    words = {
        "month": _capitalised(table["months"]["names"]),
        "weekday": _capitalised(table["weekdays"]["names"]),
        "stem": f"(?-i:{_either(line.split()[0] for line in table['weekdays']['names'])})",
        "season": _either(table["seasons"]["names"]),
        "part": _either(table["parts"]["names"]),
        "unit": _either(table["units"]["names"]),
        "clock": _either(table["clock"]["names"]),
        "ordinal": rf"(?:{_either(table['ordinals']['names'])}\b|[0-9]{{1,2}}(?:{endings})(?!\w))",
        "tens": _either(table["decades"]["names"]),
        "vague": _either(table["vague"]["names"]),
        "holiday": rf"(?-i:{_either(table['holidays']['names'])}\b)",
        "frequency": rf"{_either(table['frequencies']['names'])}\b",
        "number": rf"(?:{_figures(table['numbers'])}|{_either(numbers)}\b)",
        "day": rf"{DAY}(?:{endings})?{DAY_ENDS}",
        "nth": rf"{DAY}(?:{endings})(?!\w)",
        **FIGURES,
    }
    return {**words, **own}


def _figures(table: Table) -> str:
    """A number of at most six figures, with the marks that the language writes in them."""
    thousands, point = re.escape(table["thousands"]), re.escape(table["point"])
    return rf"[0-9]{{1,3}}(?:{thousands}[0-9]{{3}}|{point}[0-9]{{1,2}})?(?![\d{thousands}]|{point}\d)"


def _numbers(table: Table) -> dict[str, float]:
    """The number words, and those made of a ten and a one as the language joins them."""
    names: dict[str, float] = dict(table["names"])
    ones = {
        word: value for word, value in table["names"].items() if value in range(1, 10) and word not in table["articles"]
    }
    for ten, tens in table["tens"].items():
        names[ten] = tens
        names.update({table["compound"].format(ten=ten, one=one): tens + value for one, value in ones.items()})
    return names


def _numbered(lines: Iterable[str], first: int) -> dict[str, int]:
    """“January Jan” as the first line gives {"january": 1, "jan": 1}."""
    return {form.lower(): number for number, line in enumerate(lines, first) for form in line.split()}


def _short(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(form.lower() for line in lines for form in line.split()[1:])


def _either(words: Iterable[str]) -> str:
    """Any of the words, longest first; what follows decides whether the word ends there (a plural does not)."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    forms = (re.escape(word).replace("\\ ", " ").replace("'", "['’]") for word in longest)
    return "(?:" + "|".join(forms) + ")"


def _capitalised(lines: Iterable[str]) -> str:
    """Any form as written or all in capitals; a short form, any but a line's first, may carry its full stop."""
    full = [form for line in lines for form in (line.split()[0], line.split()[0].upper())]
    short = [form for line in lines for word in line.split()[1:] for form in (word, word.upper())]
    return rf"(?-i:{_either(full)}\b|{_either(short)}\b\.?)"


def _starts(
    rules: Iterable[Table], words: Mapping[str, str], lists: Table
) -> dict[str, dict[str, tuple[Expression, ...]]]:
    """The expressions by their first and second word; under any second word stand those that any may follow."""
    found = [(_expression(rule, words, lists), firsts(_pattern(rule["pattern"], words))) for rule in rules]
    starts: dict[str, dict[str, list[Expression]]] = {}
    for _, pairs in found:
        for first, second in pairs:
            starts.setdefault(first, {ANY: []})[second] = []
    for one, pairs in found:
        anything = {first for first, second in pairs if second == ANY}
        for first in anything:
            for expressions in starts[first].values():
                expressions.append(one)
        for first, second in pairs:
            if first not in anything:
                starts[first][second].append(one)
    sure = {first: {second: tuple(these) for second, these in seconds.items()} for first, seconds in starts.items()}
    # Words are looked up as they are written: lower-casing each word of a text would cost as much as all the rest.
    return {form: seconds for first, seconds in sure.items() for form in (first, first.capitalize(), first.upper())}


def _expression(rule: Table, words: Mapping[str, str], lists: Table) -> Expression:
    pattern = _pattern(rule["pattern"], words)
    return Expression(
        name=rule["name"],
        means=rule["means"],
        # Phrases may begin a sentence or stand in a headline; names of months and days keep their capitals.
        # A space in a pattern is any one space of the text: lines may be wrapped.
        pattern=re.compile(rf"(?i:{pattern})(?!\w)".replace(" ", r"\s")),
        shift=rule.get("shift", 0),
        value=rule.get("value", ""),
        after=frozenset(word for name in rule.get("after", ()) for word in lists.get(name, (name,))),
        apart=frozenset(word for name in rule.get("apart", ()) for word in lists.get(name, (name,))),
    )


def _pattern(pattern: str, words: Mapping[str, str]) -> str:
    """Placeholders become groups of their name; a further one of a name is numbered: month, month2 and so on."""
    seen: Counter[str] = Counter()

    def part(match: re.Match[str]) -> str:
        word = match[1] or match[2]
        if match[2] and word not in words:
            raise ValueError(f"no such placeholder: {{{word}}}")
        # A piece is a pattern itself, with placeholders of its own.
        inner = PART.sub(part, words[word]) if match[2] else ""
        seen[word] += 1
        name = word if seen[word] == 1 else f"{word}{seen[word]}"
        return f"(?P<{name}>" if match[1] else f"(?P<{name}>{inner})"

    return PART.sub(part, pattern)
