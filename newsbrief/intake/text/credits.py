"""Lines that credit somebody, told by the same rules that later read them."""

from __future__ import annotations

from newsbrief.model.article import Photo
from newsbrief.rules import Rules

LONGEST = 420
# What dates a text or claims it is told by the forms of notices.
TIMES = frozenset({"date", "notice"})


def is_credit(words: str, rules: Rules) -> bool:
    """Whether a line credits somebody and tells nothing else."""
    if len(words) > LONGEST:
        return False
    return words in rules.credits.agencies or any(
        form.kind not in TIMES and form.pattern.search(words) for form in rules.credits.lines
    )


def stands_alone(words: str, rules: Rules) -> bool:
    """Whether a line is a credit without anything before it that may go on from the line above."""
    if words[0].islower() and not words.startswith("by "):
        return False
    forms = (form for form in rules.credits.lines if form.kind not in TIMES)
    match = next((match for form in forms if (match := form.pattern.search(words))), None)
    return words in rules.credits.agencies or (match is not None and not match.groupdict().get("caption"))


def byline(words: str, rules: Rules) -> bool:
    """Whether a line names who wrote an article."""
    return any(form.kind == "authors" and form.pattern.search(words) for form in rules.credits.lines)


def picture(words: str, rules: Rules) -> Photo | None:
    """The credit of a line that credits a picture; None for other lines."""
    if len(words) > LONGEST:
        return None
    for form in rules.credits.lines:
        match = form.pattern.search(words)
        if match and form.kind == "photo":
            parts = match.groupdict()
            return Photo((parts["who"] or "").strip(), parts.get("rights") or "", (parts.get("caption") or "").strip())
        if match:
            return None
    return None
