"""Who signs an article where no “By” says so: what stands between the headline and the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from newsbrief.intake.text.atoms import Atom
from newsbrief.intake.text.credits import byline
from newsbrief.intake.text.days import is_dated
from newsbrief.intake.text.notices import Notice, reads_like_text
from newsbrief.rules import Rules
from newsbrief.rules.copy import Copy

# A line that goes with a name is no longer, in words.
ROLE, OUTLET = 7, 6
NAME = r"(?:[^\W\d_a-z]\.(?: ?[^\W\d_a-z]\.)*|[^\W\d_a-z][\w’'-]+)"
SIGNED = re.compile(
    rf"(?P<name>{NAME}(?: (?:(?!in |at |aus |and |und )[a-z]{{1,3}} ){{0,2}}{NAME}){{1,3}})"
    rf"(?P<more>(?: (?:and|&|und) {NAME}(?: {NAME}){{1,3}})?)"
    rf"(?P<place> (?:in|at|aus) {NAME}(?: {NAME}){{0,2}})?"
)
ADDRESS = re.compile(r"[\s(<|]*(?:\S+@\S+\.\w{2,}|@\w{2,30}|(?:https?://|www\.)\S+|[+(]?\d[\d ()/-]{6,})[\s)>|]*")
# Nothing stands further between headline and text, in notices.
TOP = 14
# The last paragraphs may tell of the writer.
TAIL = 3


def signed(found: Sequence[Notice], headline: str, copy: Copy, rules: Rules) -> list[Notice]:
    """The notices behind the headline, where a line that is a name became a byline, and what goes with it part of it.

    Days on lines of their own become dates, addresses go.
    """
    stop = _text(found)
    text = " ".join(one.atom.text for one in found[stop:-TAIL]).casefold()
    left: list[Notice] = []
    for place, notice in enumerate(found[:stop]):
        words = notice.atom.text
        if notice.kind not in ("", "closing") or reads_like_text(words):
            left.append(notice)
        elif left and _is_byline(left[-1], rules) and _belongs(words, rules):
            left[-1] = _with(left[-1], words)
        elif is_dated(words, rules) and not byline(words, rules):
            left.append(Notice(notice.atom, "dated", {"date": words}))
        elif ADDRESS.fullmatch(words):
            continue
        elif not notice.kind and _signs(words, found[place + 1 : stop + 1], headline, text, rules):
            left.append(Notice(replace(notice.atom, text=copy.byline.format(words)), "credit"))
        else:
            left.append(notice)
    return [*left, *found[stop:]]


def _text(found: Sequence[Notice]) -> int:
    """Where the text begins: behind a standfirst a byline or a day may follow."""
    texts = [place for place, one in enumerate(found[:TOP]) if not one.kind and reads_like_text(one.atom.text)]
    if not texts:
        return 0
    first = texts[0]
    below = found[first + 1 : texts[1] if len(texts) > 1 else first + 1]
    return texts[1] if len(texts) > 1 and any(one.kind in ("credit", "dated") for one in below) else first


def _is_byline(notice: Notice, rules: Rules) -> bool:
    return notice.kind == "credit" and byline(notice.atom.text, rules)


def _with(notice: Notice, words: str) -> Notice:
    """A byline with the role or the outlet that stood below it; an address tells nothing."""
    if ADDRESS.fullmatch(words):
        return notice
    atom = notice.atom
    return Notice(Atom(atom.number, f"{atom.text.rstrip(' ,')}, {words}", atom.apart), notice.kind, notice.parts)


def _belongs(words: str, rules: Rules) -> bool:
    """Whether a line tells what somebody is, whom they work for or how they are reached."""
    parts = words.split()
    if ADDRESS.fullmatch(words):
        return True
    if len(parts) > ROLE or words[-1] in ".!?":
        return False
    roles = {role.split()[-1] for role in rules.credits.roles}
    if any(part.split()[-1].lower().rstrip("s") in roles for part in words.split(",") if part.strip()):
        return True
    named = all(not part[0].islower() or part in ("of", "the", "and", "for") for part in parts)
    return len(parts) <= OUTLET and named and (words in rules.credits.agencies or _has_head(parts, rules))


def _has_head(parts: Sequence[str], rules: Rules) -> bool:
    return any(part.strip(",").capitalize() in rules.organisations.heads for part in parts)


def _signs(words: str, following: Sequence[Notice], headline: str, text: str, rules: Rules) -> bool:
    """Whether a line is the name of whoever wrote the text: something beside the two capitals must tell it."""
    match = SIGNED.fullmatch(words)
    if match is None or match["name"].casefold() in text:
        return False
    parts = match["name"].split()
    if _has_head(parts, rules) or any(part.lower() in rules.words.function for part in parts):
        return False
    if match["name"] in rules.places.names or match["name"].title() in rules.places.names:
        return False
    return any(_evidence(match, following, headline, rules))


def _evidence(match: re.Match[str], following: Sequence[Notice], headline: str, rules: Rules) -> Iterator[bool]:
    parts = match["name"].split()
    yield any(part.lower() in rules.people.given for part in parts)
    yield bool(match["place"] or match["more"]) or any(part.endswith(".") for part in parts)
    yield match["name"].isupper() and not headline.isupper()
    after = following[0] if following else None
    yield after is not None and (
        after.kind == "dated" or is_dated(after.atom.text, rules) or _belongs(after.atom.text, rules)
    )
