"""What kind each paragraph is: a subheading, an item of a list, or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsbrief.intake.text.atoms import Atom
from newsbrief.intake.text.notices import reads_like_text

# A star in front of other signs is one of them: **so**, */ or *).
SIGN = re.compile(r"[•▪◦‣●■]\s?(?=\S)|\*(?=\s|[\w“\"‘'«(])\s?(?=\S)|[·-]\s+(?=\S)")
# Marks of Markdown that letters have, too.
HEADING, QUOTED = re.compile(r"(?:\*{2,3}|#{1,4})\s+(?=\S)"), re.compile(r">\s+(?=\S)")
# A dash may also begin what somebody says: only several in a row make a list.
DASH = re.compile(r"[–—]\s+(?=\S)")
# “PRESENTER: And the cause?”: a speaker's turn in a transcript.
SPOKEN = re.compile(r"[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’-]){0,24}:\s")
HEADING_WORDS = 9
UNENDED = re.compile(r"[^\s.,:;!…\"”’»–—-]$")


def blocks(atoms: Sequence[Atom]) -> Iterator[tuple[Atom, str]]:
    """Each atom with its kind, one of `model.article.KINDS`; a list's signs are taken off."""
    for place, atom in enumerate(atoms):
        before = atoms[place - 1] if place else None
        after = atoms[place + 1] if place + 1 < len(atoms) else None
        sign = SIGN.match(atom.text) or (DASH.match(atom.text) if _in_list(before, after) else None)
        marked = HEADING.match(atom.text)
        if marked:
            yield Atom(atom.number, atom.text[marked.end() :], atom.apart), "h2"
        elif quoted := QUOTED.match(atom.text):
            yield Atom(atom.number, atom.text[quoted.end() :], atom.apart), "quote"
        elif sign:
            yield Atom(atom.number, atom.text[sign.end() :], atom.apart), "item"
        else:
            yield atom, "h2" if _is_heading(before, atom, after) else ""


def _in_list(before: Atom | None, after: Atom | None) -> bool:
    """Whether a line beside this one begins with a dash, too."""
    return any(one is not None and DASH.match(one.text) for one in (before, after))


def _is_heading(before: Atom | None, atom: Atom, after: Atom | None) -> bool:
    """A short line of its own between paragraphs, which ends like no sentence."""
    if (
        before is None
        or after is None
        or SPOKEN.match(atom.text)
        or len(atom.text.split()) > HEADING_WORDS
        or not UNENDED.search(atom.text)
    ):
        return False
    if not reads_like_text(after.text) or not (atom.text[0].isupper() or atom.text[0].isdigit()):
        return False
    return (atom.apart and after.apart) or atom.text.isupper()
