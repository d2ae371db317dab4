"""Which lines stand by themselves, so that nobody takes them for a wrapped paragraph's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newsbrief.intake.text.atoms import Atom, atoms
from newsbrief.intake.text.credits import stands_alone
from newsbrief.intake.text.days import is_dated
from newsbrief.intake.text.lines import Line, again
from newsbrief.rules import Rules, copy

# Among the first lines a day stands by itself.
TOP = 8
# Lines of no fewer characters may be wrapped.
FULL = 50
# Notices that are lines, and those that begin with one and may go on.
LINES = frozenset({"turn", "end", "rule", "furniture", "dated"})
BEGINNING = frozenset({"note", "embargo"})


def joined(found: Sequence[Line], rules: Rules) -> list[Atom]:
    """Wrapped lines joined into paragraphs; credits, days and page turns stay lines, and notes begin anew."""
    forms = copy.load(rules.lang)
    repeated = again(found) | frozenset(_days(found, rules))

    def alone(words: str) -> bool:
        whole = words.count("(") == words.count(")")
        return words in repeated or (whole and stands_alone(words, rules)) or _is(LINES, words, forms)

    return atoms(found, alone, lambda words: _is(BEGINNING, words, forms), forms.hyphened)


def _is(kinds: frozenset[str], words: str, forms: copy.Copy) -> bool:
    return any(form.kind in kinds and form.pattern.fullmatch(words) for form in forms.forms)


def _days(found: Sequence[Line], rules: Rules) -> Iterator[str]:
    """Lines near the top that tell a day and are no part of a wrapped sentence."""
    for line, following in zip_longest(found[:TOP], found[1 : TOP + 1]):
        if line is None:
            continue
        wrapped = following is not None and not following.after_blank and _wrapped(line, following)
        if not wrapped and line.text[-1] not in ",;" and is_dated(line.text, rules):
            yield line.text


def _wrapped(line: Line, following: Line) -> bool:
    """Whether the next line goes on with a sentence."""
    return following.text[0].islower() or min(len(line.text), len(following.text)) >= FULL
