"""Which of the first lines is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsbrief.intake.text.atoms import SENTENCE_END, Atom
from newsbrief.intake.text.notices import Notice, reads_like_text
from newsbrief.rules.copy import Copy

LONGEST = 250
PARAGRAPH_END = re.compile(r"[.…:][\"”’»)]?$")
# A line of a headline that was broken is no longer; whole headlines are.
BROKEN = 50
# Among so many lines is the headline, if the text has one.
MOST = 50
# A section's name or a page's own has no more words.
FEW = 3
SPACED_OUT = re.compile(r"(?:\w ){3,}\w")
PAGE_TITLE = re.compile(r"\s[|–—»-]\s")
PASSED = frozenset({"note", "embargo", "slug", "turn", "furniture", "dated", "credit", "caption", "rule", "links"})


def find(found: Sequence[Notice], copy: Copy) -> tuple[int, int, str]:
    """(the place of the headline's first atom, the place behind its last, its words); (0, 0, "") if there is none."""
    places = _candidates(found)
    while len(places) > 1 and _is_above(found, places):
        places = places[1:]
    if not places or is_paragraph(found[places[0]].atom.text):
        return 0, 0, ""
    start = places[0]
    end = start + 1
    while end in places and _goes_on(found[end - 1].atom, found[end].atom):
        end += 1
    words = " ".join(notice.atom.text for notice in found[start:end])
    if is_paragraph(words) or (end - start > 1 and words.endswith(".")):
        return 0, 0, ""
    bare = copy.prefix.sub("", words, count=1) if copy.prefix.match(words) else words
    return start, end, bare or words


def _candidates(found: Sequence[Notice]) -> list[int]:
    """The places of atoms up to the first paragraph that may be a headline; not what stands above a line drawn."""
    places: list[int] = []
    for place, notice in enumerate(found):
        if notice.kind == "rule" and places:
            drawn = len(places) == 1 and places[0] == place - 1 and not notice.atom.apart
            if drawn:
                return places
            if place + 1 < len(found):
                places = []
        if notice.kind in PASSED:
            continue
        places.append(place)
        if reads_like_text(notice.atom.text) or len(places) == MOST:
            break
    return places


def _is_above(found: Sequence[Notice], places: Sequence[int]) -> bool:
    """Whether the first candidate only stands above the headline: a section, a masthead, a page's title."""
    first, second = found[places[0]], found[places[1]]
    words, following = first.atom.text, second.atom.text
    if len(places) == 2 and reads_like_text(following):
        # The last before the text is the headline, whatever it looks like.
        return False
    if first.kind == "kicker" or SPACED_OUT.fullmatch(words):
        return True
    head = PAGE_TITLE.split(words)[0]
    if head != words and any(found[place].atom.text == head for place in places[1:]):
        return True
    short = len(words.split()) <= FEW < len(following.split())
    return short and (words.isupper() and not following.isupper() and not SENTENCE_END.search(following))


def is_paragraph(words: str) -> bool:
    """Whether a line reads like a paragraph: a headline may end with a stop, but is short and one sentence."""
    if len(words) > LONGEST:
        return True
    if not PARAGRAPH_END.search(words):
        return False
    return (
        len(words) > 120
        or len(re.findall(r"[a-z]{2}[.!?] [A-Z]", words)) > 0
        or (words.endswith(".") and len(words) > 80)
    )


def _goes_on(atom: Atom, following: Atom) -> bool:
    """Whether a headline that was broken goes on with the next line."""
    if following.apart or SENTENCE_END.search(atom.text):
        return False
    if following.text[0].islower() or atom.text[-1] in ",;–—-":
        return True
    alike = (atom.text.isupper() and following.text.isupper()) or (_titled(atom.text) and _titled(following.text))
    return alike and len(atom.text) <= BROKEN and len(following.text) <= BROKEN


def _titled(words: str) -> bool:
    """Whether A Headline Is Written So."""
    long = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and all(word[0].isupper() for word in long)
