"""How a session looks in so many columns and lines. Styles are names; what they become is the terminal's business."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsbrief.model.refusal import printable
from newsbrief.review.modes import Picking, Selecting, Typing
from newsbrief.review.passages import Passage
from newsbrief.review.questions import END, Choice
from newsbrief.review.session import Session
from newsbrief.review.wrapping import Line, columns, cut, wrapped

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
        lines = [line for words in HELP for line in wrapped([("", words)], width)]
        return [[("title", "What the keys do")], [], *lines, [], [("dim", "any key goes on")]][:height]
    head = _head(session, width)
    tail = _tail(session, width)
    room = max(LEAST_PASSAGE, height - len(head) - len(tail))
    passage = _window(_wrapped_passage(_shown(session), width), room)
    lines = [*head, *passage, *([[]] * max(0, height - len(head) - len(tail) - len(passage))), *tail]
    return [cut(line, width) for line in lines[:height]]


def spoken(session: Session, width: int) -> list[str]:
    """The same as plain lines from top to bottom, for dumb terminals and screen readers; marks are `>>` and `<<`."""
    if session.helping:
        return list(HELP)
    lines: list[str] = []
    passage = _wrapped_passage(_with_signs(_shown(session)), width)
    for line in [*_head(session, width), *passage, *_tail(session, width)]:
        words = "".join(text for _, text in line)
        lines += [words.rstrip()] if words.strip() or (lines and lines[-1]) else []
    return lines


def _head(session: Session, width: int) -> list[Line]:
    opened = session.opened
    place = (
        f"brief {session.brief + 1} of {len(session.shelf.paths)} · question {session.place + 1} of {len(opened.asked)}"
    )
    line = session.question.line
    file = printable(f"{opened.path}{f':{line}' if line else ''}")
    return [[("dim", place)], *wrapped([("title", printable(opened.title))], width)[:2], [("dim", file)], []]


def _shown(session: Session) -> Passage:
    mode = session.mode
    return Passage(mode.text, (mode.span,)) if isinstance(mode, Selecting) else session.question.passage


def _with_signs(passage: Passage) -> Passage:
    """The passage with `>>` and `<<` around each stretch that is asked about: one pair, over all its lines.

    The words that decide it are named below the question, and have no signs within a stretch.
    """
    pieces: list[str] = []
    done = 0
    for start, end in sorted((*passage.marks, *passage.words)):
        words = passage.text[start:end]
        if start >= done and words.strip():
            lead, rest = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
            pieces += [passage.text[done:start], lead, ">>", words.strip(), "<<", rest]
            done = end
    return Passage("".join([*pieces, passage.text[done:]]), tight=passage.tight)


def _wrapped_passage(passage: Passage, width: int) -> list[Line]:
    cuts = sorted({0, len(passage.text), *(at for span in (*passage.marks, *passage.words) for at in span)})
    pieces: Line = []
    for start, end in pairwise(cuts):
        style = "words" if _within(passage.words, start) else "mark" if _within(passage.marks, start) else ""
        pieces.append((style, passage.text[start:end]))
    lines: list[Line] = []
    for paragraph in _paragraphs(pieces):
        lines += [[]] if lines and not passage.tight else []
        lines += wrapped(paragraph, width)
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
        lines += wrapped([("title", printable(mode.ask))], width)
        lines += _choices(mode.choices, "", width)
        digits = {"1-9": "choose"} if mode.choices else {}
        keys = digits | {key: label for key, (label, _) in mode.others.items()} | {"escape": "back"}
    elif isinstance(mode, Typing):
        lines += wrapped([("title", printable(mode.ask)), ("dim", f"  {mode.example}")], width)
        style = "proposed" if mode.untouched else "input"
        lines += wrapped([("", "> "), (style, printable(mode.text)), ("cursor", " ")], width)
        lines += wrapped([("remark", printable(mode.fault))], width) if mode.fault else []
        empty = {"Ctrl-U": "empty it"} if mode.text else {}
        keys = {"enter": "take it", **empty, "escape": "back"}
    else:
        lines += wrapped([("title", mode.ask)], width)
        keys = {"←→": "word", "↑↓": "sentence", " ": "other end", "enter": "take it", "escape": "back"}
    lines += [[], *wrapped([("message", printable(session.message))], width)] if session.message else [[]]
    return [*lines, *_keys(keys, width)]


def _question(session: Session, width: int) -> list[Line]:
    question = session.question
    about = f"{question.about}  " if question.kind in ("quote", "event") else ""
    done = "  ✓" if (session.opened.path, question.key) in session.answered else ""
    lines = wrapped([("dim", about), ("title", printable(question.ask)), ("dim", done)], width) if question.ask else []
    if question.stands:
        lines += wrapped([("", "    "), ("answer", printable(question.stands))], width)
    if question.kind == END and session.passed_over():
        lines += [[("remark", f"{session.passed_over()} of its quotes and events were passed over (p goes back)")]]
    if question.remark:
        code = f" [{question.finding.code}]" if question.finding else ""
        lines += wrapped([("remark", printable(question.remark)), ("dim", code)], width)
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
        return [cut(row, width) for row in rows]
    half, column = (len(rows) + 1) // 2, width // 2 - 1
    lines = []
    for place in range(half):
        left = cut(rows[place], column)
        right = cut(rows[place + half], column) if place + half < len(rows) else []
        lines.append([*left, ("", " " * (column + 2 - columns(left))), *right] if right else left)
    return lines


def _keys(keys: dict[str, str], width: int) -> list[Line]:
    lines: list[Line] = [[]]
    for key, label in keys.items():
        item: Line = [("key", NAMES.get(key, key)), ("dim", f" {label}")]
        if lines[-1] and columns(lines[-1]) + 3 + columns(item) > width:
            lines.append([])
        lines[-1] += [("", "   "), *item] if lines[-1] else item
    return lines
