"""Press releases as e-mails were saved: `.eml`, with their parts, encodings and what belongs to the letter alone."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from itertools import islice

from newsbrief.intake.decode import decoded
from newsbrief.intake.labels import named
from newsbrief.intake.wire.mail import MBOX
from newsbrief.intake.wire.markup import of_html
from newsbrief.model.refusal import RefusedError

# Parts in one another, and parts in all.
DEEPEST, MOST_PARTS = 12, 200
LONGEST_FIELD = 2_000
# What a parser holds one by one: lines, fields, what may begin a part; and how long a text is before it is decoded.
MOST_LINES, MOST_FIELDS, MOST_DASHES, LONGEST_TEXT = 250_000, 10_000, 2_000, 3_000_000
# One that is told in pieces or encoded (RFC 2231) is written boundary*0= or boundary*=.
BOUNDARY = re.compile(rb"boundary\s*(?:\*[0-9*]*)?\s*=", re.IGNORECASE)
FIELD, DASHES = re.compile(rb"^[!-9;-~]{1,76}[ \t]*:", re.MULTILINE), re.compile(rb"^--", re.MULTILINE)
PICTURES = frozenset({"image/jpeg", "image/jpg", "image/pjpeg", "image/png", "image/webp", "image/gif"})
PICTURE_NAMES, MOST_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif"), 12
TEXTS = ("text/plain", "text/html")
FOLDED = re.compile(r"\s*\r?\n\s+")
LINE_END = re.compile(r"[\r\n]+")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
SIGNATURE, SIGNED = re.compile(r"^-- ?$", re.MULTILINE), 20
SORTED = re.compile(r"\"?(?P<family>[^,\"<>@]{2,40}), (?P<given>[^,\"<>@]{2,40}?)\"?\s*(?P<address><[^<>]*>)$")
# What mailing programs put before a text that goes on as HTML only.
SHORT = 0.25


def as_text(data: bytes) -> str:
    """The e-mail as a person would have saved it: who, when and what about, then its words.

    Attachments are passed over. Raises RefusedError for one without words and for one that is built to be unpacked
    for ever.
    """
    _look_at_size(data)
    bare = MBOX.sub(b"", data.lstrip())
    try:
        message = email.message_from_bytes(bare, policy=email.policy.compat32)
        parts = list(_parts(message, 0))
    except (RecursionError, ValueError, LookupError):
        raise RefusedError((0, "the e-mail's parts cannot be told from one another; save its text by itself")) from None
    body = _body(parts)
    if not body.strip():
        raise RefusedError((0, "not an article: the e-mail has no text, only attachments"))
    fields = [
        f"{name}: {_turned(said) if name == 'From' else said}"
        for name in ("From", "Date", "Subject")
        if (said := _field(message, name))
    ]
    # A letter's head has three fields; one without a sender or a day still is one.
    while len(fields) < 3:
        fields.append("To: desk")
    return "\n".join([*fields, "", body])


def _look_at_size(data: bytes) -> None:
    """What would fill a parser's memory is counted before it reads a line. Raises RefusedError."""
    ends = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data
    if ends.count(b"\n") > MOST_LINES or _more(FIELD, ends, MOST_FIELDS):
        raise RefusedError((0, "the e-mail has more lines or fields than any letter; save its text by itself"))
    if _more(BOUNDARY, ends, MOST_PARTS) or _more(DASHES, ends, MOST_DASHES):
        raise RefusedError((0, "the e-mail has more parts in one another than any letter"))


def _more(pattern: re.Pattern[bytes], data: bytes, most: int) -> bool:
    return next(islice(pattern.finditer(data), most, None), None) is not None


def pictures(data: bytes, credited: bool) -> tuple[bytes, ...]:
    """The pictures that came with an e-mail, those that are attached before those that are shown in it.

    Where its text credits somebody (`credited`), it is the only one attached: a house's mark is nobody's photograph.
    For what `as_text` has read.
    """
    message = email.message_from_bytes(MBOX.sub(b"", data.lstrip()), policy=email.policy.compat32)
    found = [part for part in _leaves(message, 0) if _is_picture(part)]
    attached = [part for part in found if part.get_content_disposition() == "attachment"]
    if credited:
        found = attached if len(attached) == 1 else []
    found.sort(key=lambda part: part not in attached)
    payloads = (part.get_payload(decode=True) for part in found[:MOST_PICTURES])
    return tuple(payload for payload in payloads if isinstance(payload, bytes) and payload)


def _is_picture(part: Message) -> bool:
    name = str(part.get_filename() or "").lower()
    return part.get_content_type().lower() in PICTURES or name.endswith(PICTURE_NAMES)


def _leaves(message: Message, depth: int) -> Iterator[Message]:
    """The parts that have no parts, in order."""
    if depth > DEEPEST:
        return
    if not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, Message):
            yield from _leaves(part, depth + 1)


def _parts(message: Message, depth: int) -> Iterator[tuple[str, str]]:
    """(kind, text) of every part that is shown, in order."""
    for part in _leaves(message, depth):
        kind = part.get_content_type().lower()
        if kind not in TEXTS or (part.get_content_disposition() or "") == "attachment" or part.get_filename():
            continue
        if len(str(part.get_payload())) > LONGEST_TEXT:
            raise RefusedError((0, "the e-mail's text is longer than any letter; save its text by itself"))
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            yield kind, _text(payload, str(part.get_content_charset() or ""))


def _text(payload: bytes, charset: str) -> str:
    """A part's text; its label is believed where the bytes can be read so."""
    try:
        return decoded(payload, charset)
    except RefusedError:
        return payload.decode("utf-8", "replace").replace("\0", " ")


def _body(parts: list[tuple[str, str]]) -> str:
    """The plain text; the HTML's words where that is missing or no more than a hint at it."""
    plain = "\n\n".join(_unsigned(text) for kind, text in parts if kind == "text/plain")
    marked = "\n\n\n".join(block.text for kind, text in parts if kind == "text/html" for block in of_html(text))
    # One empty line between short lines would be double spacing, which nobody types into a mail program.
    plain = BLANK_LINE.sub("\n\n\n", plain)
    return plain if len(plain.strip()) > SHORT * len(marked) else marked


def _unsigned(text: str) -> str:
    """Without the signature behind “-- ”, which programs set apart so (RFC 3676)."""
    match = list(SIGNATURE.finditer(text))[-1:]
    return text[: match[0].start()] if match and text.count("\n", match[0].end()) < SIGNED else text


def _field(message: Message, name: str) -> str:
    """A field's words, decoded and on one line."""
    raw = str(message.get(name) or "")[:LONGEST_FIELD]
    try:
        pieces = [
            part.decode(_known(charset), "replace") if isinstance(part, bytes) else part
            for part, charset in decode_header(FOLDED.sub(" ", raw))
        ]
        said = "".join(pieces)
    except (ValueError, LookupError):
        said = raw
    return LINE_END.sub(" ", said).strip()


def _turned(sender: str) -> str:
    """“Brandt, Osla <…>”, as address books sort them, with the name as it is said."""
    match = SORTED.match(sender)
    return f"{match['given']} {match['family']} {match['address']}" if match else sender


def _known(charset: str | None) -> str:
    """Python's name of an encoding that pages have; UTF-8 for any other."""
    return named(charset or "") or "utf-8"
