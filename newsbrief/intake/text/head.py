"""What stands before an article on purpose: an e-mail's head and greeting, or a head of labelled fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from newsbrief.intake.text.lines import RULE, Line
from newsbrief.rules.copy import Copy, Mail

FIELD = re.compile(r"[*_#]{0,3}(?P<label>[^\W\d_][\w .’'/-]{0,28}?)[*_]{0,2}\s?:(?!//)[*_]{0,2}\s*(?P<words>.*)$")
# Fields that make a head: so many of an e-mail's, of a labelled one with or without a headline.
MAILED, LABELLED = 3, 2
# No head and no letter before an article is longer, in lines.
LONGEST = 40
# Lines before a labelled head and at the end of the text among which further fields may stand; how short others are.
BEFORE, BEHIND, SHORT = 8, 10, 80
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
SENDER = re.compile(r"^\s*\"?(?P<name>[^<>\"@]{2,60}?)\"?\s*<[^<>]*>\s*$")
QUOTED = re.compile(r"[“”\"„«»]")
SIGNATURE = re.compile(r"--\s?|—\s?|_{2,}")
# A picture's file, where a label promises whom to credit.
FILE = re.compile(r"\S+\.\w{3,4}")


@dataclass(frozen=True, slots=True)
class Head:
    """What a head told, by field, and the lines that it leaves to the article."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rest: tuple[Line, ...] = ()

    def first(self, name: str) -> str:
        """The first value of a field, "" without one."""
        return next(iter(self.fields.get(name, ())), "")


def mailed(found: Sequence[Line], mail: Mail) -> Head | None:
    """The head of an e-mail; None if the text is none. `rest` is without its signature."""
    fields: dict[str, list[str]] = {}
    end = 0
    for place, line in enumerate(found[:LONGEST]):
        match = FIELD.fullmatch(line.text)
        kind = mail.fields.get(match["label"].lower(), "") if match else ""
        if not match or not kind:
            break
        fields.setdefault(kind, []).append(match["words"].strip())
        end = place + 1
    if sum(map(len, fields.values())) < MAILED or "from" not in fields:
        return None
    sender = SENDER.match(fields["from"][0])
    told = {
        "subject": (mail.prefix.sub("", " ".join(fields.get("subject", []))),),
        "sender": (sender["name"].strip(),) if sender else (),
        "date": tuple(day for one in fields.get("sent", []) if (day := _sent(one))),
    }
    return Head(told, tuple(_unsigned(found[end:])))


def _sent(words: str) -> str:
    """The ISO date of `Fri, 4 May 2029 16:12:09 +0100` (RFC 5322); other forms are left to the rules of dates."""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return words


def letter(found: Sequence[Line], mail: Mail) -> Head:
    """What a letter holds without the words that go with the article; these are notes.

    They end with a line drawn, with a farewell and a name, or with the last paragraph that speaks to its reader.
    """
    if not found or not mail.greeting.fullmatch(found[0].text):
        return Head({}, tuple(found))
    drawn = next((place for place, line in enumerate(found[:LONGEST]) if RULE.fullmatch(line.text)), 0)
    if drawn and 2 * _size(found[:drawn]) < _size(found):
        return _parted(found[1:drawn], found[drawn + 1 :])
    parting = next((place for place, line in enumerate(found) if mail.closing.fullmatch(line.text)), len(found))
    end = parting + 1
    while end < len(found) and not found[end].after_blank:
        end += 1
    if 2 * _size(found[end:]) > _size(found):
        return _parted(found[1:parting], found[end:])
    return _personal(found[1:parting], mail)


def _personal(found: Sequence[Line], mail: Mail) -> Head:
    """A letter's text without the paragraphs at either end in which its writer speaks to the reader."""
    blocks = list(_paragraphs(found))
    start, end = 0, len(blocks)
    while start < end - 1 and any(mail.personal.search(line.text) for line in blocks[start]):
        start += 1
    while end > start + 1 and all(_speaks(line.text, mail) for line in blocks[end - 1][:1]):
        end -= 1
    said = [line for block in (*blocks[:start], *blocks[end:]) for line in block]
    return _parted(said, [line for block in blocks[start:end] for line in block])


def _speaks(words: str, mail: Mail) -> bool:
    return mail.personal.search(words) is not None and not QUOTED.search(words)


def _paragraphs(found: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in found:
        if line.after_blank and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _parted(said: Sequence[Line], rest: Sequence[Line]) -> Head:
    notes = tuple(" ".join(line.text for line in block) for block in _paragraphs(said))
    return Head({"note": notes} if notes else {}, tuple(rest))


def _size(found: Sequence[Line]) -> int:
    return sum(len(line.text) for line in found)


def _unsigned(found: Sequence[Line]) -> Sequence[Line]:
    """Without the signature behind “-- ”."""
    last = next((place for place in range(len(found) - 1, 0, -1) if SIGNATURE.fullmatch(found[place].text)), 0)
    return found[:last] if last > len(found) / 2 else found


def labelled(found: Sequence[Line], copy: Copy) -> Head | None:
    """A head of fields such as “HEADLINE: …”; None if the text has none. Fields at the text's end are read, too."""
    fields: dict[str, list[str]] = {}
    above: list[str] = []
    end = 0
    for place, line in enumerate(found[:LONGEST]):
        match = FIELD.fullmatch(line.text)
        kind = _label(match, copy)
        if not match or not kind:
            # Archives count their documents above the head.
            if place < BEFORE and len(line.text) < SHORT and not fields:
                above.append(line.text)
                continue
            break
        end = place + 1
        if kind == "body":
            if words := match["words"].strip():
                found, end = [*found[:place], Line(line.number, words, True), *found[end:]], place
            break
        _add(fields, kind, match["words"].strip())
    known = [kind for kind in fields if kind != "other"]
    if (len(known) < LABELLED or above) and "headline" not in fields:
        return None
    fields.setdefault("date", []).extend(words for words in above if YEAR.search(words))
    last = len(found)
    for place in range(len(found) - 1, max(end, len(found) - BEHIND) - 1, -1):
        match = FIELD.fullmatch(found[place].text)
        if kind := _label(match, copy):
            _add(fields, "other" if kind in ("headline", "body") else kind, match["words"].strip() if match else "")
            last = place
        elif len(found[place].text) > SHORT:
            break
    return Head({kind: tuple(words) for kind, words in fields.items() if words}, tuple(found[end:last]))


def _label(match: re.Match[str] | None, copy: Copy) -> str:
    return copy.labels.get(" ".join(match["label"].lower().replace("_", " ").split()), "") if match else ""


def _add(fields: dict[str, list[str]], kind: str, words: str) -> None:
    if words and not (kind == "credit" and FILE.fullmatch(words)):
        fields.setdefault(kind, []).append(words)
