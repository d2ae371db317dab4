"""Which of the first lines is the headline: the one that reads most like one.

Wires, desks and machines put codes, mastheads, dates and names above it, and no list of them is ever complete. So each
line is weighed: a headline has some words, most of them small or like its neighbours, speaks of what the text speaks
of, and is no code, no day and nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from newsbrief.intake.text.atoms import SENTENCE_END, Atom
from newsbrief.intake.text.days import is_dated
from newsbrief.intake.text.head import FIELD
from newsbrief.intake.text.notices import Notice, reads_like_text
from newsbrief.rules import Rules
from newsbrief.rules.copy import Copy

LONGEST = 250
PARAGRAPH_END = re.compile(r"[.…:][\"”’»)]?$")
# A line of a headline that was broken is no longer; whole headlines are.
BROKEN = 50
# Among so many lines is the headline, if the text has one.
MOST = 50
SPACED_OUT = re.compile(r"(?:\w ){3,}\w")
PAGE_TITLE = re.compile(r"\s[|–—»-]\s")
PASSED = frozenset({"note", "embargo", "slug", "turn", "furniture", "dated", "credit", "caption", "rule", "links"})
# How many paragraphs show what the text speaks of, and how much of a word shows that it is the same.
GIST, STEM = 3, 5
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
# A masthead has fewer words than this.
LONG = 6
# A body's name has no more words.
NAME = 12
# The way to a page, or the links of its head.
TRAIL = re.compile(r"\w\s*[>»›|]\s*\w")
# Words strung together by strokes.
ROUTE = re.compile(r"\w+/\w[\w ]*/\w")
CODE = re.compile(r"(?=\S*\d)(?=\S*[^\W\d_])[\w./-]{4,}|\S+[/_]\S+|\S+@\S+|\S*\d{3,}[-/ ]\d{3,}\S*")
# What a line is worth that reads like a headline in each way, and how much less the first may be worth than the best.
WORDS, SMALL, JOINED, SHARED, NEXT, NEAR = 2.0, 2.0, 1.0, 1.0, 1.0, 1.5
CODED, DATED, NAMED, ENDED, FEW_WORDS, LONG_WORDS = 2.0, 3.0, 3.0, 2.0, 3.0, 1.0


class Gist(Struct, frozen=True):
    """What the text speaks of: the beginnings of its words, and its words as they stand, in small letters."""

    stems: frozenset[str]
    words: str


def find(found: Sequence[Notice], copy: Copy, rules: Rules) -> tuple[int, int, str]:
    """(the place of the headline's first atom, the place behind its last, its words); (0, 0, "") if there is none."""
    places = _candidates(found)
    if not places or (len(places) == 1 and is_paragraph(found[places[0]].atom.text)):
        return 0, 0, ""
    able = [place for place in places if _may_be(found, place, places)]
    if not able:
        return 0, 0, ""
    start = _start(found, able, _gist(found, places), copy, rules)
    end = start + 1
    while end in able and _goes_on(found[end - 1].atom, found[end].atom):
        end += 1
    words = " ".join(notice.atom.text for notice in found[start:end])
    if is_paragraph(words) or (end - start > 1 and words.endswith(".")):
        return 0, 0, ""
    bare = copy.prefix.sub("", words, count=1) if copy.prefix.match(words) else words
    return start, end, bare or words


def _may_be(found: Sequence[Notice], place: int, places: Sequence[int]) -> bool:
    return not is_paragraph(found[place].atom.text) and not _titles_a_page(found, place, places)


def _start(found: Sequence[Notice], able: Sequence[int], gist: Gist, copy: Copy, rules: Rules) -> int:
    """The place of the first line that is worth about as much as the best."""
    titled = not any(_has_small(found[place].atom.text) for place in able)
    worth = {
        place: _worth(found[place], gist, copy, rules, titled)
        - NAMED * _is_field(found, place)
        + NEXT * _stands(found, place, start=able[0])
        for place in able
    }
    start = next(place for place in able if worth[place] >= max(worth.values()) - NEAR)
    while start - 1 in worth and not found[start].atom.apart and _is_plain(found[start - 1], worth[start - 1]):
        # Right below a headline stands what explains it.
        start -= 1
    return start


def _has_small(words: str) -> bool:
    return any(len(part) > 3 and part.islower() for part in WORD.findall(words))


def _is_plain(notice: Notice, worth: float) -> bool:
    return worth > WORDS and CODE.search(notice.atom.text) is None


def _candidates(found: Sequence[Notice]) -> list[int]:
    """The places of atoms up to the first paragraph that may be a headline; not what stands above a line drawn."""
    places: list[int] = []
    for place, notice in enumerate(found):
        if notice.kind == "rule" and places:
            below = places[-1] == place - 1 and not notice.atom.apart
            if below and (len(places) == 1 or found[place - 1].atom.apart):
                return places[-1:]
            if place + 1 < len(found):
                places = []
        if notice.kind in PASSED:
            continue
        if places and (reads_like_text(notice.atom.text) or _ends_a_sentence(notice.atom)):
            break
        places.append(place)
        if reads_like_text(notice.atom.text) or len(places) == MOST:
            break
    return places


def _ends_a_sentence(atom: Atom) -> bool:
    """Whether an atom is a sentence and not the end of a headline that was broken."""
    return atom.text.endswith(".") and (atom.apart or not atom.text[0].islower())


def _gist(found: Sequence[Notice], places: Sequence[int]) -> Gist:
    texts = [one.atom.text for one in found[places[-1] + 1 :] if not one.kind and reads_like_text(one.atom.text)][:GIST]
    return Gist(frozenset(stem for words in texts for stem in _stems(words)), " ".join(texts).casefold())


def _stems(words: str) -> set[str]:
    return {word[:STEM].casefold() for word in WORD.findall(words) if len(word) >= STEM - 1}


def _worth(notice: Notice, gist: Gist, copy: Copy, rules: Rules, titled: bool) -> float:
    """How much a line reads like a headline; `titled`: where all of them are written with capitals."""
    words = notice.atom.text
    parts = WORD.findall(words)
    worth = (
        WORDS if 4 <= len(parts) <= 20 else -FEW_WORDS if len(parts) < 3 else -LONG_WORDS if len(parts) > 20 else 0.0
    )
    large = words.isupper()
    shared = len(_stems(words) & gist.stems)
    worth += SMALL * (_has_small(words) or (shared > 1 and len(parts) > (4 if titled else LONG)))
    worth += JOINED * any(part.lower() in rules.words.prepositions for part in parts[1:])
    worth += SHARED * min(2, shared)
    worth -= CODED * (CODE.search(words) is not None and not _is_money(words))
    worth -= CODED * (ROUTE.search(words) is not None)
    worth -= DATED * is_dated(words, rules)
    worth -= ENDED * (words.endswith((".", ":", ",")) or SPACED_OUT.fullmatch(words) is not None)
    worth -= NAMED * (notice.kind == "kicker" or _is_name(words, gist, rules))
    return worth + 0.5 * (large and copy.prefix.match(words) is None)


def _is_money(words: str) -> bool:
    """Whether what looks like a code is a sum, a percentage or an ordinal, which headlines do have."""
    return all(
        re.fullmatch(r"[^\w\s]*\d[\d.,]*(?:st|nd|rd|th|m|bn|k|s|p|km|ft|mph|kg|-\w+)?[^\w\s]*", part, re.I)
        for part in CODE.findall(words)
    )


def _is_name(words: str, gist: Gist, rules: Rules) -> bool:
    """Whether a line names a body: one whose name the text has, too, or one with a body's word and no small one."""
    bare = PAGE_TITLE.split(words)[0].strip(" -–—|:")
    parts = WORD.findall(bare)
    if not parts or len(parts) > NAME or any(len(part) > 3 and part.islower() for part in parts):
        return False
    heads, joins = rules.organisations.heads, rules.organisations.joins
    led = len(parts) > 2 and parts[0].capitalize() in heads and parts[1].lower() in joins
    return bare.casefold() in gist.words or led or parts[-1].capitalize() in heads


def _is_field(found: Sequence[Notice], place: int) -> bool:
    """Whether a line is one of several labelled ones."""
    beside = [found[other].atom.text for other in (place - 1, place + 1) if 0 <= other < len(found)]
    return FIELD.fullmatch(found[place].atom.text) is not None and any(FIELD.fullmatch(words) for words in beside)


def _stands(found: Sequence[Notice], place: int, start: int) -> int:
    """1 right above a byline or a day, less than 0 above what a page's head has, else 0."""
    after = found[place + 1] if place + 1 < len(found) else None
    if after is None or after.kind in ("credit", "dated"):
        return int(after is not None)
    if after.kind not in ("furniture", "links") or place - start > 1:
        return 0
    return -3 if TRAIL.search(after.atom.text) else -1


def _titles_a_page(found: Sequence[Notice], place: int, places: Sequence[int]) -> bool:
    """Whether a line is the title of a page that says the headline again below it."""
    head = PAGE_TITLE.split(found[place].atom.text)[0]
    return head != found[place].atom.text and any(found[other].atom.text == head for other in places if other > place)


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
    large = atom.text.isupper(), following.text.isupper()
    alike = all(large) or (not any(large) and _titled(atom.text) and _titled(following.text))
    return alike and len(atom.text) <= BROKEN and len(following.text) <= BROKEN


def _titled(words: str) -> bool:
    """Whether A Headline Is Written So."""
    long = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and all(word[0].isupper() for word in long)
