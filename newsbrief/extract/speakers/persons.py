"""The person whom a mention means: a surname's full name, the man behind "he", the bearer of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsbrief.extract.speakers.cast import Cast
from newsbrief.extract.speakers.phrases import Subject
from newsbrief.extract.speakers.pronouns import nearest
from newsbrief.model.mentions import Name
from newsbrief.rules import Rules

SPEAKERS = frozenset({"person", "organisation"})
MENTIONS_BACK = 30


def meant(cast: Cast, subject: Subject, spoke: Sequence[tuple[int, str]], rules: Rules) -> tuple[str, float]:
    """(full name or "", a factor for the confidence). `spoke`: (place, name) of those who spoke so far, in order."""
    if subject.name >= 0:
        name = cast.page.names[subject.name]
        return (name.name, 1.0) if name.kind in SPEAKERS else ("", 1.0)
    words = cast.page.text[subject.start : subject.end]
    gender = rules.people.pronouns.get(words.lower())
    if gender is None:
        return _described(cast, subject, words, rules)
    if words.lower() in rules.words.relatives:
        return _antecedent(cast, subject), 0.95
    return ("", 0.5) if gender == "x" else nearest(cast, subject.start, gender, spoke, rules)


def _antecedent(cast: Cast, subject: Subject) -> str:
    index = cast.page.before(subject.start)
    if index < 0:
        return ""
    name = cast.page.names[index]
    return name.name if name.kind == "person" and subject.start - name.end < 4 else ""


def _described(cast: Cast, subject: Subject, words: str, rules: Rules) -> tuple[str, float]:
    """A description: the person named inside it at its end, or the one whose role ends like it."""
    inside = [cast.page.names[index] for index in cast.page.within(subject.start, subject.end)]
    if inside and inside[-1].kind == "person" and inside[-1].end == subject.end:
        lead = cast.page.text[subject.start : inside[-1].start].lower().split()
        # "a spokesman for Brandt" is somebody else.
        return ("", 0.8) if any(word in rules.words.prepositions for word in lead) else (inside[-1].name, 0.9)
    aged = re.search(rules.people.aged.alone.replace("{age}", r"(\d{1,3})"), words)
    if aged:
        return _aged(cast, subject.start, aged[1], rules), 0.9
    said = words.lower().split()
    title = next((word for word in said if word in rules.people.titles), "")
    if not title or said[0] in rules.words.indefinite:
        return "", 0.8
    office = " ".join(said[1:] if said[0] in rules.words.determiners else said)
    known = {name.name: _spelt_out(name.role, rules) for name in _back(cast, subject.start, MENTIONS_BACK) if name.role}
    exact = {name for name, role in known.items() if role in office or office in role}
    held = {name for name, role in known.items() if title in role.split()}
    found = exact if len(exact) == 1 else held
    return (next(iter(found)), 0.85) if len(found) == 1 else ("", 0.8)


def _spelt_out(role: str, rules: Rules) -> str:
    """A role in small letters, its short forms spelt out: "state senator" for "State Sen."."""
    return " ".join(rules.people.short.get(word.rstrip("."), word) for word in role.lower().split())


def _aged(cast: Cast, place: int, age: str, rules: Rules) -> str:
    """“the 62-year-old”: the one person with this age before or after the name."""
    form = re.compile(rules.people.aged.beside.replace("{age}", age))
    alone = re.compile(rules.people.aged.alone.replace("{age}", age))
    held = {name.name for name in _back(cast, place, MENTIONS_BACK) if form.match(cast.page.text, name.end)}
    led = {
        name.name
        for name in _back(cast, place, MENTIONS_BACK)
        if alone.search(cast.page.text, max(0, name.start - 40), name.start)
    }
    return next(iter(held | led)) if len(held | led) == 1 else ""


def _back(cast: Cast, place: int, count: int) -> Iterator[Name]:
    """People named before a place by the reporter, the latest first."""
    index = cast.page.before(place)
    while index >= 0 and count:
        name = cast.page.names[index]
        if name.kind == "person" and not cast.spoken(name.start):
            yield name
        index, count = index - 1, count - 1
