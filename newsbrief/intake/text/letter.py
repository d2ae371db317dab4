"""An e-mail's head, and what its writer says to the desk around the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.utils import parsedate_to_datetime

from newsbrief.intake.text.head import FIELD, LONGEST, Head
from newsbrief.intake.text.lines import RULE, Line
from newsbrief.rules.copy import Mail

# Fields that make a head.
MAILED = 3
SENDER = re.compile(r"^\s*\"?(?P<name>[^<>\"@]{2,60}?)\"?\s*<[^<>]*>\s*$")
NAME = re.compile(r"(?P<name>[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,4})$")
QUOTED = re.compile(r"[“”\"„«»]")
SIGNATURE = re.compile(r"--\s?|—\s?|_{2,}")


def mailed(found: Sequence[Line], mail: Mail) -> Head | None:
    """The head of an e-mail, of the one that was forwarded last if there are several; None if the text is none.

    `rest` is without its signature.
    """
    kinds = [_kind(line, mail) for line in found[:LONGEST]]
    for start in range(len(kinds) - 1, -1, -1):
        end = start
        while end < len(kinds) and kinds[end]:
            end += 1
        begins = kinds[start] and (not start or not kinds[start - 1])
        if begins and end - start >= MAILED and "from" in kinds[start:end] and _is_top(found[:start], mail):
            return _told(found[start:end], kinds[start:end], found[end:], mail)
    return None


def _kind(line: Line, mail: Mail) -> str:
    match = FIELD.fullmatch(line.text)
    return mail.fields.get(match["label"].lower(), "") if match else ""


def _is_top(above: Sequence[Line], mail: Mail) -> bool:
    """Whether nothing but a line drawn, or somebody's words that forward a letter, stands above a head."""
    return (
        not above or any(mail.forwarded.search(line.text) for line in above) or any(_kind(line, mail) for line in above)
    )


def _told(head: Sequence[Line], kinds: Sequence[str], rest: Sequence[Line], mail: Mail) -> Head:
    fields: dict[str, list[str]] = {}
    for line, kind in zip(head, kinds, strict=True):
        match = FIELD.fullmatch(line.text)
        fields.setdefault(kind, []).append(match["words"].strip() if match else "")
    sender = SENDER.match(fields["from"][0]) or NAME.match(fields["from"][0])
    told = {
        "subject": (mail.prefix.sub("", " ".join(fields.get("subject", []))),),
        "sender": (sender["name"].strip(),) if sender else (),
        "date": tuple(day for one in fields.get("sent", []) if (day := _sent(one))),
    }
    return Head(told, tuple(_unsigned(rest)))


def _sent(words: str) -> str:
    """The ISO date of `Fri, 4 May 2029 16:12:09 +0100` (RFC 5322); other forms are left to the rules of dates."""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return words


def letter(found: Sequence[Line], mail: Mail, *, mailed: bool = False) -> Head:
    """What a letter holds without the words that go with the article; these are notes.

    They end with a line drawn, with a farewell and a name, or with the last paragraph that speaks to its reader.
    `mailed`: an e-mail's head stood above, so that no greeting is needed.
    """
    if not found or not mail.greeting.fullmatch(found[0].text):
        return _personal(found, mail) if mailed and found else Head({}, tuple(found))
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
