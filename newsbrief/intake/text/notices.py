"""Which lines are no part of an article: notes to editors, slugs, page turns, end marks and what follows them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from newsbrief.intake.furniture import is_furniture
from newsbrief.intake.text.atoms import Atom
from newsbrief.intake.text.credits import is_credit
from newsbrief.intake.text.lines import ENDS, HEAD, numberless
from newsbrief.rules import Rules
from newsbrief.rules.copy import Copy
from newsbrief.rules.pages import Pages

# A notice is short.
LONGEST = 620
# What is a line is no longer.
LINE = 220
# What reads like text: a sentence of this length, or this many characters of anything.
SENTENCE, TEXT = 60, 200
ENDED = re.compile(r"[.!?…:][\"”’»)\]]*$")
# The share of an article that must stand before what only follows articles.
HALF = 0.5
# A mark that also parts sections ends an article only if little follows.
LITTLE = 0.2
# A slug beside a page turn has no more words.
SLUG = 6
DIGITS = "0123456789"
# The marks of press releases, and how to reach their senders: a number of a telephone, an address, one in disguise.
MARK = re.compile(r"[-–—/(\[\s]{0,4}(?:#(?:\s?#){2,4}|-\s?30\s?-|(?i:ends?))[-–—/)\].\s]{0,4}")
REACHED = re.compile(
    r"(?:\+|\b0|\(0)[\d().\s/-]{6,20}\d|\b\d{3}[-. ]\d{3,4}(?:[-. ]\d{3,4})?\b|\S@\S+\.\w|(?i:\[at\]|\(at\))"
)
# They stand no more lines behind the mark.
REACH = 6
# A sentence is no shorter.
SHORT = 30
SHORT_END = re.compile(r"[.!?…][\"”’»)\]]*$")
TURNED = frozenset({"turn"})
DROPPED = frozenset({"note", "embargo", "slug", "turn", "end", "closing", "furniture", "dated", "links"})


class Notice(Struct, frozen=True):
    """An atom with its kind, "" for what may be the article's; `parts` are the named parts of its form."""

    atom: Atom
    kind: str = ""
    parts: dict[str, str] = field(default_factory=dict)


def told(atoms: Sequence[Atom], copy: Copy, pages: Pages, rules: Rules) -> list[Notice]:
    """Every atom with its kind, judged by its form and by whether it stands before, in or after the text."""
    first = _first(atoms, copy, pages, rules)
    shut = _shut(atoms)
    total = sum(len(atom.text) for atom in atoms)
    found: list[Notice] = []
    before = 0
    for place, atom in enumerate(atoms):
        after = place >= shut or (place > first and before >= HALF * total)
        where = {"any"} | ({"top", "edge"} if place <= first else set()) | ({"bottom", "edge"} if after else set())
        linked = bool(found) and found[-1].kind == "links" and _leads_on(found[-1].atom, atom)
        found.append(Notice(atom, "links") if linked else _told(atom, where, copy, pages, rules))
        before += len(atom.text)
    return list(_jumps(_repeats(found)))


def _shut(atoms: Sequence[Atom]) -> int:
    """Where a text ends, however short it is: at an end mark behind a sentence, with a way to reach its sender below.

    Without such a mark the number of atoms.
    """
    said = False
    for place, atom in enumerate(atoms):
        if said and MARK.fullmatch(atom.text):
            below = atoms[place + 1 : place + 1 + REACH]
            if any(len(one.text) <= LINE and REACHED.search(one.text) for one in below):
                return place
        said = said or (len(atom.text) >= SHORT and SHORT_END.search(atom.text) is not None)
    return len(atoms)


def _repeats(found: Sequence[Notice]) -> list[Notice]:
    """The head of each page of a printout is part of the page turn beside it from its second one on."""
    seen: Counter[str] = Counter()
    left = []
    for place, notice in enumerate(found):
        words = notice.atom.text
        short = not notice.kind and len(words) <= HEAD and ENDS.search(words) is None
        seen[numberless(words)] += short
        turned = short and any(one.kind in TURNED for one in found[max(0, place - 2) : place + 3])
        left.append(Notice(notice.atom, "turn") if turned and seen[numberless(words)] > 1 else notice)
    return left


