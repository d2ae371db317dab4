"""What people and the desk noted about a brief: photo, notes, review, silenced findings, the raw article's record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from newsbrief.document.moment import moment_of
from newsbrief.document.nodes import Node, Pairs, Text
from newsbrief.document.signs import cleaned
from newsbrief.document.values import Problems, items_of, keys_of, line_of, lines_of, shown, text_of
from newsbrief.model.article import Photo
from newsbrief.model.brief import NOTE_KINDS, Note, RawRecord, Review

PHOTO_KEYS = ("file", "alt", "credit", "rights", "caption")
NOTE_KEYS = ("kind", "date", "about", "text")
REVIEW_KEYS = ("by", "on")
RAW_KEYS = ("file", "item", "version", "sent", "killed", "sha256", "desk", "last", "unread")
RAW_WORDS = ("item", "version", "sent", "killed", "sha256")


def one_of(value: str, known: tuple[str, ...], what: str, line: int, problems: Problems) -> str:
    """A word of a closed list, in any case of letters; another word is a problem that names the list."""
    word = value.lower()
    if word not in known:
        choice = f"{', '.join(known[:-1])} or {known[-1]}"
        problems.append((line, f"unknown {what} {shown(value)}; use {choice}"))
    return word


def photo_of(node: Node, what: str, problems: Problems) -> Photo | None:
    """Read `photo`: a map, or the credit alone."""
    if isinstance(node, Text):
        credit = text_of(node, what, problems)
        return Photo(credit) if credit else None
    keys = keys_of(node, what, PHOTO_KEYS, problems)
    readers = {"file": _file_name, "alt": line_of}
    texts = {key: readers.get(key, text_of)(value, f"{what}'s {key}", problems) for key, value in keys.items()}
    return Photo(**texts) if any(texts.values()) else None


def notes_of(node: Node, what: str, problems: Problems) -> tuple[Note, ...]:
    """Read `notes`; a note needs a known kind and a text."""
    return tuple(note for item in items_of(node, what, problems) if (note := _note(item, problems)))


def _note(node: Node, problems: Problems) -> Note | None:
    keys = keys_of(node, "a note", NOTE_KEYS, problems)
    if not isinstance(node, Pairs):
        return None
    kind = line_of(keys["kind"], "a note's kind", problems) if "kind" in keys else ""
    kind = one_of(kind, NOTE_KINDS, "kind of note", keys["kind"].line if "kind" in keys else node.line, problems)
    text = text_of(keys["text"], "a note's text", problems) if "text" in keys else ""
    if not text:
        problems.append((node.line, "this note has no text; add `text: …` that says what was changed and why"))
    about = line_of(keys["about"], "a note's about", problems) if "about" in keys else ""
    return Note(kind, text, _day(keys.get("date"), "a note's date", problems), about, node.line)


def _day(node: Node | None, what: str, problems: Problems) -> dt.date | None:
    value = line_of(node, what, problems) if node is not None else ""
    if node is None or not value:
        return None
    moment = moment_of(value)
    if moment is None or moment.time is not None:
        problems.append((node.line, f"{what} {shown(value)} is no day; write it as 2023-09-21"))
        return None
    return moment.day


def review_of(node: Node, what: str, problems: Problems) -> Review | None:
    """Read `reviewed`: a map of by and on, or the name alone."""
    if isinstance(node, Text):
        name = line_of(node, what, problems)
        return Review(name) if name else None
    keys = keys_of(node, what, REVIEW_KEYS, problems)
    name = line_of(keys["by"], "`by`", problems) if "by" in keys else ""
    if isinstance(node, Pairs) and not name:
        problems.append((node.line, "`reviewed` names nobody; add `by: …`"))
    return Review(name, _day(keys.get("on"), "the review's day", problems))


def reasons_of(node: Node, what: str, problems: Problems) -> Mapping[str, str]:
    """Read `silence`: a map from a finding to the reason why it is none here."""
    if isinstance(node, Text) and not node.text.strip():
        return {}
    if not isinstance(node, Pairs):
        problems.append((node.line, f"{what} is no map; write each finding with its reason, as `finding: reason`"))
        return {}
    reasons = {}
    for key, value in node.pairs:
        reason = text_of(value, f"the reason for {key.text}", problems)
        reasons[cleaned(key.text).strip()] = reason
        if not reason and isinstance(value, Text):
            problems.append((key.line, f"{shown(key.text)} is silenced without a reason; write one after the colon"))
    return reasons


def raw_of(node: Node, what: str, problems: Problems) -> RawRecord | None:
    """Read `raw`, the program's own record; the file's name alone will do."""
    if isinstance(node, Text):
        file = _file_name(node, what, problems)
        return RawRecord(file) if file else None
    keys = keys_of(node, what, RAW_KEYS, problems)
    desk = _texts(keys.get("desk"), "raw.desk", problems)
    last = _texts(keys.get("last"), "raw.last", problems)
    if any(not (number.isascii() and number.isdigit() and len(number) <= 12) for number in last.values()):
        problems.append((keys["last"].line, "raw.last holds numbers, such as {q: 4, e: 3}; correct or delete it"))
    file = _file_name(keys["file"], "raw.file", problems) if "file" in keys else ""
    words = {name: line_of(keys[name], f"raw.{name}", problems) for name in RAW_WORDS if name in keys}
    unread = lines_of(keys["unread"], "raw.unread", problems) if "unread" in keys else ()
    return RawRecord(file, desk=desk, last=last, unread=unread, **words)


def _file_name(node: Node, what: str, problems: Problems) -> str:
    """A name as the disk has it, whatever signs are in it: the file is looked up by it, and no page shows it."""
    return node.text if isinstance(node, Text) and node.text.strip() else line_of(node, what, problems)


def _texts(node: Node | None, what: str, problems: Problems) -> Mapping[str, str]:
    if node is None or (isinstance(node, Text) and not node.text.strip()):
        return {}
    if not isinstance(node, Pairs):
        problems.append((node.line, f"{what} is no map; delete it, and newsbrief writes it anew"))
        return {}
    return {cleaned(key.text): line_of(value, f"{what}.{key.text}", problems) for key, value in node.pairs}
