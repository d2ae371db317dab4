"""Time expressions with TIMEX3 types and values (ISO-TimeML), resolved against the publication date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from newsbrief.extract.dates.context import Clock, Found
from newsbrief.extract.dates.meanings import MEANINGS
from newsbrief.model.mentions import Sentence, Timex
from newsbrief.rules import Rules

# Words around an expression that tell tense are looked for no further than this.
WINDOW = 160
NAME_AFTER = re.compile(r" (?!I )[A-Z]")
MARKS = ",.;:“”\"'’()"
YEAR = re.compile(r"\d{4}")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def find(text: str, sentences: Sequence[Sentence], date: str, rules: Rules) -> tuple[Timex, ...]:
    """Every expression in order, none overlapping another; `value` is "" where no value can be told.

    `date` is ISO 8601; without a full day in it only absolute dates resolve.
    """
    published = _day(date)
    found: list[Timex] = []
    last = year = ""
    paragraph = -1
    for sentence in sentences:
        year, paragraph = (year if sentence.paragraph == paragraph else ""), sentence.paragraph
        for match in rules.calendar.search.finditer(text, sentence.start, sentence.end):
            clock = Clock(published, last, year, _looks_ahead(text, sentence, match, rules))
            timex = _timex(text, match, clock, rules)
            if timex is None:
                continue
            found.append(timex)
            last = timex.value if DAY.match(timex.value) else last
            year = timex.value[:4] if YEAR.search(timex.text) and YEAR.match(timex.value) else year
    return tuple(found)


def _day(date: str) -> dt.date | None:
    match = DAY.match(date)
    try:
        return dt.date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def _looks_ahead(text: str, sentence: Sentence, match: re.Match[str], rules: Rules) -> bool:
    """Whether the nearest words say that this is still to come."""
    before = text[max(sentence.start, match.start() - WINDOW) : match.start()].lower().split()[-12:]
    goes_on = text[match.end() : match.end() + 1] not in {",", ";", "."}
    after = text[match.end() : min(sentence.end, match.end() + WINDOW)].lower().split()[:2] if goes_on else []
    if before and before[-1] in rules.calendar.until:
        return True
    return any(word.strip(MARKS) in rules.calendar.future for word in (*before, *after))


def _timex(text: str, match: re.Match[str], clock: Clock, rules: Rules) -> Timex | None:
    number = int((match.lastgroup or "rule_0").removeprefix("rule_"))
    expression = rules.calendar.expressions[number]
    groups = dict(_groups(match, number))
    if _is_verb_or_name(text, match, groups, rules):
        return None
    span = f"span_{number}"
    start, end = match.span(span) if span in match.re.groupindex and match[span] else match.span()
    words = text[start:end]
    result = MEANINGS[expression.means](Found(words, groups, expression.shift), clock, rules.calendar)
    return None if result is None else Timex(start, end, words, *result)


def _groups(match: re.Match[str], number: int) -> Iterator[tuple[str, str]]:
    suffix = f"_{number}"
    for name, value in match.groupdict().items():
        if value is not None and name.endswith(suffix):
            yield name.removesuffix(suffix), value


def _is_verb_or_name(text: str, match: re.Match[str], groups: Mapping[str, str], rules: Rules) -> bool:
    """“They may”, “April Smith”, “Peter March”: a doubtful month's word that stands alone is no date."""
    month = groups.get("month", "").rstrip(".")
    if month.lower() not in rules.calendar.doubtful or groups.keys() & {"day", "year", "which"}:
        return False
    followed = NAME_AFTER.match(text, match.end(), match.end() + 3) is not None
    return followed or len(match[0].split()) == 1
