"""Plain text: a headline on a line of its own, then paragraphs, and what newsrooms write around them."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.intake.text.assemble import NO_BODY, assembled
from newsbrief.intake.text.atoms import Atom, atoms
from newsbrief.intake.text.credits import stands_alone
from newsbrief.intake.text.head import Head, labelled, letter, mailed
from newsbrief.intake.text.lines import Line, again, lines
from newsbrief.intake.text.notices import is_alone
from newsbrief.model.article import Article
from newsbrief.rules import Rules, copy
from newsbrief.rules.copy import Copy

__all__ = ["NO_BODY", "Atom", "Head", "Line", "assembled", "joined", "lines", "read"]


def read(text: str, rules: Rules) -> Article:
    """Read plain text; raises RefusedError without a headline or a body, or with a line of over 200,000 characters."""
    head = _head(lines(text), copy.load(rules.lang))
    return assembled(head, joined(head.rest, rules), rules)


def joined(found: Sequence[Line], rules: Rules) -> list[Atom]:
    """Wrapped lines joined into paragraphs; credits and page turns stay lines."""
    forms = copy.load(rules.lang)
    repeated = again(found)

    def alone(words: str) -> bool:
        whole = words.count("(") == words.count(")")
        return words in repeated or (whole and stands_alone(words, rules)) or is_alone(words, forms)

    return atoms(found, alone, forms.hyphened)


def _head(found: Sequence[Line], forms: Copy) -> Head:
    """What the heads before the article tell, and the lines after them."""
    told: dict[str, tuple[str, ...]] = {}
    rest = found
    mail = mailed(rest, forms.mail)
    if mail:
        told, rest = {**mail.fields}, mail.rest
    for head in (letter(rest, forms.mail), labelled(letter(rest, forms.mail).rest, forms)):
        if head:
            told, rest = {**told, **head.fields}, head.rest
    return Head(told, tuple(rest))