def _first(atoms: Sequence[Atom], copy: Copy, pages: Pages, rules: Rules) -> int:
    """The place of the first paragraph of text; what a page asks of its readers is none."""
    for place, atom in enumerate(atoms):
        if reads_like_text(atom.text) and not _told(atom, {"any", "top", "edge"}, copy, pages, rules).kind:
            return place
    return len(atoms)


def _told(atom: Atom, where: set[str], copy: Copy, pages: Pages, rules: Rules) -> Notice:
    """Captions first, as they end with credits; then credits, as some have an address in them."""
    if len(atom.text) > LONGEST:
        return Notice(atom)
    credit = False
    for form in copy.forms if len(atom.text) <= LINE else copy.long:
        if form.kind != "caption" and not credit:
            if is_credit(atom.text, rules):
                return Notice(atom, "credit")
            credit = True
        if form.where in where and (match := form.pattern.fullmatch(atom.text)):
            parts = match.groupdict().items()
            return Notice(atom, form.kind, {name.rstrip(DIGITS): part for name, part in parts if part})
    return Notice(atom, "furniture" if is_furniture(atom.text, pages) else "")


def reads_like_text(words: str) -> bool:
    """Whether words are a paragraph of text rather than a headline, a credit or a notice."""
    return len(words) >= TEXT or (len(words) >= SENTENCE and ENDED.search(words) is not None)


def _leads_on(atom: Atom, following: Atom) -> bool:
    """Whether a line goes with links above it: right below them, or below nothing but their heading."""
    heading = ":" not in atom.text.rstrip(": ")
    return not following.apart or (heading and len(atom.text) <= HEAD and not SHORT_END.search(following.text))


def _jumps(found: Sequence[Notice]) -> Iterator[Notice]:
    """The slug between “continued on page A7” and "from A1", in capitals, belongs to the page turn."""
    for place, notice in enumerate(found):
        between = 0 < place < len(found) - 1 and not notice.kind and _is_slug(notice.atom.text)
        if between and found[place - 1].kind in TURNED and found[place + 1].kind in TURNED:
            yield Notice(notice.atom, "turn")
        else:
            yield notice


def _is_slug(words: str) -> bool:
    parts = [part for part in words.split() if part[0].isalpha()]
    return len(parts) == 1 or (len(parts) <= SLUG and not any(part.islower() for part in parts if len(part) > 3))


def ended(found: Sequence[Notice]) -> tuple[Sequence[Notice], Sequence[Notice]]:
    """The notices up to the article's end, and those behind it."""
    total = sum(len(notice.atom.text) for notice in found)
    shut = _shut([notice.atom for notice in found])
    before = 0
    for place, notice in enumerate(found):
        left = total - before
        if notice.kind == "end" and place == shut:
            return found[:place], found[place + 1 :]
        if notice.kind == "end" and before >= TEXT and (not _is_weak(notice) or left <= LITTLE * total):
            return found[:place], found[place + 1 :]
        if notice.kind == "tail":
            return found[:place], found[place:]
        if notice.kind == "links" and before >= HALF * total and not any(map(_is_text, found[place:])):
            return found[:place], found[place:]
        drawn = notice.kind == "rule" and place > 0 and _is_text(found[place - 1])
        if drawn and before >= HALF * total and left <= 2 * LITTLE * total:
            return found[:place], found[place + 1 :]
        before += len(notice.atom.text)
    return found, ()


def _is_text(notice: Notice) -> bool:
    return not notice.kind and reads_like_text(notice.atom.text)


def _is_weak(notice: Notice) -> bool:
    return not any(sign.isalnum() for sign in notice.atom.text)


def mended(found: Sequence[Notice]) -> list[Notice]:
    """Paragraphs that a page turn parted, whole again."""
    left: list[Notice] = []
    turned = False
    for notice in found:
        if notice.kind == "turn" or (turned and notice.kind in ("rule", "slug")):
            turned = True
            continue
        before = left[-1] if left else None
        if turned and before and not before.kind + notice.kind and _goes_on(before.atom.text, notice.atom.text):
            parted = before.atom.text.endswith("-") and before.atom.text[-2:-1].isalpha()
            text = before.atom.text[:-1] + notice.atom.text if parted else f"{before.atom.text} {notice.atom.text}"
            left[-1] = Notice(Atom(before.atom.number, text, before.atom.apart))
        else:
            left.append(notice)
        turned = False
    return left


def _goes_on(words: str, following: str) -> bool:
    return ENDED.search(words) is None and following[:1].islower()
