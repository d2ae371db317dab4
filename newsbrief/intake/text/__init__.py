"""Plain text: a headline on a line of its own, then paragraphs, and what newsrooms write around them."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.intake.text.assemble import NO_BODY, assembled
from newsbrief.intake.text.atoms import Atom
from newsbrief.intake.text.head import Head
from newsbrief.intake.text.labels import labelled
from newsbrief.intake.text.letter import letter, mailed
from newsbrief.intake.text.lines import Line, lines
from newsbrief.intake.text.standing import joined
from newsbrief.model.article import Article
from newsbrief.rules import Rules, copy
from newsbrief.rules.copy import Copy

__all__ = ["NO_BODY", "Atom", "Head", "Line", "assembled", "joined", "lines", "read"]


def read(text: str, rules: Rules) -> Article:
    """Read plain text; raises RefusedError without a headline or a body, or with a line of over 200,000 characters."""
    head = _head(lines(text), copy.load(rules.lang))
    return assembled(head, joined(head.rest, rules), rules)


def _head(found: Sequence[Line], forms: Copy) -> Head:
    """What the heads before the article tell, and the lines after them."""
    told: dict[str, tuple[str, ...]] = {}
    rest = tuple(found)
    mail = mailed(rest, forms.mail)
    if mail:
        told, rest = {**mail.fields}, mail.rest
    fields = labelled(rest, forms) if mail else None
    said = Head({}, rest) if fields else letter(rest, forms.mail, mailed=mail is not None)
    fields = fields or labelled(said.rest, forms) or Head({}, said.rest)
    notes = (*said.fields.get("note", ()), *fields.fields.get("note", ()))
    return Head({**told, **fields.fields, **({"note": notes} if notes else {})}, fields.rest)
