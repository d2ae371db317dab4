"""How a session looks in so many columns and lines. Styles are names; what they become is the terminal's business."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from rich.cells import cell_len

from newsbrief.model.refusal import printable
from newsbrief.review.modes import Picking, Selecting, Typing
from newsbrief.review.passages import Passage
from newsbrief.review.questions import END, Choice
from newsbrief.review.session import Session

# Pieces of a line, each a style and its words.
Line = list[tuple[str, str]]
TOKEN = re.compile(r"\s+|\S+")
NAMES = {" ": "space", "enter": "Enter", "escape": "Esc"}
LEAST_PASSAGE = 3
TWO_COLUMNS = 72
HELP = (
    "y  it is right, go on            1-9  this speaker, or this date",
    "x  no quote, or no event         t    another speaker, typed",
    "d  another date, typed           m    the same person, or event, as",
    "a  add a quote or an event from the body's words",
    "z  silence the finding, with a reason",
    "e  open the line in the editor ($VISUAL or $EDITOR), and come back",
    "u  undo the last answer: the file is as it was, byte for byte",
    "space or s  go on without an answer        p  back",
    "N  the next brief        A  approve        q  quit",
    "",
    "Every answer is written at once, and changes nothing else in the file.",
)


def draw(session: Session, width: int, height: int) -> list[Line]:
    """Every line of the screen, at most `height`, none wider than `width` columns."""
    if session.helping:
        lines = [line for words in HELP for line in _wrapped([("", words)], width)]
        return [[("title", "What the keys do")], [], *lines, [], [("dim", "any key goes on")]][:height]
    head = _head(session, width)
    tail = _tail(session, width)
    room = max(LEAST_PASSAGE, height - len(head) - len(tail))
    passage = _passage(session, width, room)
    lines = [*head, *passage, *([[]] * max(0, height - len(head) - len(tail) - len(passage))), *tail]
    return [_cut(line, width) for line in lines[:height]]


def spoken(session: Session, width: int) -> list[str]:
    """The same as plain lines from top to bottom, for dumb terminals and screen readers; marks are `>>` and `<<`."""
    if session.helping:
        return list(HELP)
    lines: list[str] = []
    for line in [*_head(session, width), *_passage(session, width, 1 << 16), *_tail(session, width)]:
        words = "".join(f">>{text}<<" if style in ("mark", "words") and text.strip() else text for style, text in line)
        lines += [words.rstrip()] if words.strip() or (lines and lines[-1]) else []
    return lines


def _head(session: Session, width: int) -> list[Line]:
    opened = session.opened
    place = (
        f"brief {session.brief + 1} of {len(session.shelf.paths)} · question {session.place + 1} of {len(opened.asked)}"
    )
    line = session.question.line
    file = printable(f"{opened.path}{f':{line}' if line else ''}")
    return [[("dim", place)], *_wrapped([("title", printable(opened.title))], width)[:2], [("dim", file)], []]


def _passage(session: Session, width: int, room: int) -> list[Line]:
    mode = session.mode
    if isinstance(mode, Selecting):
        return _window(_wrapped_passage(Passage(mode.text, (mode.span,)), width), room)
    return _window(_wrapped_passage(session.question.passage, width), room)


def _wrapped_passage(passage: Passage, width: int) -> list[Line]:
    cuts = sorted({0, len(passage.text), *(at for span in (*passage.marks, *passage.words) for at in span)})
    pieces: Line = []
    for start, end in pairwise(cuts):
        style = "words" if _within(passage.words, start) else "mark" if _within(passage.marks, start) else ""
        pieces.append((style, passage.text[start:end]))
    lines: list[Line] = []
    for paragraph in _paragraphs(pieces):
        lines += [[]] if lines and not passage.tight else []
        lines += _wrapped(paragraph, width)
    return lines


def _within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _paragraphs(pieces: Line) -> Iterator[Line]:
    """Divide styled words at blank lines."""
    paragraph: Line = []
    for style, text in pieces:
        first, *more = text.split("\n\n")
        paragraph.append((style, printable(first.replace("\n", " "))))
        for words in more:
            yield paragraph
            paragraph = [(style, printable(words.replace("\n", " ")))]
    yield paragraph


def _window(lines: list[Line], room: int) -> list[Line]:
    """So many lines around the marked ones, with "…" where some are left out."""
    if len(lines) <= room:
        return lines
    marked = [at for at, line in enumerate(lines) if any(style in ("mark", "words") for style, _ in line)] or [0]
    spare = max(0, room - (marked[-1] - marked[0] + 1))
    first = max(0, min(marked[0] - spare // 2, len(lines) - room))
    shown = lines[first : first + room]
    if first and not _is_marked(shown[0]):
        shown[0] = [("dim", "…")]
    if first + room < len(lines):
        shown[-1] = [("dim", "…")] if not _is_marked(shown[-1]) else [*shown[-1], ("dim", " …")]
    return shown


def _is_marked(line: Line) -> bool:
    return any(style in ("mark", "words") for style, _ in line)


def _tail(session: Session, width: int) -> list[Line]:
    mode = session.mode
    lines: list[Line] = [[]]
    if mode is None:
        lines += _question(session, width)
        keys = {"1-9": "choose", **session.keys()} if session.question.choices else session.keys()
    elif isinstance(mode, Picking):
        lines += _wrapped([("title", printable(mode.ask))], width)
        lines += _choices(mode.choices, "", width)
        digits = {"1-9": "choose"} if mode.choices else {}
        keys = digits | {key: label for key, (label, _) in mode.others.items()} | {"escape": "back"}
    elif isinstance(mode, Typing):
        lines += _wrapped([("title", printable(mode.ask)), ("dim", f"  {mode.example}")], width)
        lines += _wrapped([("", "> "), ("input", printable(mode.text)), ("cursor", " ")], width)
        keys = {"enter": "take it", "escape": "back"}
    else:
        lines += _wrapped([("title", mode.ask)], width)
        keys = {"←→": "word", "↑↓": "sentence", " ": "other end", "enter": "take it", "escape": "back"}
    lines += [[], *_wrapped([("message", printable(session.message))], width)] if session.message else [[]]
    return [*lines, *_keys(keys, width)]


def _question(session: Session, width: int) -> list[Line]:
    question = session.question
    about = f"{question.about}  " if question.kind in ("quote", "event") else ""
    done = "  ✓" if (session.opened.path, question.key) in session.answered else ""
    lines = _wrapped([("dim", about), ("title", printable(question.ask)), ("dim", done)], width) if question.ask else []
    if question.stands:
        lines += _wrapped([("", "    "), ("answer", printable(question.stands))], width)
    if question.kind == END and session.passed_over():
        lines += [[("remark", f"{session.passed_over()} of its quotes and events were passed over (p goes back)")]]
    if question.remark:
        code = f" [{question.finding.code}]" if question.finding else ""
        lines += _wrapped([("remark", printable(question.remark)), ("dim", code)], width)
    return [*lines, *_choices(question.choices, question.stands, width)]


def _choices(choices: Sequence[Choice], stands: str, width: int) -> list[Line]:
    """The choices with their digits, in two columns where there is room and they are many."""
    rows: list[Line] = []
    for number, choice in enumerate(choices, 1):
        here = stands == choice.value or stands.startswith(f"{choice.value}, ")
        name = printable(choice.beside if choice.value[:4].isdigit() else choice.value)
        beside = "" if choice.value[:4].isdigit() or not choice.beside else f", {printable(choice.beside)}"
        rows.append([("key", f" {number} "), ("answer" if here else "", name), ("dim", beside)])
    if width < TWO_COLUMNS or len(rows) < 4:
        return [_cut(row, width) for row in rows]
    half, column = (len(rows) + 1) // 2, width // 2 - 1
    lines = []
    for place in range(half):
        left = _cut(rows[place], column)
        right = _cut(rows[place + half], column) if place + half < len(rows) else []
        lines.append([*left, ("", " " * (column + 2 - _width(left))), *right] if right else left)
    return lines


def _keys(keys: dict[str, str], width: int) -> list[Line]:
    lines: list[Line] = [[]]
    for key, label in keys.items():
        item: Line = [("key", NAMES.get(key, key)), ("dim", f" {label}")]
        if lines[-1] and _width(lines[-1]) + 3 + _width(item) > width:
            lines.append([])
        lines[-1] += [("", "   "), *item] if lines[-1] else item
    return lines


def _width(line: Line) -> int:
    return sum(cell_len(text) for _, text in line)


def _wrapped(pieces: Line, width: int) -> list[Line]:
    """Styled words broken into lines; a word that is wider than a line is broken between its signs."""
    tokens = ((style, token) for style, text in pieces for token in TOKEN.findall(text))
    lines: list[Line] = [[]]
    used = 0
    for style, token in tokens:
        size = cell_len(token)
        if used + size <= width:
            lines[-1].append((style, token))
            used += size
        elif token.isspace():
            lines.append([])
            used = 0
        else:
            if used:
                lines.append([])
                used = 0
            for sign in token if size > width else [token]:
                if used + cell_len(sign) > width:
                    lines.append([])
                    used = 0
                lines[-1].append((style, sign))
                used += cell_len(sign)
    return [_joined(line) for line in lines]


def _joined(line: Line) -> Line:
    """Neighbours of one style as one piece; no space at the end."""
    joined = [(style, "".join(text for _, text in those)) for style, those in groupby(line, key=lambda one: one[0])]
    if joined and joined[-1][1].isspace() and joined[-1][0] != "cursor":
        joined.pop()
    return joined


def _cut(line: Line, width: int) -> Line:
    """The line without what is too wide."""
    kept: Line = []
    used = 0
    for style, text in line:
        words = text
        if used + cell_len(words) > width:
            while words and used + cell_len(words) + 1 > width:
                words = words[:-1]
            return [*kept, (style, f"{words}…")] if width - used > 0 else kept
        kept.append((style, words))
        used += cell_len(words)
    return kept
